import type { SourceFailure } from '@renkei/app';
import { err, ok } from '@renkei/core';
import { isMarkup, type Markup } from '../tree/markup.js';
import { documentOf, markOf, readMarkedElement, type MarkReader } from '../tree/marks.js';
import type { TreeResult } from '../tree/tree-reading.js';
import { CHARACTER_ATTRIBUTE } from './html-text.js';
import { OWN_ATTRIBUTE, OWN_VERSION } from './is-own-html.js';
import { parseHtmlMarkup } from './parse-html-markup.js';

const READER: MarkReader = {
  prefix: 'data-',
  skip: ({ attributes }) => attributes.has('data-derived'),
  character: ({ attributes }) => {
    const code = attributes.get(CHARACTER_ATTRIBUTE);
    return code !== undefined && /^[0-9a-f]{4}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 16)) : undefined;
  },
};

/** writeHtml の書いた HTML を木に読む。よその HTML は isOwnHtml で見分けて、この関数へは渡さない。 */
export function readHtml(text: string): TreeResult {
  const parsed = parseHtmlMarkup(text);
  if (!parsed.ok) return parsed;
  const html = parsed.value.children.find((child): child is Markup => isMarkup(child) && child.name === 'html');
  if (html === undefined) return wrong(parsed.value, '', 'html');
  if (html.attributes.get(OWN_ATTRIBUTE) !== OWN_VERSION) return wrong(html, html.attributes.get(OWN_ATTRIBUTE) ?? '', `${OWN_ATTRIBUTE}="${OWN_VERSION}"`);
  const root = findLaw(html);
  if (root === undefined) return wrong(html, '', 'data-tag="Law"');
  const law = readMarkedElement(root, READER);
  if (!law.ok) return wrong(law.error.at, law.error.at.name, law.error.attribute);
  const document = documentOf(law.value, markOf(root, READER.prefix, 'labels'));
  return document === undefined ? wrong(root, root.name, 'data-labels') : ok({ document, findings: [] });
}

const wrong = (at: Markup, found: string, expected: string): { ok: false; error: SourceFailure } =>
  err({ code: 'source.wrong-shape', data: { line: at.line, column: at.column, found, expected } });

function findLaw(markup: Markup): Markup | undefined {
  if (markOf(markup, READER.prefix, 'tag') === 'Law') return markup;
  for (const child of markup.children) {
    const found = isMarkup(child) ? findLaw(child) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
