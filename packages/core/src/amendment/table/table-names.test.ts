import { describe, expect, it } from 'vitest';
import { elementFactory, textOf, type Element } from '../../text/element.js';
import { cellsWithin, columnsNamed, labelOfCell, partNamed, renamedCell, rowsNamed, tableNames } from './table-names.js';

function table(rows: readonly (readonly (string | readonly [string, number])[])[], headers: readonly string[] = []): Element {
  const element = elementFactory();
  const cell = (tag: 'TableColumn' | 'TableHeaderColumn', spec: string | readonly [string, number]) => {
    const [text, rowspan] = typeof spec === 'string' ? [spec, 1] : spec;
    return element(tag, { attr: rowspan > 1 ? { rowspan: String(rowspan) } : {} }, [element('Sentence', {}, [text])]);
  };
  const head = headers.length > 0 ? [element('TableHeaderRow', {}, headers.map((text) => cell('TableHeaderColumn', text)))] : [];
  return element('Table', {}, [...head, ...rows.map((row) => element('TableRow', {}, row.map((spec) => cell('TableColumn', spec))))]);
}

const LAWS = tableNames(table([['道路法（昭和二十七年法律第百八十号）', '許可'], ['七の二　里親', '登録'], ['一', '甲'], ['（１）　乙', '丙'], ['同じ', '甲'], ['同じ', '乙']]));
const GROUPED = tableNames(table([[['経費', 2], '人件費', '二分の一'], ['旅費', '三分の一'], [['収入', 2], '人件費', '全部'], ['雑入', '全部']]));
const BLANK = tableNames(table([['利根大｜堰《ぜき》事業', '合口連絡水路', '農林水産大臣'], ['　', '武蔵水路', '国土交通大臣'], ['利根中央用水事業', '合口連絡水路', '農林水産大臣'], ['　', '葛西用水路', '農林水産大臣']]));

describe('表の呼び名', () => {
  it.each([
    ['標目だけの呼び方', LAWS, '七の二', { found: { from: 1, to: 2 } }],
    ['漢数字だけの欄', LAWS, '一', { found: { from: 2, to: 3 } }],
    ['括弧の標目', LAWS, '（１）', { found: { from: 3, to: 4 } }],
    ['法令番号を添えた法令名', LAWS, '道路法（昭和二十七年法律第百八十号）', { found: { from: 0, to: 1 } }],
    ['法令番号を省いた法令名', LAWS, '道路法', { found: { from: 0, to: 1 } }],
    ['同じ名が二つ', LAWS, '同じ', { count: 2 }],
    ['無い名', LAWS, '河川法', { count: 0 }],
    ['何行にもわたる欄は、項としても呼べる', GROUPED, '経費', { found: { from: 0, to: 2 } }],
    ['その中の行は次の欄で呼ぶ', GROUPED, '旅費', { found: { from: 1, to: 2 } }],
    ['左端の欄が空なら次の欄で呼ぶ', BLANK, '葛西用水路', { found: { from: 3, to: 4 } }],
    ['ルビは書かない', BLANK, '利根大堰事業', { found: { from: 0, to: 1 } }],
  ])('項: %s', (_, names, name, expected) => {
    expect(rowsNamed(names, name)).toEqual(expected);
  });

  it('同じ名の項は、部で絞って呼ぶ', () => {
    expect(rowsNamed(GROUPED, '人件費')).toEqual({ count: 2 });
    const part = partNamed(GROUPED, '収入');
    expect(part).toEqual({ found: { from: 2, to: 4 } });
    expect(rowsNamed(GROUPED, '人件費', 'found' in part ? part.found : undefined)).toEqual({ found: { from: 2, to: 3 } });
  });

  it('空の欄が続く行は、上の名の部である', () => {
    expect(partNamed(BLANK, '利根大堰事業')).toEqual({ found: { from: 0, to: 2 } });
  });

  it.each([
    ['見出しの名', ['取組', '', '両市の役割'], '両市の役割', { found: { from: 2, to: 3 } }],
    ['名の無い見出しには左の見出しが掛かる', ['取組', '', '両市の役割'], '取組', { found: { from: 0, to: 2 } }],
    ['見出しが無ければ位置', [], '中欄', { found: { from: 1, to: 2 } }],
    ['見出しが無ければ順番', [], '第三欄', { found: { from: 2, to: 3 } }],
    ['無い欄', [], '備考', { count: 0 }],
  ])('欄: %s', (_, headers, name, expected) => {
    expect(columnsNamed(tableNames(table([['ア', 'イ', 'ウ']], headers)), name)).toEqual(expected);
  });

  it('項は、ほかの行へ続く欄を含まない', () => {
    const names = tableNames(table([['ア　医療', '守る。', ['両市', 2]], ['イ　観光', '進める。']]));
    expect(cellsWithin(names, { from: 0, to: 1 }).map(textOf)).toEqual(['ア　医療', '守る。']);
    expect(cellsWithin(names, undefined, { from: 2, to: 3 }).map(textOf)).toEqual(['両市']);
  });

  it('標目を替えても、名のほかは変わらない', () => {
    expect(renamedCell('オ　その他', 'オ', 'カ')).toBe('カ　その他');
    expect(renamedCell('五', '五', '六')).toBe('六');
    expect(labelOfCell('ア経済')).toBeUndefined();
  });
});
