import { isElement, type Content, type Element, type NodeId } from '../../text/element.js';
import { labelOf } from '../../text/label.js';
import { isLabelled } from '../../text/tag.js';
import type { Block } from '../operation.js';
import { isRun, writeRun } from '../run.js';
import { sameProvision } from '../same-provision.js';
import type { BlockContext, NewId } from './block-context.js';
import { blockKind } from './block-cursor.js';
import { EMPTY_TEXT, writeEscaped, writeEscapedLabel } from './block-escape.js';
import { INDENT } from './block-line.js';
import { writeMark } from './block-mark.js';
import type { BlockWriter } from './block-writer.js';
import { guardMargin, readsAsAmending } from './margin-guard.js';
import { readBlock } from './read-block.js';
import { writeNatural } from './write-natural.js';
import { writeRowLines } from './write-table.js';

const NEVER_KEPT: NewId = () => 'n0' as NodeId;

/**
 * 要素を、溶け込んだ後の配字の行にする。readBlock で同じ規定に戻る。
 *
 * まず配字だけで書き、読み戻して同じになるか確かめる。同じにならない要素（配字に無い構造・例にない標目…）だけ、
 * 「〔号：〕」のような印を付けて書く。何も失わないことを、書くときに確かめる。
 */
export function writeBlock(elements: readonly Element[], context: BlockContext): Block {
  return { lines: write(elements, context) };
}

function write(elements: readonly Element[], context: BlockContext): string[] {
  const natural = verified(writeAll(elements, writerOf(context)), elements, context);
  if (natural) return natural;
  const each = elements.map((element) => writeAlone(element, context, elements.length > 1));
  const lines = each.flatMap((one) => one.lines);
  const safe = !isOutermost(context) || !lines.some(readsAsAmending);
  if (safe && (elements.length <= 1 || readsBack(lines, elements, context))) return lines;
  // 一つずつなら読めるのに、並べると隣と紛れる。すべてに印を付ければ、全体を下げても読める
  const all = each.flatMap((one, i) => (one.marked ? one.lines : marked(elements[i]!, context)));
  return safe || !all.some(readsAsAmending) ? all : all.map((line) => INDENT.repeat(2) + line);
}

/** 一つの要素を、配字・標目だけの印・すべての印の順に、元に戻る書き方で書く。 */
function writeAlone(element: Element, context: BlockContext, tryNatural: boolean): { readonly lines: string[]; readonly marked: boolean } {
  const natural = tryNatural ? verified(writeAll([element], writerOf(context)), [element], context) : undefined;
  if (natural) return { lines: natural, marked: false };
  const headMarked = isLabelled(element.tag) ? verified(writeNatural(element, { ...writerOf(context), markHeads: true }), [element], context) : undefined;
  return headMarked ? { lines: headMarked, marked: false } : { lines: marked(element, context), marked: true };
}

function verified(lines: string[] | undefined, elements: readonly Element[], context: BlockContext): string[] | undefined {
  if (lines === undefined) return undefined;
  const guarded = isOutermost(context) ? guardMargin(lines) : lines;
  return readsBack(guarded, elements, context) ? guarded : undefined;
}

/** 印の中は字下げが深いので、改正規定に読まれる行は一番外側にだけある。 */
const isOutermost = ({ tags }: BlockContext): boolean => tags.length > 0;

function writeAll(elements: readonly Element[], writer: BlockWriter): string[] | undefined {
  if (elements.length > 0 && elements.every((e) => e.tag === 'TableRow' || e.tag === 'TableHeaderRow')) return writeRowLines(elements, writer, 0);
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

function writerOf({ labels, holder, tags, inAppendix }: BlockContext): BlockWriter {
  return { labels, kind: inAppendix ? 'appendix' : blockKind(holder, new Set(tags)), owner: holder, base: 0, natural: writeNatural, nested: (content, owner, base) => nested(content, { labels, holder: owner, tags: [] }, base) };
}

/** 印や欄の中の並び。文字の混じる並びは、どれにも印を付ける。 */
function nested(content: readonly Content[], context: BlockContext, base: number): string[] {
  const elements = content.filter(isElement);
  const lines = elements.length === content.length
    ? write(elements, context)
    : content.flatMap((child) => (isElement(child) ? marked(child, context) : [writeMark(undefined, undefined, false) + (writeEscaped(child) || EMPTY_TEXT)]));
  return base === 0 ? lines : lines.map((line) => INDENT.repeat(base) + line);
}

/** 印を付けて書く。配字に頼らないので、どんな構造でも元に戻る。 */
function marked(element: Element, context: BlockContext): string[] {
  const label = labelIn(element, context);
  return isRun(element)
    ? [writeMark(element.tag, label, false) + (writeEscaped(element.tag === 'Fig' ? (element.attr['src'] ?? '') : writeRun(element)) || EMPTY_TEXT)]
    : [writeMark(element.tag, label, true), ...nested(element.children, { labels: context.labels, holder: element.tag, tags: [] }, 1)];
}

function labelIn(element: Element, { labels }: BlockContext): string | undefined {
  const { rowspan = '1', colspan = '1' } = element.attr;
  if (rowspan !== '1' || colspan !== '1') return `縦${rowspan}横${colspan}`;
  return isLabelled(element.tag) ? writeEscapedLabel(labelOf(element, labels) ?? '') : undefined;
}
