import { childElements, textOf, type Element } from '../../text/element.js';
import { GROUP_TAGS, isLabelled, PROVISION_TAGS, SENTENCE_TAG, SUBITEM_TAGS, type ProvisionTag, type Tag } from '../../text/tag.js';
import type { ComparisonLine, ComparisonSpan } from '../comparison.js';
import { isRun } from '../run.js';
import { tocRank } from '../toc/toc-entry.js';
import { tocRuns } from '../toc/toc-lines.js';
import type { ComparedTree } from './compared-tree.js';
import { markedRun } from './marked-run.js';
import { absent, OMITTED } from './omitted.js';
import { printTable } from './print-table.js';

/** 規定の片側を行に刷る。変わらない下位の規定は「２～４　（略）」にたたむ。whole は丸ごと変わったものの中か。 */
export function printProvision(node: Element, tree: ComparedTree, whole = false): ComparisonLine[] {
  const all = whole || tree.isWhole(node);
  if (isRun(node)) return [{ indent: runIndent(node), spans: markedRun(node, tree.pieces.get(node.id), tree.side, all) }];
  if (node.tag === 'Article') return printArticle(node, tree, all);
  if ((PROVISION_TAGS as readonly Tag[]).includes(node.tag)) return printLabelled(node, tree, all, 0);
  if (node.tag === 'TableStruct' || node.tag === 'Table') return printTable(node, tree, all, printProvision);
  if (APPENDIX.test(node.tag)) return printAppendix(node, tree, all);
  if (node.tag.startsWith('TOC') && node.tag !== 'TOC') return printTocEntry(node, tree, whole);
  return printChildren(childElements(node), tree, all, 0, node);
}

/** 目次の項目。題と条の範囲を一行に、中の節などを次の行から。章が加わっても、中の節まで新しいとは限らない。 */
function printTocEntry(entry: Element, tree: ComparedTree, whole: boolean): ComparisonLine[] {
  const spans = tocRuns(entry).flatMap((run) => markedRun(run, tree.pieces.get(run.id), tree.side, whole || tree.isWhole(entry) || tree.isWhole(run)));
  return [{ indent: Math.max(tocRank(entry.tag), 1), spans }, ...printChildren(childElements(entry).filter((c) => c.tag.startsWith('TOC')), tree, whole, 0, entry)];
}

const APPENDIX = /^(Appdx|SupplProvisionAppdx)/;

function runIndent(run: Element): number {
  if (run.tag === 'LawTitle') return 3;
  const group = GROUP_TAGS.findIndex((tag) => run.tag === `${tag}Title`);
  if (group >= 0) return 3 + group;
  if (run.tag === 'SupplProvisionLabel') return 3;
  return /Caption$|^ParagraphSentence$|^EnactStatement$/.test(run.tag) ? 1 : 0;
}

function printArticle(article: Element, tree: ComparedTree, all: boolean): ComparisonLine[] {
  const lines: ComparisonLine[] = [];
  const children = childElements(article);
  const caption = children.find((c) => c.tag === 'ArticleCaption');
  if (caption) lines.push(...printProvision(caption, tree, all));
  const label = labelSpan(article, tree, all);
  const rest = children.filter((c) => c !== caption);
  const first = rest[0];
  if (first?.tag !== 'Paragraph' || childElements(first).some((c) => c.tag === 'ParagraphCaption')) {
    lines.push({ indent: 0, spans: label }, ...printChildren(rest, tree, all, 0, article));
    return lines;
  }
  const own = tree.isTouched(first) || all ? printLabelled(first, tree, all, 0) : [{ indent: 0, spans: [OMITTED] }];
  lines.push({ indent: 0, spans: [...label, { text: '　' }, ...own[0]!.spans] }, ...own.slice(1));
  if (!all && tree.gaps(article).has(first.id)) lines.push({ indent: 0, spans: [absent(tree.side)] });
  lines.push(...printChildren(rest.slice(1), tree, all, 0, article, false));
  return lines;
}

/** 項・号・号の細分。標目に続けて文を書き、その下に下位の規定を並べる。 */
function printLabelled(node: Element, tree: ComparedTree, all: boolean, depth: number): ComparisonLine[] {
  const whole = all || tree.isWhole(node);
  const lines: ComparisonLine[] = [];
  const children = childElements(node);
  const caption = children.find((c) => c.tag === 'ParagraphCaption');
  if (caption) lines.push(...printProvision(caption, tree, whole));
  const sentence = children.find((c) => c.tag === SENTENCE_TAG[node.tag as ProvisionTag]);
  const label = labelSpan(node, tree, whole);
  const text = !sentence ? [] : whole || tree.isTouched(sentence) || isSectionHeading(node, sentence, tree) ? markedRun(sentence, tree.pieces.get(sentence.id), tree.side, whole || tree.isWhole(sentence)) : [OMITTED];
  lines.push({ indent: label.length === 0 && node.tag === 'Paragraph' ? 1 : depth, spans: label.length === 0 ? text : [...label, { text: '　' }, ...text] });
  lines.push(...printChildren(children.filter((c) => c !== caption && c !== sentence), tree, whole, depth + 1, node));
  return lines;
}

/** 変わった表のある区分の題名（「1　圏域全体の経済成長のけん引」）は、どの表か分かるように略さない。 */
const isSectionHeading = (node: Element, sentence: Element, tree: ComparedTree): boolean =>
  node.tag !== 'Paragraph' && !textOf(sentence).includes('。') && holdsTouchedTable(node, tree);
const holdsTouchedTable = (node: Element, tree: ComparedTree): boolean =>
  childElements(node).some((c) => (c.tag === 'TableStruct' || c.tag === 'Table' ? tree.isTouched(c) : (PROVISION_TAGS as readonly Tag[]).includes(c.tag) && holdsTouchedTable(c, tree)));

function labelSpan(node: Element, tree: ComparedTree, all: boolean): ComparisonSpan[] {
  const text = tree.label(node);
  if (text === '') return [];
  return [all || tree.isRelabelled(node) ? { text, changed: true } : { text }];
}

/** 下位の規定の並び。変わらないものが続けば一行の（略）にする。 */
function printChildren(children: readonly Element[], tree: ComparedTree, all: boolean, depth: number, parent: Element, fromStart = true): ComparisonLine[] {
  const lines: ComparisonLine[] = [];
  const missing = all ? undefined : tree.gaps(parent);
  const markGap = (after: Element | null): void => {
    if (!missing?.has(after === null ? null : after.id)) return;
    flush();
    lines.push({ indent: depth, spans: [absent(tree.side)] });
  };
  let omitted: Element[] = [];
  const flush = (): void => {
    if (omitted.length > 0) lines.push({ indent: depthOf(omitted[0]!, parent, depth), spans: omittedSpans(omitted, tree) });
    omitted = [];
  };
  if (fromStart) markGap(null);
  for (const child of children) {
    if (!all && canOmit(child, tree)) {
      if (omitted.length > 0 && !together(omitted[0]!, child, tree)) flush();
      omitted.push(child);
      markGap(child);
      continue;
    }
    flush();
    if ((PROVISION_TAGS as readonly Tag[]).includes(child.tag)) lines.push(...printLabelled(child, tree, all, depthOf(child, parent, depth)));
    else lines.push(...printProvision(child, tree, all));
    markGap(child);
  }
  flush();
  return lines;
}

/** 号は一字、その細分はもう一字ずつ下げる。別表の区分は、一段浅い。 */
function depthOf(child: Element, parent: Element, depth: number): number {
  if (child.tag === 'Paragraph') return 0;
  if (!(PROVISION_TAGS as readonly Tag[]).includes(child.tag) || isLabelled(parent.tag) || APPENDIX.test(parent.tag)) return depth;
  return Math.max(depth, child.tag === 'Item' ? 1 : 2 + (SUBITEM_TAGS as readonly Tag[]).indexOf(child.tag));
}

/** 番号だけが変わったものは、番号に下線を引いて（略）とする。「目次」の字は、どこの項目か分かるように残す。 */
const canOmit = (node: Element, tree: ComparedTree): boolean =>
  (!tree.isTouched(node) && node.tag !== 'TOCLabel') || (tree.isRelabelled(node) && !childElements(node).some((c) => tree.isTouched(c)) && !tree.isWhole(node));
const together = (a: Element, b: Element, tree: ComparedTree): boolean => (a.tag === b.tag || (a.tag.startsWith('TOC') && b.tag.startsWith('TOC'))) && tree.isRelabelled(a) === tree.isRelabelled(b);

function omittedSpans(nodes: readonly Element[], tree: ComparedTree): ComparisonSpan[] {
  const labels = nodes.filter((n) => isLabelled(n.tag)).map((n) => tree.label(n)).filter((l) => l !== '');
  if (labels.length === 0) return [OMITTED];
  const text = labels.length === 1 ? labels[0]! : `${labels[0]!}${labels.length === 2 ? '・' : '～'}${labels.at(-1)!}`;
  return [tree.isRelabelled(nodes[0]!) ? { text, changed: true } : { text }, { text: '　' }, OMITTED];
}

function printAppendix(part: Element, tree: ComparedTree, all: boolean): ComparisonLine[] {
  const children = childElements(part);
  const head = children.filter((c) => /Title$|^ArithFormulaNum$|^RelatedArticleNum$/.test(c.tag));
  const spans = head.flatMap((c) => markedRun(c, tree.pieces.get(c.id), tree.side, all || tree.isWhole(c)));
  return [{ indent: 0, spans }, ...printChildren(children.filter((c) => !head.includes(c)), tree, all, 0, part)];
}
