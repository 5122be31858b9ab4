import type { Content, Element } from '../../text/element.js';
import { isLabelled } from '../../text/tag.js';
import { takeDeeper, type BlockCursor } from './block-cursor.js';
import { EMPTY_TEXT, readEscaped } from './block-escape.js';
import type { BlockLine } from './block-line.js';
import type { Mark } from './block-mark.js';

/** 印「〔列記の文〕…」の行と、「〔表：〕」の中の行。 */
export function readMarked(cursor: BlockCursor, line: BlockLine, { tag, nested, rest, label: printed }: Mark): Content {
  cursor.at += 1;
  const text = rest === EMPTY_TEXT ? '' : readEscaped(rest);
  if (tag === undefined) return text;
  const label = readEscaped(printed ?? '');
  const children = nested ? cursor.nested(takeDeeper(cursor, line.indent), tag, line.indent + 1) : [];
  if (isLabelled(tag)) return cursor.make.labelled(tag, label, 1, children, true);
  if (tag === 'Fig' && !nested) return cursor.make.element(tag, text === '' ? {} : { attr: { src: text } });
  if (tag === 'Ruby' && !nested) return cursor.make.inline(text)[0] ?? text;
  return spanned(nested ? cursor.make.element(tag, {}, children) : cursor.make.run(tag, text), label);
}

/** 「〔欄 縦2横3〕」の結合 */
function spanned(element: Element, label: string): Element {
  const [, rowspan = '1', colspan = '1'] = /^縦(.*?)横(.*)$/.exec(label) ?? [];
  return { ...element, attr: { ...element.attr, ...(rowspan === '1' ? {} : { rowspan }), ...(colspan === '1' ? {} : { colspan }) } };
}
