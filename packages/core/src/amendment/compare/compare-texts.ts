import { childElements, type Element, type LawDocument } from '../../text/element.js';
import { type Tag } from '../../text/tag.js';
import { amendableParts } from '../amendable-parts.js';
import type { Comparison, ComparisonRow } from '../comparison.js';
import type { DraftingProfile } from '../profile.js';
import { isRun } from '../run.js';
import type { Applied } from '../trace.js';
import { comparedTrees, type ComparedTree } from './compared-tree.js';
import { printProvision } from './print-provision.js';

/**
 * 新旧対照表。改め文を当てた跡（trace）から作り、文字の差分を取り直さない。
 * 行は、変わった題名・前文・章名・条・附則・別表ごと。新設と削るものは片側だけの行になる。
 */
export function compareTexts(base: LawDocument, applied: Applied, profile: DraftingProfile, { whole = false }: CompareOptions = {}): Comparison {
  const { newTitle, oldTitle, left, emptySide } = profile.comparison;
  const trees = comparedTrees(base, applied.document, applied.trace, emptySide);
  const shown = whole ? { old: unfolded(trees.old), new: unfolded(trees.new) } : trees;
  const rows: ComparisonRow[] = [];
  const [olds, news] = [units(base), units(applied.document)];
  for (const [old, next] of pairUp(olds, news, partners(olds, news, trees))) {
    const touched = (old !== undefined && shown.old.isTouched(old)) || (next !== undefined && shown.new.isTouched(next));
    if (!touched) continue;
    const operations = [...(old ? trees.old.operations(old) : []), ...(next ? trees.new.operations(next) : [])];
    rows.push({
      old: old ? printProvision(old, shown.old) : null,
      new: next ? printProvision(next, shown.new) : null,
      operations: [...new Set(operations)].sort((a, b) => a - b),
      node: (next ?? old!).id,
    });
  }
  return { newTitle, oldTitle, left, emptySide, rows };
}

export interface CompareOptions {
  /** 変わらない規定も（略）とせずに、全文を並べる */
  readonly whole?: boolean;
}

/** どこもたたまない見方。変わった所の印は変えない。 */
const unfolded = (tree: ComparedTree): ComparedTree => ({ ...tree, isTouched: () => true });

/** 対照表の一行になる単位を文書順に。 */
function units(document: LawDocument): Element[] {
  const found: Element[] = [];
  const visit = (node: Element): void => {
    if (UNIT.has(node.tag) || isRun(node)) {
      found.push(node);
      return;
    }
    for (const child of childElements(node)) visit(child);
  };
  for (const part of amendableParts(document)) visit(part);
  return found;
}

const UNIT: ReadonlySet<Tag> = new Set<Tag>([
  'Article', 'Paragraph', 'TOC', 'Preamble', 'AppdxTable', 'AppdxNote', 'AppdxStyle', 'AppdxFormat', 'Appdx', 'AppdxFig',
  'SupplProvisionAppdxTable', 'SupplProvisionAppdxStyle', 'SupplProvisionAppdx', 'SignatureBlock',
]);

/** 新の単位 → 一行に並べる旧の単位。同じ節点か、丸ごと改めた章などの中で同じ標目を持つもの。 */
function partners(olds: readonly Element[], news: readonly Element[], trees: { readonly old: ComparedTree; readonly new: ComparedTree }): Map<Element, Element> {
  const key = (unit: Element, tree: ComparedTree): string | undefined => {
    const above = tree.replacedAbove(unit);
    return above === undefined ? undefined : [above, unit.tag, tree.label(unit)].join(' ');
  };
  const byId = new Map<string, Element>(olds.map((old) => [old.id, old]));
  const byLabel = new Map<string, Element>();
  for (const old of olds) {
    const at = key(old, trees.old);
    if (at !== undefined && !byLabel.has(at)) byLabel.set(at, old);
  }
  const found = new Map<Element, Element>();
  const used = new Set<Element>();
  for (const next of news) {
    const at = key(next, trees.new);
    const old = byId.get(next.id) ?? (at === undefined ? undefined : byLabel.get(at));
    if (!old || used.has(old)) continue;
    used.add(old);
    found.set(next, old);
  }
  return found;
}

/** 相手のあるものを一行に並べる。片側だけのものは、自分の側の順で、隣の行の後に入る。 */
function pairUp(olds: readonly Element[], news: readonly Element[], partner: ReadonlyMap<Element, Element>): [Element | undefined, Element | undefined][] {
  const matched = new Set(partner.values());
  const rows: [Element | undefined, Element | undefined][] = [];
  const placed = new Set<Element>();
  let at = 0;
  const flushGone = (): void => {
    for (; at < olds.length && !matched.has(olds[at]!); at += 1) rows.push([olds[at], undefined]);
  };
  for (const next of news) {
    flushGone();
    const old = partner.get(next);
    rows.push([old, next]);
    if (!old) continue;
    placed.add(old);
    while (at < olds.length && placed.has(olds[at]!)) {
      at += 1;
      flushGone();
    }
  }
  flushGone();
  return rows;
}
