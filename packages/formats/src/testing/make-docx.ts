import { makeZip, type ZipPart } from './make-zip.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';

export interface DocxParts {
  /** w:numbering の中身 */
  readonly numbering?: string;
  /** w:styles の中身 */
  readonly styles?: string;
  readonly extra?: readonly ZipPart[];
}

/** 本文の XML から試験のための docx を作る。 */
export function makeDocx(body: string, { numbering, styles, extra = [] }: DocxParts = {}): Uint8Array {
  return makeZip([
    {
      name: '_rels/.rels',
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', data: `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>` },
    ...(numbering === undefined ? [] : [{ name: 'word/numbering.xml', data: `<w:numbering ${W}>${numbering}</w:numbering>` }]),
    ...(styles === undefined ? [] : [{ name: 'word/styles.xml', data: `<w:styles ${W}>${styles}</w:styles>` }]),
    ...extra,
  ]);
}

/** 文字だけの段落。properties は w:pPr の中身 */
export const para = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
/** 番号の付いた段落 */
export const numbered = (numId: number, level: number, text: string): string => para(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
/** word の部品を包む名前空間 */
export const wordPart = (element: string, content: string): string => `<w:${element} ${W}>${content}</w:${element}>`;
