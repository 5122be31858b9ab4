import { sourceBuilder, type Finding, type SourceText } from '@renkei/core';
import type { Numbering } from './numbering.js';
import { paragraphReader, type Report } from './paragraph-reader.js';
import { cellBlocks, isFrame, readTable, rowCount, WRAPPERS } from './read-table.js';
import { outlineDepth, type Styles } from './styles.js';
import { tabbedLines } from './tabbed-lines.js';
import { isXmlNode, nodeOf, valOf, xmlTextOf, type XmlNode } from './xml-part.js';

/** 本文の要素を一つずつ受け取り、行と表の行に直す。 */
export interface BodyReader {
  readonly add: (node: XmlNode) => void;
  readonly report: Report;
  readonly finish: () => { readonly source: SourceText; readonly findings: readonly Finding[] };
}

export function bodyReader(styles: Styles, numbering: Numbering): BodyReader {
  const builder = sourceBuilder();
  const lines = tabbedLines(builder);
  const findings: Finding[] = [];
  const printed: string[] = [];
  /** 段落記号が削られた段落の文字。次の段落とつながる */
  let carried = '';

  const report: Report = (code, severity, data, found) => {
    findings.push({ code, severity, at: { line: builder.lineNumber() + lines.waiting() }, ...(found === undefined ? {} : { found }), data });
  };
  const readText = paragraphReader(styles, report);

  /** 段落の文字（番号の印字を含む）と、文字枠。 */
  const paragraph = (node: XmlNode): { text: string; heading: number; boxes: readonly XmlNode[] } => {
    const properties = nodeOf(node, 'w:pPr');
    const styleId = valOf(properties, 'w:pStyle');
    const style = styles.paragraph(styleId);
    const numPr = nodeOf(properties, 'w:numPr');
    const content = readText(node);
    const heading = outlineDepth(properties) || style.heading;
    const markDeleted = nodeOf(nodeOf(properties, 'w:rPr'), 'w:del') !== undefined;
    if (content.deleted && markDeleted) return { text: '', heading: 0, boxes: content.boxes };
    const numId = valOf(numPr, 'w:numId') ?? style.numId;
    const level = valOf(numPr, 'w:ilvl');
    const number = numId === undefined || numId === '0' ? undefined : numbering.next(numId, level === undefined ? style.level : Number(level), styleId);
    let { text } = content;
    if (number !== undefined && number.label !== '') {
      text = `${number.label}${number.gap}${text}`;
      printed.push(number.label);
    }
    if (style.hidden && text.trim() !== '') {
      report('source.hidden-text', 'warning', { count: 1 }, text);
      text = '';
    }
    text = carried + text;
    carried = '';
    if (markDeleted) {
      carried = text;
      return { text: '', heading: 0, boxes: content.boxes };
    }
    return { text, heading, boxes: content.boxes };
  };

  const cellText = (cell: XmlNode): string => {
    const parts: string[] = [];
    for (const block of cellBlocks(cell)) {
      if (block.name === 'w:tbl') {
        const rows = readTable(block, cellText, hidden).map((row) => row.cells.map((c) => c.text.replaceAll('\n', '　')).filter((t) => t !== '').join('　'));
        for (const row of rows) parts.push(row);
        report('source.nested-table', 'warning', rowCount(block), rows.join('\n'));
        continue;
      }
      const { text, boxes } = paragraph(block);
      parts.push(text);
      for (const box of boxes) parts.push(cellText(box));
    }
    return parts
      .flatMap((part) => part.split('\n'))
      .map((part) => part.replaceAll('\t', '　').trim())
      .filter((part) => part !== '')
      .join('\n');
  };
  const hidden = (text: string): void => report('source.hidden-text', 'warning', { count: 1 }, text);

  const add = (node: XmlNode): void => {
    if (node.name === 'w:p') {
      const { text, heading, boxes } = paragraph(node);
      for (const line of text.split('\n')) lines.line(line, heading);
      for (const box of boxes) box.children.filter(isXmlNode).forEach(add);
    } else if (node.name === 'w:tbl') {
      if (isFrame(node)) frame(node);
      else {
        lines.flush();
        const table = builder.nextTable();
        for (const row of readTable(node, cellText, hidden)) if (row.cells.length > 0) builder.row(table, row.cells);
      }
    } else if (node.name === 'w:del' || node.name === 'w:moveFrom') {
      const found = xmlTextOf(node).trim();
      if (found !== '') report('source.revision-deleted', 'warning', { author: node.attr['w:author'] ?? '' }, found);
    } else if (WRAPPERS.has(node.name)) node.children.filter(isXmlNode).forEach(add);
  };
  const frame = (table: XmlNode): void => {
    const visit = (node: XmlNode): void => {
      for (const child of node.children) {
        if (!isXmlNode(child)) continue;
        if (child.name === 'w:p' || child.name === 'w:tbl') add(child);
        else if (child.name === 'w:tr' || child.name === 'w:tc' || WRAPPERS.has(child.name)) visit(child);
      }
    };
    visit(table);
  };

  return {
    add,
    report,
    finish() {
      if (carried !== '') lines.line(carried, 0);
      lines.flush();
      if (printed.length > 0) findings.push({ code: 'source.automatic-number', severity: 'advice', at: { line: 1 }, confidence: 'likely', data: { count: printed.length, first: printed[0]! } });
      return { source: builder.build(), findings };
    },
  };
}
