import { describe, expect, it } from 'vitest';
import { corporateNumberOf, fiveDigitsOf, isPrefectureCode, localGovernmentCode, type LocalGovernmentCode } from './local-government-code.js';

const KNOWN = [
  ['山口市', '35203', '352039', '2000020352039'],
  ['宇部市', '35202', '352021', '3000020352021'],
  ['萩市', '35204', '352047', '2000020352047'],
  ['防府市', '35206', '352063', '2000020352063'],
  ['美祢市', '35213', '352136', '4000020352136'],
  ['山陽小野田市', '35216', '352161', '3000020352161'],
  ['津和野町', '32501', '325015', '7000020325015'],
] as const;

describe('全国地方公共団体コード', () => {
  it.each([...KNOWN, ['千代田区', '13101', '131016', ''], ['札幌市', '01100', '011002', '']] as const)('%s: 5桁 %s に検査数字を付けると %s', (_, five, six) => {
    expect(localGovernmentCode(five)).toEqual({ ok: true, value: six });
    expect(localGovernmentCode(six)).toEqual({ ok: true, value: six });
    expect(fiveDigitsOf(six as LocalGovernmentCode)).toBe(five);
  });

  it('検査数字が違えば、あるべきコードを添えて断る', () => {
    expect(localGovernmentCode('352038')).toEqual({ ok: false, error: { code: 'local-government-code.wrong-check-digit', expected: '352039' } });
  });

  it('検査数字の打ち間違いは必ず見つかる', () => {
    for (const [, five, six] of KNOWN) {
      const accepted = Array.from({ length: 10 }, (_, d) => five + d).filter((typed) => localGovernmentCode(typed).ok);
      expect(accepted).toEqual([six]);
    }
  });

  it.each([[''], ['3520'], ['3520391'], ['３５２０３９'], ['35203a'], [' 35203']])('5桁でも6桁でもない「%s」は断る', (text) => {
    expect(localGovernmentCode(text)).toEqual({ ok: false, error: { code: 'local-government-code.malformed' } });
  });

  it.each([['00'], ['48'], ['99']])('都道府県コード %s は無い', (prefecture) => {
    expect(localGovernmentCode(`${prefecture}203`)).toEqual({ ok: false, error: { code: 'local-government-code.no-such-prefecture', prefecture } });
  });

  it('都道府県のコードは下3桁が000', () => {
    expect(isPrefectureCode('130001' as LocalGovernmentCode)).toBe(true);
    expect(isPrefectureCode('352039' as LocalGovernmentCode)).toBe(false);
  });
});

describe('法人番号', () => {
  it.each([...KNOWN.map(([name, , six, number]) => [name, six, number] as const), ['東京都', '130001', '8000020130001'] as const])('%s %s は %s', (_, six, number) => {
    expect(corporateNumberOf(six as LocalGovernmentCode)).toBe(number);
  });
});
