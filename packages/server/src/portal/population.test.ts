import { describe, expect, test } from 'vitest';
import { censusYears, populationChange } from './population.js';

const of = (...populations: Readonly<Record<number, number>>[]) => populations.map((population) => ({ population }));

describe('人口の増減', () => {
  test('最初と最後の調査年を比べる', () => {
    expect(populationChange(of({ 2010: 50, 2015: 100, 2020: 90 }, { 2010: 50, 2015: 100, 2020: 90 }))).toEqual({ from: 2010, to: 2020, before: 100, after: 180, change: 80, rate: 0.8 });
  });

  test('一つでも値が欠ければ、圏域の計は言わない', () => {
    expect(populationChange(of({ 2015: 100, 2020: 90 }, { 2015: 100 }))).toBeNull();
  });

  test('調査年が一つなら増減は言わない', () => {
    expect(populationChange(of({ 2020: 90 }))).toBeNull();
    expect(populationChange([])).toBeNull();
  });

  test('もとが0人なら率は言わない', () => {
    expect(populationChange(of({ 2015: 0, 2020: 5 }))).toMatchObject({ change: 5, rate: null });
  });

  test('調査年は古い順に、どの市町の分も', () => {
    expect(censusYears(of({ 2020: 1 }, { 2015: 1, 2020: 1 }))).toEqual([2015, 2020]);
  });
});
