import type { Lang } from '@renkei/app';
import type { VNode } from 'preact';

const JAPANESE = /([\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f々〆〇]+)/u;

/** 英語の文に交じる日本語の部分に lang を付ける（読み上げの声と字体が正しく選ばれるように）。 */
export function JapaneseRuns({ text, lang }: { readonly text: string; readonly lang: Lang }): VNode {
  if (lang === 'ja' || !JAPANESE.test(text)) return <>{text}</>;
  return <>{text.split(JAPANESE).map((part, i) => (i % 2 === 1 ? <span lang="ja">{part}</span> : part))}</>;
}
