import { isElement, type Element } from '../../text/element.js';
import { isRun, writeRun } from '../run.js';
import { writeEscaped } from './block-escape.js';
import { INDENT, REMARKS_LINE } from './block-line.js';
import { indented, type BlockWriter } from './block-writer.js';
import { writeProvision } from './write-provision.js';

export function writeRemarks(remarks: Element, writer: BlockWriter, indent: number): string[] | undefined {
  const [label, ...rest] = remarks.children;
  if (label === undefined || !isElement(label) || label.tag !== 'RemarksLabel') return undefined;
  let head = writeEscaped(writeRun(label));
  if (REMARKS_LINE.exec(head)?.[1] !== head) return undefined;
  let sentences = '';
  const lines: string[] = [];
  for (const child of rest) {
    if (!isElement(child)) return undefined;
    if (child.tag === 'Sentence' && isRun(child) && lines.length === 0) sentences += (sentences === '' || sentences.endsWith('。') ? '' : '↵') + writeRun(child);
    else if (child.tag === 'Item') {
      const own = writeProvision(child, { ...writer, kind: 'appendix', owner: 'Remarks' }, indent + 1);
      if (own === undefined) return undefined;
      for (const l of own) lines.push(l);
    } else return undefined;
  }
  if (sentences !== '') head += INDENT + writeEscaped(sentences);
  return [indented(indent, head), ...lines];
}
