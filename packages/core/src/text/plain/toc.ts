import { childElements, textOf, type Element, type ProvisionNum } from '../element.js';
import type { GroupTag } from '../tag.js';
import { draft, textDraft, type Draft } from './draft.js';
import { groupLine, supplLine } from './line-kind.js';
import type { Block } from './prepare-blocks.js';
import { sliceTraced, trimTraced } from './traced-text.js';

/** 目次の読みと書き。本文の最初の見出しに当たる行（目次に既に出た編章節）で終わる。 */

export const isTocLabel = (text: string): boolean => /^目[\s　]*次$/.test(text);

const DEPTH: Readonly<Record<GroupTag, number>> = { Part: 0, Chapter: 1, Section: 2, Subsection: 3, Division: 4 };

export function readToc(blocks: readonly Block[], from: number): { toc: Draft; next: number } {
  const toc = draft('TOC');
  const label = blocks[from];
  if (label?.kind === 'line') toc.children.push(textDraft('TOCLabel', label.body));
  const open: { depth: number; node: Draft }[] = [];
  const seen = new Set<string>();
  let at = from + 1;
  for (; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    if (block.kind !== 'line') break;
    const entry = readEntry(block.body);
    if (!entry || seen.has(entry.key)) break;
    seen.add(entry.key);
    while (open.length > 0 && open.at(-1)!.depth >= entry.depth) open.pop();
    (open.at(-1)?.node ?? toc).children.push(entry.node);
    open.push({ depth: entry.depth, node: entry.node });
  }
  return { toc, next: at };
}

function readEntry(body: Parameters<typeof trimTraced>[0]): { node: Draft; depth: number; key: string } | undefined {
  const { text } = body;
  const range = /[（(][^（(）)]*(?:第[^（(）)]*(?:条|項)|附則)[^（(）)]*[)）]$/.exec(text);
  const headText = range ? trimTraced(sliceTraced(body, 0, range.index)) : body;
  const rangeNode = range ? [textDraft('ArticleRange', sliceTraced(body, range.index))] : [];
  const group = groupLine(headText.text);
  if (group) {
    const node = draft(`TOC${group.tag}`, [textDraft(`${group.tag}Title`, headText), ...rangeNode]);
    node.num = group.num as ProvisionNum;
    // 節の番号は章ごとに改まるので、題も鍵に含める
    return { node, depth: DEPTH[group.tag], key: `${group.tag} ${headText.text}` };
  }
  if (supplLine(headText.text)) return { node: draft('TOCSupplProvision', [textDraft('SupplProvisionLabel', headText), ...rangeNode]), depth: 0, key: '附則' };
  if (/^前文$/.test(text)) return { node: textDraft('TOCPreambleLabel', body), depth: 0, key: '前文' };
  if (text.startsWith('別表') && text.length <= 30) return { node: textDraft('TOCAppdxTableLabel', body), depth: 0, key: text };
  return undefined;
}

export function writeToc(toc: Element): string[] {
  const lines: string[] = [''];
  const visit = (node: Element, depth: number): void => {
    const own = childElements(node).filter((c) => /Title$|Label$|^ArticleRange$/.test(c.tag));
    const text = own.length > 0 ? own.map(textOf).join('') : textOf(node);
    if (text !== '') lines.push('　'.repeat(depth) + text);
    for (const child of childElements(node)) if (!own.includes(child)) visit(child, depth + 1);
  };
  for (const child of childElements(toc)) {
    if (child.tag === 'TOCLabel') lines.push(textOf(child));
    else visit(child, 1);
  }
  return lines;
}
