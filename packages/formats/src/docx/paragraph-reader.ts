import type { Finding } from '@renkei/core';
import { fieldText } from './field-text.js';
import type { Styles } from './styles.js';
import { isOn, isXmlNode, nodeOf, nodesOf, valOf, xmlTextOf, type XmlNode } from './xml-part.js';

/** 段落の中の文字。改行は \n、タブは \t。 */
export interface ParagraphText {
  readonly text: string;
  /** 段落に置かれた文字枠の中身（段落と表） */
  readonly boxes: readonly XmlNode[];
  /** 段落の中身がすべて変更履歴で削られている */
  readonly deleted: boolean;
}

export type Report = (code: Finding['code'], severity: Finding['severity'], data: Finding['data'], found?: string) => void;

interface Field {
  showing: boolean;
  instruction: string;
}

/** 段落の文字を読む。印字されないもの・文字でないものは報告する。フィールドは段落をまたぎ得る。 */
export function paragraphReader(styles: Styles, report: Report): (paragraph: XmlNode) => ParagraphText {
  const fields: Field[] = [];
  let text = '';
  let boxes: XmlNode[] = [];
  let sawDeleted = false;

  const add = (piece: string): void => {
    const field = fields.at(-1);
    if (fields.every((f) => f.showing)) text += piece;
    else if (field && !field.showing) field.instruction += piece;
  };

  const visit = (node: XmlNode): void => {
    const handler = HANDLERS[node.name];
    if (handler) handler(node);
    else if (!SILENT.has(node.name)) visitAll(node);
  };
  const visitAll = (node: XmlNode): void => {
    for (const child of node.children) if (isXmlNode(child)) visit(child);
  };

  const deleted = (node: XmlNode): void => {
    sawDeleted = true;
    const found = deletedText(node);
    if (found !== '') report('source.revision-deleted', 'warning', { author: node.attr['w:author'] ?? '' }, found);
  };
  const inserted = (node: XmlNode): void => {
    const before = text.length;
    visitAll(node);
    const found = text.slice(before);
    if (found.trim() !== '') report('source.revision-inserted', 'advice', { author: node.attr['w:author'] ?? '' }, found);
  };
  const object = (part: string, name: string, found?: string): void => report('source.object', 'warning', { part, name }, found);
  const ruby = (base: string, reading: string): void => {
    add(base);
    if (reading !== '') report('source.ruby-reading', 'advice', { reading }, base);
  };
  const textBoxes = (node: XmlNode): boolean => {
    const found = descendants(node, 'w:txbxContent');
    boxes.push(...found);
    return found.length > 0;
  };

  const HANDLERS: Readonly<Record<string, (node: XmlNode) => void>> = {
    'w:r': (run) => {
      const properties = nodeOf(run, 'w:rPr');
      if (isOn(properties, 'w:vanish') || (nodeOf(properties, 'w:vanish') === undefined && styles.hidesRun(valOf(properties, 'w:rStyle')))) {
        const found = nodesOf(run, 'w:t').map(xmlTextOf).join('');
        if (found !== '') report('source.hidden-text', 'warning', { count: 1 }, found);
        return;
      }
      visitAll(run);
    },
    'w:t': (node) => {
      const piece = xmlTextOf(node).replace(/[\r\n]+/g, ' ');
      add(node.attr['space'] === 'preserve' ? piece : piece.replace(/^ +| +$/g, ''));
    },
    'w:tab': () => add('\t'),
    'w:ptab': () => add('\t'),
    'w:br': () => add('\n'),
    'w:cr': () => add('\n'),
    'w:noBreakHyphen': () => add('-'),
    'w:sym': (node) => {
      const code = Number.parseInt(node.attr['w:char'] ?? '', 16);
      // 記号フォントの字は私用領域の番号で書かれ、文字としては読めない
      if (code >= 0xf000 && code <= 0xf0ff) object('symbol', `${node.attr['w:font'] ?? ''} ${node.attr['w:char'] ?? ''}`);
      else if (code > 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) add(String.fromCodePoint(code));
    },
    'w:fldChar': (node) => {
      const type = node.attr['w:fldCharType'];
      if (type === 'begin') fields.push({ showing: false, instruction: '' });
      else if (type === 'separate' && fields.length > 0) fields.at(-1)!.showing = true;
      else if (type === 'end') endField();
    },
    'w:instrText': (node) => {
      const field = fields.at(-1);
      if (field && !field.showing) field.instruction += xmlTextOf(node);
    },
    'w:ruby': (node) => {
      const before = text.length;
      visitAll(nodeOf(node, 'w:rubyBase') ?? { name: '', attr: {}, children: [] });
      const base = text.slice(before);
      const reading = descendants(nodeOf(node, 'w:rt'), 'w:t').map(xmlTextOf).join('');
      if (reading !== '') report('source.ruby-reading', 'advice', { reading }, base);
    },
    'w:ins': inserted,
    'w:moveTo': inserted,
    'w:del': deleted,
    'w:moveFrom': deleted,
    'mc:AlternateContent': (node) => visitAll(nodeOf(node, 'mc:Choice') ?? nodeOf(node, 'mc:Fallback') ?? node),
    'w:drawing': (node) => {
      const properties = descendants(node, 'wp:docPr')[0];
      if (!textBoxes(node)) object(descendants(node, 'a:blip').length > 0 ? 'image' : 'drawing', properties?.attr['descr'] ?? properties?.attr['name'] ?? '', properties?.attr['descr']);
    },
    'w:pict': (node) => {
      if (!textBoxes(node)) object(descendants(node, 'v:imagedata').length > 0 ? 'image' : 'drawing', '');
    },
    'w:object': (node) => object('object', descendants(node, 'o:OLEObject')[0]?.attr['ProgID'] ?? ''),
    'm:oMath': (node) => {
      const found = descendants(node, 'm:t').map(xmlTextOf).join('');
      add(found);
      object('math', found, found);
    },
  };

  const endField = (): void => {
    const field = fields.pop();
    if (field === undefined || field.showing || field.instruction.trim() === '') return;
    const equation = fieldText(field.instruction);
    if (equation) ruby(equation.text, equation.reading);
    else if (/^\s*EQ\b/i.test(field.instruction)) object('field', field.instruction.trim(), field.instruction.trim());
  };

  return (paragraph) => {
    text = '';
    boxes = [];
    sawDeleted = false;
    visitAll(paragraph);
    return { text, boxes, deleted: sawDeleted && text.trim() === '' };
  };
}

/** 文字を持たないか、別に読むもの */
const SILENT = new Set(['w:pPr', 'w:rPr', 'w:sectPr', 'w:delText', 'w:delInstrText', 'w:commentReference', 'w:footnoteReference', 'w:endnoteReference', 'w:annotationRef', 'w:footnoteRef', 'w:endnoteRef', 'w:lastRenderedPageBreak', 'w:softHyphen', 'w:rt']);

export function descendants(node: XmlNode | undefined, name: string): XmlNode[] {
  const found: XmlNode[] = [];
  const visit = (at: XmlNode): void => {
    for (const child of at.children) {
      if (!isXmlNode(child)) continue;
      if (child.name === name) found.push(child);
      else if (at.name === 'mc:AlternateContent' && child.name === 'mc:Fallback' && nodeOf(at, 'mc:Choice') !== undefined) continue;
      else visit(child);
    }
  };
  if (node) visit(node);
  return found;
}

const deletedText = (node: XmlNode): string => [...descendants(node, 'w:delText'), ...descendants(node, 'w:t')].map(xmlTextOf).join('');
