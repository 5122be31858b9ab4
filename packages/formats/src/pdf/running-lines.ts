import type { FlowBlock, FlowLine } from './flow.js';
import type { PdfPage } from './text-layer.js';

export interface RunningLine {
  readonly line: FlowLine;
  readonly part: 'page-number' | 'header' | 'footer';
}

/**
 * 頁ごとに繰り返される上下の行と頁番号。紙面の上端・下端の一割ほどにあり、
 * 数字を除いて同じ文字が二頁以上の同じ高さに現れるもの、または数字だけの行。
 */
export function runningLines(flows: readonly (readonly FlowBlock[])[], pages: readonly PdfPage[]): RunningLine[] {
  const candidates: { line: FlowLine; zone: 'header' | 'footer'; key: string }[] = [];
  flows.forEach((flow, i) => {
    const { height } = pages[i]!;
    const add = (block: FlowBlock | undefined, zone: 'header' | 'footer'): void => {
      if (block?.kind !== 'line') return;
      const inZone = zone === 'header' ? block.line.y < height * ZONE : block.line.y > height * (1 - ZONE);
      if (inZone) candidates.push({ line: block, zone, key: `${zone} ${keyOf(block.line.text)}` });
    };
    flow.slice(0, 2).forEach((block) => add(block, 'header'));
    flow.slice(-2).forEach((block) => add(block, 'footer'));
  });
  const byKey = new Map<string, typeof candidates>();
  for (const candidate of candidates) byKey.set(candidate.key, [...(byKey.get(candidate.key) ?? []), candidate]);
  const running = new Map<FlowLine, RunningLine>();
  for (const { line, zone, key } of candidates) {
    const peers = byKey.get(key)!.filter((other) => other.line.page !== line.page && Math.abs(other.line.line.y - line.line.y) < 12);
    if (PAGE_NUMBER.test(line.line.text)) running.set(line, { line, part: 'page-number' });
    else if (peers.length > 0 && line.line.text.length <= 60 && !line.line.text.includes('。')) running.set(line, { line, part: zone });
  }
  return [...running.values()];
}

/** 上端・下端とみる高さの割合 */
const ZONE = 0.12;
const PAGE_NUMBER = /^[-‐‑–—―－~〜(（]?[\s　]*[0-9０-９]{1,4}[\s　]*([/／][\s　]*[0-9０-９]{1,4}[\s　]*)?(?:[-‐‑–—―－~〜)）]|ページ|頁)?$|^(Page|P\.?)\s*\d+$/i;
const keyOf = (text: string): string => text.replace(/[0-9０-９]+/g, '#').replace(/[\s　]+/g, '');
