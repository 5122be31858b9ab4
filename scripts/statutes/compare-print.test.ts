import { elementFactory, STATUTE_LABELS, type LawDocument, type ProvisionNum } from '@renkei/core';
import { describe, expect, it } from 'vitest';
import { comparePrint } from './compare-print.js';

const law = (num: string, text: string, attr: Record<string, string> = {}): LawDocument => {
  const make = elementFactory();
  return { root: make('Law', {}, [make('LawBody', {}, [make('Article', { num: num as ProvisionNum, attr }, [make('ArticleCaption', {}, [text])])])]), labels: STATUTE_LABELS };
};

describe('印字の突き合わせ', () => {
  it('属性だけの違いは見ない', () => {
    expect(comparePrint(law('1', '（目的）', { Hide: 'false' }), law('1', '（目的）'))).toBeUndefined();
  });

  it('標目の違いを場所と共に示す', () => {
    expect(comparePrint(law('1', '（目的）'), law('2', '（目的）'))).toBe('/Law/LawBody/Article1: 標目 第一条 ／ 第二条');
  });

  it('文字の違いを場所と共に示す', () => {
    expect(comparePrint(law('1', '（目的）'), law('1', '（趣旨）'))).toBe('/Law/LawBody/Article1/ArticleCaption: "（目的）" ／ "（趣旨）"');
  });
});
