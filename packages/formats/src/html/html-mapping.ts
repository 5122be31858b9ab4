import { anchorsOf, GROUP_TAGS, isElement, isLabelled, labelOf, readWareki, textOf, type Content, type Element, type LawDocument, type Tag } from '@renkei/core';
import { allowsLayout, node, type OutNode } from '../tree/out-node.js';
import { isRegularTable } from '../tree/is-regular-table.js';
import { isInline, isPhrasing } from '../tree/phrasing.js';
import { spanOf } from '../tree/span-of.js';

/** 木に入らない要素（番号の印字、目次、図の代わりの文字）の印。 */
export const DERIVED: readonly [string, string] = ['data-derived', ''];

/** 置かれる場所。 */
interface Place {
  /** 次の見出しの深さ（h2〜h6） */
  readonly level: number;
  /** 別表などの中か。号は見出しを持つ区分になる */
  readonly appendix: boolean;
  /** 表の名に使う、直近の見出し */
  readonly heading: string;
}

const GROUPS: ReadonlySet<Tag> = new Set(GROUP_TAGS);
const APPENDICES: ReadonlySet<Tag> = new Set<Tag>(['AppdxTable', 'AppdxNote', 'AppdxStyle', 'AppdxFormat', 'Appdx', 'AppdxFig', 'SupplProvisionAppdxTable', 'SupplProvisionAppdxStyle', 'SupplProvisionAppdx']);
const CAPTIONS: ReadonlySet<Tag> = new Set<Tag>(['ArticleCaption', 'ParagraphCaption']);

/** 木の要素を HTML の要素に移す。番号の印字は木に無いので、読むときに飛ばす印を付けて添える。 */
export function htmlMapping({ root, labels, ...rest }: LawDocument) {
  const anchors = anchorsOf({ root, labels, ...rest });
  const identity = (element: Element): [string, string][] => {
    const anchor = anchors.get(element.id);
    return anchor === undefined ? [] : [['id', anchor]];
  };
  const classed = (element: Element): [string, string][] => [['class', kebab(element.tag)], ...identity(element)];
  const number = (element: Element): OutNode[] => {
    const label = isLabelled(element.tag) ? labelOf(element, labels) : null;
    return label === null || label === '' ? [] : [node('span', [['class', 'num'], DERIVED], [label])];
  };
  const headingName = (place: Place): string => `h${Math.min(place.level, 6)}`;

  const inline = (children: readonly Content[], place: Place): (OutNode | string)[] =>
    children.map((child) => {
      if (!isElement(child)) return child;
      if (!isInline(child)) return block(child, place);
      if (child.tag === 'Fig') return figure(child, place);
      if (!isPhrasing(child)) return node('div', classed(child), flow(child.children, place), child);
      const name = { Ruby: 'ruby', Rt: 'rt', Sup: 'sup', Sub: 'sub' }[child.tag as string] ?? 'span';
      return node(name, name === 'span' ? classed(child) : [], inline(child.children, place), child);
    });

  /** 図は参照だけが本文にある。読む人には名を示す。 */
  const figure = (element: Element, place: Place): OutNode =>
    node('span', classed(element), [...inline(element.children, place), node('span', [DERIVED], [`［図 ${element.attr['src'] ?? ''}］`])], element);

  const flow = (children: readonly Content[], place: Place): (OutNode | string)[] => {
    const out: (OutNode | string)[] = [];
    for (let i = 0; i < children.length; i += 1) {
      const child = children[i]!;
      if (!isElement(child)) out.push(child);
      else if (isListItem(child, place)) {
        const run = [child];
        for (let next = children[i + 1]; next !== undefined && isElement(next) && isListItem(next, place); next = children[i + 1]) {
          run.push(next);
          i += 1;
        }
        out.push(node('ol', [['class', 'items'], ['role', 'list']], run.map((item) => provision('li', item, place))));
      } else out.push(block(child, place));
    }
    return out;
  };

  const block = (element: Element, place: Place): OutNode => {
    const { tag } = element;
    if (tag === 'Fig') return figure(element, place);
    if (tag === 'LawTitle' && isPhrasing(element)) return node('h1', identity(element), inline(element.children, place), element);
    if (tag === 'Article') return article(element, place);
    if (tag === 'Paragraph') return provision('div', element, place);
    if (isListItem(element, place)) return provision('div', element, place);
    if (place.appendix && isLabelled(tag)) return section(element, place);
    if (GROUPS.has(tag) || tag === 'SupplProvision' || APPENDICES.has(tag)) return titled(element, place);
    if (isRegularTable(element)) return table(element, place);
    if (tag === 'ConclusionDate' && isPhrasing(element)) return conclusionDate(element, place);
    if (tag === 'Closing') return node('section', [...classed(element), ['aria-label', '締結']], flow(element.children, place), element);
    if (isPhrasing(element)) return node('p', classed(element), inline(element.children, place), element);
    return node('div', classed(element), flow(element.children, place), element);
  };

  const conclusionDate = (element: Element, place: Place): OutNode => {
    const date = readWareki(textOf(element))?.date;
    const content = inline(element.children, place);
    return node('p', classed(element), date ? [node('time', [['datetime', date]], content)] : content, element);
  };

  /** 条: 見出しと番号で一つの見出しになる。 */
  const article = (element: Element, place: Place): OutNode => {
    const [first, ...others] = element.children;
    const caption = first !== undefined && isElement(first) && CAPTIONS.has(first.tag) && isPhrasing(first) ? first : undefined;
    const heading = spaced(element, [...(caption ? [node('span', classed(caption), inline(caption.children, place), caption)] : []), ...number(element)]);
    const name = `${labelOf(element, labels) ?? ''}${caption ? textOf(caption) : ''}`;
    const below: Place = { ...place, level: place.level + 1, heading: name === '' ? place.heading : name };
    return node(
      'section',
      classed(element),
      [...(heading.length > 0 ? [node(headingName(place), [], heading)] : []), ...flow(caption ? others : element.children, below)],
      element,
    );
  };

  /** 項・号: 番号は文の先頭に置く。 */
  const provision = (name: string, element: Element, place: Place): OutNode => {
    const printed = number(element);
    const [first] = element.children;
    const sentenceAt = first !== undefined && isElement(first) && CAPTIONS.has(first.tag) ? 1 : 0;
    const lead = element.children[sentenceAt];
    if (printed.length === 0 || lead === undefined || !isElement(lead) || !lead.tag.endsWith('Sentence') || lead.tag === 'Sentence' || !isPhrasing(lead)) {
      return node(name, classed(element), [...printed.map((label) => node('p', [DERIVED], [label])), ...flow(element.children, place)], element);
    }
    return node(
      name,
      classed(element),
      [
        ...flow(element.children.slice(0, sentenceAt), place),
        node('p', classed(lead), [...printed, ...(allowsLayout(lead) ? [' '] : []), ...inline(lead.children, place)], lead),
        ...flow(element.children.slice(sentenceAt + 1), place),
      ],
      element,
    );
  };

  /** 別表の区分: 「3 圏域全体の…」を見出しにする。 */
  const section = (element: Element, place: Place): OutNode => {
    const [lead, ...others] = element.children;
    const printed = number(element);
    if (lead === undefined || !isElement(lead) || !lead.tag.endsWith('Sentence') || !isPhrasing(lead)) return provision('div', element, place);
    const below: Place = { ...place, level: place.level + 1, heading: textOf(lead) };
    return node('section', classed(element), [node(headingName(place), [], spaced(element, [...printed, node('span', classed(lead), inline(lead.children, place), lead)])), ...flow(others, below)], element);
  };

  /** 編・章・附則・別表: 先頭の題名（と関係条）を見出しにする。 */
  const titled = (element: Element, place: Place): OutNode => {
    const isTitle = (child: Content | undefined): child is Element => child !== undefined && isElement(child) && isPhrasing(child) && /(Title|Label|FormulaNum)$|^RelatedArticleNum$/.test(child.tag);
    const titles: Element[] = [];
    for (const child of element.children) {
      if (!isTitle(child) || titles.length === 2) break;
      titles.push(child);
    }
    const name = titles.map(textOf).join('');
    const below: Place = { level: place.level + 1, appendix: place.appendix || APPENDICES.has(element.tag), heading: name === '' ? place.heading : name };
    const heading = titles.length === 0 ? [] : [node(headingName(place), [], spaced(element, titles.map((title) => node('span', classed(title), inline(title.children, place), title))))];
    return node('section', classed(element), [...heading, ...flow(element.children.slice(titles.length), below)], element);
  };

  const table = (element: Element, place: Place): OutNode => {
    const rows = element.children.filter(isElement);
    const headCount = rows.findIndex((row) => row.tag !== 'TableHeaderRow');
    const heads = headCount < 0 ? rows : rows.slice(0, headCount);
    const bodies = headCount < 0 ? [] : rows.slice(headCount);
    const group = (name: string, group: readonly Element[]): OutNode[] => (group.length === 0 ? [] : [node(name, [], group.map((row) => tableRow(row, heads.length > 0, place)))]);
    const made = node('table', [...identity(element), ...(place.heading === '' ? [] : [['aria-label', place.heading] as [string, string]])], [...group('thead', heads), ...group('tbody', bodies)], element);
    // 横に長い表は、鍵盤でも横に送れるように焦点を受ける
    return node('div', [['class', 'table'], ['tabindex', '0'], ['role', 'group'], ['aria-label', place.heading === '' ? '表' : `${place.heading}の表`]], [made]);
  };

  const tableRow = (row: Element, headed: boolean, place: Place): OutNode =>
    node(
      'tr',
      identity(row),
      row.children.filter(isElement).map((cell, i) => {
        const scope = cell.tag === 'TableHeaderColumn' ? 'col' : headed && i === 0 && spanOf(cell, 'rowspan') === 1 ? 'row' : undefined;
        const attributes: [string, string][] = [];
        if (scope !== undefined) attributes.push(['scope', scope]);
        for (const name of ['rowspan', 'colspan'] as const) if (spanOf(cell, name) > 1) attributes.push([name, String(spanOf(cell, name))]);
        const single = cell.children.length === 1 && isPhrasing(cell);
        return node(scope === undefined ? 'td' : 'th', attributes, single ? inline(cell.children, place) : flow(cell.children, place), cell);
      }),
      row,
    );

  const start: Place = { level: 2, appendix: false, heading: '' };
  return { anchors, document: (): OutNode => node('article', [], flow(root.children, start), root) };
}

/** 見出しの部分の間を空ける。読み上げや写しで番号と題がくっつかない。本文の空白になるところでは空けない。 */
const spaced = (owner: Element, parts: readonly OutNode[]): (OutNode | string)[] => parts.flatMap((part, i) => (i > 0 && allowsLayout(owner) ? [' ', part] : [part]));

const isListItem = (element: Element, place: Place): boolean => isLabelled(element.tag) && element.tag !== 'Article' && element.tag !== 'Paragraph' && !(place.appendix && hasBlocks(element));

const hasBlocks = (element: Element): boolean => element.children.some((child) => isElement(child) && !child.tag.endsWith('Sentence'));

const kebab = (tag: Tag): string => tag.replace(/(?<!^)(?=[A-Z][a-z])/g, '-').toLowerCase();
