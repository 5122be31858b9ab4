import { ok, type Result } from '@renkei/core';
import type { SourceFailure } from '@renkei/app';
import { mainContent } from './furniture.js';
import { parseHtml } from './html-tree.js';
import { pageWalk, type PageReading } from './page-walk.js';

/**
 * よその HTML（例規集・市町のページ）を行と表の行に直す。
 * 本文でない部分は採らないが、その文字はすべて報告に残す。
 */
export function readWebPage(html: string): Result<PageReading, SourceFailure> {
  const parsed = parseHtml(html);
  if (!parsed.ok) return parsed;
  return ok(pageWalk(parsed.value, mainContent(parsed.value)));
}
