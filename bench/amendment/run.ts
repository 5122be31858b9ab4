import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diffChars, diffWordsWithSpace } from 'diff';
import {
  amendableParts, applyAmendment, chooseProfile, compareTexts, draftAmendment, judge, ORDINANCE_PROFILE, AGREEMENT_PROFILE, printedPart, readInstrument, readText, sourceFromText, writeAmendment,
  type Applied, type DraftingProfile, type LawDocument,
} from '@renkei/core';
import { editDocument, seededRandom } from '@renkei/core/testing/edit-document';
import { readXml } from '@renkei/formats';
import { describeMachine, machine } from '../report/machine.js';
import { printTable } from '../report/print-table.js';
import { writeReport } from '../report/write-report.js';
import { generateStatute } from '../reader/generate-statute.js';

/**
 * 改め文の速さ。作った法令を編集し、作る・刷る・読む・当てる・比べるを、温まってからの CPU の時間の最小で測る。
 * 同じ走行で、平文の差分だけを取る jsdiff と、前に残した自分の数を並べる。
 * 使い方: npm run bench:amendment
 */
const SIZES = [1_000, 5_000, 20_000, 100_000, 400_000];
const STAGES = ['draft', 'write', 'parse', 'apply', 'compare'] as const;
type Stage = (typeof STAGES)[number];

/** 一つの本文の、CPU の時間（ミリ秒）の最小。wall は合計の実時間の最小 */
interface Row {
  readonly name: string;
  readonly characters: number;
  readonly operations: number;
  readonly exact: boolean;
  readonly stages: Readonly<Record<Stage, number>>;
  readonly total: number;
  readonly wall: number;
  readonly jsdiffWords: number;
  readonly jsdiffChars: number | null;
}

interface Time {
  readonly cpu: number;
  readonly wall: number;
}

/** 温まるまで繰り返す時間（ミリ秒）と、回数の下限・上限。jsdiff も同じに温める */
const WARM = 3_000;
const LEAST_ROUNDS = 5;
const MOST_ROUNDS = 300;

const RESULT = fileURLToPath(new URL('../results/amendment.json', import.meta.url));
const previous = readPrevious();
const rows = [agreementRow(), ...SIZES.map(statuteRow)];
const set = elevenAgreements();
printTable('改め文を作り、刷り、読み、当て、比べる（CPU ミリ秒、最小）', ['本文', '字', '操作', '一致', '作る', '刷る', '読む', '当てる', '比べる', '合計', '実時間', '前の合計', 'jsdiff 語', 'jsdiff 字'], rows.map((r) => [
  r.name, r.characters.toLocaleString('en-US'), String(r.operations), r.exact ? '○' : '×', ...STAGES.map((s) => r.stages[s].toFixed(1)), r.total.toFixed(1), r.wall.toFixed(1),
  previous.get(r.name)?.toFixed(1) ?? '—', r.jsdiffWords.toFixed(1), r.jsdiffChars?.toFixed(1) ?? '—',
]));
printTable('11 の協約 × 2 団体の文書をデータとして作る（CPU ミリ秒、最小）', ['協約', '文書', '合計', '実時間', '前の合計'], [['11', '22', set.cpu.toFixed(1), set.wall.toFixed(1), previous.get('11×2')?.toFixed(1) ?? '—']]);
const measuredOn = machine();
const file = writeReport('amendment', { machine: measuredOn, rows, elevenAgreements: set });
console.log(`\n${describeMachine(measuredOn)}\n結果: ${file}`);
process.exitCode = rows.every((r) => r.exact) ? 0 : 1;

function readPrevious(): Map<string, number> {
  try {
    const report = JSON.parse(readFileSync(RESULT, 'utf8')) as { rows: Row[]; elevenAgreements: Time };
    return new Map([...report.rows.map((r) => [r.name, r.total] as const), ['11×2', report.elevenAgreements.cpu] as const]);
  } catch {
    return new Map();
  }
}

function statuteRow(characters: number): Row {
  const opened = readXml(generateStatute({ characters, seed: 20170330 }).xml);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return measure(`法令 ${characters.toLocaleString('en-US')}字`, opened.value.document, Math.max(4, Math.round(characters / 4000)));
}

function agreementRow(): Row {
  return measure('実在の協約', agreement(), 4);
}

function agreement(): LawDocument {
  const text = readFileSync(new URL('../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8');
  return readText(sourceFromText(text)).document;
}

function measure(name: string, base: LawDocument, edits: number): Row {
  // 実際の改正前後は別々に読まれるので、変わらない規定も同じ節点にはしない
  const next = structuredClone(editDocument(base, seededRandom(edits), edits));
  const profile = chooseProfile(base);
  const stages = { draft: Infinity, write: Infinity, parse: Infinity, apply: Infinity, compare: Infinity };
  let [operations, exact] = [0, false];
  const total = least(() => {
    const result = once(base, next, profile, stages);
    operations = result.operations;
    return result.applied;
  }, (applied) => {
    exact = applied !== null && judge(applied, next).exact;
  });
  const [before, after] = [printed(base), printed(next)];
  return {
    name, characters: before.length, operations, exact, stages, total: total.cpu, wall: total.wall,
    jsdiffWords: least(() => diffWordsWithSpace(before, after)).cpu,
    // 字ごとの差分は長い本文では終わらないので、短いものだけ
    jsdiffChars: before.length > 20_000 ? null : least(() => diffChars(before, after)).cpu,
  };
}

/** 一巡り。stages があれば、段ごとの時間の最小を書き込む。 */
function once(base: LawDocument, next: LawDocument, profile: DraftingProfile, stages?: Record<Stage, number>): { readonly operations: number; readonly applied: Applied | null } {
  const timed = <T>(stage: Stage, work: () => T): T => {
    if (!stages) return work();
    const start = cpuNow();
    const value = work();
    stages[stage] = Math.min(stages[stage], cpuNow() - start);
    return value;
  };
  const { amendment } = timed('draft', () => draftAmendment(base, next, profile));
  const text = timed('write', () => writeAmendment(amendment, profile));
  const read = timed('parse', () => readInstrument(text)).instrument.parts.flatMap((p) => p.amendment);
  const applied = timed('apply', () => applyAmendment(base, read));
  if (!applied.ok) return { operations: 0, applied: null };
  timed('compare', () => compareTexts(base, applied.value, profile));
  return { operations: amendment.reduce((sum, p) => sum + p.operations.length, 0), applied: applied.value };
}

/** 同じ圏域の 11 の協約を一度に変える: 団体ごとの書きぶりで改め文・新旧対照表・証明を作る。 */
function elevenAgreements(): Time {
  const pairs = Array.from({ length: 11 }, (_, i) => {
    const base = agreement();
    return { base, next: structuredClone(editDocument(base, seededRandom(100 + i), 3)) };
  });
  return least(() => {
    for (const { base, next } of pairs) for (const profile of [AGREEMENT_PROFILE, ORDINANCE_PROFILE]) once(base, next, profile);
  });
}

/** 温めながら繰り返し、一度の時間の最小を採る。after は時間に入れない。 */
function least<T>(work: () => T, after: (value: T) => void = () => undefined): Time {
  let [cpu, wall] = [Infinity, Infinity];
  const begun = performance.now();
  for (let round = 0; round < LEAST_ROUNDS || (round < MOST_ROUNDS && performance.now() - begun < WARM); round += 1) {
    const [start, startCpu] = [performance.now(), cpuNow()];
    const value = work();
    [cpu, wall] = [Math.min(cpu, cpuNow() - startCpu), Math.min(wall, performance.now() - start)];
    after(value);
  }
  return { cpu, wall };
}

/** このプロセスが使った CPU の時間（ミリ秒）。混んだ機械でも比べられる */
function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function printed(document: LawDocument): string {
  return amendableParts(document).map((part) => printedPart(part, document.labels)).join('\n');
}
