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

describe('片仮名に似た字', () => {
  it('語の全体が片仮名でも現れるときだけ直し、場所を報告する', () => {
    const text = '題名\n\n第1条 サ一ビスとサービスを、ス力イとスカイをいう。\n';
    const reading = read(text);
    expect(textOf(reading.document.root)).toContain('サービスとサービスを、スカイとスカイをいう。');
    expect(glyphs(text)).toMatchObject([
      { found: 'サ一ビス', assumed: 'サービス', data: { found: '一', assumed: 'ー', count: 1 }, at: { span: { start: text.indexOf('サ一'), end: text.indexOf('サ一') + 4 } } },
      { found: 'ス力イ', assumed: 'スカイ' },
    ]);
  });

  it.each([['証拠の無い語', 'サ一ビスを定める。'], ['語の後の漢数字', 'ネットワーク一つと、ネットワークを定める。'], ['語の後の漢字', 'サービス工事とサービスを定める。']])('%sは直さない', (_, sentence) => {
    const reading = read(`題名\n\n第1条 ${sentence}\n`);
    expect(textOf(reading.document.root)).toContain(sentence);
    expect(reading.findings).toEqual([]);
  });

  it('署名欄の名は直さない', () => {
    expect(textOf(read('題名\n\n第1条 スカイを定める。\n\n令和6年4月1日\n\n青葉市長 ス力イ\n').document.root)).toContain('青葉市長 ス力イ');
  });
});
