import { isElement, type Element } from '../../text/element.js';
import { writeEscaped } from './block-escape.js';
import { indented } from './block-writer.js';

export function writeFigure(struct: Element, indent: number): string[] | undefined {
  const [fig, ...rest] = struct.children;
  if (fig === undefined || !isElement(fig) || fig.tag !== 'Fig' || rest.length > 0) return undefined;
  return [indented(indent, `［図 ${writeEscaped(fig.attr['src'] ?? '')}］`)];
}
