import { err, ok, type Result } from '@renkei/core';
import type { AreaFailure, AreaProblem } from './area-failure.js';
import { jsonChecker, parseJson, type JsonChecker } from './json-checker.js';
import type { MunicipalityFacts, NewArea } from './read-model.js';

/**
 * 圏域の定義（municipalities.json）を確かめて受け取る。誤りは一つ目で止めず、全部まとめて返す。
 * 形: { area: { name, nickname, formedOn }, sources: { 項目: 出典 }, notes: [注記], municipalities: [団体] }
 */
export function readArea(slug: string, bytes: Uint8Array): Result<NewArea, AreaFailure> {
  const json = parseJson(bytes);
  if (!json.ok) return json;
  const problems: AreaProblem[] = [];
  const check = jsonChecker(problems);
  const top = check.object(json.value, '$');
  const area = check.object(top['area'], 'area');
  const municipalities = check.list(top['municipalities'], 'municipalities').map((m, i) => readMunicipality(m, `municipalities[${i}]`, check));
  if (Array.isArray(top['municipalities']) && municipalities.length === 0) check.report('municipalities', [], 'some-municipality');
  const seen = new Set<string>();
  for (const [i, m] of municipalities.entries()) {
    if (m.code !== '' && seen.has(m.code)) check.report(`municipalities[${i}].code`, m.code, 'unique-code');
    seen.add(m.code);
  }
  const value: NewArea = {
    slug,
    name: check.text(area['name'], 'area.name'),
    nickname: area['nickname'] === undefined || area['nickname'] === null ? null : check.text(area['nickname'], 'area.nickname', 'text-or-null'),
    formedOn: check.date(area['formedOn'], 'area.formedOn'),
    sources: Object.fromEntries(Object.entries(check.object(top['sources'] ?? {}, 'sources')).map(([key, v]) => [key, check.text(v, `sources.${key}`)])),
    notes: check.list(top['notes'] ?? [], 'notes').map((note, i) => check.text(note, `notes[${i}]`)),
    municipalities,
  };
  return problems.length === 0 ? ok(value) : err({ code: 'area.invalid', problems });
}

function readMunicipality(value: unknown, at: string, check: JsonChecker): MunicipalityFacts {
  const m = check.object(value, at);
  const hall = check.object(m['cityHall'], `${at}.cityHall`);
  const code = check.municipalityCode(m['code'], `${at}.code`);
  const role = m['role'];
  if (role !== '連携中枢都市' && role !== '連携市町') check.report(`${at}.role`, role, 'role');
  return {
    code,
    name: check.text(m['name'], `${at}.name`),
    kana: check.text(m['kana'], `${at}.kana`),
    romaji: check.text(m['romaji'], `${at}.romaji`),
    prefecture: check.text(m['prefecture'], `${at}.prefecture`),
    role: role === '連携中枢都市' ? role : '連携市町',
    cityHall: {
      lat: check.between(hall['lat'], `${at}.cityHall.lat`, 20, 46, 'latitude'),
      lng: check.between(hall['lng'], `${at}.cityHall.lng`, 122, 154, 'longitude'),
    },
    population: readPopulation(m['population'], `${at}.population`, check),
  };
}

function readPopulation(value: unknown, at: string, check: JsonChecker): Record<number, number> {
  const population: Record<number, number> = {};
  for (const [year, people] of Object.entries(check.object(value, at))) {
    const valid = /^[12][0-9]{3}$/.test(year) && typeof people === 'number' && Number.isInteger(people) && people >= 0;
    if (valid) population[Number(year)] = people;
    else check.report(`${at}.${year}`, people, 'population');
  }
  return population;
}
