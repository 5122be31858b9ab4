import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { markdownFiles } from './markdown-files.js';

const LINK = /!?\[[^\]]*\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g;

/** 文書の中の、リポジトリを指すリンクのうち、飛び先のファイルか見出しが無いもの。 */
export function brokenLinks(root: string): string[] {
  return markdownFiles(root).flatMap((file) => {
    const text = withoutCode(readFileSync(join(root, file), 'utf8'));
    return [...text.matchAll(LINK)].flatMap(([, target]) => {
      const problem = problemOf(root, file, target!);
      return problem === undefined ? [] : [`${file}: リンク ${target} ${problem}`];
    });
  });
}

function problemOf(root: string, file: string, target: string): string | undefined {
  if (/^[a-z][a-z+.-]*:/.test(target)) return undefined;
  const [path, anchor] = target.split('#').map(decodeURIComponent) as [string, string | undefined];
  const full = path === '' ? join(root, file) : join(root, dirname(file), path);
  if (relative(root, full).startsWith('..')) return 'はリポジトリの外を指しています。';
  if (!existsSync(full)) return 'の飛び先がありません。';
  if (anchor === undefined || statSync(full).isDirectory() || !full.endsWith('.md')) return undefined;
  return headingAnchors(readFileSync(full, 'utf8')).has(anchor) ? undefined : 'の見出しがありません。';
}

const withoutCode = (text: string): string => text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');

/** 見出しから作られる錨。同じ見出しの二つ目からは -1、-2… が付く。 */
export function headingAnchors(markdown: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading] of markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const base = heading!.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-');
    let anchor = base;
    for (let n = 1; anchors.has(anchor); n += 1) anchor = `${base}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}
