import { isElement, isLabelled, labelOf, readWareki, textOf, type Content, type Element, type LabelForms, type ProvisionNum } from '@renkei/core';
import { node, type OutNode } from '../tree/out-node.js';
import { isRegularTable } from '../tree/is-regular-table.js';
import { isInline, isPhrasing } from '../tree/phrasing.js';
import { spanOf } from '../tree/span-of.js';
import { hierarchyName, isHeading, isListed } from './akn-name.js';

export type AknMapping = ReturnType<typeof aknMapping>;
type MakeEid = (parent: string, abbreviation: string, num?: ProvisionNum) => string;

/**
 * 木の要素を Akoma Ntoso の要素に移す。置かれる場所は三通り:
 *   階層 hierarchy（条・項・号）／塊 block（段落・表）／文の中 inline（ルビ・上付き）
 */
export function aknMapping(labels: LabelForms, eid: MakeEid) {
  /** 番号・見出し・副見出し。見出しは木の先頭の子のときだけ。 */
  const head = (element: Element): { readonly out: OutNode[]; readonly rest: readonly Content[] } => {
    const out: OutNode[] = [];
    const label = isLabelled(element.tag) ? labelOf(element, labels) : null;
    if (label !== null && label !== '') out.push(node('num', [], [label]));
    let rest = element.children;
    const [first, second] = rest;
    if (first !== undefined && isElement(first) && isHeading(first.tag) && isPhrasing(first)) {
      out.push(node('heading', [], inline(first.children, ''), first));
      rest = rest.slice(1);
      if (second !== undefined && isElement(second) && second.tag === 'RelatedArticleNum' && isPhrasing(second)) {
        out.push(node('subheading', [], inline(second.children, ''), second));
        rest = rest.slice(1);
      }
    }
    return { out, rest };
  };

  const hierarchy = (element: Element, parent: string): OutNode => {
    const name = hierarchyName(element.tag) ?? { name: 'hcontainer', abbreviation: 'hcontainer' };
    const id = eid(parent, name.abbreviation, element.num);
    const { out, rest } = head(element);
    const named: [string, string][] = name.name === 'hcontainer' ? [['name', element.tag]] : [];
    const firstLower = rest.findIndex((child) => isElement(child) && hierarchyName(child.tag) !== undefined);
    if (firstLower < 0) return node(name.name, [['eId', id], ...named], [...out, node('content', [], filled(blocks(rest, id)))], element);
    const listed = rest.slice(firstLower).some((child) => isElement(child) && isListed(child.tag)) && (element.tag === 'Paragraph' || isListed(element.tag));
    const inner = listed ? eid(id, 'list') : id;
    const lower = [
      ...(firstLower === 0 ? [] : [node('intro', [], blocks(rest.slice(0, firstLower), inner))]),
      ...hierarchyOf(rest.slice(firstLower), inner),
    ];
    return node(name.name, [['eId', id], ...named], [...out, ...(listed ? [node('list', [['eId', inner]], lower)] : lower)], element);
  };

  /** 階層の中に並べる。階層でないもの（項の後の表など）は hcontainer で包む。 */
  const hierarchyOf = (children: readonly Content[], parent: string): OutNode[] => {
    const out = children.map((child) => {
      if (isElement(child) && hierarchyName(child.tag) !== undefined) return hierarchy(child, parent);
      const id = eid(parent, 'hcontainer');
      return node('hcontainer', [['eId', id], ['name', isElement(child) ? child.tag : 'text']], [node('content', [], blocks([child], id))]);
    });
    return out.length > 0 ? out : [node('hcontainer', [['eId', eid(parent, 'hcontainer')], ['name', 'empty']], [node('content', [], filled([]))])];
  };

  const block = (element: Element, parent: string): OutNode => {
    if (isRegularTable(element) && element.children.length > 0) return table(element, parent);
    if (element.tag === 'Fig' || (isInline(element) && element.tag !== 'Sentence' && element.tag !== 'Column')) return node('p', [], inline([element], parent));
    if (isPhrasing(element)) return node('p', [], inline(element.children, parent), element);
    const id = eid(parent, 'tblock', element.num);
    const { out, rest } = head(element);
    return node('tblock', [['eId', id]], [...out, ...filled(blocks(rest, id))], element);
  };

  const blocks = (children: readonly Content[], parent: string): OutNode[] => children.map((child) => (isElement(child) ? block(child, parent) : node('p', [], [child])));

  const inline = (children: readonly Content[], parent: string): (OutNode | string)[] =>
    children.map((child) => {
      if (!isElement(child)) return child;
      if (child.tag === 'Fig' && child.children.length === 0 && child.attr['src'] !== undefined) return node('img', [['src', child.attr['src']]], [], child);
      if (isInline(child) && isPhrasing(child)) return node(child.tag === 'Sup' ? 'sup' : child.tag === 'Sub' ? 'sub' : 'span', [], inline(child.children, parent), child);
      const id = eid(parent, 'embed');
      return isInline(child) ? node('embeddedStructure', [['eId', id]], filled(blocks(child.children, id)), child) : node('embeddedStructure', [['eId', id]], [block(child, id)]);
    });

  const table = (element: Element, parent: string): OutNode => {
    const id = eid(parent, 'table');
    return node(
      'table',
      [['eId', id]],
      element.children.filter(isElement).map((row) => {
        const cells = row.children.filter(isElement).map((cell) =>
          node(cell.tag === 'TableHeaderColumn' ? 'th' : 'td', spans(cell), filled(blocks(cell.children, id)), cell),
        );
        return node('tr', [], cells.length > 0 ? cells : [node('td', [], filled([]))], row);
      }),
      element,
    );
  };

  /** 段落の中に、意味を言う要素を一つ挟む（題名・法令番号・締結日・署名）。 */
  const wrapped = (outer: string, name: string, element: Element, attributes: OutNode['attributes'] = []): OutNode =>
    isPhrasing(element) ? node(outer, [], [node(name, attributes, inline(element.children, ''))], element) : block(element, '');

  const wrappedTitle = (element: Element): OutNode =>
    element.tag === 'LawTitle' && isPhrasing(element) ? node('longTitle', [['eId', eid('', 'longTitle')]], [node('p', [], [node('docTitle', [], inline(element.children, ''))])], element) : block(element, '');

  /** 前文・制定文・目次・署名欄など、前置きと結びの中の入れ物。 */
  const container = (element: Element, parent: string): OutNode => {
    if (element.tag === 'EnactStatement' && isPhrasing(element)) {
      return node('formula', [['eId', eid(parent, 'formula')], ['name', element.tag]], [node('p', [], inline(element.children, parent))], element);
    }
    if (element.tag === 'ClosingFormula') {
      const id = eid(parent, 'formula');
      return node('formula', [['eId', id], ['name', element.tag]], filled(blocks(element.children, id)), element);
    }
    if (element.tag === 'ConclusionDate') {
      const date = readWareki(textOf(element))?.date;
      return date ? wrapped('p', 'date', element, [['date', date]]) : block(element, parent);
    }
    if (isPhrasing(element)) return block(element, parent);
    const id = eid(parent, 'container');
    const last = element.tag === 'SignatureBlock' ? element.children.at(-1) : undefined;
    const inside = element.children.map((child) => {
      if (!isElement(child)) return node('p', [], [child]);
      // 署名欄は住所・団体名・職氏名の順に並ぶ。署名に当たるのは最後の行
      return child === last ? wrapped('p', 'signature', child, [['eId', eid(id, 'signature')]]) : block(child, id);
    });
    return node('container', [['eId', id], ['name', element.tag]], filled(inside), element);
  };

  const conclusions = (closing: Element): OutNode =>
    node('conclusions', [], filled(closing.children.map((child) => (isElement(child) ? container(child, '') : node('p', [], [child])))), closing);

  /** 別表・様式など。題名は attachment の見出しに、中身は文書の本体に置く。 */
  const attachment = (element: Element, meta: OutNode): OutNode => {
    const id = eid('', 'att');
    const { out, rest } = head(element);
    const inside = rest.map((child) => (isElement(child) ? (hierarchyName(child.tag) === undefined ? block(child, id) : hierarchy(child, id)) : node('p', [], [child])));
    return node('attachment', [['eId', id]], [...out, node('doc', [['name', element.tag]], [meta, node('mainBody', [], filled(inside))])], element);
  };

  return { block, hierarchy, hierarchyOf, container, conclusions, attachment, wrapped, wrappedTitle };
}

/** 中身が一つは要るところ（スキーマ）に、印のない空の段落を置く。 */
const filled = (children: readonly OutNode[]): readonly OutNode[] => (children.length > 0 ? children : [node('p', [], [])]);

const spans = (cell: Element): [string, string][] =>
  (['rowspan', 'colspan'] as const).flatMap((name): [string, string][] => {
    const count = spanOf(cell, name);
    return count > 1 ? [[name, String(count)]] : [];
  });
