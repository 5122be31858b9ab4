import { describe, expect, it } from 'vitest';
import { outline } from '../../../testing/outline.js';
import { readText } from './read-text.js';
import { sourceFromText } from './source-from-text.js';

const ROLE = '両市が協力して、取組を推進する。';
const read = (...lines: string[]) => {
  const reading = readText(sourceFromText(lines.join('\n')));
  return { tree: outline(reading.document), findings: reading.findings };
};
const HEADER = '取組\t内容\t両市の役割';
const row = (name: string) => `${name}\t${name.slice(2)}に取り組む。\t${ROLE}`;
/** 割り込みの無いときと同じ木になり、割り込んだ行は報告に全文がある。 */
const expectSame = (broken: string[], ...codes: string[]) => {
  const whole = read('別表（第1条関係）', '1 経済', HEADER, row('ア 医療'), row('イ 観光'), row('ウ 産業')).tree;
  const { tree, findings } = read('別表（第1条関係）', '1 経済', HEADER, ...broken);
  expect(tree).toBe(whole);
  expect(findings.map((f) => f.code)).toEqual(codes);
  return findings;
};

describe('ページの切れ目で割り込んだ行', () => {
  it.each([['7'], ['- 7 -'], ['3 / 5'], ['－７－']])('表の途中のページ番号「%s」は採らず、表をつなぐ', (printed) => {
    const [finding] = expectSame([row('ア 医療'), '', printed, '', row('イ 観光'), row('ウ 産業')], 'text.page-number');
    expect(finding).toMatchObject({ found: printed });
    expect(Object.keys(finding!.at.span!)).toEqual(['start', 'end']);
  });

  it('表の途中の、表のものでない行は、全文を報告して表をつなぐ', () => {
    const [finding] = expectSame([row('ア 医療'), '不思議な行です', row('イ 観光'), row('ウ 産業')], 'text.line-in-table');
    expect(finding).toMatchObject({ severity: 'warning', found: '不思議な行です', at: { line: 5, provision: '別表1' } });
  });

  it('題と見出しが繰り返されても表をつなぐ', () => {
    expect(expectSame([row('ア 医療'), '', '7', '', '連携協約', '', HEADER, row('イ 観光'), row('ウ 産業')], 'text.page-number', 'text.line-in-table', 'text.repeated-header')[1]).toMatchObject({ found: '連携協約' });
  });

  it('標目と名の途中で切れた行は、次の行の最初の欄につなぐ', () => {
    const [finding] = expectSame([row('ア 医療'), 'イ 観', row('イ 観光').slice(3), row('ウ 産業')], 'text.row-rejoined');
    expect(finding).toMatchObject({ found: 'イ 観', assumed: 'イ 観光' });
  });

  it('内容が幾行にも折られていれば、最後のセルにつなぐ', () => {
    const { tree } = read('別表（第1条関係）', '取組\t内容', 'ア 医療\t医療の', '確保に', '取り組む。', 'イ 観光\t観光を進める。');
    expect(tree).toContain('医療の確保に取り組む。');
  });

  it('次の番号でない表は、別の表のまま', () => {
    const { tree, findings } = read('別表（第1条関係）', HEADER, row('ア 医療'), '生活機能', HEADER, row('ア 観光'));
    expect(tree).toContain('生活機能');
    expect(findings).toEqual([]);
  });

  it('見出しと条の間に割り込んだ行は前の条に置き、見出しは条に付く', () => {
    const { tree, findings } = read('（目的）', '第1条　目的を定める。', '（費用）', '？？あやしい行', '第2条　費用を定める。');
    expect(tree).toMatch(/第2条\s+ArticleCaption: （費用）/);
    expect(findings).toMatchObject([{ code: 'text.unnumbered-paragraph', found: '？？あやしい行' }]);
  });

  it('*** だけの行は罫線', () => {
    expect(read('第1条　目的を定める。', '***', '（費用）', '第2条　費用を定める。').findings.map((f) => f.code)).toEqual(['text.stray-rule']);
  });
});

describe('字の間の空白', () => {
  const spaced = (text: string, gap = ' ') => [...text].join(gap);

  it('条の後の空白は残す', () => {
    const { tree } = read('（費用）', spaced('第4条前条の費用は別に定める。'));
    expect(tree).toBe(read('（費用）', '第4条 前条の費用は別に定める。').tree);
  });

  it.each([[' '], ['　']])('文書の大半で空いていれば、短い行も表の欄も詰める（%j）', (gap) => {
    const lines = ['連携協約書', '', '（目的）', '第1条  この協約は、目的を定める。', '', '別表（第1条関係）', HEADER, row('ア 医療'), row('イ 観光')];
    const opened = lines.map((line) => line.split('\t').map((cell) => spaced(cell.replace(/ +/g, ''), gap)).join('\t'));
    expect(read(...opened).tree.replaceAll('　', ' ')).toBe(read(...lines).tree);
  });

  it('氏名の全角の空白は詰めない', () => {
    const { tree } = read('第1条　目的を定める。', '平成29年3月30日', '山口市長　田　辺　信　宏　太　郎');
    expect(tree).toContain('田　辺　信　宏　太　郎');
  });
});
