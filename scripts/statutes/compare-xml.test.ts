import { describe, expect, it } from 'vitest';
import { compareXml } from './compare-xml.js';

describe('XML の突き合わせ', () => {
  it.each([
    ['字下げが違う', '<a>\n  <b/>\n</a>', '<a><b/></a>'],
    ['属性の順が違う', '<a x="1" y="2"/>', '<a y="2" x="1"/>'],
    ['空要素の書き方が違う', '<a></a>', '<a/>'],
    ['文字参照で書く', '<a>&#x3042;&amp;</a>', '<a>あ<![CDATA[&]]></a>'],
  ])('%sだけなら同じとみる', (_, left, right) => {
    expect(compareXml(left, right)).toBeUndefined();
  });

  it.each([
    ['要素が足りない', '<a><b/><c/></a>', '<a><b/></a>'],
    ['要素の順が違う', '<a><b/><c/></a>', '<a><c/><b/></a>'],
    ['属性の値が違う', '<a Year="06"/>', '<a Year="6"/>'],
    ['属性が足りない', '<a x=""/>', '<a/>'],
    ['文の中の空白が違う', '<s>あ <r/></s>', '<s>あ<r/></s>'],
    ['空白だけの文が空になる', '<s> </s>', '<s/>'],
    ['全角空白が消える', '<a>　<b/></a>', '<a><b/></a>'],
    ['改行が空白になる', '<s>あ\nい</s>', '<s>あ い</s>'],
  ])('%sなら違いとして示す', (_, left, right) => {
    expect(compareXml(left, right)).toBeDefined();
  });

  it('違いの行を示す', () => {
    expect(compareXml('<a>\n<b>1</b>\n<b>2</b>\n</a>', '<a><b>1</b><b>3</b></a>')).toEqual({ line: 3, left: '文字 "2"', right: '文字 "3"' });
  });
});
