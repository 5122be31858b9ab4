import { documentMessages, fillMessage, type Lang } from '@renkei/app';
import type { LawDocument, NodeId } from '@renkei/core';
import type { VNode } from 'preact';
import type { DocumentContext } from './construct.js';
import { CONSTRUCTS } from './constructs.js';
import { inferredText } from './inferred-text.js';
import { provisionNames } from './provision-names.js';

export interface DocumentViewProps {
  readonly document: LawDocument;
  /** core の anchorsOf(document) */
  readonly anchors: ReadonlyMap<NodeId, string>;
  readonly lang: Lang;
  /** 題名の見出しの深さ。既定は2（頁の題が h1） */
  readonly headingLevel?: number;
  /** 条項の傍らに置く注 */
  readonly notes?: ReadonlyMap<NodeId, VNode>;
  /** 推定で補った節点 */
  readonly inferred?: ReadonlySet<NodeId>;
  /** 取組の行（または号）から、その取組の頁へ */
  readonly initiativeHref?: (node: NodeId) => string | undefined;
}

const NOTHING: ReadonlyMap<NodeId, VNode> = new Map();

/** 本文の木を、印刷された協約の姿で示す。本文は常に日本語。 */
export function DocumentView({ document, anchors, lang, headingLevel = 2, notes = NOTHING, inferred = new Set(), initiativeHref = () => undefined }: DocumentViewProps): VNode {
  const { provisions: names, tables } = provisionNames(document);
  const view: DocumentContext = {
    labels: document.labels,
    anchors,
    names,
    tables,
    notes,
    inferred: inferredText(document, inferred),
    initiativeHref,
    guideLang: lang === 'ja' ? undefined : lang,
    say: (key, data) => fillMessage(documentMessages[key], lang, data),
    constructs: CONSTRUCTS,
  };
  const Root = CONSTRUCTS.Law;
  return (
    <div class="doc" lang="ja" data-notes={notes.size > 0 ? 'true' : undefined}>
      {document.root.children.length === 0 ? <p lang={lang}>{view.say('document.empty')}</p> : <Root element={document.root} view={view} level={headingLevel} />}
    </div>
  );
}
