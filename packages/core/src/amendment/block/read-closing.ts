import type { Content, Element } from '../../text/element.js';
import { readWareki } from '../../calendar/read-wareki.js';
import { peek, type BlockCursor } from './block-cursor.js';
import { EMPTY_TEXT, readEscaped } from './block-escape.js';
import type { BlockLine } from './block-line.js';
import { readMark } from './block-mark.js';
import { readMarked } from './read-marked.js';

/** 署名欄の二行目からの字下げ */
const CONTINUED = 4;

/** 締結文・締結日・署名欄。締結日より前が締結文、後が署名欄。 */
export function readClosing(cursor: BlockCursor): Content[] {
  const out: Content[] = [];
  let dated = false;
  for (let line = peek(cursor); line; line = peek(cursor)) {
    const mark = readMark(line.text);
    if (mark) {
      out.push(readMarked(cursor, line, mark));
      continue;
    }
    const text = readText(line);
    const indent = line.indent - cursor.base;
    const isDate: boolean = indent === 2 || (!dated && isDateOnly(text));
    if (isDate || (!dated && indent < 2)) {
      dated ||= isDate;
      cursor.at += 1;
      out.push(cursor.make.run(isDate ? 'ConclusionDate' : 'ClosingFormula', text));
    } else out.push(readSignature(cursor));
  }
  return out;
}

/** 一つの署名欄。 */
function readSignature(cursor: BlockCursor): Element {
  const first = peek(cursor)!;
  const lines: Element[] = [];
  for (let line = peek(cursor); line && (line === first || line.indent - cursor.base >= CONTINUED) && !readMark(line.text); line = peek(cursor)) {
    cursor.at += 1;
    lines.push(cursor.make.run('SignatureLine', readText(line)));
  }
  return cursor.make.element('SignatureBlock', {}, lines);
}

const readText = ({ text }: BlockLine): string => (text === EMPTY_TEXT ? '' : readEscaped(text));
const isDateOnly = (text: string): boolean => /^(?:明治|大正|昭和|平成|令和)[^。、]{1,16}日$/.test(text.replace(/[　 ]/g, '')) && readWareki(text) !== undefined;
