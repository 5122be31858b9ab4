import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeMachine, machine } from '../report/machine.js';
import { printTable } from '../report/print-table.js';
import { writeReport } from '../report/write-report.js';
import { generateStatute } from './generate-statute.js';

/**
 * 本文の読取の速さを lawtext と並べて測る。
 * 使い方: npm run bench:reader [-- 法令標準XML のフォルダ]
 * フォルダを渡すと、作った法令の後に、その中の実在の法令もまとめて測る。
 */
const SIZES = [1_000, 5_000, 20_000, 100_000, 400_000];
const INPUTS = ['text', 'xml'] as const;
const HERE = fileURLToPath(new URL('.', import.meta.url));

interface Measured {
  readonly file: string;
  readonly input: (typeof INPUTS)[number];
  readonly given: number;
  readonly seconds: number;
  /** 計算に使った CPU の秒。ほかの仕事で混んだ機械でも比べられる */
  readonly cpuSeconds: number;
  readonly runs: number;
  readonly articles: number;
  readonly failed?: string;
}

interface EngineReport {
  readonly name: string;
  readonly version: string;
  readonly peakMegabytes: number;
  readonly results: readonly Measured[];
}

interface Statute {
  readonly file: string;
  readonly xml: string;
  readonly characters: number;
  readonly articles: number;
}

const folder = process.argv[2];
const generated = SIZES.map((characters): Statute => ({ file: `${String(characters).padStart(7, '0')}.xml`, ...generateStatute({ characters, seed: 20170330 }) }));
const engines = compare(generated, 1);
const rows = generated.flatMap((statute) => INPUTS.map((input) => row(statute, input, engines)));
print('作った法令（字数はタグを除く。速さは 1秒に読む字数）', rows);

const real = folder === undefined ? [] : realStatutes(folder);
const realRows = real.length === 0 ? [] : totals(real, compare(real, 0.1));
if (realRows.length > 0) print(`実在の法令 ${real.length}件の合計`, realRows);

const measuredOn = machine();
const file = writeReport('reader', {
  machine: measuredOn,
  engines: engines.map(({ name, version, peakMegabytes }) => ({ name, version, peakMegabytes })),
  generated: rows,
  real: realRows,
});
console.log(`\n${describeMachine(measuredOn)}\n結果: ${file}`);

/** 二つの読取器を、同じ法令で順に測る。短い読取は secondsEach 秒になるまで繰り返す。 */
function compare(statutes: readonly Statute[], secondsEach: number): EngineReport[] {
  const inputs = mkdtempSync(join(tmpdir(), 'renkei-bench-'));
  try {
    for (const { file, xml } of statutes) writeFileSync(join(inputs, file), xml);
    return ['renkei', 'lawtext'].map((engine) => {
      process.stderr.write(`${engine} を測っています…\n`);
      const json = execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', join(HERE, 'measure.mjs'), engine, inputs, String(secondsEach)], { encoding: 'utf8', maxBuffer: 2 ** 28 });
      return JSON.parse(json) as EngineReport;
    });
  } finally {
    rmSync(inputs, { recursive: true, force: true });
  }
}

interface Row {
  readonly characters: number;
  readonly input: string;
  readonly renkei: Speed;
  readonly lawtext: Speed;
  /** renkei の速さ ÷ lawtext の速さ */
  readonly times: number | null;
  /** 同じことを、使った CPU の時間で */
  readonly cpuTimes: number | null;
}

interface Speed {
  readonly charactersPerSecond: number | null;
  readonly milliseconds: number | null;
  readonly cpuMilliseconds: number | null;
  /** 読み取った条の数が法令の条の数と同じか */
  readonly complete: boolean;
  readonly failed?: string;
}

function row(statute: Statute, input: Measured['input'], reports: readonly EngineReport[]): Row {
  const speeds = reports.map(({ results }) => speed(results.filter((r) => r.file === statute.file && r.input === input), statute.characters, statute.articles));
  return rowOf(statute.characters, input, speeds);
}

function totals(statutes: readonly Statute[], reports: readonly EngineReport[]): Row[] {
  return INPUTS.map((input) => {
    // どちらかが読めなかった法令は、両方から除いて比べる。
    const failed = new Set(reports.flatMap(({ results }) => results.filter((r) => r.input === input && r.failed !== undefined).map((r) => r.file)));
    const counted = statutes.filter((s) => !failed.has(s.file));
    const sum = (key: 'characters' | 'articles') => counted.reduce((total, s) => total + s[key], 0);
    return rowOf(sum('characters'), input, reports.map(({ results }) => speed(results.filter((r) => r.input === input && !failed.has(r.file)), sum('characters'), sum('articles'))));
  });
}

function rowOf(characters: number, input: string, [renkei, lawtext]: readonly Speed[]): Row {
  const ratio = (key: 'milliseconds' | 'cpuMilliseconds') => (renkei?.[key] && lawtext?.[key] ? Math.round((lawtext[key] / renkei[key]) * 10) / 10 : null);
  return { characters, input, renkei: renkei!, lawtext: lawtext!, times: ratio('milliseconds'), cpuTimes: ratio('cpuMilliseconds') };
}

function speed(results: readonly Measured[], characters: number, articles: number): Speed {
  const failed = results.find((r) => r.failed !== undefined)?.failed;
  if (failed !== undefined || results.length === 0) return { charactersPerSecond: null, milliseconds: null, cpuMilliseconds: null, complete: false, failed: failed ?? 'no result' };
  const sum = (key: 'seconds' | 'cpuSeconds' | 'articles') => results.reduce((total, r) => total + r[key], 0);
  const milliseconds = (seconds: number) => Math.round(seconds * 1e5) / 100;
  return {
    charactersPerSecond: Math.round(characters / sum('seconds')),
    milliseconds: milliseconds(sum('seconds')),
    cpuMilliseconds: milliseconds(sum('cpuSeconds')),
    complete: sum('articles') === articles,
  };
}

function realStatutes(path: string): Statute[] {
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.xml') && statSync(join(path, file)).isFile()).sort();
  return files.map((file): Statute => {
    const xml = readFileSync(join(path, file), 'utf8');
    return { file: file.replaceAll(/[\\/]/g, '-'), xml, characters: xml.replace(/<[^>]*>/g, '').replace(/\s/g, '').length, articles: xml.match(/<Article[ >]/g)?.length ?? 0 };
  });
}

function print(title: string, list: readonly Row[]): void {
  const n = (value: number | null) => (value === null ? '—' : value.toLocaleString('en-US'));
  const mark = (s: Speed) => `${n(s.charactersPerSecond)}${s.complete ? '' : ' *'}`;
  printTable(
    title,
    ['字数', '入力', 'renkei 字/秒', 'lawtext 字/秒', '倍', '倍（CPU）', 'renkei ms', 'lawtext ms'],
    list.map((r) => [n(r.characters), r.input, mark(r.renkei), mark(r.lawtext), n(r.times), n(r.cpuTimes), n(r.renkei.milliseconds), n(r.lawtext.milliseconds)]),
  );
  for (const r of list) for (const [name, s] of [['renkei', r.renkei], ['lawtext', r.lawtext]] as const) if (!s.complete) console.log(`  * ${name} ${r.input} ${n(r.characters)}字: ${s.failed ?? '条の数が法令と合わない'}`);
}
