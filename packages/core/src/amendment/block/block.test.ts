import { describe, expect, test } from 'vitest';
import { AGREEMENT_LABELS, STATUTE_LABELS } from '../../text/label.js';
import type { Element, NodeId } from '../../text/element.js';
import type { Tag } from '../../text/tag.js';
import { labelOf } from '../../text/label.js';
import { childElements, isElement } from '../../text/element.js';
import { isRun, writeRun } from '../run.js';
import type { BlockContext } from './block-context.js';
import { readBlock } from './read-block.js';
import { writeBlock } from './write-block.js';

const newId = (): NodeId => 'x' as NodeId;

/** 木の形を「要素名 標目「印字」」の行で見る */
function outline(element: Element, context: BlockContext, depth = 0): string[] {
  const label = labelOf(element, context.labels) ?? '';
  const own = '  '.repeat(depth) + element.tag + (label === '' ? '' : ` ${label}`) + (isRun(element) ? `「${writeRun(element)}」` : '');
  return isRun(element) ? [own] : [own, ...childElements(element).flatMap((child) => outline(child, context, depth + 1))];
}

function read(lines: readonly string[], context: BlockContext): string[] {
  const result = readBlock({ lines }, context, newId);
  return result.ok ? result.value.flatMap((element) => outline(element, context)) : result.error.map((f) => `${f.code} ${f.at.line} ${f.found}`);
}

const agreement = (tags: readonly Tag[], holder: Tag): BlockContext => ({ tags, holder, labels: AGREEMENT_LABELS });
const statute = (tags: readonly Tag[], holder: Tag): BlockContext => ({ tags, holder, labels: STATUTE_LABELS });

describe('条のブロック', () => {
  test('見出し・枝番号の条・項・号・細分を配字どおりに読み、同じ行に書く', () => {
    const lines = ['　（実施計画）', '第3条の2　両市は、計画を定める。ただし、軽易なものを除く。', '2　連絡会議は、次の事項を協議する。', '　(1)　計画の案', '　　ア　医療', '　　イ　福祉', '　(2)　その他', '3　前項の計画は、公表する。'];
    const context = agreement(['Article'], 'MainProvision');
    const result = readBlock({ lines }, context, newId);
    expect(read(lines, context)).toEqual([
      'Article 第3条の2',
      '  ArticleCaption「（実施計画）」',
      '  Paragraph', '    ParagraphSentence「両市は、計画を定める。ただし、軽易なものを除く。」',
      '  Paragraph 2', '    ParagraphSentence「連絡会議は、次の事項を協議する。」',
      '    Item (1)', '      ItemSentence「計画の案」',
      '      Subitem1 ア', '        Subitem1Sentence「医療」',
      '      Subitem1 イ', '        Subitem1Sentence「福祉」',
      '    Item (2)', '      ItemSentence「その他」',
      '  Paragraph 3', '    ParagraphSentence「前項の計画は、公表する。」',
    ]);
    expect(result.ok && writeBlock(result.value, context).lines).toEqual(lines);
  });

  test('「第三条から第五条まで　削除」は番号の範囲を持つ一つの条である', () => {
    const result = readBlock({ lines: ['第三条から第五条まで　削除'] }, statute(['Article'], 'MainProvision'), newId);
    expect(result.ok && result.value.map((e) => [e.num, e.label, isElement(e.children[0]!) && writeRun(e.children[0]!)])).toEqual([['3:5', undefined, '削除']]);
  });
});
