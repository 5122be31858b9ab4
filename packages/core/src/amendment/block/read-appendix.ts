import type { Content, Element } from '../../text/element.js';
import type { Tag } from '../../text/tag.js';
import { isAppendix, peek, type BlockCursor } from './block-cursor.js';
import { readEscaped } from './block-escape.js';
import type { BlockLine } from './block-line.js';
import { readMark } from './block-mark.js';
import { readMarked } from './read-marked.js';

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

export const appendixShape = (tag: Tag): AppendixShape | undefined => SHAPES[tag];

/** 題名の行の末尾の「（第四条関係）」 */
const RELATED = /[（(](?:[^（()）]|[（(][^（()）]*[）)])*(?:関係|第[0-9０-９〇一二三四五六七八九十百千]+条)(?:[^（()）]|[（(][^（()）]*[）)])*[）)]$/;

/** 関係条を探す、行末からの字数 */
const LONGEST_RELATED = 300;

/** 題名の行の、関係条の始まり。無ければ行の長さ。 */
export const relatedStart = (text: string): number => relatedAt(text)[0];

/** 別表の類の頭の行に読めるか。二つ目からの別表の始まりを見分ける。 */
const HEAD = /^[（(]?(?:附則)?(?:別表|別記|別紙|別図|付表|付録|附録|様式|書式|第[0-9０-９〇一二三四五六七八九十百千]+号?の?[0-9０-９一二三四五六七八九十]*(?:様式|書式|表))/;

export function readAppendices(cursor: BlockCursor, tags: readonly Tag[], reader: (cursor: BlockCursor) => (cursor: BlockCursor) => readonly Content[]): Content[] {
  const kinds = tags.filter(isAppendix);
  const out: Content[] = [];
  for (let line = peek(cursor); line; line = peek(cursor)) {
    const mark = readMark(line.text);
    if (mark) out.push(readMarked(cursor, line, mark));
    else {
      const tag = kindOfHead(line.text, kinds, out.length);
      const inner: BlockCursor = { ...cursor, owner: tag, kind: 'appendix', tags: new Set() };
      out.push(readAppendix(inner, tag, reader(inner)));
      cursor.at = inner.at;
    }
  }
  return out;
}

/** 別表か様式か。名から分からなければ、来るはずの順。 */
function kindOfHead(text: string, kinds: readonly Tag[], position: number): Tag {
  const byName = KIND_NAMES.find(([name]) => name.test(text))?.[1];
  return kinds.find((kind) => byName?.test(kind)) ?? kinds[Math.min(position, kinds.length - 1)]!;
}

const KIND_NAMES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:附則)?別表/, /Table$/],
  [/様式/, /Style$/],
  [/書式/, /Format$/],
  [/^別図/, /Fig$/],
  [/^別記/, /Note$|Style$/],
  [/^(?:付|附)録/, /Appdx$/],
];

/** 附則の終わりの「附則別表」などなら、その要素。項の文は一字下がるので紛れない。 */
export function supplAppendixAt({ text, indent, token }: BlockLine, base: number): Tag | undefined {
  if (indent !== base || !HEAD.test(text) || token !== undefined) return undefined;
  return kindOfHead(text, ['SupplProvisionAppdxTable', 'SupplProvisionAppdxStyle', 'SupplProvisionAppdx'], 0);
}

export function readAppendix(cursor: BlockCursor, tag: Tag, readOne: (cursor: BlockCursor) => readonly Content[]): Element {
  const children: Content[] = [...readHead(cursor, peek(cursor)!, SHAPES[tag]!.title)];
  cursor.at += 1;
  for (let line = peek(cursor); line; line = peek(cursor)) {
    const mark = readMark(line.text);
    if (line.indent === cursor.base && (mark ? mark.tag !== undefined && isAppendix(mark.tag) : HEAD.test(line.text) && !line.token)) break;
    for (const child of readOne(cursor)) children.push(child);
  }
  return cursor.make.element(tag, {}, children);
}

/** 「（第四条関係）」の形をしていない関係条の前に置く印 */
export const RELATED_MARK = '〔関係条〕';

function readHead(cursor: BlockCursor, { text }: BlockLine, title: Tag): Element[] {
  const marked = text.indexOf(RELATED_MARK);
  const [end, from] = marked >= 0 ? [marked, marked + RELATED_MARK.length] : relatedAt(text);
  const head = cursor.make.run(title, readEscaped(marked >= 0 ? text.slice(0, end) : text.slice(0, end).trimEnd()));
  return from >= text.length ? [head] : [head, cursor.make.run('RelatedArticleNum', readEscaped(text.slice(from)))];
}

function relatedAt(text: string): readonly [end: number, from: number] {
  const tail = Math.max(text.length - LONGEST_RELATED, 1);
  const related = RELATED.exec(text.slice(tail));
  return related ? [tail + related.index, tail + related.index] : [text.length, text.length];
}
