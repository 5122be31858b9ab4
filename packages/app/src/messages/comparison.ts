import type { Lang } from './message.js';

/** 新旧対照表の文書に入れる言葉。 */
export interface ComparisonWords {
  readonly lang: Lang;
  readonly heading: string;
  /** 見出しの下に添える断り（サンプル） */
  readonly note?: string;
  /** 読み上げで、変わった部分の前後に言う言葉 */
  readonly addedStart: string;
  readonly removedStart: string;
  readonly changeEnd: string;
  /** 空いた側 */
  readonly added: string;
  readonly removed: string;
  readonly unchanged: string;
  readonly legend: string;
}

const WORDS: Readonly<Record<Lang, Omit<ComparisonWords, 'lang' | 'heading' | 'note'>>> = {
  ja: {
    addedStart: '【加わる部分】', removedStart: '【なくなる部分】', changeEnd: '【ここまで】',
    added: '（新設）', removed: '（削る）', unchanged: '変わる規定はありません。', legend: '備考　下線の部分は、変わる部分である。',
  },
  en: {
    addedStart: '[added] ', removedStart: '[removed] ', changeEnd: ' [end]',
    added: '（新設） (new)', removed: '（削る） (deleted)', unchanged: 'No provision changes.', legend: 'Underlined parts change. （略） omitted, （新設） new, （削る） deleted.',
  },
};

const SAMPLE: Readonly<Record<Lang, string>> = {
  ja: '【サンプル】実際に行われた変更ではありません。',
  en: '【サンプル】 A sample; this change was not really made.',
};

export const comparisonWords = (heading: string, lang: Lang, { sample = false }: { readonly sample?: boolean } = {}): ComparisonWords => ({
  lang, heading, ...(sample ? { note: SAMPLE[lang] } : {}), ...WORDS[lang],
});
