import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportJson } from '@renkei/app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturedIo, type CapturedOptions } from '../testing/captured-io.js';
import { BILATERAL_AGREEMENT, ENTRUSTMENT_BYLAWS, PRESS_RELEASE } from '../testing/sample-texts.js';
import { run } from './run.js';
import { displayWidth } from './terminal/display-width.js';

const EXAMPLE = new URL('../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url).pathname;
const SOURCE = readFileSync(EXAMPLE);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'renkei-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function renkei(argv: readonly string[], options: CapturedOptions = {}) {
  const io = capturedIo(options);
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

async function readJson(content: string | Uint8Array, argv: readonly string[] = []): Promise<{ code: number; result: ImportJson }> {
  const { code, out } = await renkei(['import', '-', '--json', ...argv], { stdin: content });
  return { code, result: JSON.parse(out) as ImportJson };
}

/** 形式・文字コード・印だけが違う原文どうしを比べるための、中身 */
const contents = ({ agreement, initiatives, duties, policyFields }: ImportJson) => ({ agreement, initiatives, duties, policyFields });

describe('renkei import --json', () => {
  it('山口市・宇部市の連携協約を読み、終了コードは 0', async () => {
    const { code, out, err } = await renkei(['import', EXAMPLE, '--json']);
    const result = JSON.parse(out) as ImportJson;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(result).toMatchObject({ kind: 'cooperation-agreement', sourceSha256: createHash('sha256').update(SOURCE).digest('hex') });
    expect(result.agreement.parties).toEqual([{ name: '山口市', code: '352039' }, { name: '宇部市', code: '352021' }]);
    expect(result.initiatives).toHaveLength(19);
    expect(result.initiatives[0]).toMatchObject({ path: '1/ア', label: 'ア', name: '経済戦略の策定及び推進', roles: [{ party: '両市', inferred: true }] });
    expect(Object.keys(result.agreement)).toEqual(['title', 'legalBasis', 'parties', 'concludedOn', 'originals', 'articles', 'signatories']);
  });

  it('並びの一つ一つは約束した項目だけを持ち、それ以上のことは details に同じ順で置く', async () => {
    const { agreement, initiatives, findings, details } = JSON.parse((await renkei(['import', EXAMPLE, '--json'])).out) as ImportJson;
    const text = '両市が相互に連携・協力して、取組を推進する。';
    expect(agreement.signatories).toEqual([{ body: '山口市', title: '山口市長', name: '渡辺純一' }, { body: '宇部市', title: '宇部市長', name: '久保田和子' }]);
    expect(initiatives[4]).toEqual({ path: '1/オ', label: 'オ', name: 'その他', content: '交流人口の拡大や雇用の創出など、圏域全体の経済成長のけん引に係る施策に取り組む。', roles: [{ party: '両市', text }] });
    expect(initiatives[0]!.roles).toEqual([{ party: '両市', text, inferred: true }]);
    for (const finding of findings) expect(Object.keys(finding)).toEqual(['code', 'severity', 'at', 'message']);
    expect(details.signatories[0]).toEqual({ body: '山口市', address: '山口市亀山町2番1号' });
    expect(details.initiatives[4]).toEqual({ path: '1/オ', field: '1', article: '3', roles: [{ party: '両市', bodies: ['山口市', '宇部市'] }] });
    expect(details.findings.map((f) => f.code)).toEqual(findings.map((f) => f.code));
  });

  it.each([
    ['CRLF', Buffer.from(SOURCE.toString('utf8').replaceAll('\n', '\r\n'))],
    ['CR', Buffer.from(SOURCE.toString('utf8').replaceAll('\n', '\r'))],
    ['BOM 付き', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), SOURCE])],
    ['標準入力', SOURCE],
  ])('%s でも、読み取る中身は変わらない', async (_, bytes) => {
    const plain = JSON.parse((await renkei(['import', EXAMPLE, '--json'])).out) as ImportJson;
    const { code, result } = await readJson(bytes);
    expect(code).toBe(0);
    expect(contents(result)).toEqual(contents(plain));
  });

  it('CP932 の原文を読む', async () => {
    const { code, result } = await readJson(encodeCp932(BILATERAL_AGREEMENT));
    expect({ code, encoding: result.encoding }).toEqual({ code: 0, encoding: 'cp932' });
    expect(result.agreement.parties.map((p) => p.name)).toEqual(['青葉市', '若草町']);
  });

  it('甲・乙の役割は当事者の名で返し、「－」の欄には役割がない', async () => {
    const { result } = await readJson(BILATERAL_AGREEMENT);
    expect(result.initiatives.map((i) => [i.name, i.roles.map((r) => [r.party, r.text])])).toEqual([
      ['公共交通の確保', [['青葉市', '運行の調整を行う。'], ['若草町', '利用の促進を行う。']]],
      ['図書館の相互利用', [['青葉市', 'システムを管理する。']]],
    ]);
  });

  it.each([
    ['事務の委託の規約', ENTRUSTMENT_BYLAWS, 'entrustment-bylaws', '事務の委託に関する規約'],
    ['報道資料', PRESS_RELEASE, 'press-release', '条文を持たない文書'],
  ])('%s は連携協約でないと言い、理由を報告に残す（終了コード 1）', async (_, text, otherKind, words) => {
    const { code, result } = await readJson(text);
    expect({ code, kind: result.kind, otherKind: result.otherKind }).toEqual({ code: 1, kind: 'other', otherKind });
    const reason = result.findings.find((f) => f.code === 'agreement.not-a-cooperation-agreement');
    expect(reason?.severity).toBe('error');
    expect(reason?.message).toContain(words);
    expect(result.reason).toBe(reason?.message);
  });

  it.each([
    ['空のファイル', '', 'source.empty'],
    ['画像', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'source.unknown-format'],
    ['壊れた docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 1)]), 'source.damaged-container'],
  ])('%s は、開けない理由を JSON で返す（終了コード 1）', async (_, content, failure) => {
    const { code, result } = await readJson(content);
    expect({ code, kind: result.kind, format: result.format }).toEqual({ code: 1, kind: 'other', format: null });
    expect(result.findings).toMatchObject([{ code: failure, severity: 'error' }]);
    expect(result.sourceSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('文言は --lang en で英語になり、本文は日本語のまま', async () => {
    const { result } = await readJson(ENTRUSTMENT_BYLAWS, ['--lang', 'en']);
    expect(result.reason).toContain('not a cooperation agreement');
    const { result: agreement } = await readJson(SOURCE, ['--lang', 'en']);
    expect(agreement.agreement.title).toBe('山口県央連携都市圏域形成に係る連携協約');
  });

  it('指定した名簿から団体コードを引く', async () => {
    const municipalities = file('directory.json', JSON.stringify([{ code: '011002', name: '青葉市', prefecture: '北海道' }]));
    const { result } = await readJson(BILATERAL_AGREEMENT, ['--municipalities', municipalities]);
    expect(result.agreement.parties).toMatchObject([{ name: '青葉市', code: '011002' }, { name: '若草町' }]);
    expect(result.agreement.parties[1]).not.toHaveProperty('code');
  });
});

describe('renkei import（要約）', () => {
  it.each([80, 60])('%i桁に収まり、要点が先に立つ', async (columns) => {
    const { code, out } = await renkei(['import', EXAMPLE], { columns });
    expect(code).toBe(0);
    const lines = out.split('\n');
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    const essentials = lines.slice(0, lines.findIndex((line) => line.includes('この本文の読み方'))).join('\n');
    for (const words of ['山口県央連携都市圏域形成に係る連携協約', '山口市（352039）', '平成29年3月30日', '第6条 連携協約の変更等', '取組 19件', '両市が相互に連携・協力して、取組を推進する。', '19件のうち14件は推定', '第4条 費用分担']) {
      expect(essentials.replaceAll(/\n\s*/g, '')).toContain(words);
    }
  });

  it('報告は全部、場所と確かさを添えて出す', async () => {
    const { out } = await renkei(['import', EXAMPLE]);
    const { result } = await readJson(SOURCE);
    const printed = out.replaceAll(/\s/g, '');
    for (const { message } of result.findings) expect(printed).toContain(message.replaceAll(/\s/g, ''));
  });

  it('連携協約でなければ、理由を先に言う', async () => {
    const { code, out } = await renkei(['import', '-'], { stdin: ENTRUSTMENT_BYLAWS });
    expect(code).toBe(1);
    expect(out.startsWith('連携協約ではありません\n')).toBe(true);
    expect(out).toContain('第252条の14');
  });

  it('開けない原文は、理由と次にすることを言う', async () => {
    const { code, out } = await renkei(['import', '-'], { stdin: '' });
    expect(code).toBe(1);
    expect(out).toContain('原文を開けません');
    expect(out.replaceAll(/\n\s*/g, '').split('連携協約の本文が入ったファイルを指定してください')).toHaveLength(2);
  });

  it('原文の制御文字で端末を動かさない', async () => {
    const { out } = await renkei(['import', '-'], { stdin: BILATERAL_AGREEMENT.replace('公共交通', '\u001b[31m公共\u0007交通') });
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('端末でだけ飾りを付ける', async () => {
    expect((await renkei(['import', EXAMPLE], { isTTY: true })).out).toContain('\u001b[1m');
    expect((await renkei(['import', EXAMPLE], { isTTY: true, env: { NO_COLOR: '1' } })).out).not.toContain('\u001b[');
    expect((await renkei(['import', EXAMPLE])).out).not.toContain('\u001b[');
  });
});

describe('renkei text', () => {
  it.each(['text', 'html', 'xml', 'akn', 'json'])('%s で書き出したものを読み直しても、協約の中身は同じ', async (format) => {
    const written = await renkei(['text', EXAMPLE, '--format', format]);
    expect(written.code).toBe(0);
    const again = file(`again.${format === 'akn' ? 'xml' : format === 'text' ? 'txt' : format}`, written.out);
    const { out } = await renkei(['import', again, '--json']);
    const [before, after] = [JSON.parse((await renkei(['import', EXAMPLE, '--json'])).out) as ImportJson, JSON.parse(out) as ImportJson];
    expect(after.agreement).toEqual(before.agreement);
    expect(after.initiatives.map((i) => [i.path, i.name, i.content, i.roles.map((r) => r.text)])).toEqual(before.initiatives.map((i) => [i.path, i.name, i.content, i.roles.map((r) => r.text)]));
  });

  it('ファイルに書き、字数を言う。原文は上書きしない', async () => {
    const out = join(folder, 'out.xml');
    const written = await renkei(['text', EXAMPLE, '-f', 'xml', '-o', out]);
    expect({ code: written.code, out: written.out }).toEqual({ code: 0, out: '' });
    expect(written.err).toContain(`${out} に書きました（${[...readFileSync(out, 'utf8')].length}字）`);
    const refused = await renkei(['text', out, '--out', join(folder, '.', 'out.xml')]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('原文は上書きしません');
  });

  it('連携協約でない法令も書き出せる', async () => {
    const { code, out } = await renkei(['text', '-'], { stdin: ENTRUSTMENT_BYLAWS });
    expect(code).toBe(0);
    expect(out).toContain('第2条　委託事務の管理及び執行については');
  });

  it('保存先のフォルダがなければ使い方の誤り', async () => {
    const { code, err } = await renkei(['text', EXAMPLE, '--out', join(folder, 'ない', 'x.txt')]);
    expect({ code, told: err.includes('保存先のフォルダがありません') }).toEqual({ code: 2, told: true });
  });

  it('開けない原文は、標準エラーに理由を言う（終了コード 1）', async () => {
    const { code, out, err } = await renkei(['text', '-'], { stdin: '' });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('ファイルが空です');
  });
});

describe('使い方', () => {
  it.each([['ja', '終了コード'], ['en', 'Exit codes']])('説明（%s）は 80桁に収まり、終了コードと例がある', async (lang, words) => {
    for (const argv of [['--help'], ['import', '--help'], ['text', '-h'], ['amend', '--help'], ...['diff', 'apply', 'compare', 'check', 'prove', 'parse', 'abolish', 'adopt'].map((name) => ['amend', name, '--help'])]) {
      const { code, out, err } = await renkei([...argv, '--lang', lang]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain(words);
      expect(out).toMatch(/^ {2}renkei (import|text|amend \w+) \S+/mu);
      for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    }
  });

  it('版は package.json の版', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
    expect((await renkei(['--version'])).out).toBe(`renkei ${version}\n`);
  });

  it.each([
    ['コマンドがない', [], 'コマンドがありません'],
    ['ファイルがない', ['import'], 'ファイルの指定がありません'],
    ['ファイルが二つ', ['import', 'a', 'b'], 'ファイルは一つだけ'],
    ['存在しないファイル', ['import', '/nonexistent/協約.txt'], 'ファイルがありません: /nonexistent/協約.txt'],
    ['フォルダ', ['import', '/'], 'フォルダが指定されました'],
    ['打ち間違い', ['impotr', 'a'], 'もしかして: renkei import'],
    ['存在しない名簿', ['import', EXAMPLE, '--municipalities', '/nonexistent.json'], 'ファイルがありません'],
    ['名簿でない名簿', ['import', EXAMPLE, '--municipalities', EXAMPLE], 'JSON として読めません'],
  ])('%s は終了コード 2。標準出力には何も出さない', async (_, argv, words) => {
    const { code, out, err } = await renkei(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  it('ファイル名の打ち間違いには、同じフォルダの近い名を示す', async () => {
    file('renkei-kyoyaku.txt', BILATERAL_AGREEMENT);
    const { code, err } = await renkei(['import', join(folder, 'renkei-kyoyku.txt')]);
    expect(code).toBe(2);
    expect(err).toContain(`もしかして: ${join(folder, 'renkei-kyoyaku.txt')}`);
  });
});

/** CP932 に直す。二バイト文字の対応は、全部の組を TextDecoder で読んで作る。 */
function encodeCp932(text: string): Uint8Array {
  const decoder = new TextDecoder('shift_jis');
  const bytesOf = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfc; lead += lead === 0x9f ? 0x41 : 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd' && !bytesOf.has(char)) bytesOf.set(char, [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((char) => (char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : (bytesOf.get(char) ?? [0x3f]))));
}
