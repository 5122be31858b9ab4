import { isElement, type Element } from '../../text/element.js';
import { isRun } from '../run.js';
import { indented, printedText } from './block-writer.js';

/** 締結文は一字、締結日は二字、署名欄は三字（二行目から四字）下げる。 */
export function writeClosing(element: Element, base: number): string[] | undefined {
  const children = element.children.filter(isElement);
  if (element.tag === 'SignatureBlock') {
    if (children.length === 0 || children.some((child) => child.tag !== 'SignatureLine' || !isRun(child))) return undefined;
    return children.map((child, i) => indented(base + (i === 0 ? 3 : 4), printedText(child, () => false)));
  }
  const lines: string[] = [];
  for (const child of children) {
    const own = child.tag === 'SignatureBlock' ? writeClosing(child, base) : isRun(child) ? [indented(base + (child.tag === 'ConclusionDate' ? 2 : 1), printedText(child, () => false))] : undefined;
    if (own === undefined) return undefined;
    for (const l of own) lines.push(l);
  }
  return lines;
}
