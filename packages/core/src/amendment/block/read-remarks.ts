import type { Element } from '../../text/element.js';
import { splitSentences } from '../run.js';
import { peek, type BlockCursor } from './block-cursor.js';
import { readEscaped } from './block-escape.js';
import { REMARKS_LINE } from './block-line.js';
import { levels } from './read-level.js';
import { readProvision } from './read-provision.js';

/** 「備考」と、その号又は文。 */
export function readRemarks(cursor: BlockCursor): Element {
  const { text, indent } = peek(cursor)!;
  const [, label, rest] = REMARKS_LINE.exec(text)!;
  cursor.at += 1;
  const sentences = rest === undefined || rest === '' ? [] : splitSentences(readEscaped(rest));
  const children: Element[] = [
    cursor.make.run('RemarksLabel', label!),
    ...sentences.map((sentence) => cursor.make.run('Sentence', sentence)),
  ];
  const next = peek(cursor);
  const frame = levels(next && next.indent >= indent ? next.indent : indent + 1, 'Item', ['Item']);
  let position = 0;
  for (let line = peek(cursor); line; line = peek(cursor)) {
    const token = line.token;
    const within = line.indent > indent || (cursor.kind !== 'body' && line.indent === indent && token !== undefined);
    if (!within || REMARKS_LINE.test(line.text) || /^[〔｜|]/.test(line.text)) break;
    position += 1;
    children.push(readProvision(cursor, 'Item', frame, position));
  }
  return cursor.make.element('Remarks', {}, children);
}
