import { describe, expect, it } from 'vitest';
import type { CellValue, Column } from './dataset.js';
import { writeCsv } from './write-csv.js';

const column: Column<CellValue> = { name: 'a', header: '値', type: 'string', meaning: { ja: '値', en: 'value' }, value: (row) => row };
const cell = (value: CellValue): string => writeCsv([column], [value]).split('\r\n')[1]!;

describe('CSV', () => {
  it('BOM・見出し・CRLF で書く', () => {
    expect(writeCsv([column], ['甲', '乙'])).toBe('\uFEFF値\r\n甲\r\n乙\r\n');
  });

  it('行の無い表は見出しだけになる', () => {
    expect(writeCsv([column], [])).toBe('\uFEFF値\r\n');
  });

  it.each([
    ['カンマ', 'a,b', '"a,b"'],
    ['引用符', '「"」', '"「""」"'],
    ['改行は空白にして一行に収める', '一\r\n二\n三', '一 二 三'],
    ['式', '=SUM(A1)', "'=SUM(A1)"],
    ['正負の符号で始まる文字', '+81', "'+81"],
    ['負の数に見える文字', '-1', "'-1"],
    ['宛名', '@here', "'@here"],
    ['全角の式', '＝1', "'＝1"],
    ['空白の後の式', ' =1', "' =1"],
    ['タブで始まる文字', '\t=1', "'\t=1"],
    ['空の値', null, ''],
    ['負の数はそのまま', -3.5, '-3.5'],
    ['真偽', false, 'false'],
    ['前後の空白を残す', ' 甲', '" 甲"'],
    ['異体字はそのまま', '葛󠄀城', '葛󠄀城'],
  ] as const)('%s: %j は %s', (_, value, written) => {
    expect(cell(value)).toBe(written);
  });
});
