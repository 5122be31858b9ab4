import { textOf, type ProvisionNum } from '../../text/element.js';
import { labelOf } from '../../text/label.js';
import { GROUP_TAGS, SUBITEM_TAGS, type GroupTag, type Tag } from '../../text/tag.js';
import { findOutermost, kidOf, kids, kidsOf, runText, type DraftNode } from './draft-tree.js';
import { foldName } from './fold-name.js';
import { numOf, withNum } from './numbering.js';
import type { ResolveContext, Scope, Span } from './scope.js';
import type { SentencePart, Step } from '../location.js';
import { sentencePart } from './sentence-part.js';

/** 条・項・号・文・見出しを探す。 */

const GROUPS: readonly Tag[] = GROUP_TAGS;
const isGroup = (node: DraftNode): boolean => GROUPS.includes(node.tag);

const one = (kind: Step['kind'], nodes: readonly DraftNode[]): Scope[] => nodes.map((node) => ({ kind, nodes: [node] }));

export const findArticles = (scope: Scope, num: ProvisionNum, { articles }: ResolveContext): Scope[] =>
  one('article', scope.nodes.flatMap((node) => articles.find(node, num)));

export function findParagraphs(scope: Scope, num: ProvisionNum, { labels }: ResolveContext): Scope[] {
  const paragraphs = scope.nodes.flatMap((node) => {
    const direct = kidsOf(node, 'Paragraph');
    return direct.length > 0 || node.tag === 'Article' ? direct : findOutermost(node, (n) => n.tag === 'Paragraph');
  });
  const found = withNum(paragraphs, num, labels);
  // 番号を印字しない項（前文の段落など）は、上から数える
  if (found.length === 0 && paragraphs.every((p) => numOf(p, labels) === undefined)) return one('paragraph', paragraphs.slice(Number(num) - 1, Number(num)));
  return one('paragraph', found);
}

export function findItems(scope: Scope, num: ProvisionNum, { labels }: ResolveContext): Scope[] {
  const items = scope.nodes.flatMap((node) => {
    if (node.tag !== 'Article') return findOutermost(node, (n) => n.tag === 'Item');
    const paragraphs = kidsOf(node, 'Paragraph');
    return paragraphs.flatMap((p) => kidsOf(p, 'Item'));
  });
  return one('item', withNum(items, num, labels));
}

const SUBITEMS: readonly Tag[] = SUBITEM_TAGS;

/** 号の細分。すぐ下の階層から、印字の標目で探す。 */
export function findSubitems(scope: Scope, label: string, { labels }: ResolveContext): Scope[] {
  const name = foldName(label);
  const nearest = scope.nodes.flatMap((node) => findOutermost(node, (n) => SUBITEMS.includes(n.tag)));
  return one('subitem', nearest.filter((n) => foldName(labelOf(n, labels) ?? '') === name));
}

/** 別表の区分（1、(1)）。号か、題名のある表。 */
export function findSections(scope: Scope, label: string, { labels }: ResolveContext): Scope[] {
  const name = foldName(label);
  const matches = (n: DraftNode): boolean => {
    if (n.tag === 'Item' || SUBITEMS.includes(n.tag)) return foldName(labelOf(n, labels) ?? '') === name;
    if (n.tag !== 'TableStruct') return false;
    const title = kidOf(n, 'TableStructTitle');
    return title !== undefined && startsWithLabel(textOf(title), name);
  };
  const isSection = (n: DraftNode): boolean => n.tag === 'Item' || SUBITEMS.includes(n.tag) || n.tag === 'TableStruct';
  return one('section', scope.nodes.flatMap((node) => findOutermost(node, isSection)).filter(matches));
}

const startsWithLabel = (text: string, name: string): boolean => {
  const first = /^[\s　]*([^\s　]+)/.exec(text)?.[1];
  return first !== undefined && foldName(first) === name;
};

export function findCaptions(scope: Scope): Scope[] {
  const captions = scope.nodes.flatMap((node) => {
    const caption = kidOf(node, 'ArticleCaption', 'ParagraphCaption');
    if (caption) return [caption];
    const only = node.tag === 'Article' ? kidsOf(node, 'Paragraph') : [];
    return only.length === 1 ? kidsOf(only[0]!, 'ParagraphCaption') : [];
  });
  return captions.length > 0 ? [{ kind: 'caption', nodes: captions }] : [];
}

export const findGroupTitles = (scope: Scope): Scope[] =>
  one('groupTitle', scope.nodes.flatMap((node) => (isGroup(node) ? kidsOf(node, `${node.tag as GroupTag}Title`) : [])));

/** 項・号・細分の文（…Sentence）。 */
export const sentenceOf = (node: DraftNode): DraftNode | undefined => kids(node).find((c) => c.tag !== 'ListSentence' && c.tag.endsWith('Sentence'));

/** 条なら項、ほかはそのもの。号を持つものを先に */
function holders(scope: Scope, needsItems: boolean): DraftNode[] {
  return scope.nodes.flatMap((node) => {
    const paragraphs = node.tag === 'Article' || sentenceOf(node) === undefined ? kidsOf(node, 'Paragraph') : [];
    if (paragraphs.length === 0) return [node];
    const listing = needsItems && paragraphs.length > 1 ? paragraphs.filter((p) => kidsOf(p, 'Item').length > 0) : [];
    return listing.length > 0 ? listing : paragraphs;
  });
}

/** 各号列記以外の部分 */
export function findLeads(scope: Scope): Scope[] {
  return holders(scope, true).flatMap((node) => {
    const sentence = sentenceOf(node);
    return sentence ? [{ kind: 'lead' as const, nodes: [node], spans: [{ run: sentence, start: 0, end: runText(sentence).length }] }] : [];
  });
}

/** 各号。持ち主ごとに一まとまり */
export function findEachItem(scope: Scope): Scope[] {
  return holders(scope, true).flatMap((node) => {
    const items = kids(node).filter((c) => c.tag === 'Item' || SUBITEMS.includes(c.tag));
    return items.length > 0 ? [{ kind: 'eachItem' as const, nodes: items }] : [];
  });
}

/** 本文・ただし書・前段・後段 */
export function findSentences(scope: Scope, part: SentencePart): Scope[] {
  const whole: Span[] = scope.spans ? [...scope.spans] : holders(scope, false).flatMap((node) => {
    const run = sentenceOf(node);
    if (run) return [{ run, start: 0, end: runText(run).length }];
    return node.tag === 'TableColumn' ? [{ run: node, start: 0, end: runText(node).length }] : [];
  });
  return whole.flatMap(({ run, start, end }) => {
    const range = sentencePart(runText(run).slice(start, end), part);
    if (!range) return [];
    return [{ kind: 'sentence' as const, nodes: [run.parent!], spans: [{ run, start: start + range.start, end: start + range.end }] }];
  });
}
