// 実在の法令と改め文のフォルダで、読み書き・改め文の証明・改め文の読取を確かめる。
// 使い方: npm run corpus -- フォルダ [--json 保存先]
//   フォルダの下の *.xml              読んで書き戻し、元と比べる
//   フォルダの下の old.xml と new.xml  改正前後の一組として、改め文を作って証明する
//   フォルダの下の *sentences*.txt     一行一文の改め文として読む
// 一つでも一致しない証明があるか、読めた文が 98 % に届かなければ終了コード 1。
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readXml, writeXml } from '@renkei/formats';
import { printTable } from '../bench/report/print-table.js';
import { parseSentences } from './corpus/parse-sentences.js';
import { provePairFiles, type ProvedPair } from './corpus/prove-pairs.js';
import { compareXml } from './statutes/compare-xml.js';

const LEAST_UNDERSTOOD = 0.98;

const { positionals: [folder], values } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' }, verbose: { type: 'boolean', short: 'v' } } });
if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(`法令のフォルダを指定してください: npm run corpus -- フォルダ${folder === undefined ? '' : `（「${folder}」はフォルダではありません）`}`);
  process.exit(2);
}
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().map((file) => join(folder, file));
const xmlFiles = files.filter((file) => file.endsWith('.xml'));
const pairs = xmlFiles.filter((file) => file.endsWith('old.xml') && existsSync(join(dirname(file), 'new.xml')));
const sentenceFiles = files.filter((file) => /sentences[^/\\]*\.txt$/.test(file));
if (xmlFiles.length + sentenceFiles.length === 0) {
  console.error(`「${folder}」の下に *.xml も *sentences*.txt もありません。`);
  process.exit(2);
}

const roundTrips = roundTrip(xmlFiles);
const proved = pairs.map((file) => provePairFiles(relative(folder, dirname(file)), file, join(dirname(file), 'new.xml')));
const parsed = sentenceFiles.map(parseSentences);
report();
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ roundTrips, pairs: proved.map(summary), sentences: parsed }, null, 2)}\n`);
const understood = parsed.reduce((sum, p) => sum + p.understood, 0);
const sentences = parsed.reduce((sum, p) => sum + p.sentences, 0);
process.exitCode = roundTrips.failures.length === 0 && proved.every((p) => p.proof?.exact) && understood >= sentences * LEAST_UNDERSTOOD ? 0 : 1;

/** 読んで書き戻す。 */
function roundTrip(names: readonly string[]) {
  const failures: string[] = [];
  let [characters, reading, writing] = [0, 0, 0];
  for (const file of names) {
    const source = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
    characters += source.length;
    const start = performance.now();
    const opened = readXml(source);
    const read = performance.now();
    reading += read - start;
    if (!opened.ok) {
      failures.push(`${relative(folder!, file)}: ${JSON.stringify(opened.error)}`);
      continue;
    }
    const written = writeXml(opened.value.document);
    writing += performance.now() - read;
    const difference = compareXml(source, written);
    if (difference) failures.push(`${relative(folder!, file)}: ${difference.line}行目 ${difference.left} ／ ${difference.right}`);
  }
  return { files: names.length, exact: names.length - failures.length, characters, reading, writing, failures };
}

function summary({ name, proof, changed, addresses, failure }: ProvedPair) {
  if (!proof) return { name, exact: false, failure };
  const { exact, sizes, times, hashes, findings } = proof;
  return { name, exact, sizes, times, hashes, changed, addresses, findings: findings.map((f) => ({ code: f.code, at: f.at.provision, data: f.data })) };
}

function report(): void {
  const ms = (value: number) => value.toFixed(0);
  if (xmlFiles.length > 0) {
    printTable('読んで書き戻す（法令標準XML）', ['ファイル', '同じ', '万字', '読む ms', '書く ms'], [
      [String(roundTrips.files), String(roundTrips.exact), (roundTrips.characters / 10_000).toFixed(0), ms(roundTrips.reading), ms(roundTrips.writing)],
    ]);
    for (const failure of roundTrips.failures.slice(0, 10)) console.log(`  ${failure}`);
  }
  if (proved.length > 0) reportProofs(ms);
  for (const { file, sentences: count, understood: read, characters, milliseconds, failures } of parsed) {
    printTable('改め文を読む', ['ファイル', '文', '読めた', '割合', '字', 'ms'], [[relative(folder!, file), String(count), String(read), `${((read / count) * 100).toFixed(1)} %`, String(characters), ms(milliseconds)]]);
    for (const { line, text, codes } of failures.slice(0, 20)) console.log(`  ${line}行目 ${codes.join(', ')}: ${text.slice(0, 100)}`);
  }
}

function reportProofs(ms: (value: number) => string): void {
  const done = proved.flatMap((p) => (p.proof ? [{ ...p, proof: p.proof }] : []));
  if (values.verbose) {
    printTable('改め文の証明（一組ずつ）', ['組', '一致', '旧 字', '変わった字', '改め文', '場所', '操作', '全部 ms'], done.map(({ name, proof, changed, addresses }) => [
      name, proof.exact ? '○' : '×', String(proof.sizes.base), String(changed), String(proof.sizes.printed), String(addresses), String(proof.sizes.operations), total(proof.times).toFixed(1),
    ]));
  }
  const sum = (pick: (p: (typeof done)[number]) => number) => done.reduce((n, p) => n + pick(p), 0);
  const [printed, changed, addresses] = [sum((p) => p.proof.sizes.printed), sum((p) => p.changed), sum((p) => p.addresses)];
  printTable('改め文の証明', ['組', '一致', '旧 万字', '変わった字', '改め文の字', 'うち場所', '(改め文−場所)/変わった字', '作る ms', '刷る ms', '読む ms', '当てる ms', '比べる ms'], [[
    String(proved.length), String(done.filter((p) => p.proof.exact).length), (sum((p) => p.proof.sizes.base) / 10_000).toFixed(1), String(changed), String(printed), String(addresses),
    changed === 0 ? '—' : ((printed - addresses) / changed).toFixed(2),
    ...(['draft', 'write', 'parse', 'apply', 'compare'] as const).map((stage) => ms(sum((p) => p.proof.times[stage]))),
  ]]);
  const worst = done.filter((p) => p.changed > 0).map((p) => ({ name: p.name, ratio: (p.proof.sizes.printed - p.addresses) / p.changed })).sort((a, b) => b.ratio - a.ratio).slice(0, 5);
  console.log(`変わった字に比べて長いもの: ${worst.map((w) => `${w.name} ${w.ratio.toFixed(1)}`).join('、')}`);
  for (const { name, proof, failure } of proved.filter((p) => !p.proof?.exact).slice(0, 20)) {
    const first = proof?.findings.find((f) => f.severity === 'error');
    console.log(`  一致しない ${name}: ${failure ?? `${first?.code ?? ''} ${JSON.stringify(first?.data ?? {})}`.slice(0, 300)}`);
  }
}

function total(times: Readonly<Record<string, number>>): number {
  return Object.values(times).reduce((sum, t) => sum + t, 0);
}
