import type { Element } from '../../text/element.js';
import { GROUP_TAGS, PROVISION_TAGS, type ProvisionTag, type Tag } from '../../text/tag.js';
import { isRun } from '../run.js';
import { isAppendix } from './block-cursor.js';
import { indented, isProvision, printedText, type BlockWriter } from './block-writer.js';
import { appendixShape } from './read-appendix.js';
import { isLeafTag } from './read-body.js';
import { writeAppendix, writeAppendixText } from './write-appendix.js';
import { writeArticle } from './write-article.js';
import { writeClosing } from './write-closing.js';
import { writeFigure } from './write-figure.js';
import { writeGroup, writeSequence, writeSuppl } from './write-group.js';
import { writeAmendProvision, writeList } from './write-list.js';
import { provisionIndent, writeProvision, writeQuoting } from './write-provision.js';
import { writeRemarks } from './write-remarks.js';
import { writeTableLines } from './write-table.js';
import { writeTocEntry } from './write-toc-entry.js';

/** 一つの要素を、配字どおりの行にする。配字で表せない形なら undefined（印を付けて書くことになる）。 */
export function writeNatural(element: Element, writer: BlockWriter): string[] | undefined {
  const { tag } = element;
  const { base } = writer;
  const shape = appendixShape(writer.owner);
  if (shape && (tag === shape.text?.[0] || tag === 'ArithFormula')) return writeAppendixText(element, writer, shape.text);
  if (tag === 'List') return writeList(element, base + holderDepth(writer.owner) + 2);
  if (tag === 'AmendProvision') return writeAmendProvision(element, writer, base + 2);
  if (tag === 'Article') return writeArticle(element, writer);
  if (isProvision(element)) return writeProvision(element, writer, provisionIndent(tag as ProvisionTag, writer));
  if ((GROUP_TAGS as readonly Tag[]).includes(tag)) return writeGroup(element, writer, 3);
  if (isAppendix(tag)) return writeAppendix(element, writer);
  if (tag === 'TableStruct' || tag === 'Table' || tag === 'TableRow' || tag === 'TableHeaderRow' || tag === 'TableColumn') return writeTableLines(element, writer, base);
  if (tag === 'FigStruct') return writeFigure(element, base);
  if (tag === 'Remarks') return writeRemarks(element, writer, base);
  if (tag === 'Closing' || tag === 'SignatureBlock') return writeClosing(element, base);
  if (tag === 'Preamble' || tag === 'MainProvision') return writeSequence(element.children, writer);
  if (tag === 'SupplProvision') return writeSuppl(element, writer);
  if (tag === 'TOC' || tag.startsWith('TOC')) return writeTocEntry(element, tag === 'TOC' ? base : base + 1);
  if (isLeafTag(tag)) return isRun(element) ? [leafLine(element, base)] : writeLeafQuoting(element, writer);
  return undefined;
}

const holderDepth = (owner: Tag): number => Math.max((PROVISION_TAGS as readonly Tag[]).indexOf(owner), 0);

/** 題名・章名は深く、ほかの文は一字下げ。 */
function leafLine(element: Element, base: number): string {
  const text = printedText(element, () => false);
  const deep = /^(?:LawTitle|(?:Part|Chapter|Section|Subsection|Division)Title|SupplProvisionLabel)$/.test(element.tag);
  return indented(base + (deep ? 3 : 1), text);
}

function writeLeafQuoting(holder: Element, writer: BlockWriter): string[] | undefined {
  const quoting = writeQuoting(holder, writer, writer.base);
  return quoting && [indented(writer.base + 1, quoting.text), ...quoting.lines];
}
