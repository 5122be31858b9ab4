import { childOf, isElement, labelOf, textOf, walk, type Element, type LawDocument } from '@renkei/core';
import { markAttributes } from '../tree/marks.js';
import { allowsLayout, isNode, node, type OutNode } from '../tree/out-node.js';
import { DERIVED, htmlMapping } from './html-mapping.js';
import { htmlAttribute, htmlText } from './html-text.js';
import { OWN_ATTRIBUTE, OWN_VERSION } from './is-own-html.js';
import { STYLE } from './style.js';

/** そのまま開ける一枚の HTML に書く。印（data-*）を添えるので、readHtml で同じ木に戻る。 */
export function writeHtml(document: LawDocument): string {
  const { anchors, document: article } = htmlMapping(document);
  const title = titleOf(document);
  const out: string[] = [
    '<!DOCTYPE html>\n',
    `<html lang="ja" ${OWN_ATTRIBUTE}="${OWN_VERSION}">\n`,
    `<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="generator" content="Renkei">\n<title>${htmlAttribute(title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n`,
    '<a class="skip" href="#text">本文へ進む</a>\n',
  ];
  const contents = contentsOf(document, anchors);
  if (contents !== undefined) write(contents, '', true, out);
  out.push('<main id="text">\n');
  write(article(), '', true, out, document);
  out.push('</main>\n</body>\n</html>\n');
  return out.join('');
}

/** 文字の流れを持つ要素。中で改行すると空白が見えるので、字下げをしない。 */
const PHRASING: ReadonlySet<string> = new Set(['p', 'span', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ruby', 'rt', 'sup', 'sub', 'time', 'a', 'td', 'th']);

function write(element: OutNode, indent: string | null, layout: boolean, out: string[], document?: LawDocument): void {
  const inside = element.mark === undefined ? layout : allowsLayout(element.mark);
  out.push(`${indent ?? ''}<${element.name}`);
  for (const [name, value] of element.attributes) out.push(value === '' ? ` ${name}` : ` ${name}="${htmlAttribute(value)}"`);
  if (element.mark !== undefined) for (const [name, value] of markAttributes(element.mark, document?.labels)) out.push(` data-${name}="${htmlAttribute(value)}"`);
  const inner = inside && indent !== null && element.children.length > 0 && !PHRASING.has(element.name) && element.children.every(isNode) ? `${indent} ` : null;
  out.push(inner === null ? '>' : '>\n');
  for (const child of element.children) {
    if (isNode(child)) write(child, inner, inside, out);
    else out.push(htmlText(child));
  }
  out.push(`${inner === null ? '' : indent}</${element.name}>${indent === null ? '' : '\n'}`);
}

function titleOf({ root }: LawDocument): string {
  const body = childOf(root, 'LawBody');
  const title = body && childOf(body, 'LawTitle');
  const text = title === undefined ? '' : textOf(title).trim();
  return text === '' ? '題名のない文書' : text;
}

/** 条・附則・別表への目次。木には入らない。 */
function contentsOf({ root, labels }: LawDocument, anchors: ReadonlyMap<string, string>): OutNode | undefined {
  const links: OutNode[] = [];
  const link = (element: Element, text: string): void => {
    const anchor = anchors.get(element.id);
    if (anchor !== undefined && text.trim() !== '') links.push(node('li', [], [node('a', [['href', `#${anchor}`]], [text])]));
  };
  for (const element of walk(root)) {
    const [first, second] = element.children.filter(isElement);
    if (element.tag === 'Article' && anchors.get(element.id)?.startsWith('a') === true) link(element, `${labelOf(element, labels) ?? ''}${first?.tag === 'ArticleCaption' ? textOf(first) : ''}`);
    else if (element.tag === 'SupplProvision') link(element, first === undefined ? '附則' : textOf(first));
    else if (/^Appdx(Table|Note|Style|Format|Fig)?$/.test(element.tag)) link(element, [first, second].filter((e) => e !== undefined && /(Title|Num)$/.test(e.tag)).map((e) => textOf(e!)).join(''));
  }
  return links.length < 2 ? undefined : node('nav', [['aria-label', '目次'], DERIVED], [node('ul', [], links)]);
}
