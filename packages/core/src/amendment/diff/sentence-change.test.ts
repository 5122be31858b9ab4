import { describe, expect, it } from 'vitest';
import { sentenceChange, type SentenceChange } from './sentence-change.js';

const MAIN = '両市は、連絡会議を置く。';
const PROVISO = 'ただし、緊急を要する場合は、この限りでない。';
const SECOND = 'この場合において、議会の意見を聴かなければならない。';

describe('sentenceChange', () => {
  it.each<[string, string, string, SentenceChange | undefined]>([
    ['ただし書を加える', MAIN, MAIN + PROVISO, { before: MAIN, after: MAIN, added: { part: 'ただし書', text: PROVISO } }],
    ['ただし書を削り、本文の字句も改める', MAIN + PROVISO, '両市は、協議会を置く。', { before: MAIN, after: '両市は、協議会を置く。', scope: '本文', deleted: 'ただし書' }],
    ['後段を加える', MAIN, MAIN + SECOND, { before: MAIN, after: MAIN, added: { part: '後段', text: SECOND } }],
    ['後段を削る', MAIN + SECOND, MAIN, { before: MAIN, after: MAIN, scope: '前段', deleted: '後段' }],
    ['ただし書の全部を改める', MAIN + PROVISO, `${MAIN}ただし、書面で別の方法を決めたときは、それによるものとする。`,
      { before: MAIN, after: MAIN, scope: '本文', rewritten: { part: 'ただし書', text: 'ただし、書面で別の方法を決めたときは、それによるものとする。' } }],
    ['本文の全部を改める', MAIN + PROVISO, `毎年九月に招集するものとする。${PROVISO}`,
      { before: PROVISO, after: PROVISO, scope: 'ただし書', rewritten: { part: '本文', text: '毎年九月に招集するものとする。' } }],
    ['字句だけの違いは、文の単位で見ない', MAIN + PROVISO, MAIN + PROVISO.replace('緊急', '特に緊急'), undefined],
    ['括弧の中の句点では切らない', '会議（毎年開く。以下同じ。）を置く。', '会議（毎年開く。）を置く。', undefined],
    ['ただし書の後に文が続けば、その範囲が決まらない', MAIN + PROVISO + SECOND, MAIN, undefined],
    ['改行のある欄', '甲\u21b5乙', '甲', undefined],
  ])('%s', (_name, before, after, expected) => {
    expect(sentenceChange(before, after, 0.5)).toEqual(expected);
  });
});
