import {
  childElements, childOf, childrenOf, isElement, labelOf, SENTENCE_TAG, SUBITEM_TAGS, textOf, writeLabel,
  type Element, type LawDocument, type NodeId, type ProvisionNum, type Tag,
} from '@renkei/core';

/** 条項と表の呼び名。読み上げと固定リンクで「どこか」を言うために使う。 */
export interface ProvisionNames {
  /** 「第3条第2項第1号ア」「別表3(1)」「附則第2条」 */
  readonly provisions: ReadonlyMap<NodeId, string>;
  /** 表の名。同じ名の表には（2）からの番号を添える */
  readonly tables: ReadonlyMap<NodeId, string>;
}

interface Scope {
  readonly name: string;
  /** 区分の題（別表の中の表の名に添える） */
  readonly heading: string;
  readonly appendix: boolean;
  /** 項が一つだけの条の中か */
  readonly single: boolean;
}

const QUOTED: ReadonlySet<Tag> = new Set<Tag>(['AmendProvision', 'NewProvision', 'QuoteStruct', 'TOC']);
const SUBITEMS: ReadonlySet<Tag> = new Set(SUBITEM_TAGS);
const APPENDIX = /^(SupplProvision)?Appdx/;
const compact = (text: string): string => text.replace(/[\s　]+/g, '');

export function provisionNames(document: LawDocument): ProvisionNames {
  const provisions = new Map<NodeId, string>();
  const tables = new Map<NodeId, string>();
  const used = new Set<string>();
  const kanji = document.labels.Article === '第一条';

  /** 「第3条の2」を「第3項の2」「第3号の2」に言い換える。 */
  const counted = (num: ProvisionNum | undefined, unit: string): string =>
    (num === undefined ? '' : (writeLabel(kanji ? '第一条' : '第1条', num) ?? '')).replaceAll('条', unit);

  const nameOf = (element: Element, nth: number, scope: Scope): string | undefined => {
    const { tag, num } = element;
    if (tag === 'Article') return scope.name + (labelOf(element, document.labels) || counted(num, '条'));
    // 項が一つだけの条では、項を言わない（第4条第1項でなく第4条）。
    if (tag === 'Paragraph') return scope.single ? scope.name : scope.name + (counted(num, '項') || `第${nth}項`);
    if (tag === 'Item' && !scope.appendix) return scope.name + (counted(num, '号') || (labelOf(element, document.labels) ?? ''));
    if (tag === 'Item' || SUBITEMS.has(tag)) return scope.name + (labelOf(element, document.labels) ?? '');
    if (tag === 'Preamble') return '前文';
    if (tag === 'Closing') return '締結文';
    if (tag === 'SupplProvision') {
      const label = childOf(element, 'SupplProvisionLabel');
      const law = element.attr.AmendLawNum;
      return (label ? compact(textOf(label)) : '附則') + (law ? `（${law}）` : '');
    }
    if (tag === 'TableRow') return scope.name + rowName(element);
    const title = childElements(element).find((child) => child.tag === `${tag}Title` || (tag.endsWith('Appdx') && child.tag === 'ArithFormulaNum'));
    if (/^(Part|Chapter|Section|Subsection|Division)$/.test(tag)) return title ? textOf(title) : undefined;
    if (APPENDIX.test(tag)) return scope.name + (title ? textOf(title) : tag === 'AppdxTable' ? '別表' : '');
    return undefined;
  };

  const visit = (parent: Element, scope: Scope): void => {
    const counts = new Map<Tag, number>();
    for (const element of childElements(parent)) {
      if (element.tag === 'Table') tables.set(element.id, unique(scope.name === '' ? '表' : `${scope.name}${scope.heading}の表`, used));
      if (QUOTED.has(element.tag)) continue;
      const nth = (counts.get(element.tag) ?? 0) + 1;
      counts.set(element.tag, nth);
      const name = nameOf(element, nth, scope);
      if (name === undefined) {
        visit(element, scope);
        continue;
      }
      if (name !== '') provisions.set(element.id, name);
      if (isGroup(element.tag)) visit(element, scope);
      else {
        const single = element.tag === 'Article' && childrenOf(element, 'Paragraph').length === 1;
        visit(element, { name: prefixOf(element, name), heading: headingOf(element, scope), appendix: scope.appendix || APPENDIX.test(element.tag), single });
      }
    }
  };

  visit(document.root, { name: '', heading: '', appendix: false, single: false });
  return { provisions, tables };
}

const isGroup = (tag: Tag): boolean => /^(Part|Chapter|Section|Subsection|Division)$/.test(tag);

/** 条の番号は編・章に、前文の項の番号は前文に続けて言う。改正附則の条はその法令番号までは繰り返さない。 */
function prefixOf(element: Element, name: string): string {
  return element.tag === 'SupplProvision' ? name.replace(/（.*$/s, '') : name;
}

function headingOf(element: Element, scope: Scope): string {
  if (!scope.appendix || !(element.tag === 'Item' || SUBITEMS.has(element.tag))) return '';
  const sentence = childOf(element, SENTENCE_TAG[element.tag as 'Item']);
  return sentence ? `「${textOf(sentence)}」` : '';
}

/** 行は左端の欄の文字で呼ぶ。長い欄は20字まで。 */
function rowName(row: Element): string {
  const first = row.children.find(isElement);
  const text = first ? compact(textOf(first)) : '';
  if (text === '') return '';
  const letters = [...text];
  return `「${letters.length > 20 ? `${letters.slice(0, 20).join('')}…` : text}」`;
}

function unique(name: string, used: Set<string>): string {
  let wanted = name;
  for (let n = 2; used.has(wanted); n += 1) wanted = `${name}（${n}）`;
  used.add(wanted);
  return wanted;
}
