// 法令標準XMLのフォルダを読み、各形式に書いて読み戻し、元と比べる。
// 使い方: npm run statutes -- フォルダ   （その下のすべての *.xml を読む）
// テキストに書けない属性（Hide など）があるので、テキストは印字（要素名・標目・文字）だけを比べる。
// XML が一つでも元と違えば終了コード 1。
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readText, sameText, sourceFromText, writeText, type LawDocument } from '@renkei/core';
import { readAkn, readHtml, readJson, readXml, writeAkn, writeHtml, writeJson, writeXml } from '@renkei/formats';
import { comparePrint } from './statutes/compare-print.js';
import { compareXml } from './statutes/compare-xml.js';

type ReadBack = (text: string) => { readonly document: LawDocument } | { readonly reason: string };

interface Format {
  readonly name: string;
  readonly write: (document: LawDocument) => string;
  readonly read: ReadBack;
}

interface Tally {
  equal: number;
  characters: number;
  writing: number;
  reading: number;
  readonly failures: string[];
}

const unwrapped = (result: ReturnType<typeof readXml>): ReturnType<ReadBack> => (result.ok ? result.value : { reason: JSON.stringify(result.error) });
const FORMATS: readonly Format[] = [
  { name: 'xml', write: writeXml, read: (text) => unwrapped(readXml(text)) },
  { name: 'akn', write: writeAkn, read: (text) => unwrapped(readAkn(text)) },
  { name: 'html', write: writeHtml, read: (text) => unwrapped(readHtml(text)) },
  { name: 'json', write: writeJson, read: (text) => unwrapped(readJson(text)) },
  { name: 'text', write: writeText, read: (text) => readText(sourceFromText(text)) },
];

const directory = process.argv[2];
if (directory === undefined || !statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(`法令標準XMLのフォルダを指定してください: npm run statutes -- フォルダ${directory === undefined ? '' : `（「${directory}」はフォルダではありません）`}`);
  process.exit(2);
}
const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.xml')).sort().map((file) => join(directory, file));
if (files.length === 0) {
  console.error(`「${directory}」の下に *.xml がありません。法令標準XMLのファイルを置いたフォルダを指定してください。`);
  process.exit(2);
}

const tallies = new Map<string, Tally>(['source', ...FORMATS.map((f) => f.name)].map((name) => [name, { equal: 0, characters: 0, writing: 0, reading: 0, failures: [] }]));
const timed = <T>(work: () => T): [T, number] => {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
};

for (const file of files) {
  const name = relative(directory, file);
  const source = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  const sourceTally = tallies.get('source')!;
  const [opened, opening] = timed(() => readXml(source));
  sourceTally.reading += opening;
  sourceTally.characters += source.length;
  if (!opened.ok) {
    sourceTally.failures.push(`${name}: ${JSON.stringify(opened.error)}`);
    continue;
  }
  if (opened.value.findings.length > 0) sourceTally.failures.push(`${name}: 報告 ${opened.value.findings.map((f) => `${f.code} ${JSON.stringify(f.data)}`).join(', ')}`);
  else sourceTally.equal += 1;
  const { document } = opened.value;
  for (const { name: format, write, read } of FORMATS) {
    const tally = tallies.get(format)!;
    const [written, writing] = timed(() => write(document));
    const [back, reading] = timed(() => read(written));
    tally.characters += written.length;
    tally.writing += writing;
    tally.reading += reading;
    const difference = 'reason' in back ? back.reason : compare(format, document, back.document) ?? (format === 'xml' ? xmlDifference(source, written) : undefined);
    if (difference === undefined) tally.equal += 1;
    else tally.failures.push(`${name}: ${difference}`);
  }
}

/** テキストに書けるのは印字だけなので、テキストだけは属性を見ない。 */
function compare(format: string, document: LawDocument, back: LawDocument): string | undefined {
  if (format === 'text') return comparePrint(document, back);
  if (!sameText(document.root, back.root)) return '木が違う';
  return JSON.stringify(document.labels) === JSON.stringify(back.labels) ? undefined : '番号の書きぶりが違う';
}

function xmlDifference(source: string, written: string): string | undefined {
  const found = compareXml(source, written);
  return found && `原本 ${found.line}行目 ${found.left} ／ 書いたもの ${found.right}`;
}

const ROW_NAMES: Readonly<Record<string, string>> = { source: '原本を読む', xml: '法令標準XML', akn: 'Akoma Ntoso', html: 'HTML', json: 'JSON', text: 'テキスト' };
const width = (text: string) => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0xff ? 2 : 1), 0);
const left = (text: string, size: number) => text + ' '.repeat(Math.max(0, size - width(text)));
const right = (text: string, size: number) => ' '.repeat(Math.max(0, size - width(text))) + text;
console.log(left('形式', 14) + ['同じ', '全部', '万字', '書く ms', '読む ms'].map((head) => right(head, 10)).join(''));
for (const [name, tally] of tallies) {
  console.log(left(ROW_NAMES[name]!, 14) + [tally.equal, files.length, (tally.characters / 10_000).toFixed(0), tally.writing.toFixed(0), tally.reading.toFixed(0)].map((value) => right(String(value), 10)).join(''));
}
for (const [name, { failures }] of tallies) {
  if (failures.length > 0) console.log(`\n${ROW_NAMES[name]!}: 同じでないもの ${failures.length}件`);
  for (const failure of failures.slice(0, 10)) console.log(`  ${failure}`);
  if (failures.length > 10) console.log(`  ほか ${failures.length - 10}件`);
}
process.exitCode = tallies.get('xml')!.equal === files.length ? 0 : 1;
