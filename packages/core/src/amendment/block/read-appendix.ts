import type { Content, Element } from '../../text/element.js';
import type { Tag } from '../../text/tag.js';
import { peek, type BlockCursor } from './block-cursor.js';
import { readEscaped } from './block-escape.js';
import { labelToken, type BlockLine } from './block-line.js';

/** 別表の類の頭の要素名と、様式・記などの中身の器。 */
interface AppendixShape {
  readonly title: Tag;
  /** 標目も印も無い行の入る所 */
  readonly text?: readonly [struct: Tag, body: Tag];
}

const SHAPES: Partial<Record<Tag, AppendixShape>> = {
  AppdxTable: { title: 'AppdxTableTitle' },
  SupplProvisionAppdxTable: { title: 'SupplProvisionAppdxTableTitle' },
  AppdxStyle: { title: 'AppdxStyleTitle', text: ['StyleStruct', 'Style'] },
  SupplProvisionAppdxStyle: { title: 'SupplProvisionAppdxStyleTitle', text: ['StyleStruct', 'Style'] },
  AppdxFormat: { title: 'AppdxFormatTitle', text: ['FormatStruct', 'Format'] },
  AppdxNote: { title: 'AppdxNoteTitle', text: ['NoteStruct', 'Note'] },
  AppdxFig: { title: 'AppdxFigTitle' },
  Appdx: { title: 'ArithFormulaNum' },
  SupplProvisionAppdx: { title: 'ArithFormulaNum' },
};

export const isAppendix = (tag: Tag): boolean => tag in SHAPES;
export const appendixShape = (tag: Tag): AppendixShape | undefined => SHAPES[tag];

/** 題名の行の末尾の「（第四条関係）」 */
export const RELATED = /[（(](?:[^（()）]|[（(][^（()）]*[）)])*(?:関係|第[0-9０-９〇一二三四五六七八九十百千]+条)(?:[^（()）]|[（(][^（()）]*[）)])*[）)]$/;

/** 別表の類の頭の行に読めるか。二つ目からの別表の始まりを見分ける。 */
const HEAD = /^(?:附則)?(?:別表|別記|別紙|別図|付表|付録|附録|様式|書式|第[0-9０-９〇一二三四五六七八九十百千]+号?の?[0-9０-９一二三四五六七八九十]*(?:様式|書式|表))/;

export function readAppendices(cursor: BlockCursor, tags: readonly Tag[], reader: (cursor: BlockCursor) => (cursor: BlockCursor) => readonly Content[], readMark: (cursor: BlockCursor) => Content | undefined): Content[] {
  const kinds = tags.filter(isAppendix);
  const out: Content[] = [];
  for (let line = peek(cursor); line; line = peek(cursor)) {
    const marked = readMark(cursor);
    if (marked !== undefined) {
      out.push(marked);
      continue;
    }
    const tag = kinds[Math.min(out.length, kinds.length - 1)]!;
    const inner: BlockCursor = { ...cursor, owner: tag, kind: 'appendix', tags: new Set() };
    out.push(readAppendix(inner, tag, kinds.length > 1, reader(inner)));
    cursor.at = inner.at;
  }
  return out;
}

function readAppendix(inner: BlockCursor, tag: Tag, several: boolean, readOne: (cursor: BlockCursor) => readonly Content[]): Element {
  const children: Content[] = [...readHead(inner, peek(inner)!, SHAPES[tag]!.title)];
  inner.at += 1;
  for (let line = peek(inner); line; line = peek(inner)) {
    if (several && line.indent === inner.base && HEAD.test(line.text) && !labelToken(line.text)) break;
    for (const child of readOne(inner)) children.push(child);
  }
  return inner.make.element(tag, {}, children);
}

function readHead(cursor: BlockCursor, line: BlockLine, title: Tag): Element[] {
  const related = RELATED.exec(line.text);
  const head = related && related.index > 0 ? line.text.slice(0, related.index) : line.text;
  return [
    cursor.make.run(title, readEscaped(head.replace(/[　 ]+$/, ''))),
    ...(related && related.index > 0 ? [cursor.make.run('RelatedArticleNum', readEscaped(related[0]))] : []),
  ];
}
