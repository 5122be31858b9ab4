import { isElement, type Element } from '../../text/element.js';
import { isRun } from '../run.js';
import { isAmendingText, isParenthesized } from './block-line.js';
import { writeMark } from './block-mark.js';
import { indented, looksLikeStructure, printedText, type BlockWriter } from './block-writer.js';

export function writeList(list: Element, indent: number): string[] | undefined {
  const [sentence, ...rest] = list.children;
  if (sentence === undefined || !isElement(sentence) || !sentence.tag.endsWith('Sentence') || !isRun(sentence)) return undefined;
  const lines = [indented(indent, printedText(sentence, (text) => looksLikeStructure(text) && !isParenthesized(text)))];
  if (isAmendingText(lines[0]!.trimStart())) return undefined;
  for (const child of rest) {
    const own = isElement(child) ? writeList(child, indent + 1) : undefined;
    if (own === undefined) return undefined;
    for (const l of own) lines.push(l);
  }
  return lines;
}

export function writeAmendProvision(amend: Element, writer: BlockWriter, indent: number): string[] | undefined {
  const [sentence, ...rest] = amend.children;
  if (sentence === undefined || !isElement(sentence) || sentence.tag !== 'AmendProvisionSentence' || !isRun(sentence)) return undefined;
  const text = printedText(sentence, () => false);
  if (!isAmendingText(text)) return undefined;
  const lines = [indented(indent, text)];
  for (const child of rest) {
    if (!isElement(child) || child.tag !== 'NewProvision') return undefined;
    lines.push(indented(indent + 1, writeMark(child.tag, undefined, true)), ...writer.nested(child.children, child.tag, indent + 2));
  }
  return lines;
}
