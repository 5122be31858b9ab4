import type { Content, Element } from '../../text/element.js';
import type { LabelForms } from '../../text/label.js';
import { PROVISION_TAGS, type Tag } from '../../text/tag.js';
import { writeRun } from '../run.js';
import type { BlockKind } from './block-cursor.js';
import { EMPTY_TEXT, escapeFirst, writeEscaped } from './block-escape.js';
import { FIG_LINE, groupOf, INDENT, isParenthesized, isRow, labelToken, REMARKS_LINE } from './block-line.js';
import { readMark } from './block-mark.js';

/** 並びを書くのに要るもの。 */
export interface BlockWriter {
  readonly labels: LabelForms;
  readonly kind: BlockKind;
  readonly owner: Tag;
  /** 条・項の行の桁 */
  readonly base: number;
  /** 元に戻ることを確かめながら並びを書く（印の中・欄の中） */
  readonly nested: (content: readonly Content[], owner: Tag, base: number) => string[];
  /** 一つの要素を、配字どおりの行にする */
  readonly natural: (element: Element, writer: BlockWriter) => string[] | undefined;
  /** 並びの一番上の標目を、印「〔号 甲〕」で言う */
  readonly markHeads?: true;
}

export const isProvision = (element: Element): boolean => (PROVISION_TAGS as readonly Tag[]).includes(element.tag);
export const indented = (indent: number, text: string): string => INDENT.repeat(indent) + text;

/** 文の印字。structural に当たるものは先頭を逃がす。 */
export function printedText(run: Element, structural: (text: string) => boolean): string {
  const text = writeEscaped(writeRun(run));
  if (text === '') return EMPTY_TEXT;
  return readMark(text) !== undefined || text === EMPTY_TEXT || structural(text) ? escapeFirst(text) : text;
}

/** 標目の無い行に置くと、標目・見出し・表などに読まれる文か。 */
export const looksLikeStructure = (text: string): boolean =>
  labelToken(text) !== undefined || isParenthesized(text) || isRow(text) || FIG_LINE.test(text) || groupOf(text) !== undefined || REMARKS_LINE.test(text);
