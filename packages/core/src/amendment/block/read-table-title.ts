import { isElement, type Content } from '../../text/element.js';
import { peek, type BlockCursor } from './block-cursor.js';
import { readEscaped } from './block-escape.js';
import { isParenthesized, isRow, labelToken, OMITTED, REMARKS_LINE } from './block-line.js';

/** 「（単位：円）」の行の次が表の行か。別表の中では、その行は表の名になる。 */
export function isTableTitle({ lines, at, kind }: BlockCursor): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  return kind === 'appendix' && line !== undefined && next !== undefined && next.indent === line.indent && isRow(next.text) && isPlainTitle(line.text);
}

/** 標目や備考に紛れない、括弧書きだけの行 */
export const isPlainTitle = (text: string): boolean => isParenthesized(text) && !REMARKS_LINE.test(text) && !OMITTED.test(text) && labelToken(text) === undefined;

export function readTitledTable(cursor: BlockCursor): readonly Content[] {
  const title = cursor.make.run('TableStructTitle', readEscaped(peek(cursor)!.text));
  cursor.at += 1;
  return cursor.table(cursor, 'TableStruct').map((struct) => (isElement(struct) ? { ...struct, children: [title, ...struct.children] } : struct));
}
