import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeAreaFailure } from './messages/failures.js';
import { readArea } from './read-area.js';
import { readDirectory } from './read-directory.js';

const YAMAGUCHI = readFileSync(new URL('../../../examples/yamaguchi/municipalities.json', import.meta.url));
const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
type Json = { [key: string]: Json } & Json[];

/** 製品の定義の写しを、示した場所（a.b[0].c）だけ変えて返す。undefined なら除く。 */
function changed(...changes: readonly (readonly [path: string, value: unknown])[]): Uint8Array {
  const json = JSON.parse(YAMAGUCHI.toString('utf8')) as Json;
  for (const [path, value] of changes) {
    const keys = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce((at, key) => at[key]!, json);
    if (value === undefined) delete holder[last];
    else holder[last] = value as Json;
  }
  return encode(json);
}

const problemsOf = (bytes: Uint8Array) => {
  const area = readArea('x', bytes);
  if (area.ok) return [];
  expect(area.error.code).toBe('area.invalid');
  return area.error.code === 'area.invalid' ? area.error.problems : [];
};

describe('圏域の定義を読む', () => {
  it('山口県央連携都市圏域の7市町を、出典とともに受け取る', () => {
    const area = readArea('yamaguchi', YAMAGUCHI);
    if (!area.ok) throw new Error(describeAreaFailure(area.error, 'ja'));
    expect(area.value).toMatchObject({ slug: 'yamaguchi', name: '山口県央連携都市圏域', nickname: '山口ゆめ回廊', formedOn: '2017-03-30' });
    expect(area.value.municipalities.map((m) => m.code)).toEqual(['352039', '352021', '352047', '352063', '352136', '352161', '325015']);
    expect(area.value.municipalities[0]).toMatchObject({ name: '山口市', role: '連携中枢都市', population: { 2015: 197422, 2020: 193966 } });
    expect(Object.keys(area.value.sources)).toContain('population');
  });

  it('愛称・出典・注記はなくてもよい', () => {
    const area = readArea('x', changed(['area.nickname', undefined], ['sources', undefined], ['notes', undefined]));
    expect(area.ok && area.value).toMatchObject({ nickname: null, sources: {}, notes: [] });
  });

  it.each([
    ['検査数字の違う団体コード', 'municipalities[0].code', '352038', 'municipality-code'],
    ['5桁の団体コード', 'municipalities[0].code', '35203', 'municipality-code'],
    ['数で書かれた団体コード', 'municipalities[0].code', 352039, 'municipality-code'],
    ['重なる団体コード', 'municipalities[1].code', '352039', 'unique-code'],
    ['暦にない日', 'area.formedOn', '2017-02-30', 'date'],
    ['知らない役', 'municipalities[2].role', '中心市', 'role'],
    ['日本の外の緯度', 'municipalities[2].cityHall.lat', 131.4, 'latitude'],
    ['文字で書かれた経度', 'municipalities[2].cityHall.lng', '131.4', 'longitude'],
    ['小数の人口', 'municipalities[2].population.2020', 1.5, 'population'],
    ['空の名', 'area.name', ' ', 'text'],
    ['名がない', 'municipalities[3].name', undefined, 'text'],
    ['団体が一つもない', 'municipalities', [], 'some-municipality'],
    ['団体の並びがない', 'municipalities', undefined, 'list'],
  ] as const)('%s は、場所と見つかったものと求める形を示して断る', (_, field, value, expected) => {
    expect(problemsOf(changed([field, value]))).toEqual([{ field, found: value === undefined ? null : JSON.stringify(value), expected }]);
  });

  it('誤りは一つ目で止めず、全部を一度に示す', () => {
    const problems = problemsOf(changed(['area.formedOn', 'いつか'], ['municipalities[0].code', '1'], ['municipalities[6].kana', 3]));
    expect(problems.map((p) => p.field).sort()).toEqual(['area.formedOn', 'municipalities[0].code', 'municipalities[6].kana']);
  });

  it.each([['壊れた JSON', '{'], ['空', ''], ['文字コードの違う JSON', Uint8Array.of(0x22, 0x8e, 0x52, 0x22)]])('%s は area.not-json', (_, content) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const area = readArea('x', bytes);
    expect(area.ok ? null : area.error.code).toBe('area.not-json');
  });

  it.each([['null', null], ['並び', []], ['数', 3]])('最も外側が%sでも例外にならない', (_, value) => {
    expect(problemsOf(encode(value)).length).toBeGreaterThan(0);
  });

  it('文言は、場所・見つかったもの・求める形を言う', () => {
    const area = readArea('x', changed(['municipalities[0].code', '352038']));
    const text = area.ok ? '' : describeAreaFailure(area.error, 'ja');
    expect(text).toBe('municipalities[0].code: "352038" とあります。検査数字の合う6桁の全国地方公共団体コードの文字列（例 "352039"）にしてください。');
  });
});

describe('団体の名簿を読む', () => {
  it('圏域の定義からも、団体だけの並びからも読める', () => {
    const whole = readDirectory(YAMAGUCHI);
    const bare = readDirectory(encode([{ code: '352039', name: '山口市', prefecture: '山口県' }]));
    expect(whole.ok && whole.value).toHaveLength(7);
    expect(bare).toEqual({ ok: true, value: [{ code: '352039', name: '山口市', prefecture: '山口県' }] });
  });

  it('空の名簿は、誰の団体コードも引けない名簿として受け取る', () => {
    expect(readDirectory(encode([]))).toEqual({ ok: true, value: [] });
  });

  it('団体コードの誤りは場所を示して断る', () => {
    const directory = readDirectory(encode([{ code: '352030', name: '山口市', prefecture: '山口県' }]));
    expect(directory).toEqual({ ok: false, error: { code: 'area.invalid', problems: [{ field: '$[0].code', found: '"352030"', expected: 'municipality-code' }] } });
  });
});
