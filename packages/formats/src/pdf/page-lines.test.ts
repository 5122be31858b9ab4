import { describe, expect, it } from 'vitest';
import { pageLines } from './page-lines.js';
import type { TextItem } from './text-layer.js';

/** 断片を、字の大きさの em 倍だけ空けて一行に並べる。欧数字は半角の幅 */
function lineOf(em: number, ...parts: string[]): string {
  let x = 72;
  const items = parts.map((text): TextItem => {
    const width = 10 * [...text].reduce((sum, c) => sum + (/[!-~]/.test(c) ? 0.5 : 1), 0);
    const item = { text, x, y: 100, size: 10, width, upright: true };
    x += width + 10 * em;
    return item;
  });
  return pageLines(items).map((line) => line.text).join('\n');
}

describe('半角空白の幅の空き', () => {
  it.each([
    ['第1条', 'この協約は、目的を定める。'],
    ['ア', '地域医療の確保'],
    ['1', '圏域全体の経済成長'],
    ['(1)', '生活機能の強化'],
    ['山口市長', '渡辺純一'],
  ])('「%s」と「%s」の間は空白とみる', (head, rest) => {
    expect(lineOf(0.26, head, rest)).toBe(`${head} ${rest}`);
  });

  it.each([
    ['行の初めに折られた数', ['2', '通を作成し、保有する。']],
    ['文の中の数字の前後', ['協約書', '2', '通を作成し、保有する。']],
    ['約物の後', ['目的とし、', '圏域の発展を図る。']],
    ['字の間を広げた行', [...'圏域の発展を目的とする']],
  ])('%sは、空白とみない', (_, parts) => {
    expect(lineOf(0.24, ...parts)).toBe(parts.join(''));
  });

  it('字の間が狭ければ、空白とみない', () => {
    expect(lineOf(0.1, '第1条', 'この協約は')).toBe('第1条この協約は');
  });
});
