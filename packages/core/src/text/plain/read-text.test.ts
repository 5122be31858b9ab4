import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementDocument } from '../../../testing/arbitrary-document.js';
import { printedTree } from '../../../testing/printed-tree.js';
import { isElement, sameText } from '../element.js';
import { readText } from './read-text.js';
import { sourceFromText } from './source-from-text.js';
import { unaccounted } from './unaccounted.js';
import { writeText } from './write-text.js';

const read = (text: string) => readText(sourceFromText(text));

describe('本文の読取', () => {
  it('どんな文字列でも木を返し、空白でない文字を一つも失わない', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        '第1条 目的', '(目的)', '（目的）', '２　次の項', '(1) 号', 'ア 細分', '力 その他', '附則', '別表（第1条関係）', '取組\t両市の役割', 'ア 甲\t乙\t丙', '\t\tを推進する。', '---\t---',
        '-----', '- 3 -', '目次', '第一章　総則（第一条―第三条）', '第一章　総則', '備考', '備考　注', 'この協約の締結を証するため、本書2通を作成し、記名押印の上、保有する。', '平成29年3月30日', '令和　年　月　日',
        '山口市長 渡辺', '# 連携協約', '**第2条** 強調', '- (1) 点', '| ア | 内容 |  |', '↑\t←', '｜親《おや》', '［図 a.jpg］', '第 一 条 こ の 協 約 は',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\n\n'), (lines, end) => {
        const source = sourceFromText(lines.join(end));
        expect(unaccounted(source, readText(source))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('書いた平文を読むと同じ木になる', () => {
    fc.assert(
      fc.property(agreementDocument('plain'), (document) => {
        return sameText(printedTree(document), printedTree(read(writeText(document)).document));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['一文だけの規程は、その文が本則の一項である', '　　　仮の要綱\n\n　この要綱は、必要な事項を定める。\n\n　　　附　則\n　この要綱は、令和9年4月1日から施行する。\n', ['LawTitle', 'MainProvision', 'SupplProvision']],
    ['条があれば、条より前の文は制定文', '　　　仮の要綱\n\n　この要綱を次のように定める。\n\n第1条　…\n', ['LawTitle', 'EnactStatement', 'MainProvision']],
    ['協約の条より前の文は、条がなくても前文', '　　　仮の連携協約\n\n　両市は、次のとおり連携協約を締結する。\n', ['LawTitle', 'Preamble', 'MainProvision']],
  ])('%s', (_, text, tags) => {
    const [body] = read(text).document.root.children.filter(isElement);
    expect(body!.children.filter(isElement).map((part) => part.tag)).toEqual(tags);
  });
});
