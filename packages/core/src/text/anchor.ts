import { childElements, childOf, textOf, type Element, type LawDocument, type NodeId, type ProvisionNum } from './element.js';
import { NUMERAL_CLASS, readNumeral } from '../kernel/numeral.js';
import { GROUP_TAGS, SUBITEM_TAGS, type Tag } from './tag.js';

/**
 * 条項を指す錨（URL の # の後ろ）。番号から作るので、同じ条は本文が変わっても同じ錨のまま。
 *
 *   第3条の2            a3_2          その第2項          a3_2-p2
 *   第1項第1号ア        a3-p1-i1-1    本則が項だけの文書  p1
 *   附則第2条           s1-a2         附則の項            s1-p1
 *   別表の区分3(1)      t1-s3-1       その1行目           t1-s3-1-r1
 *   第2編第1章          part2-ch1     署名欄の2つ目       sign2
 *
 * 一つの文書の中で重ならず、英数字と「-」「_」だけでできている。
 * 改正規定の中に引用された条項（NewProvision、QuoteStruct）はこの文書の条項ではないので錨を持たない。
 */
export function anchorsOf(document: LawDocument): Map<NodeId, string> {
  const anchors = new Map<NodeId, string>();
  const used = new Set<string>();
  /** 重なった錨ごとに、次に試す番号。同じ番号の条が何万あっても、はじめから数え直さない */
  const next = new Map<string, number>();

  const name = (element: Element, wanted: string): string => {
    let anchor = wanted;
    let n = next.get(wanted) ?? 2;
    for (; used.has(anchor); n += 1) anchor = `${wanted}-x${n}`;
    if (anchor !== wanted) next.set(wanted, n);
    used.add(anchor);
    anchors.set(element.id, anchor);
    return anchor;
  };

  const visit = (parent: Element, scope: Scope): void => {
    const counts = new Map<Tag, number>();
    for (const element of childElements(parent)) {
      if (QUOTED.has(element.tag)) continue;
      const nth = (counts.get(element.tag) ?? 0) + 1;
      counts.set(element.tag, nth);
      visit(element, enter(element, nth, scope, name));
    }
  };

  visit(document.root, { base: '', groups: '', appendix: false, rows: { count: 0 } });
  return anchors;
}

interface Scope {
  /** 下位の錨の前に付く部分（「a3-p1」「s1」）。本則の直下では空 */
  readonly base: string;
  /** 編・章…だけの積み重ね（「part2-ch1」）。条の錨には入らない */
  readonly groups: string;
  /** 別表などの中か。号は条の「号」でなく区分になる */
  readonly appendix: boolean;
  /** いまの区分で数えた表の行 */
  readonly rows: { count: number };
}

const QUOTED: ReadonlySet<Tag> = new Set<Tag>(['AmendProvision', 'NewProvision', 'QuoteStruct', 'TOC']);
const GROUP_PREFIX = { Part: 'part', Chapter: 'ch', Section: 'sec', Subsection: 'sub', Division: 'div' } as const;
const SINGLE: Partial<Record<Tag, string>> = { LawTitle: 'title', EnactStatement: 'enact', Preamble: 'preamble', Closing: 'closing' };
const APPENDIX_PREFIX: Partial<Record<Tag, string>> = {
  AppdxTable: 't', SupplProvisionAppdxTable: 't',
  AppdxStyle: 'style', SupplProvisionAppdxStyle: 'style',
  AppdxFormat: 'format', AppdxFig: 'fig', AppdxNote: 'note',
  Appdx: 'x', SupplProvisionAppdx: 'x',
};
const SUBITEMS: ReadonlySet<Tag> = new Set(SUBITEM_TAGS);
const GROUPS: ReadonlySet<Tag> = new Set(GROUP_TAGS);

/** 要素に錨を振り、その中での作り方を返す。錨を持たない要素（文・欄）は素通しする。 */
function enter(element: Element, nth: number, scope: Scope, name: (element: Element, wanted: string) => string): Scope {
  const { tag } = element;
  const inside = (wanted: string, change: Partial<Scope> = {}): Scope => ({ ...scope, rows: { count: 0 }, base: name(element, wanted), ...change });
  const below = (prefix: string): string => (scope.base === '' ? prefix : `${scope.base}-${prefix}`);

  if (GROUPS.has(tag)) {
    const part = GROUP_PREFIX[tag as keyof typeof GROUP_PREFIX] + safeNumber(element.num, nth);
    const joined = [scope.base, scope.groups, part].filter((p) => p !== '').join('-');
    name(element, joined);
    return { ...scope, groups: scope.groups === '' ? part : `${scope.groups}-${part}` };
  }
  if (tag === 'Article') return inside(below(`a${safeNumber(element.num, nth)}`));
  if (tag === 'Paragraph') return inside(below(`p${safeNumber(element.num, nth)}`));
  if (tag === 'Item') return inside(below(`${scope.appendix ? 's' : 'i'}${safeNumber(element.num, nth)}`));
  if (SUBITEMS.has(tag)) return inside(below(safeNumber(element.num, nth)));
  if (tag === 'SupplProvision') return inside(`s${nth}`, { groups: '' });
  const appendix = APPENDIX_PREFIX[tag];
  if (appendix !== undefined) return inside(below(appendix + appendixNumber(element, nth)), { appendix: true, groups: '' });
  if (tag === 'SignatureBlock') return inside(`sign${nth}`);
  if (tag === 'Remarks') return inside(below(nth === 1 ? 'remarks' : `remarks${nth}`));
  if (tag === 'TableRow') {
    scope.rows.count += 1;
    return inside(below(`r${scope.rows.count}`));
  }
  const single = SINGLE[tag];
  return single === undefined ? scope : inside(single);
}

/** 「3_2」はそのまま、範囲「38:84」は「38to84」。番号が無いか崩れていれば何番目か。 */
function safeNumber(num: ProvisionNum | undefined, nth: number): string {
  return num !== undefined && /^\d+(_\d+)*(:\d+(_\d+)*)?$/.test(num) ? num.replace(':', 'to') : String(nth);
}

const TITLE_NUMBER = new RegExp(`第([${NUMERAL_CLASS}]+)(?:号)?((?:の[${NUMERAL_CLASS}]+)*)`);

/** 「別表第三の二」は 3_2。番号のない「別表」は何番目か。 */
function appendixNumber(element: Element, nth: number): string {
  if (element.num !== undefined) return safeNumber(element.num, nth);
  const title = childOf(element, `${element.tag}Title` as Tag);
  const found = title && TITLE_NUMBER.exec(textOf(title));
  if (!found) return String(nth);
  const parts = [found[1]!, ...found[2]!.split('の').slice(1)].map((part) => readNumeral(part)?.value);
  return parts.every((part) => part !== undefined) ? parts.join('_') : String(nth);
}
