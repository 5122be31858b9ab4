import { isElement, type Element } from '../../text/element.js';
import type { Tag } from '../../text/tag.js';
import { isRun, writeRun } from '../run.js';
import { EMPTY_TEXT, writeEscaped } from './block-escape.js';
import { FIG_LINE } from './block-line.js';
import { writeMark } from './block-mark.js';
import { indented, looksLikeStructure, printedText, type BlockWriter } from './block-writer.js';
import { appendixShape, RELATED_MARK, relatedStart } from './read-appendix.js';

export function writeAppendix(appendix: Element, writer: BlockWriter): string[] | undefined {
  const shape = appendixShape(appendix.tag)!;
  const [title, related, ...others] = appendix.children;
  if (title === undefined || !isElement(title) || title.tag !== shape.title || !isRun(title)) return undefined;
  const hasRelated = related !== undefined && isElement(related) && related.tag === 'RelatedArticleNum';
  const head = appendixHead(writeEscaped(writeRun(title)), hasRelated ? writeEscaped(writeRun(related)) : undefined);
  const lines = [indented(writer.base, head)];
  const inner: BlockWriter = { ...writer, kind: 'appendix', owner: appendix.tag };
  for (const child of hasRelated ? others : appendix.children.slice(1)) {
    if (!isElement(child)) return undefined;
    for (const l of writeAppendixChild(child, inner)) lines.push(l);
  }
  return lines;
}

function appendixHead(title: string, related: string | undefined): string {
  if (related === undefined) return relatedStart(title) < title.length ? title + EMPTY_TEXT : title;
  const joined = title + related;
  return relatedStart(joined) === title.length && title === title.trimEnd() ? joined : title + RELATED_MARK + related;
}

/** 様式・記などの、文字か図だけの中身。 */
export function writeAppendixText(child: Element, writer: BlockWriter, text: readonly [Tag, Tag] | undefined): string[] | undefined {
  if (child.tag === 'ArithFormula') return isRun(child) ? [indented(writer.base, printedText(child, (t) => looksLikeStructure(t) && !FIG_LINE.test(t)))] : undefined;
  const [body, ...rest] = child.children;
  if (body === undefined || !isElement(body) || body.tag !== text?.[1] || rest.length > 0 || !isRun(body)) return undefined;
  return [indented(writer.base, printedText(body, (t) => looksLikeStructure(t) && !FIG_LINE.test(t)))];
}

function writeAppendixChild(child: Element, writer: BlockWriter): string[] {
  return writer.natural(child, writer) ?? [indented(writer.base, writeMark(child.tag, undefined, true)), ...writer.nested(child.children, child.tag, writer.base + 1)];
}
