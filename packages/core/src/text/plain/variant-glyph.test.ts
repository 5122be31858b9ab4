import { describe, expect, it } from 'vitest';
import { readText } from './read-text.js';
import { sourceFromText } from './source-from-text.js';
import { textOf } from '../element.js';

const read = (text: string) => readText(sourceFromText(text));
const glyphs = (text: string) => read(text).findings.filter((f) => f.code === 'text.variant-glyph');

describe('旧字体と新字体の取り違え', () => {
  it('同じ語が新字体でも現れるときだけ直す', () => {
    const proved = read('題名\n\n第1条 戰略を定め、戦略を進める。\n');
    expect(textOf(proved.document.root)).toContain('戦略を定め、戦略を進める。');
    expect(glyphs('題名\n\n第1条 戰略を定める。\n')).toEqual([]);
  });

  it('一つの条で同じ語を何度直しても報告は一つで、すべての場所を持つ', () => {
    const text = '題名\n\n第1条 戰略と戰略と戰略を、戦略という。\n';
    const [finding, ...others] = glyphs(text);
    expect(others).toEqual([]);
    expect(finding?.data).toEqual({ found: '戰', assumed: '戦', count: 3 });
    const places = [finding?.at.span, ...(finding?.at.also ?? [])];
    expect(places.map((p) => p?.start)).toEqual([...text.matchAll(/戰/g)].map((m) => m.index));
  });

  it('署名欄の名は、証拠があっても直さない', () => {
    const reading = read('題名\n\n第1条 学校と廣島と広島を結ぶ。\n\n令和6年4月1日\n\n青葉市長 廣島學\n');
    expect(textOf(reading.document.root)).toContain('青葉市長 廣島學');
  });
});
