import type { Content } from '../../text/element.js';
import type { LabelForms } from '../../text/label.js';
import type { Tag } from '../../text/tag.js';
import type { BlockLine } from './block-line.js';
import type { BlockMaker } from './block-maker.js';

/** body: 条・項の並び（号は一字下げ） / appendix: 別表の類の中（号が一番上） */
export type BlockKind = 'body' | 'appendix';

/** 表の行を、どの要素として読むか */
export type TableKind = 'TableStruct' | 'Table' | 'TableRow' | 'TableColumn';

/** ブロックを読む途中の位置と、読むのに要るもの。 */
export interface BlockCursor {
  readonly lines: readonly BlockLine[];
  at: number;
  readonly make: BlockMaker;
  readonly labels: LabelForms;
  readonly kind: BlockKind;
  /** 条・項の行の桁。印の中では深くなる */
  readonly base: number;
  /** この並びを持つ要素 */
  readonly owner: Tag;
  /** 並びの一番上に来る要素。印の中など、決まっていなければ空 */
  readonly tags: ReadonlySet<Tag>;
  /** 入れ子の並び（印・欄の中身）を読む */
  readonly nested: (lines: readonly BlockLine[], owner: Tag, base: number) => readonly Content[];
  /** 続く表の行を読む */
  readonly table: (cursor: BlockCursor, wanted: TableKind) => readonly Content[];
  /** 読めない行を報告する */
  readonly unread: (line: BlockLine) => void;
}

export const peek = (cursor: BlockCursor): BlockLine | undefined => cursor.lines[cursor.at];

/** indent より深い行が続く間。 */
export function takeDeeper(cursor: BlockCursor, indent: number): readonly BlockLine[] {
  const from = cursor.at;
  while (cursor.at < cursor.lines.length && cursor.lines[cursor.at]!.indent > indent) cursor.at += 1;
  return cursor.lines.slice(from, cursor.at);
}

const APPENDIX: ReadonlySet<Tag> = new Set<Tag>([
  'AppdxTable', 'AppdxNote', 'AppdxStyle', 'AppdxFormat', 'Appdx', 'AppdxFig', 'SupplProvisionAppdxTable', 'SupplProvisionAppdxStyle', 'SupplProvisionAppdx',
]);

/** 別表・別記様式・付録の類か。 */
export const isAppendix = (tag: Tag): boolean => APPENDIX.has(tag);

/** 別表の類の中では号が一番上に来る。印を付けた備考の中も同じ。 */
export const blockKind = (owner: Tag, tags: ReadonlySet<Tag>): BlockKind => (isAppendix(owner) || (owner === 'Remarks' && tags.size === 0) ? 'appendix' : 'body');
