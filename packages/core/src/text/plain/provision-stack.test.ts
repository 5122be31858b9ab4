import { describe, expect, it } from 'vitest';
import { childElements, type Element } from '../element.js';
import { readText } from './read-text.js';
import { sourceFromText } from './source-from-text.js';
import { writeText } from './write-text.js';

const depthOf = (element: Element): number => 1 + childElements(element).reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0);
const read = (lines: readonly string[]): Element => readText(sourceFromText(['甲乙連携協約', '第1条　次に掲げる。', ...lines].join('\n'))).document.root;

describe('標目の階層は、同じ番号の繰返しでも深くならない', () => {
  it('号の最初の番号が繰り返されれば、振り直した兄弟とみる', () => {
    const { document } = readText(sourceFromText('甲乙連携協約\n第1条　次に掲げる。\n(1)　経済\n(1)　医療\nア　病院\nア　薬局\n(1)　防災\n'));
    const body = writeText(document).split('\n').filter((line) => /[(ア]/.test(line));
    expect(body).toEqual(['　(1)　経済', '　(1)　医療', '　　ア　病院', '　　ア　薬局', '　(1)　防災']);
  });

  it('何千行あっても、木の深さは号の細分の段の数に収まる', () => {
    expect(depthOf(read(Array.from({ length: 3000 }, () => '(1)　経済')))).toBeLessThan(20);
    expect(depthOf(read(['(1)', 'ア', '(ア)', 'a', '(a)', 'i', 'A', '(A)', '①', '⑴', '㋐', 'Ⅰ', '1', 'ｉ', '(ⅰ)'].map((label) => `${label}　経済`)))).toBeLessThan(20);
  });
});
