import { describe, expect, it } from 'vitest';
import { outline } from '../../../testing/outline.js';
import { readText } from './read-text.js';
import { sourceFromText } from './source-from-text.js';

const COMMON = '両市が協力して、取組を推進する。';
const reading = (...rows: string[]) => readText(sourceFromText(['別表（第1条関係）', ...rows].join('\n')));
const codes = (...rows: string[]) => reading(...rows).findings.map((f) => f.code);
/** 本体の行を「欄｜欄」で並べる。結合は (行数) を添える */
const rows = (...source: string[]) => {
  const out: string[] = [];
  for (const line of outline(reading(...source).document).split('\n')) {
    const text = line.trim();
    if (text === 'TableRow') out.push('');
    else if (text.startsWith('TableColumn') && out.length > 0) {
      const m = /^TableColumn(?: rowspan=(\d+))?(?:: (.*))?$/.exec(text)!;
      out[out.length - 1] += `｜${m[2] ?? ''}${m[1] ? `(${m[1]})` : ''}`;
    }
  }
  return out.map((r) => r.slice(1));
};

describe('表の傷みの修復', () => {
  it('ページの切れ目で割れた行をつなぐ', () => {
    const table = ['取組\t内容\t両市の役割', `ア 医療\t医療に取り\t${COMMON}`, '\t組む。\t', `イ 観光\t観光に取り組む。\t${COMMON}`];
    expect(rows(...table)).toEqual([`ア 医療｜医療に取り組む。｜${COMMON}`, `イ 観光｜観光に取り組む。｜${COMMON}`]);
    expect(codes(...table)).toEqual(['text.row-rejoined']);
  });

  it('タブも失われた切れ目をつなぐ', () => {
    expect(rows('取組\t内容', 'ア 医療\t医療に取り', '組む。', 'イ 観光\t観光に取り組む。')).toEqual(['ア 医療｜医療に取り組む。', 'イ 観光｜観光に取り組む。']);
  });

  it('一行だけに残った役割は表全体の結合セルとみる', () => {
    const table = ['取組\t両市の役割', 'ア 医療\t医療を守る。', `イ 観光\t観光を進める。\t${COMMON}`];
    expect(rows(...table)).toEqual([`ア 医療｜医療を守る。｜${COMMON}(2)`, 'イ 観光｜観光を進める。']);
    expect(codes(...table)).toEqual(['text.header-column-restored', 'text.merged-cell-restored']);
  });

  it('役割の断片は、同じ見出しのほかの表の文で補い、推定と示す', () => {
    const table = ['1 甲', '取組\t\t両市の役割', `ア 医療\t守る。\t${COMMON}`, '2 乙', '取組\t\t両市の役割', 'ア 観光\t進める。', '\t\tを推進する。'];
    expect(rows(...table)).toEqual([`ア 医療｜守る。｜${COMMON}`, `ア 観光｜進める。｜${COMMON}`]);
    const finding = reading(...table).findings.find((f) => f.code === 'text.merged-cell-completed');
    expect(finding).toMatchObject({ severity: 'warning', found: 'を推進する。', assumed: COMMON, confidence: 'likely', at: { provision: '別表2ア' } });
    expect(reading(...table).inferred.size).toBe(1);
  });

  it('断片を補う文がどこにも無ければ、断片のまま残して報告する', () => {
    expect(rows('取組\t\t両市の役割', 'ア 観光\t進める。\tを推進する。')).toEqual(['ア 観光｜進める。｜を推進する。']);
    expect(codes('取組\t\t両市の役割', 'ア 観光\t進める。\tを推進する。')).toEqual(['text.merged-cell-lost']);
  });

  it.each([['して、取組を推進する。'], ['、取組を推進する。'], ['取組を推進する。'], ['を推進する。']])('一つだけ残った「%s」がほかの表の文の終わりと同じなら、断片とみる', (tail) => {
    const table = ['1 甲', '取組\t\t両市の役割', `ア 医療\t守る。\t${COMMON}`, '2 乙', '取組\t\t両市の役割', 'ア 観光\t進める。', `イ 産業\t育てる。\t${tail}`];
    expect(rows(...table)).toEqual([`ア 医療｜守る。｜${COMMON}`, `ア 観光｜進める。｜${COMMON}(2)`, 'イ 産業｜育てる。']);
    expect(codes(...table)).toContain('text.merged-cell-completed');
  });

  it.each([['両市が協力'], ['両市が協力して、']])('初めだけが残った「%s」も、ほかの表の文で補う', (head) => {
    const table = ['1 甲', '取組\t\t両市の役割', `ア 医療\t守る。\t${COMMON}`, '2 乙', '取組\t\t両市の役割', `ア 観光\t進める。\t${head}`, 'イ 産業\t育てる。'];
    expect(rows(...table)).toEqual([`ア 医療｜守る。｜${COMMON}`, `ア 観光｜進める。｜${COMMON}(2)`, 'イ 産業｜育てる。']);
    expect(codes(...table)).toEqual(['text.merged-cell-completed', 'text.merged-cell-restored']);
  });

  it('続く行に分かれた役割は、初めの行でつなぐ', () => {
    const table = ['取組\t\t両市の役割', 'ア 観光\t進める。\t両市が協力', 'イ 産業\t育てる。\tして、取組を推進する。', 'ウ 医療\t守る。'];
    expect(rows(...table)).toEqual([`ア 観光｜進める。｜${COMMON}(3)`, 'イ 産業｜育てる。', 'ウ 医療｜守る。']);
    expect(codes(...table)).toEqual(['text.merged-cell-restored', 'text.row-rejoined']);
  });

  it('役割の欄がすべて失われても、残る欄を役割とせず、ほかの表の一文を推定で補う', () => {
    const table = ['1 甲', '取組\t両市の役割', `ア 医療\t守る。\t${COMMON}`, '2 乙', '取組\t両市の役割', 'ア 観光\t進める。', 'イ 産業\t育てる。'];
    expect(rows(...table)).toEqual([`ア 医療｜守る。｜${COMMON}`, `ア 観光｜進める。｜${COMMON}(2)`, 'イ 産業｜育てる。']);
    const lost = reading(...table).findings.find((f) => f.code === 'text.role-column-lost');
    expect(lost).toMatchObject({ severity: 'warning', assumed: COMMON, confidence: 'guess', data: { rows: 2, evidence: 1 } });
    // 二つの表の空の見出しと、補った役割
    expect(reading(...table).inferred.size).toBe(3);
  });

  it('ほかの表の役割が一通りでなければ、失われた欄は空のままにする', () => {
    const table = ['1 甲', '取組\t\t両市の役割', `ア 医療\t守る。\t${COMMON}`, 'イ 福祉\t守る。\t別に定める。', '2 乙', '取組\t\t両市の役割', 'ア 観光\t進める。'];
    expect(rows(...table).at(-1)).toBe('ア 観光｜進める。｜');
    expect(codes(...table)).toEqual(['text.role-column-lost']);
  });

  it('助詞と同じ字で始まる普通の役割は断片でない', () => {
    const table = ['取組\t内容\t両市の役割', 'ア 観光\t進める。\tにぎわいをつくる。', 'イ 防災\t備える。\tはしご車を配備する。', 'ウ 交流\t進める。\tともに取り組む。'];
    expect(codes(...table)).toEqual([]);
  });

  it('役割欄に何も残っていなければ、作り出さずに報告する', () => {
    expect(codes('取組\t内容\t両市の役割', 'ア 観光\t進める。')).toEqual(['text.role-column-lost']);
  });

  it('空の欄は結合の跡とみない', () => {
    const table = ['取組\t内容\t甲の役割\t乙の役割', 'ア 医療\t守る。\t行う。\t', 'イ 観光\t進める。\t－\t支える。'];
    expect(rows(...table)).toEqual(['ア 医療｜守る。｜行う。｜', 'イ 観光｜進める。｜－｜支える。']);
    expect(codes(...table)).toEqual([]);
  });

  it('ページごとに繰り返された見出しは本文にしない', () => {
    const table = ['取組\t内容\t役割', 'ア 医療\t守る。\t行う。', '', '取組\t内容\t役割', 'イ 観光\t進める。\t支える。'];
    expect(rows(...table)).toEqual(['ア 医療｜守る。｜行う。', 'イ 観光｜進める。｜支える。']);
    expect(codes(...table)).toEqual(['text.repeated-header']);
  });

  it('表の外れの罫線は本文にせず報告する', () => {
    expect(codes('取組\t内容\t役割', 'ア 医療\t守る。\t行う。', '--\t--\t---')).toEqual(['text.stray-rule']);
  });
});
