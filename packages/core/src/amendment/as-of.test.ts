import { describe, expect, it } from 'vitest';
import { readBase } from '../../testing/apply-text.js';
import type { PlainDate } from '../calendar/plain-date.js';
import { writeText } from '../text/plain/write-text.js';
import { asOf, consolidate, type DatedAmendment } from './as-of.js';
import { parseAmendment } from './parse/parse-amendment.js';

const BASE = readBase('　　　協約\n\n第1条　甲を定める。\n\n第2条　前条の規定による。\n');
const dated = (inForceOn: string, text: string): DatedAmendment => ({ inForceOn: inForceOn as PlainDate, ...parseAmendment(text) });

const FIRST = dated('2026-04-01', '　第1条中「甲」を「乙」に改める。');
const SECOND = dated('2027-04-01', '　第1条中「乙」を「丙」に改める。');

describe('幾つもの改め文', () => {
  it('渡された順でなく、施行の順に当てる', () => {
    const versions = consolidate(BASE, [SECOND, FIRST]);
    expect(versions.ok && versions.value.map((v) => [v.inForceOn, v.amendment])).toEqual([['2026-04-01', 1], ['2027-04-01', 0]]);
  });

  it('同じ日に施行するものは、渡された順に当てる', () => {
    const both = [dated('2026-04-01', '　第1条中「甲」を「丁」に改める。'), dated('2026-04-01', '　第1条中「丁」を「戊」に改める。')];
    expect(consolidate(BASE, both).ok).toBe(true);
    expect(consolidate(BASE, [...both].reverse()).ok).toBe(false);
  });

  it('当たらない改め文は、どれかを言い、それより前の版は返す', () => {
    const failed = consolidate(BASE, [SECOND, FIRST, dated('2028-04-01', '　第9条を削る。')]);
    expect(failed.ok).toBe(false);
    if (failed.ok) return;
    expect(failed.error).toMatchObject({ amendment: 2, inForceOn: '2028-04-01' });
    expect(failed.error.versions).toHaveLength(2);
    expect(failed.error.findings.map((f) => f.code)).toEqual(['amendment.location-not-found']);
  });

  it('改め文が無ければ、版も無い', () => {
    expect(consolidate(BASE, [])).toEqual({ ok: true, value: [] });
  });
});

describe('ある日の本文', () => {
  it.each([
    ['施行の前日', '2026-03-31', '甲'],
    ['施行の当日', '2026-04-01', '乙'],
    ['次の施行の前日', '2027-03-31', '乙'],
    ['すべての後', '2030-01-01', '丙'],
  ])('%s', (_, day, expected) => {
    const text = asOf(BASE, [SECOND, FIRST], day as PlainDate);
    expect(text.ok && writeText(text.value)).toContain(`第1条　${expected}を定める。`);
  });

  it('その日までの改め文だけを当て、後の誤りは問わない', () => {
    const wrong = dated('2028-04-01', '　第9条を削る。');
    expect(asOf(BASE, [FIRST, wrong], '2027-01-01' as PlainDate).ok).toBe(true);
    const failed = asOf(BASE, [wrong, FIRST], '2028-04-01' as PlainDate);
    expect(failed.ok ? undefined : failed.error.amendment).toBe(0);
  });
});
