import type { Reading } from '../finding.js';
import { AGREEMENT_LABELS, STATUTE_LABELS } from '../label.js';
import type { SourceText } from '../source.js';
import { draft, freeze } from './draft.js';
import { findBody } from './find-body.js';
import { readHead } from './head.js';
import { prepareBlocks, type LineBlock } from './prepare-blocks.js';
import { readSections } from './read-sections.js';
import { readerContext } from './reader-context.js';
import { restoreRoles } from './role-repair.js';
import { repairTable } from './table-repair.js';
import { emitTable } from './table.js';
import { repairVariantGlyphs } from './variant-glyph.js';

/**
 * 行と表の並びから本文の木を読む。どんな入力でも木と報告を返し、例外にしない。
 * 原文の空白でない文字は、すべて木の節点か報告のどちらかに位置を持つ。
 */
export function readText(source: SourceText): Reading {
  const context = readerContext(source);
  const blocks = prepareBlocks(context);
  const bodyAt = findBody(blocks);
  const headLines = blocks.slice(0, bodyAt).filter((b): b is LineBlock => b.kind === 'line');
  const body = draft('LawBody');
  const tables = readSections(blocks, bodyAt, body, context);
  const hasMain = body.children.some((c) => typeof c !== 'string' && c.tag === 'MainProvision' && c.children.length > 0);
  const head = readHead(headLines, hasMain, context);
  body.children = [...head.parts, ...(head.isWhole ? body.children.filter((c) => typeof c === 'string' || c.tag !== 'MainProvision') : body.children)];
  for (const table of tables) repairTable(table, context);
  restoreRoles(tables, context);
  tables.forEach(emitTable);
  const root = draft('Law', head.lawNum ? [head.lawNum, body] : [body]);
  repairVariantGlyphs(root, context);
  context.flushMarks();
  return freeze(root, context.findings, isStatute(headLines) ? STATUTE_LABELS : AGREEMENT_LABELS);
}

/** 書きぶりの見当たらない階層の既定を選ぶ。漢数字の条を持つ文書は国の法令の書きぶり。 */
const isStatute = (head: readonly LineBlock[]): boolean => head.some((l) => /(法律|政令|省令|規則)第?[一二三四五六七八九十百〇―]+/.test(l.body.text));
