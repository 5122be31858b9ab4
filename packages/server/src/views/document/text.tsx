import type { VNode } from 'preact';
import { Contents, type ConstructProps } from './construct.js';

/** 文字を直に持つ要素の中身。推定で補った文字には、目で見える印と読み上げの言葉を付ける。 */
export function Text({ element, view, level }: ConstructProps): VNode {
  const text = <Contents of={element.children} view={view} level={level} />;
  if (!view.inferred.has(element.id)) return text;
  return (
    <span class="doc-inferred" title={view.say('document.inferred-title')}>
      <span class="doc-words" lang={view.guideLang}>{view.say('document.inferred-start')}</span>
      {text}
      <span class="doc-words" lang={view.guideLang}>{view.say('document.inferred-end')}</span>
    </span>
  );
}
