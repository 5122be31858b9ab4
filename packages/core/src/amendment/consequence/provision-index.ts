import { childrenOf, isElement, textOf, type Element, type LawDocument, type NodeId } from '../../text/element.js';
import { labelOf, type LabelForms } from '../../text/label.js';
import { GROUP_TAGS, PROVISION_TAGS, type Tag } from '../../text/tag.js';
import { amendableParts } from '../amendable-parts.js';
import type { Location, Step } from '../location.js';
import { isRun } from '../run.js';

/** 文書の条項の索引。参照の指す先と、条項の場所を引く。 */
export interface ProvisionIndex {
  readonly labels: LabelForms;
  readonly runs: readonly IndexedRun[];
  readonly articles: Readonly<Record<Part, Ordered>>;
  /** 条の無い本則・附則の項、条の項、項の号、章の中の節。節点ごと、その子の種類ごと */
  readonly children: (parent: Element, kind: ChildKind) => Ordered;
  readonly groups: ReadonlyMap<string, readonly Element[]>;
  readonly appendices: ReadonlyMap<string, Element>;
  readonly place: (node: Element) => Place | undefined;
}

export type Part = 'main' | 'suppl';
export type ChildKind = 'Paragraph' | 'Item';

/** 同じ階層の並び。番号でも、隣でも引ける */
export interface Ordered {
  readonly list: readonly Element[];
  readonly byNum: ReadonlyMap<string, Element>;
  readonly at: ReadonlyMap<NodeId, number>;
}

/** run と、それを囲む条項 */
export interface IndexedRun {
  readonly run: Element;
  readonly owner: Element;
  /** 親の中で、同じ要素名の何番目の run か */
  readonly nth: number;
  readonly place: Place;
}

export interface Place {
  readonly part: Part | undefined;
  readonly groups: readonly Element[];
  /** 項を持つもの: 条、又は条の無い本則・附則 */
  readonly holder?: Element;
  readonly article?: Element;
  readonly paragraph?: Element;
  readonly item?: Element;
  readonly appendix?: Element;
  /** 号の細分の標目 */
  readonly subitems: readonly string[];
}

const GROUPS: ReadonlySet<Tag> = new Set<Tag>(GROUP_TAGS);
const PROVISIONS: ReadonlySet<Tag> = new Set<Tag>(PROVISION_TAGS);
/** 中の文が、この文書の条項を引く文ではないもの: 改正規定、表の欄、図や様式、目次 */
const OPAQUE: ReadonlySet<Tag> = new Set<Tag>(['AmendProvision', 'NewProvision', 'QuoteStruct', 'Table', 'TOC', 'StyleStruct', 'FormatStruct', 'FigStruct', 'List']);
const APPENDIX = /^(?:SupplProvision)?Appdx(?:Table|Note|Style|Format|Fig)?$/;

export function provisionIndex(document: LawDocument): ProvisionIndex {
  const runs: IndexedRun[] = [];
  const articles: Record<Part, Element[]> = { main: [], suppl: [] };
  const groups = new Map<string, Element[]>();
  const appendices = new Map<string, Element>();
  const places = new Map<NodeId, Place>();

  const visit = (parent: Element, place: Place): void => {
    places.set(parent.id, place);
    let counts: Map<Tag, number> | undefined;
    for (const element of parent.children) {
      if (!isElement(element) || OPAQUE.has(element.tag)) continue;
      if (isRun(element)) {
        const nth = (counts ??= new Map()).get(element.tag) ?? 0;
        counts.set(element.tag, nth + 1);
        runs.push({ run: element, owner: parent, nth, place });
      } else visit(element, enter(element, place));
    }
  };

  const enter = (element: Element, place: Place): Place => {
    if (GROUPS.has(element.tag)) {
      const key = `${element.tag} ${element.num ?? ''}`;
      groups.set(key, [...(groups.get(key) ?? []), element]);
      return { ...place, groups: [...place.groups, element] };
    }
    if (element.tag === 'Article' && place.part !== undefined) {
      articles[place.part].push(element);
      return { ...place, article: element, holder: element };
    }
    if (element.tag === 'Paragraph') return { ...place, paragraph: element };
    if (element.tag === 'Item' && place.appendix === undefined) return { ...place, item: element };
    if (PROVISIONS.has(element.tag)) return { ...place, subitems: [...place.subitems, labelOf(element, document.labels) ?? ''] };
    return place;
  };

  for (const part of amendableParts(document)) {
    const root: Place = { part: undefined, groups: [], subitems: [] };
    // 作成文と署名は、締結したときの記録なので、後の変更に合わせない
    if (part.tag === 'Closing') continue;
    if (isRun(part)) {
      runs.push({ run: part, owner: part, nth: 0, place: root });
      continue;
    }
    if (part.tag === 'TOC') continue;
    const side = part.tag === 'MainProvision' ? 'main' : part.tag === 'SupplProvision' ? 'suppl' : undefined;
    const appendix = APPENDIX.test(part.tag) ? part : undefined;
    if (appendix) appendices.set(appendixTitle(appendix), appendix);
    visit(part, { ...root, part: side, ...(side ? { holder: part } : {}), ...(appendix ? { appendix } : {}) });
  }

  const known = { Paragraph: new Map<NodeId, Ordered>(), Item: new Map<NodeId, Ordered>() };
  const children = (parent: Element, kind: ChildKind): Ordered => {
    let ordered = known[kind].get(parent.id);
    if (!ordered) known[kind].set(parent.id, (ordered = order(childrenOf(parent, kind))));
    return ordered;
  };
  return { labels: document.labels, runs, articles: { main: order(articles.main), suppl: order(articles.suppl) }, children, groups, appendices, place: (node) => places.get(node.id) };
}

function order(list: readonly Element[]): Ordered {
  const byNum = new Map<string, Element>();
  for (const element of list) for (const num of numsOf(element)) if (!byNum.has(num)) byNum.set(num, element);
  return { list, byNum, at: new Map(list.map((element, i) => [element.id, i])) };
}

/** 「第三条から第五条まで　削除」（3:5）は三つの番号を持つ */
const RANGE_LIMIT = 1000;
function numsOf(element: Element): string[] {
  const num: string = element.num ?? '';
  const m = /^(\d+):(\d+)$/.exec(num);
  if (!m) return num.includes(':') ? num.split(':') : [num];
  const [from, to] = [Number(m[1]), Math.min(Number(m[2]), Number(m[1]) + RANGE_LIMIT)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => String(from + i));
}

/** 別表の題名（「別表第一」）。関係条や空白は除く。 */
export function appendixTitle(appendix: Element): string {
  const title = appendix.children.filter(isElement).find((c) => /Title$|^ArithFormulaNum$/.test(c.tag));
  return title ? textOf(title).replace(/[\s　]/g, '').replace(/[（(].*$/, '') : '';
}

/** 条項の場所。一つしか項の無い条の項は言わない。 */
export function locationOf(index: ProvisionIndex, place: Place): Location {
  const steps: Step[] = [];
  if (place.part === 'suppl') steps.push({ kind: 'suppl' });
  if (place.article?.num !== undefined) steps.push({ kind: 'article', num: place.article.num });
  const { holder, paragraph, item } = place;
  if (holder && paragraph?.num !== undefined && (index.children(holder, 'Paragraph').list.length > 1)) {
    if (place.article === undefined && place.part === 'main') steps.push({ kind: 'main' });
    steps.push({ kind: 'paragraph', num: paragraph.num });
  }
  if (item?.num !== undefined) steps.push({ kind: 'item', num: item.num });
  for (const label of place.subitems) steps.push({ kind: 'subitem', label });
  return steps;
}
