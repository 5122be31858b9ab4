import { append } from '../../kernel/append.js';
import { readAppendixHead } from './appendix-head.js';
import { BodyReader } from './body-reader.js';
import { readClosing } from './closing.js';
import { draft, type Draft } from './draft.js';
import { appdxLine, articleLine, groupLine, isCaptionShape, isClosingFormula, isDateLine, labelledLine, remarksLine, supplLine, type AppdxLine } from './line-kind.js';
import type { Block, LineBlock, TableBlock } from './prepare-blocks.js';
import type { ReaderContext } from './reader-context.js';
import { readSupplProvision } from './suppl-provision.js';
import { isBareNumber, tableBreak, type TableBreak } from './table-break.js';
import { joinCutLabel, joinLastCell } from './cut-cell.js';
import { readTable, type TableDraft } from './table.js';
import { isTocLabel, readToc } from './toc.js';
import { spansOf } from './traced-text.js';

/**
 * 本則から後を、区画（目次・本則・附則・別表・締結文）に分けて読む。
 * 区画の中身は BodyReader に一行ずつ渡す。見つけた表を返す（ほかの表と見比べて直すため）。
 */
export function readSections(blocks: readonly Block[], from: number, body: Draft, context: ReaderContext): TableDraft[] {
  const sections = new SectionReader(blocks, body, context);
  let at = from;
  while (at < blocks.length) at = sections.read(at);
  return sections.finish();
}

class SectionReader {
  readonly #blocks: readonly Block[];
  readonly #body: Draft;
  readonly #context: ReaderContext;
  readonly #main = draft('MainProvision');
  readonly #reader: BodyReader;
  readonly #tables: TableDraft[] = [];
  #mainPlaced = false;

  constructor(blocks: readonly Block[], body: Draft, context: ReaderContext) {
    this.#blocks = blocks;
    this.#body = body;
    this.#context = context;
    this.#reader = new BodyReader(this.#main, context);
  }

  /** at から一つの区画の頭か一つの行を読み、次の位置を返す。 */
  read(at: number): number {
    const block = this.#blocks[at]!;
    if (block.kind === 'line' && !this.#mainPlaced && isTocLabel(block.body.text)) return this.#toc(at);
    this.#placeMain();
    if (block.kind === 'table') {
      addTable(block.rows, this.#reader, this.#tables, this.#context);
      return at + 1;
    }
    const { lastTable } = this.#reader;
    const broken = lastTable && this.#blocks[at - 1]?.kind === 'table' ? tableBreak(this.#blocks, at, lastTable) : undefined;
    if (broken) return this.#resumeTable(at, lastTable!, broken);
    const { text } = block.body;
    const suppl = supplLine(text);
    if (suppl) return this.#enter(readSupplProvision(block, suppl), this.#body, at);
    const appdx = appdxLine(text);
    if (appdx) return this.#enter(readAppendixHead(block, appdx), this.#holderOf(appdx), at);
    if (isClosingFormula(text) || (isDateLine(text) && at > 0 && signatureFollows(this.#blocks, at))) return this.#closing(at);
    return at + readProvision(this.#blocks, at, block, this.#reader);
  }

  finish(): TableDraft[] {
    this.#reader.finish();
    this.#placeMain();
    // 締結文の後に何も無かったときの、空の置き場を捨てる
    this.#body.children = this.#body.children.filter((c) => typeof c === 'string' || c.tag !== 'AppdxNote' || c.children.length > 0);
    return this.#tables;
  }

  /** 割り込んだ行を片づけ、後の表を前の表につなぐ。 */
  #resumeTable(at: number, table: TableDraft, { kind, lines }: TableBreak): number {
    const next = at + lines.length;
    const { rows } = this.#blocks[next] as TableBlock;
    if (kind === 'furniture') for (const line of lines) reportLineInTable(line, table, this.#context);
    if (kind === 'cell') for (const line of lines) joinLastCell(table, line, this.#context);
    const before = table.body.length;
    const rest = readTable(rows, this.#reader.where(), this.#context);
    append(table.body, rest.header);
    append(table.body, rest.body);
    if (kind === 'label') joinCutLabel(table, table.body[before], lines[0]!, this.#context);
    return next + 1;
  }

  #placeMain(): void {
    if (!this.#mainPlaced) this.#body.children.push(this.#main);
    this.#mainPlaced = true;
  }

  #enter(section: Draft, holder: Draft, at: number): number {
    holder.children.push(section);
    this.#reader.enter(section);
    return at + 1;
  }

  /** 附則別表は、直前の附則に属する。 */
  #holderOf(appdx: AppdxLine): Draft {
    if (appdx.tag !== 'SupplProvisionAppdxTable') return this.#body;
    const suppl = this.#body.children.findLast((c) => typeof c !== 'string' && c.tag === 'SupplProvision');
    return typeof suppl === 'object' ? suppl : this.#body;
  }

  #toc(at: number): number {
    const { toc, next } = readToc(this.#blocks, at);
    this.#body.children.push(toc);
    return next;
  }

  #closing(at: number): number {
    const end = closingEnd(this.#blocks, at);
    this.#reader.finish();
    this.#body.children.push(readClosing(this.#blocks.slice(at, end) as LineBlock[]));
    // 締結文の後の、どの区画にも属さない行の置き場
    this.#enter(draft('AppdxNote'), this.#body, at);
    return end;
  }
}

/** 一つの行（見出しがあれば二行）を読み、進んだ数を返す。 */
function readProvision(blocks: readonly Block[], at: number, block: LineBlock, reader: BodyReader): number {
  const next = blocks[at + 1];
  if (captionsBeyond(blocks, at, reader)) {
    const beyond = blocks[at + 2] as LineBlock;
    reader.unlabelled(next as LineBlock, undefined, false);
    reader.article(beyond, articleLine(beyond.body.text)!, block);
    return 3;
  }
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

/** 見出しと条の間に、どちらでもない行が一つ割り込んだもの。割り込んだ行は前の条に置く。 */
function captionsBeyond(blocks: readonly Block[], at: number, reader: BodyReader): boolean {
  const [caption, stray, line] = [blocks[at], blocks[at + 1], blocks[at + 2]];
  if (caption?.kind !== 'line' || stray?.kind !== 'line' || line?.kind !== 'line' || !isCaptionShape(caption.body.text) || !articleLine(line.body.text)) return false;
  const { text } = stray.body;
  return reader.inArticle && !isCaptionShape(text) && !/[。．]$/.test(text) && !(articleLine(text) ?? labelledLine(text) ?? groupLine(text) ?? supplLine(text) ?? appdxLine(text) ?? remarksLine(text));
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
    append(previous.body, table.header);
    append(previous.body, table.body);
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

function reportLineInTable(line: LineBlock, table: TableDraft, context: ReaderContext): void {
  const common = { line: line.line, spans: spansOf(line.body), provision: table.place, found: line.body.text, confidence: 'likely' as const };
  context.report(isBareNumber(line.body.text) ? { ...common, code: 'text.page-number', severity: 'advice' } : { ...common, code: 'text.line-in-table', severity: 'warning', node: table.node });
}
