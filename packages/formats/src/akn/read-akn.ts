import type { SourceFailure } from '@renkei/app';
import { err, isElement, ok, type Element, type ProvisionNum, type Result } from '@renkei/core';
import { asideFindings } from '../tree/aside-findings.js';
import { isMarkup, type Markup } from '../tree/markup.js';
import { documentOf, markOf, readMarkedElement, type BrokenMark, type MarkReader } from '../tree/marks.js';
import { readPairs } from '../tree/pair-list.js';
import { parseXml } from '../tree/parse-xml.js';
import { isBlank } from '../tree/text-tags.js';
import type { TreeResult } from '../tree/tree-reading.js';
import { AKN_NAMESPACE } from './akn-name.js';
import { REGIONS } from './region.js';

const READER: MarkReader = {
  prefix: 'renkei:',
  // 番号の印字は num から導き、書誌は本文ではない
  skip: ({ name }) => name === 'num' || name === 'meta',
  character: () => undefined,
};

/** writeAkn の書いた Akoma Ntoso を木に読む。印のない（よそで作られた）ものは読めない。 */
export function readAkn(text: string): TreeResult {
  const parsed = parseXml(text);
  if (!parsed.ok) return parsed;
  const { root, asides } = parsed.value;
  if (root.name !== 'akomaNtoso' || root.attributes.get('xmlns') !== AKN_NAMESPACE) return wrong(root, root.name, 'akomaNtoso');
  const act = root.children.find((child): child is Markup => isMarkup(child) && child.name === 'act');
  if (act === undefined) return wrong(root, root.children.find(isMarkup)?.name ?? '', 'act');
  if (markOf(act, READER.prefix, 'tag') === undefined) return wrong(act, 'act', 'act renkei:tag');
  const law = markOf(act, READER.prefix, 'layout') === 'generic' ? readMarkedElement(act, READER) : readOrdinary(act);
  if (!law.ok) return wrong(law.error.at, law.error.at.name, law.error.attribute);
  const document = documentOf(law.value, markOf(act, READER.prefix, 'labels'));
  return document === undefined ? wrong(act, 'act', 'renkei:labels') : ok({ document, findings: asideFindings(asides) });
}

const wrong = (at: Markup, found: string, expected: string): { ok: false; error: SourceFailure } =>
  err({ code: 'source.wrong-shape', data: { line: at.line, column: at.column, found, expected } });

/** 各部に分かれた LawBody を一つに戻す。LawNum だけは Law の子。 */
function readOrdinary(act: Markup): Result<Element, BrokenMark> {
  const law = readMarkedElement(act, READER, []);
  if (!law.ok) return law;
  const pairs = readPairs(markOf(act, READER.prefix, 'body') ?? '');
  if (pairs === undefined) return err({ code: 'broken-mark', at: act, attribute: `${READER.prefix}body` });
  const lawNums: Element[] = [];
  const placed: { readonly element: Element; readonly index: number }[] = [];
  for (const markup of act.children.flatMap((child) => (isMarkup(child) && (REGIONS as readonly string[]).includes(child.name) ? topLevel(child) : []))) {
    // 印のない段落に書き足された文字は、木のどこに属するか言えない。黙って捨てずに断る
    if (markOf(markup, READER.prefix, 'tag') === undefined) return err({ code: 'broken-mark', at: markup, attribute: `${READER.prefix}tag` });
    const children = markup.name === 'body' ? markup.children.filter((child) => !isMarkup(child) || !isOutside(child)) : markup.children;
    const element = readMarkedElement(markup, READER, children);
    if (!element.ok) return element;
    if (element.value.tag === 'LawNum' && lawNums.length === 0) lawNums.push(element.value);
    else placed.push({ element: element.value, index: Number(markOf(markup, READER.prefix, 'index') ?? placed.length) });
  }
  const num = pairs.find(([name]) => name === 'Num')?.[1];
  const body: Element = {
    tag: 'LawBody',
    id: law.value.id,
    ...(num === undefined ? {} : { num: num as ProvisionNum }),
    attr: Object.fromEntries(pairs.filter(([name]) => name !== 'Num')),
    children: placed.sort((a, b) => a.index - b.index).map(({ element }) => element).filter(isElement),
  };
  return ok({ ...law.value, children: [...lawNums, body] });
}

const isOutside = (markup: Markup): boolean => markOf(markup, READER.prefix, 'outside') === 'true';

/** 一つの部の中の、印のある要素。本則に当たる body は、その外の附則を続けて返す。印のない文字があれば、それを持つ要素を返す。 */
function topLevel(region: Markup): Markup[] {
  if (markOf(region, READER.prefix, 'tag') !== undefined) return [region, ...region.children.filter((child): child is Markup => isMarkup(child) && isOutside(child))];
  if (region.children.some((child) => !isMarkup(child) && !isBlank(child))) return [region];
  return region.children.filter(isMarkup).flatMap((child) => (markOf(child, READER.prefix, 'tag') === undefined ? topLevel(child) : [child]));
}
