import { isElement, type Element } from '../../text/element.js';
import { isRun, writeRun } from '../run.js';
import { writeEscaped } from './block-escape.js';
import { indented, printedText } from './block-writer.js';

/** 目次とその項目。題と条の範囲は一行に続ける。 */
export function writeTocEntry(entry: Element, indent: number): string[] | undefined {
  if (isRun(entry)) return [indented(entry.tag === 'TOCLabel' ? indent - 1 : indent, printedText(entry, () => false))];
  const own: string[] = [];
  const lines: string[] = [];
  for (const child of entry.children) {
    if (!isElement(child)) return undefined;
    if (entry.tag === 'TOC' || child.tag.startsWith('TOC')) {
      const inner = writeTocEntry(child, indent + 1);
      if (inner === undefined) return undefined;
      for (const l of inner) lines.push(l);
    } else if (isRun(child) && lines.length === 0) own.push(writeEscaped(writeRun(child)));
    else return undefined;
  }
  return own.length === 0 ? lines : [indented(indent, own.join('')), ...lines];
}
