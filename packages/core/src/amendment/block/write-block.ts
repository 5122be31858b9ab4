import { isElement, type Content, type Element } from '../../text/element.js';
import { labelOf } from '../../text/label.js';
import { isLabelled, type Tag } from '../../text/tag.js';
import type { NodeId } from '../../text/element.js';
import type { Block } from '../operation.js';
import { isRun, writeRun } from '../run.js';
import { sameProvision } from '../same-provision.js';
import type { BlockContext, NewId } from './block-context.js';
import type { BlockKind } from './block-cursor.js';
import { EMPTY_TEXT, writeEscaped } from './block-escape.js';
import { INDENT } from './block-line.js';
import { writeMark } from './block-mark.js';
import { isAppendix } from './read-appendix.js';
import { readBlock } from './read-block.js';
import { writeNatural, type BlockWriter } from './write-natural.js';
import { writeRowLines } from './write-table.js';

const NEVER_KEPT: NewId = () => 'n0' as NodeId;

/**
 * 要素を、溶け込んだ後の配字の行にする。readBlock で同じ規定に戻る。
 *
 * まず配字だけで書き、読み戻して同じになるか確かめる。同じにならない要素（配字に無い構造・例にない標目…）だけ、
 * 「〔号：〕」のような印を付けて書く。何も失わないことを、書くときに確かめる。
 */
export function writeBlock(elements: readonly Element[], context: BlockContext): Block {
  const lines = write(elements, context);
  return { lines };
}

function write(elements: readonly Element[], context: BlockContext): string[] {
  const natural = writeAll(elements, writerOf(context));
  if (natural && readsBack(natural, elements, context)) return natural;
  const each = elements.map((element) => writeAlone(element, context));
  const joined = each.flat();
  if (elements.length === 1 || readsBack(joined, elements, context)) return joined;
  return elements.flatMap((element) => marked(element, writerOf(context)));
}

/** 一つの要素を、確かめて書く。 */
function writeAlone(element: Element, context: BlockContext): string[] {
  const natural = writeAll([element], writerOf(context));
  return natural && readsBack(natural, [element], context) ? natural : marked(element, writerOf(context));
}

function writeAll(elements: readonly Element[], writer: BlockWriter): string[] | undefined {
  if (elements.length > 0 && elements.every((e) => e.tag === 'TableRow' || e.tag === 'TableHeaderRow')) return writeRowLines(elements, writer, writer.base);
  const lines: string[] = [];
  for (const element of elements) {
    const own = writeNatural(element, writer);
    if (own === undefined) return undefined;
    for (const line of own) lines.push(line);
  }
  return lines;
}

function readsBack(lines: readonly string[], elements: readonly Element[], context: BlockContext): boolean {
  const read = readBlock({ lines }, context, NEVER_KEPT);
  if (!read.ok || read.value.length !== elements.length) return false;
  return read.value.every((element, i) => sameProvision(element, elements[i]!, context.labels, context.labels));
}

function writerOf({ labels, holder }: BlockContext): BlockWriter {
  return { labels, kind: kindOf(holder), owner: holder, base: 0, nested };

  function nested(content: readonly Content[], owner: Tag, base: number): string[] {
    const writer: BlockWriter = { labels, kind: kindOf(owner), owner, base, nested };
    return content.flatMap((child) => (isElement(child) ? marked(child, writer) : [textLine(child, base)]));
  }
}

const kindOf = (owner: Tag): BlockKind => (isAppendix(owner) ? 'appendix' : 'body');
const textLine = (text: string, base: number): string => INDENT.repeat(base) + writeMark(undefined, undefined, false) + (writeEscaped(text) || EMPTY_TEXT);

/** 印を付けて書く。配字に頼らないので、どんな構造でも元に戻る。 */
function marked(element: Element, writer: BlockWriter): string[] {
  const label = labelIn(element, writer);
  const lead = INDENT.repeat(writer.base);
  if (element.tag === 'Fig') return [lead + writeMark('Fig', undefined, false) + writeEscaped(element.attr['src'] ?? '')];
  if (isRun(element)) return [lead + writeMark(element.tag, label, false) + (writeEscaped(writeRun(element)) || EMPTY_TEXT)];
  return [lead + writeMark(element.tag, label, true), ...writer.nested(element.children, element.tag, writer.base + 1)];
}

function labelIn(element: Element, { labels }: BlockWriter): string | undefined {
  const { rowspan = '1', colspan = '1' } = element.attr;
  if (rowspan !== '1' || colspan !== '1') return `縦${rowspan}横${colspan}`;
  if (!isLabelled(element.tag)) return undefined;
  return writeEscaped(labelOf(element, labels) ?? '').replace(/[〔〕 ：]/g, (c) => `［字 U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}］`);
}
