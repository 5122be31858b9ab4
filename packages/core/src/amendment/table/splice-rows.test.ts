import { describe, expect, it } from 'vitest';
import { elementFactory, type Element, type NodeId } from '../../text/element.js';
import { readRowLine, writeRowLine } from './row-line.js';
import { spliceRows } from './splice-rows.js';
import { slotsOf, tableGrid } from './table-grid.js';

type CellSpec = string | readonly [text: string, rowspan: number, colspan?: number];

function table(rows: readonly (readonly CellSpec[])[], headers = 0): Element {
  const element = elementFactory();
  const cell = (header: boolean, spec: CellSpec) => {
    const [text, rowspan = 1, colspan = 1] = typeof spec === 'string' ? [spec] : spec;
    const attr = { BorderTop: 'solid', ...(rowspan > 1 ? { rowspan: String(rowspan) } : {}), ...(colspan > 1 ? { colspan: String(colspan) } : {}) };
    return element(header ? 'TableHeaderColumn' : 'TableColumn', { attr }, [element('Sentence', {}, text === '' ? [] : [text])]);
  };
  return element('Table', {}, rows.map((row, r) => element(r < headers ? 'TableHeaderRow' : 'TableRow', {}, row.map((spec) => cell(r < headers, spec)))));
}

const lines = (t: Element): string[] => {
  const grid = tableGrid(t);
  return grid.rows.map((_, row) => writeRowLine(slotsOf(grid, row)));
};

const ids = () => {
  let count = 0;
  return () => `new${(count += 1)}` as NodeId;
};

const MERGED = [['ア　医療', '守る。', ['両市が取り組む。', 2]], ['イ　観光', '進める。']] as const;

describe('表の行の差し替え', () => {
  it.each([
    ['結合した欄のある表の末尾に加えると、結合した欄が伸びる', 2, 0, ['｜ウ　防災｜備える。｜'], ['｜ア　医療｜守る。｜両市が取り組む。｜', '｜イ　観光｜進める。｜↑｜', '｜ウ　防災｜備える。｜↑｜']],
    ['間に加えても、結合した欄が伸びる', 1, 0, ['｜ウ　防災｜備える。｜'], ['｜ア　医療｜守る。｜両市が取り組む。｜', '｜ウ　防災｜備える。｜↑｜', '｜イ　観光｜進める。｜↑｜']],
    ['先頭に加えると、結合した欄が上へ伸びる', 0, 0, ['｜ウ　防災｜備える。｜'], ['｜ウ　防災｜備える。｜両市が取り組む。｜', '｜ア　医療｜守る。｜↑｜', '｜イ　観光｜進める。｜↑｜']],
    ['欄を書けば、結合しない', 2, 0, ['｜ウ　防災｜備える。｜甲市が取り組む。｜'], ['｜ア　医療｜守る。｜両市が取り組む。｜', '｜イ　観光｜進める。｜↑｜', '｜ウ　防災｜備える。｜甲市が取り組む。｜']],
    ['結合した欄の始まる行を削っても、結合した欄は残る', 0, 1, [], ['｜イ　観光｜進める。｜両市が取り組む。｜']],
    ['結合した欄を書かずに項を改めると、結合した欄はそのまま', 0, 1, ['｜ア　福祉｜支える。｜'], ['｜ア　福祉｜支える。｜両市が取り組む。｜', '｜イ　観光｜進める。｜↑｜']],
    ['結合した欄を書けば、結合した欄も改まる', 0, 1, ['｜ア　福祉｜支える。｜甲市が取り組む。｜'], ['｜ア　福祉｜支える。｜甲市が取り組む。｜', '｜イ　観光｜進める。｜↑｜']],
    ['二行を一行に改める', 0, 2, ['｜ア　福祉｜支える。｜甲市が取り組む。｜'], ['｜ア　福祉｜支える。｜甲市が取り組む。｜']],
  ])('%s', (_, at, remove, added, expected) => {
    expect(lines(spliceRows(table(MERGED), at, remove, added, ids())!)).toEqual(expected);
  });

  it('触れない欄は id も属性もそのままで、加えた欄は隣の属性にならう', () => {
    const base = table(MERGED);
    const made = spliceRows(base, 2, 0, ['｜ウ　防災｜備える。｜'], ids())!;
    expect(made.children[1]).toBe(base.children[1]);
    expect(made.children[2]).toMatchObject({ tag: 'TableRow', id: expect.stringMatching(/^new/), children: [{ attr: { BorderTop: 'solid' } }, { attr: { BorderTop: 'solid' } }] });
  });

  it.each([
    ['表の幅より欄が多い', '｜ア｜イ｜ウ｜エ｜'],
    ['左に欄の無い ←', '｜←｜イ｜ウ｜'],
    ['表の行でない', 'ア　医療'],
    ['欄に号の並ぶ行', '｜ア｜〔内訳〕一　甲｜ウ｜'],
  ])('%s行は、当てはめずに断る', (_, line) => {
    expect(spliceRows(table(MERGED), 2, 0, [line], ids())).toBeUndefined();
  });

  it('先頭の行の ↑ は、上に欄が無いので断る', () => {
    expect(spliceRows(table([['ア', 'イ']]), 0, 1, ['｜↑｜イ｜'], ids())).toBeUndefined();
  });

  it('升目の崩れた表は断る', () => {
    expect(spliceRows(table([[['ア', 3], 'イ']]), 1, 0, ['｜ア｜イ｜'], ids())).toBeUndefined();
  });

  it.each([['｜↑｜'], ['一｜二'], ['↑'], ['←'], ['---'], [''], ['　'], ['利根大｜堰《ぜき》施設'], ['［字 ｜］'], ['〔内訳〕']])('欄の文字「%s」は、印字して読み戻しても同じ', (text) => {
    expect(readRowLine(writeRowLine([{ text }, { text: 'イ' }]))).toEqual([{ text }, { text: 'イ' }]);
  });
});
