import { documentMessages, type Lang } from '@renkei/app';
import type { LawDocument, NodeId } from '@renkei/core';
import type { VNode } from 'preact';
import { contentsOf, type ContentsEntry } from './contents-of.js';

interface TableOfContentsProps {
  readonly document: LawDocument;
  readonly anchors: ReadonlyMap<NodeId, string>;
  readonly lang: Lang;
}

/** 頁の目次。編・章・条、附則、別表と区分へ飛ぶ。 */
export function TableOfContents({ document, anchors, lang }: TableOfContentsProps): VNode | null {
  const entries = contentsOf(document, anchors);
  if (entries.length === 0) return null;
  return (
    <nav class="doc-contents" aria-labelledby="doc-contents-title">
      <h2 class="doc-contents__title" id="doc-contents-title">{documentMessages['document.contents'][lang]}</h2>
      <Entries of={entries} lang={lang} />
    </nav>
  );
}

function Entries({ of, lang }: { readonly of: readonly ContentsEntry[]; readonly lang: Lang }): VNode {
  return (
    <ol class="doc-contents__list" role="list">
      {of.map((entry) => (
        <li>
          <a href={`#${entry.anchor}`}>{'text' in entry ? <span lang="ja">{entry.text}</span> : documentMessages[entry.key][lang]}</a>
          {entry.below.length > 0 ? <Entries of={entry.below} lang={lang} /> : null}
        </li>
      ))}
    </ol>
  );
}
