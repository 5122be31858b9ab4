import { isElement, type Content, type Element } from '../../text/element.js';
import { GROUP_TAGS, type Tag } from '../../text/tag.js';
import { writeRun } from '../run.js';
import { writeEscaped } from './block-escape.js';
import { groupOf } from './block-line.js';
import { indented, type BlockWriter } from './block-writer.js';

export function writeSequence(children: readonly Content[], writer: BlockWriter): string[] | undefined {
  const lines: string[] = [];
  for (const child of children) {
    if (!isElement(child)) return undefined;
    const own = writer.natural(child, writer);
    if (own === undefined) return undefined;
    for (const l of own) lines.push(l);
  }
  return lines;
}

export function writeGroup(group: Element, writer: BlockWriter, indent: number): string[] | undefined {
  const [title, ...rest] = group.children;
  if (title === undefined || !isElement(title) || title.tag !== `${group.tag}Title`) return undefined;
  const text = writeEscaped(writeRun(title));
  if (groupOf(text) !== group.tag) return undefined;
  const lines = [indented(writer.base + indent, text)];
  for (const child of rest) {
    if (!isElement(child)) return undefined;
    const own = (GROUP_TAGS as readonly Tag[]).includes(child.tag) ? writeGroup(child, writer, indent + 1) : writer.natural(child, { ...writer, owner: group.tag });
    if (own === undefined) return undefined;
    for (const l of own) lines.push(l);
  }
  return lines;
}

export function writeSuppl(suppl: Element, writer: BlockWriter): string[] | undefined {
  const [label, ...rest] = suppl.children;
  const labelled = label !== undefined && isElement(label) && label.tag === 'SupplProvisionLabel';
  const body = writeSequence(labelled ? rest : suppl.children, { ...writer, owner: 'SupplProvision' });
  if (!labelled) return body;
  const text = writeEscaped(writeRun(label));
  return body && /^附[　 ]*則/.test(text) ? [indented(writer.base + 3, text), ...body] : undefined;
}
