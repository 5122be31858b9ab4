import type { Reading } from '../finding.js';
import { AGREEMENT_LABELS, STATUTE_LABELS } from '../label.js';
import type { SourceText } from '../source.js';
import { BodyReader } from './body-reader.js';
import { readClosing } from './closing.js';
import { draft, freeze, textDraft, type Draft } from './draft.js';
import { readHead } from './head.js';
import { appdxLine, articleLine, groupLine, isCaptionShape, isClosingFormula, isDateLine, labelledLine, remarksLine, supplLine, type AppdxLine } from './line-kind.js';
import { prepareBlocks, type Block, type LineBlock } from './prepare-blocks.js';
import { readerContext, type ReaderContext } from './reader-context.js';
import { repairTable, restoreRoles } from './table-repair.js';
import { emitTable, readTable, type TableDraft } from './table.js';
import { isTocLabel, readToc } from './toc.js';
import { spansOf, traced } from './traced-text.js';
import { repairVariantGlyphs } from './variant-glyph.js';

/**
 * 行と表の並びから本文の木を読む。どんな入力でも木と報告を返し、例外にしない。
 * 原文の空白でない文字は、すべて木の節点か報告のどちらかに位置を持つ。
 */
export function readText(source: SourceText): Reading {
  const context = readerContext(source);
  const blocks = prepareBlocks(context);
  const bodyAt = findBody(blocks);
  const headLines = blocks.slice(0, bodyAt).filter((b): b is LineBlock => b.kind === 'line');
  const head = readHead(headLines, context);
  const body = draft('LawBody', head.parts);
  const tables = readBody(blocks, bodyAt, body, context);
  for (const table of tables) repairTable(table, context);
  restoreRoles(tables, context);
  tables.forEach(emitTable);
  const root = draft('Law', head.lawNum ? [head.lawNum, body] : [body]);
  repairVariantGlyphs(root, context);
  context.flushMarks();
  return freeze(root, context.findings, isStatute(headLines) ? STATUTE_LABELS : AGREEMENT_LABELS);
}

/** 書きぶりの見当たらない階層の既定を選ぶ。漢数字の条を持つ文書は国の法令の書きぶり。 */
const isStatute = (head: readonly LineBlock[]): boolean => head.some((l) => /(法律|政令|省令|規則)第?[一二三四五六七八九十百〇―]+/.test(l.body.text));

/**
 * 本則の始まり: 目次・編章節・条（その見出しを含む）。
 * 条を持たない文書では、制定文の次、最初の標目・表・締結文。
 */
function findBody(blocks: readonly Block[]): number {
  const line = (i: number): string | undefined => {
    const block = blocks[i];
    return block?.kind === 'line' ? block.body.text : undefined;
  };
  const find = (test: (text: string, i: number) => unknown, end: number): number => {
    for (let i = 0; i < end; i += 1) {
      const text = line(i);
      if (text !== undefined && test(text, i)) return i;
    }
    return end;
  };
  const structural = find((t) => isTocLabel(t) || groupLine(t) || articleLine(t), blocks.length);
  // 議案の「別紙」の行は、続く協約の案の表紙であって別表ではない
  const later = find((t, i) => supplLine(t) || (appdxLine(t) && !(i < structural && /^別[\s　]*紙$/.test(t))), blocks.length);
  const table = blocks.findIndex((b) => b.kind === 'table');
  const hasArticles = structural < later;
  const enacted = hasArticles ? -1 : find((t) => ENACTED.test(t), later);
  const loose = hasArticles
    ? find((t, i) => i > 0 && isClosingFormula(t), structural)
    : Math.min(enacted < later && enacted >= 0 ? enacted + 1 : later, find((t, i) => (i > 0 && labelledLine(t)) || isClosingFormula(t), later));
  const begin = Math.min(structural, later, loose, table < 0 ? blocks.length : table);
  const before = blocks[begin - 1];
  // 三字以上下がった行は題名か法令番号であって、条の見出しではない
  const captioned = before?.kind === 'line' && before.indent < 6 && begin < blocks.length && isCaptionShape(before.body.text) && line(begin) !== undefined && !appdxLine(line(begin)!) && !supplLine(line(begin)!);
  return captioned ? begin - 1 : begin;
}

/** 「…この政令を制定する。」で終わる制定文。 */
const ENACTED = /この[^、。]{1,12}を(?:制定|公布)する。$/;

function readBody(blocks: readonly Block[], from: number, body: Draft, context: ReaderContext): TableDraft[] {
  const tables: TableDraft[] = [];
  const main = draft('MainProvision');
  let mainPlaced = false;
  const reader = new BodyReader(main, context);
  const placeMain = (): void => {
    if (!mainPlaced) body.children.push(main);
    mainPlaced = true;
  };
  let at = from;
  while (at < blocks.length) {
    const block = blocks[at]!;
    if (block.kind === 'table') {
      placeMain();
      addTable(block.rows, reader, tables, context);
      at += 1;
      continue;
    }
    const { text } = block.body;
    if (!mainPlaced && isTocLabel(text)) {
      const { toc, next } = readToc(blocks, at);
      body.children.push(toc);
      at = next;
      continue;
    }
    const suppl = supplLine(text);
    if (suppl) {
      placeMain();
      const node = draft('SupplProvision', [labelPart(block, suppl.label)], spansOf(block.body));
      if (suppl.amendLawNum !== undefined) node.attr['AmendLawNum'] = suppl.amendLawNum;
      if (suppl.extract) node.attr['Extract'] = 'true';
      body.children.push(node);
      reader.enter(node);
      at += 1;
      continue;
    }
    const appdx = appdxLine(text);
    if (appdx) {
      placeMain();
      const node = appdxDraft(block, appdx);
      // 附則別表は、直前の附則に属する
      const suppl = appdx.tag === 'SupplProvisionAppdxTable' ? body.children.findLast((c) => typeof c !== 'string' && c.tag === 'SupplProvision') : undefined;
      (typeof suppl === 'object' ? suppl : body).children.push(node);
      reader.enter(node);
      at += 1;
      continue;
    }
    if (isClosingFormula(text) || (isDateLine(text) && mainPlaced && signatureFollows(blocks, at))) {
      placeMain();
      const end = closingEnd(blocks, at);
      reader.finish();
      body.children.push(readClosing(blocks.slice(at, end) as LineBlock[]));
      reader.enter(afterClosing(body));
      at = end;
      continue;
    }
    placeMain();
    at += readProvision(blocks, at, block, reader);
  }
  reader.finish();
  placeMain();
  removeEmpty(body);
  return tables;
}

/** 締結文の後の、どの区画にも属さない行の置き場（空なら最後に捨てる）。 */
function afterClosing(body: Draft): Draft {
  const note = draft('AppdxNote');
  body.children.push(note);
  return note;
}

function removeEmpty(body: Draft): void {
  body.children = body.children.filter((c) => typeof c === 'string' || c.tag !== 'AppdxNote' || c.children.length > 0);
}

/** 一つの行（見出しがあれば二行）を読み、進んだ数を返す。 */
function readProvision(blocks: readonly Block[], at: number, block: LineBlock, reader: BodyReader): number {
  const next = blocks[at + 1];
  const caption = isCaptionShape(block.body.text) && next?.kind === 'line' ? block : undefined;
  const line = caption && next?.kind === 'line' ? next : block;
  const taken = caption ? 2 : 1;
  const { text } = line.body;
  const article = articleLine(text);
  if (article) return (reader.article(line, article, caption), taken);
  const label = labelledLine(text);
  const captioned = caption && !isCaptionShape(text) && !groupLine(text) && !supplLine(text) && !appdxLine(text) && (label ? /^[0-9０-９①-⑳]/.test(label.label) : line.indent > 0 && line.indent < 4);
  if (captioned) return (label ? reader.labelled(line, label, caption) : reader.unlabelled(line, caption, false), taken);
  return (readPlainLine(block, next, reader), 1);
}

function readPlainLine(block: LineBlock, next: Block | undefined, reader: BodyReader): void {
  const { text } = block.body;
  const group = groupLine(text);
  if (group) return reader.group(block, group);
  const remarks = remarksLine(text);
  if (remarks) return reader.remarks(block, remarks);
  const label = labelledLine(text) ?? reader.lookalike(block);
  if (label) return reader.labelled(block, label, undefined);
  return reader.unlabelled(block, undefined, next?.kind === 'table');
}

/** 直前の表とのあいだに本文が無ければ、その表の続き（ページの切れ目）とみる。 */
function addTable(rows: Parameters<typeof readTable>[0], reader: BodyReader, tables: TableDraft[], context: ReaderContext): void {
  const table = readTable(rows, reader.where(), context);
  const previous = reader.lastTable;
  if (previous && (table.header.length === 0 || sameHeader(previous, table))) {
    previous.body.push(...(table.header.length === 0 ? [] : table.header), ...table.body);
    return;
  }
  tables.push(table);
  reader.table(table);
}

const sameHeader = (a: TableDraft, b: TableDraft): boolean => headerKey(a) !== '' && headerKey(a) === headerKey(b);
const headerKey = (table: TableDraft): string => table.header.map((r) => r.slots.map((c) => c?.text.text ?? '').filter((t) => t !== '').join('\t')).join('\n');

/** 締結文の終わり: 次の附則・別表・条・編章節・表まで。 */
function closingEnd(blocks: readonly Block[], from: number): number {
  for (let i = from + 1; i < blocks.length; i += 1) {
    const block = blocks[i]!;
    if (block.kind === 'table') return i;
    const { text } = block.body;
    if (supplLine(text) || appdxLine(text) || articleLine(text) || groupLine(text)) return i;
    const next = blocks[i + 1];
    if (isCaptionShape(text) && next?.kind === 'line' && articleLine(next.body.text)) return i;
  }
  return blocks.length;
}

/** 締結文の失われた署名欄: 日付だけの行の後に、首長の職名の行がある。 */
function signatureFollows(blocks: readonly Block[], at: number): boolean {
  return blocks.slice(at + 1, at + 8).some((b) => b.kind === 'line' && /(?:[市町村区]長(?!町)|知事)[^。、はがを]{0,24}$/.test(b.body.text));
}

function labelPart(block: LineBlock, label: string): Draft {
  return textDraft('SupplProvisionLabel', { text: label, pieces: block.body.pieces });
}

function appdxDraft(block: LineBlock, line: AppdxLine): Draft {
  const titleTag = line.tag === 'Appdx' ? 'ArithFormulaNum' : (`${line.tag}Title` as const);
  const node = draft(line.tag, [textDraft(titleTag, { text: line.title, pieces: block.body.pieces })]);
  if (line.related !== undefined) {
    const related = `（${line.related.slice(1, -1)}）`;
    node.children.push(textDraft('RelatedArticleNum', traced(related, block.body.pieces[0]!.start + line.relatedAt)));
  }
  return node;
}
