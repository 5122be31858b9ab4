import { describe, expect, it } from 'vitest';
import type { SentencePart } from '../location.js';
import { sentencePart } from './sentence-part.js';

const part = (text: string, name: SentencePart) => {
  const range = sentencePart(text, name);
  return range && text.slice(range.start, range.end);
};

describe('本文・ただし書・前段・後段', () => {
  it.each<[string, SentencePart, string | undefined]>([
    ['甲。ただし、乙。', '本文', '甲。'],
    ['甲。ただし、乙。', 'ただし書', 'ただし、乙。'],
    ['甲。但し乙。', 'ただし書', '但し乙。'],
    ['甲。', '本文', undefined],
    ['甲。', '前段', undefined],
    ['甲。乙。', '前段', '甲。'],
    ['甲。乙。', '後段', '乙。'],
    ['甲。乙。丙。', '中段', '乙。'],
    ['甲。乙。丙。', '後段', '丙。'],
    ['甲。乙。', '中段', undefined],
    ['甲。ただし、乙。この場合において、丙。', 'ただし書', 'ただし、乙。'],
    ['甲。ただし、乙。この場合において、丙。', '前段', '甲。ただし、乙。'],
    ['甲。ただし、乙。この場合において、丙。', '後段', 'この場合において、丙。'],
    ['甲。乙。ただし、丙。', '後段', '乙。'],
    ['甲（乙。丙）。丁。', '前段', '甲（乙。丙）。'],
    ['「甲。乙」を置く。丁。', '後段', '丁。'],
    ['', '前段', undefined],
  ])('%s の%s', (text, name, expected) => expect(part(text, name)).toBe(expected));
});
