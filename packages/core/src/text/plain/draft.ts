import { elementFactory, type Element, type LawDocument, type NodeId, type ProvisionNum } from '../element.js';
import type { Confidence, Finding, Reading, Severity } from '../finding.js';
import type { TextFindingCode } from '../finding-code.js';
import { derivedLabel, inferLabels, type LabelForms } from '../label.js';
import type { SourceSpan, SourceText } from '../source.js';
import { isLabelled, type LabelledTag, type Tag } from '../tag.js';
import { spansOf, type TracedText } from './traced-text.js';

/** 読取の途中の節点。読み終えてから id を振り、番号から導ける表示を落として固める。 */
export interface Draft {
  tag: Tag;
  num?: ProvisionNum;
  /** 印字された表示（「第1条」「(1)」）。番号から導けるかは最後に決める */
  printed?: string;
  attr: Record<string, string>;
  children: (Draft | string)[];
  spans: SourceSpan[];
  inferred?: true;
}

export const draft = (tag: Tag, children: (Draft | string)[] = [], spans: SourceSpan[] = []): Draft => ({ tag, attr: {}, children, spans });

/** 文字だけを持つ節点。 */
export const textDraft = (tag: Tag, content: TracedText): Draft => draft(tag, content.text === '' ? [] : [content.text], spansOf(content));

export interface DraftFinding {
  code: TextFindingCode;
  severity: Severity;
  line?: number;
  /** 原文の位置。二つ目からは同じ報告の続きの箇所 */
  spans: readonly SourceSpan[];
  node?: Draft;
  provision?: string;
  found?: string;
  assumed?: string;
  confidence?: Confidence;
  data?: Record<string, string | number>;
}

/** 固める: 文書順の id、書きぶりの推定、節点ごとの原文の位置。 */
export function freeze(root: Draft, draftFindings: readonly DraftFinding[], defaults: LabelForms): Reading {
  const labels = inferLabels(printedLabels(root), defaults);
  const make = elementFactory();
  const ids = new Map<Draft, NodeId>();
  const spans = new Map<NodeId, readonly SourceSpan[]>();
  const inferred = new Set<NodeId>();
  const build = (node: Draft): Element => {
    // 親の id を子より先に振るため、空で作ってから子を入れる
    const label = labelToStore(node, labels);
    const made = make(node.tag, { num: node.num, label, attr: node.attr }, []);
    ids.set(node, made.id);
    if (node.spans.length > 0) spans.set(made.id, node.spans);
    if (node.inferred) inferred.add(made.id);
    return { ...made, children: node.children.map((c) => (typeof c === 'string' ? c : build(c))) };
  };
  const document: LawDocument = { root: build(root) as Element<'Law'>, labels };
  const findings = draftFindings.map((f) => settle(f, ids)).sort((a, b) => (a.at.span?.start ?? Infinity) - (b.at.span?.start ?? Infinity));
  return { document, findings, spans, inferred };
}

function* printedLabels(node: Draft): Generator<{ tag: LabelledTag; num: ProvisionNum; label: string }> {
  if (isLabelled(node.tag) && node.num !== undefined && node.printed !== undefined) yield { tag: node.tag, num: node.num, label: node.printed };
  for (const child of node.children) if (typeof child !== 'string') yield* printedLabels(child);
}

function labelToStore(node: Draft, labels: LabelForms): string | undefined {
  if (!isLabelled(node.tag) || node.printed === undefined) return undefined;
  const derived = node.num === undefined ? '' : derivedLabel(node.tag, node.num, labels);
  return node.printed === derived ? undefined : node.printed;
}

function settle(f: DraftFinding, ids: ReadonlyMap<Draft, NodeId>): Finding {
  const [span, ...also] = f.spans;
  const node = f.node && ids.get(f.node);
  return {
    code: f.code,
    severity: f.severity,
    at: {
      ...(f.line === undefined ? {} : { line: f.line }),
      ...(span ? { span } : {}),
      ...(also.length > 0 ? { also } : {}),
      ...(node ? { node } : {}),
      ...(f.provision ? { provision: f.provision } : {}),
    },
    ...(f.found === undefined ? {} : { found: f.found }),
    ...(f.assumed === undefined ? {} : { assumed: f.assumed }),
    ...(f.confidence ? { confidence: f.confidence } : {}),
    data: f.data ?? {},
  };
}

/** 原文の位置から行番号（1から）を引く表。 */
export function lineIndex(source: SourceText): (position: number) => number {
  const starts = source.blocks.map((b) => b.start);
  return (position) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return source.blocks[low]?.line ?? 1;
  };
}
