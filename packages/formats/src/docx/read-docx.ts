import { err, ok, type Finding, type Result, type SourceText } from '@renkei/core';
import type { SourceFailure } from '@renkei/app';
import type { Container } from '../container/open-container.js';
import { MARKUP_DEPTH, MARKUP_ELEMENTS } from '../limits.js';
import { bodyReader, type BodyReader } from './body-reader.js';
import { readNumbering } from './numbering.js';
import { descendants } from './paragraph-reader.js';
import { readStyles } from './styles.js';
import { decodePart, isPartProblem, nodeOf, nodesOf, parseXmlPart, xmlTextOf, type PartProblem, type XmlNode } from './xml-part.js';

/**
 * docx を行と表の行に直す。
 *
 * 読取は自前。法令文の条・号の番号は Word の自動番号であることが多く、本文の文字には無い。
 * mammoth など HTML へ移す道具は番号を落とし、変更履歴・文字枠・ふりがなの扱いも選べない。
 * 要るのは文字と番号と表だけなので、saxes の上の小さな読取のほうが確かで、記憶も少ない。
 */
export async function readDocx(container: Container): Promise<Result<{ readonly source: SourceText; readonly findings: readonly Finding[] }, SourceFailure>> {
  const main = await mainPart(container);
  if (!main.ok) return main;
  const damage: Finding[] = [];
  const optional = async (name: string): Promise<Result<XmlNode | undefined, SourceFailure>> => {
    const bytes = await container.read(name);
    if (!bytes.ok) {
      if (bytes.error.code !== 'source.damaged-container') return bytes;
      damage.push(damagedPart(name, String(bytes.error.data['detail'])));
      return ok(undefined);
    }
    if (bytes.value === undefined) return ok(undefined);
    const parsed = parseXmlPart(decodePart(bytes.value));
    if (!isPartProblem(parsed)) return ok(parsed);
    damage.push(damagedPart(name, parsed.kind === 'not-well-formed' ? parsed.detail : `${parsed.kind}: ${parsed.found}`));
    return ok(undefined);
  };

  const beside = main.value.replace(/[^/]*$/, '');
  const styles = await optional(`${beside}styles.xml`);
  if (!styles.ok) return styles;
  const numbering = await optional(`${beside}numbering.xml`);
  if (!numbering.ok) return numbering;
  const reader = bodyReader(readStyles(styles.value), readNumbering(numbering.value));

  const bytes = await container.read(main.value);
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return err({ code: 'source.damaged-container', data: { format: 'docx', detail: `no ${main.value}` } });
  const parsed = parseXmlPart(decodePart(bytes.value), { within: 'w:body', visit: reader.add });
  if (isPartProblem(parsed)) return err(failureOf(parsed));

  for (const [pattern, read] of BESIDE) {
    for (const name of [...container.names].filter((n) => n.startsWith(beside) && pattern.test(n.slice(beside.length))).toSorted()) {
      const part = await optional(name);
      if (!part.ok) return part;
      if (part.value) read(part.value, reader);
    }
  }
  const { source, findings } = reader.finish();
  return ok({ source, findings: [...damage, ...findings] });
}

const damagedPart = (part: string, detail: string): Finding => ({ code: 'source.damaged-part', severity: 'warning', at: {}, data: { part, detail } });

function failureOf(problem: PartProblem): SourceFailure {
  switch (problem.kind) {
    case 'not-well-formed':
      return { code: 'source.damaged-container', data: { format: 'docx', detail: problem.detail } };
    case 'too-deep':
      return { code: 'source.too-large', data: { what: 'nesting', found: problem.found, limit: MARKUP_DEPTH } };
    case 'too-many':
      return { code: 'source.too-large', data: { what: 'elements', found: problem.found, limit: MARKUP_ELEMENTS } };
  }
}

/** 本文の部品の名。_rels/.rels が指すもの、無ければ決まった名。 */
async function mainPart(container: Container): Promise<Result<string, SourceFailure>> {
  const rels = await container.read('_rels/.rels');
  if (!rels.ok && rels.error.code !== 'source.damaged-container') return rels;
  if (rels.ok && rels.value) {
    const parsed = parseXmlPart(decodePart(rels.value));
    if (!isPartProblem(parsed)) {
      const target = nodesOf(nodeOf(parsed, 'rel:Relationships'), 'rel:Relationship').find((rel) => rel.attr['Type']?.endsWith('/officeDocument'))?.attr['Target'];
      const name = target?.replace(/^\//, '');
      if (name !== undefined && container.names.has(name)) return ok(name);
    }
  }
  return ok('word/document.xml');
}

/** 本文の外の文字。本文には採らず、報告に残す。 */
const BESIDE: readonly (readonly [RegExp, (part: XmlNode, reader: BodyReader) => void])[] = [
  [/^header\d*\.xml$/, (part, reader) => furniture(part, reader, 'header')],
  [/^footer\d*\.xml$/, (part, reader) => furniture(part, reader, 'footer')],
  [/^footnotes\.xml$/, (part, reader) => notes(part, reader, 'w:footnote', 'footnote')],
  [/^endnotes\.xml$/, (part, reader) => notes(part, reader, 'w:endnote', 'endnote')],
  [/^comments\.xml$/, (part, reader) => notes(part, reader, 'w:comment', 'comment')],
];

const plainText = (node: XmlNode): string => descendants(node, 'w:p').map((p) => descendants(p, 'w:t').map(xmlTextOf).join('')).join(' ').trim();

function furniture(part: XmlNode, reader: BodyReader, name: string): void {
  const found = plainText(part);
  if (found !== '') reader.report('source.page-furniture', 'advice', { part: name }, found);
}

function notes(part: XmlNode, reader: BodyReader, element: string, name: string): void {
  for (const note of descendants(part, element)) {
    const found = plainText(note);
    if (found !== '') reader.report('source.note', 'warning', { part: name }, found);
  }
}
