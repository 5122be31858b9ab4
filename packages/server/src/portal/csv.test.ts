import { describe, expect, test } from 'vitest';
import { writeCsv } from './csv.js';

describe('CSV', () => {
  test('BOM で始まり、行は CRLF で終わる', () => {
    expect(writeCsv(['コード', '名称'], [['352039', '山口市']])).toBe('\ufeffコード,名称\r\n352039,山口市\r\n');
  });

  test('区切りと引用符を含む値は囲み、改行は空白にし、無い値は空にする', () => {
    expect(writeCsv(['a', 'b', 'c', 'd'], [['1,2', '"x"', 'あ\r\nい', null]])).toBe('\ufeffa,b,c,d\r\n"1,2","""x""",あ い,\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r\n=1'])('式になる値 %j は文字のまま渡す', (value) => {
    expect(writeCsv(['a'], [[value]])).toMatch(/\r\n"?'/);
  });

  test('数はそのまま（負の数も式ではない）', () => {
    expect(writeCsv(['a'], [[-12]])).toBe('\ufeffa\r\n-12\r\n');
  });
});
