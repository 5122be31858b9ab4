import { err, ok, type Result } from '../../kernel/result.js';
import { isElement, type Content, type Element } from '../../text/element.js';
import type { Finding } from '../../text/finding.js';
import type { Tag } from '../../text/tag.js';
import type { Block } from '../operation.js';
import type { BlockContext, NewId } from './block-context.js';
import { blockKind, isAppendix, type BlockCursor } from './block-cursor.js';
import { readEscaped } from './block-escape.js';
import { blockLines, type BlockLine } from './block-line.js';
import { blockMaker, type BlockMaker } from './block-maker.js';
import { readMark } from './block-mark.js';
import { readAppendices } from './read-appendix.js';
import { isLeafTag, oneReader, readBody, readLeaf } from './read-body.js';
import { readClosing } from './read-closing.js';
import { readMarked } from './read-marked.js';
import { readTable } from './read-table.js';
import { readToc, TOC_TAGS } from './read-toc.js';

/** 入れ子の印の深さの上限。実在の法令は十に満たない。 */
const DEEPEST = 60;

/**
 * 新しい規定の本文（溶け込んだ後の配字の行）を木に直す。writeBlock の逆。
 * 人や官報が書いた行も、階層が一つに決まる限り、字下げや数字の幅が違っても読む。
 */
export function readBlock(block: Block, context: BlockContext, newId: NewId): Result<readonly Element[], readonly Finding[]> {
  const make = blockMaker(context, newId);
  const bad: BlockLine[] = [];
  const lines = blockLines(block.lines);
  const content = readTop(lines, context, make, (line) => bad.push(line));
  const elements = content.filter(isElement);
  if (content.length > elements.length && lines.length > 0) bad.push(lines[0]!);
  if (bad.length > 0) return err(bad.map(unreadFinding));
  return ok(elements);
}

const unreadFinding = (line: BlockLine): Finding => ({
  code: 'amendment.block-unread', severity: 'error', at: { line: line.at + 1 }, found: line.source.trim(), data: {},
});

function readTop(lines: readonly BlockLine[], { tags, holder, labels, inAppendix }: BlockContext, make: BlockMaker, unread: (line: BlockLine) => void): readonly Content[] {
  let depth = 0;
  const cursorOf = (inner: readonly BlockLine[], owner: Tag, base: number, top: ReadonlySet<Tag>): BlockCursor => ({
    lines: inner, at: 0, make, labels, kind: blockKind(owner, top), base, owner, tags: top, nested, table: readTable, unread,
  });
  const nested = (inner: readonly BlockLine[], owner: Tag, base: number): readonly Content[] => {
    if (depth >= DEEPEST) {
      for (const line of inner) unread(line);
      return [];
    }
    depth += 1;
    const content = readOwned(cursorOf(inner, owner, base, new Set()), []);
    depth -= 1;
    return content;
  };
  const cursor = cursorOf(lines, holder, 0, new Set(tags));
  return readOwned(inAppendix ? { ...cursor, kind: 'appendix' } : cursor, tags);
}

/** 持ち主と、来るはずの要素に応じた読み方を選ぶ。 */
function readOwned(cursor: BlockCursor, tags: readonly Tag[]): readonly Content[] {
  if (tags.some(isAppendix)) return readAppendices(cursor, tags, oneReader);
  if (tags.length > 0 && tags.every(isLeafTag)) return readLeaves(cursor, tags);
  if (cursor.owner === 'TOC' || TOC_TAGS.has(cursor.owner) || tags.some((tag) => TOC_TAGS.has(tag))) return readToc(cursor);
  if (cursor.owner === 'Closing' || tags.includes('SignatureBlock')) return readClosing(cursor);
  const wrapper = tags.length === 1 ? tags[0]! : undefined;
  if (wrapper !== undefined && WRAPPERS.has(wrapper) && !cursor.lines.some((line, i) => i === 0 && readMark(line.text)?.tag === wrapper)) {
    return [cursor.make.element(wrapper, {}, readWrapped(cursor, wrapper))];
  }
  return readBody(cursor);
}

/** 文や見出しだけの並び。一行が一つ（文は「。」で分かれる）。 */
function readLeaves(cursor: BlockCursor, tags: readonly Tag[]): readonly Content[] {
  const out: Content[] = [];
  for (let line = cursor.lines[cursor.at]; line; line = cursor.lines[cursor.at]) {
    const mark = readMark(line.text);
    if (mark) out.push(readMarked(cursor, line, mark));
    else for (const leaf of readLeaf(cursor, line, tags[Math.min(out.length, tags.length - 1)]!)) out.push(leaf);
  }
  return out;
}

const WRAPPERS: ReadonlySet<Tag> = new Set<Tag>(['Preamble', 'MainProvision', 'SupplProvision', 'Closing']);

function readWrapped(cursor: BlockCursor, wrapper: Tag): readonly Content[] {
  const inner: BlockCursor = { ...cursor, owner: wrapper, tags: new Set() };
  const [first] = cursor.lines;
  const label: Content[] = [];
  if (wrapper === 'SupplProvision' && first && /^附[　 ]*則/.test(first.text) && !first.token) {
    inner.at += 1;
    label.push(cursor.make.run('SupplProvisionLabel', readEscaped(first.text)));
  }
  return [...label, ...(wrapper === 'Closing' ? readClosing(inner) : readBody(inner))];
}
