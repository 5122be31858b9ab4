import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturedIo, type CapturedOptions } from '../../../testing/captured-io.js';
import { run } from '../../run.js';

const EXAMPLE = new URL('../../../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url).pathname;
const SENTENCE = '第3条の2　両市は、共同して、前条に規定する取組の実施計画を定めるものとする。';
const ADDED = `　第3条の次に次の1条を加える。\n　（実施計画）\n${SENTENCE}\n`;

let folder = '';
let base = '';
let next = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'renkei-amend-'));
  const text = (await renkei(['text', EXAMPLE])).out;
  base = file('base.txt', text);
  next = file('next.txt', text.replace('　（費用分担）', `　（実施計画）\n${SENTENCE}\n\n　（費用分担）`));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function renkei(argv: readonly string[], options: CapturedOptions = {}) {
  const io = capturedIo(options);
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

describe('renkei amend diff', () => {
  it('改め文だけを標準出力に出し、ハネは理由と直し方を標準エラーに言う', async () => {
    const { code, out, err } = await renkei(['amend', 'diff', base, next]);
    expect({ code, out }).toEqual({ code: 0, out: ADDED });
    expect(err).toContain('「前条」は「第3条」を指していましたが、変更後は「第3条の2」を指します');
    expect(err).toContain('第4条中「前条」を「第3条」に改める。');
  });

  it('--settle で、ハネの手当ても改め文に入る', async () => {
    expect((await renkei(['amend', 'diff', base, next, '--settle'])).out).toBe(`${ADDED}　第4条中「前条」を「第3条」に改める。\n`);
  });

  it('--json は、改め文・操作・ハネを一つにして返す', async () => {
    const { out } = await renkei(['amend', 'diff', base, next, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      profile: 'agreement', text: ADDED,
      amendment: [{ operations: [{ targets: [{ from: [{ kind: 'article', num: '3' }] }], action: { kind: 'add', where: 'after' } }] }],
      consequences: [{ replacement: '第3条', sentence: '第4条中「前条」を「第3条」に改める。' }],
    });
  });

  it('--instrument は、題名・締結文・柱書・附則・署名欄のある文書の全体を出す', async () => {
    const { out } = await renkei(['amend', 'diff', base, next, '--instrument', '--in-force', '2027-04-01']);
    expect(out.split('\n').slice(0, 4)).toEqual([
      '　　　山口県央連携都市圏域形成に係る連携協約の一部を変更する連携協約',
      '　山口市及び宇部市は、地方自治法（昭和22年法律第67号）第252条の2第4項の規定により、平成29年3月30日に締結した山口県央連携都市圏域形成に係る連携協約の一部を変更する連携協約を次のとおり締結する。',
      '　山口県央連携都市圏域形成に係る連携協約（平成29年3月30日締結）の一部を次のように変更する。',
      '　第3条の次に次の1条を加える。',
    ]);
    expect(out).toContain('　この連携協約は、令和9年4月1日から施行する。');
    expect(out).toContain('本書2通を作成し');
  });

  it('--form whole は、全部変更の文書に新しい本文の全部を入れる', async () => {
    const { out } = await renkei(['amend', 'diff', base, next, '--form', 'whole']);
    expect(out).toContain('の全部を次のように変更する。');
    expect(out).toContain(SENTENCE);
    expect(out).toContain('第6条　');
  });

  it('--profile に団体の書きぶりの JSON を渡せば、その言い方で刷る', async () => {
    const changed = file('inserted.txt', readFileSync(base, 'utf8').replace('連絡会議を開催する', '連絡会議（以下「会議」という。）を開催する'));
    const style = file('style.json', JSON.stringify({ base: 'agreement', insertWord: '次に' }));
    expect((await renkei(['amend', 'diff', base, changed])).out).toBe('　第5条中「連絡会議」の下に「（以下「会議」という。）」を加える。\n');
    expect((await renkei(['amend', 'diff', base, changed, '--profile', style])).out).toBe('　第5条中「連絡会議」の次に「（以下「会議」という。）」を加える。\n');
    const wrong = await renkei(['amend', 'diff', base, changed, '--profile', file('wrong.json', '{"insertWord":"上に"}')]);
    expect({ code: wrong.code, out: wrong.out }).toEqual({ code: 2, out: '' });
    expect(wrong.err).toContain('insertWord: "上に" → 下に / 次に / 右に / 後に');
    expect((await renkei(['amend', 'diff', base, changed, '--profile', 'agreemnt'])).code).toBe(2);
  });

  it('同じ本文なら何も出さず、そう言う', async () => {
    const { code, out, err } = await renkei(['amend', 'diff', base, base]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('違いはありません');
  });
});

describe('renkei amend apply', () => {
  it('改め文だけでも、文書の全体でも、当てた本文は同じ', async () => {
    const bare = await renkei(['amend', 'apply', base, file('bare.txt', ADDED)]);
    const whole = await renkei(['amend', 'apply', base, file('whole.txt', (await renkei(['amend', 'diff', base, next, '--instrument'])).out)]);
    expect(bare).toEqual({ code: 0, out: readFileSync(next, 'utf8'), err: expect.any(String) as string });
    expect(whole.out).toBe(bare.out);
  });

  it('当たらない改め文では何も出さず、場所と次にすることを言い、終了コードは 1', async () => {
    const { code, out, err } = await renkei(['amend', 'apply', base, file('wrong.txt', '　第1条中「無い字句」を「語」に改める。\n　第9条を削る。\n')]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('「第1条」に「無い字句」という字句がありません');
    expect(err).toContain('「第9条」がありません');
    expect(err).toContain('本文は変えていません');
  });

  it('法令標準XML では、触れない要素を一字も変えない', async () => {
    const xml = (await renkei(['text', EXAMPLE, '--format', 'xml'])).out;
    const { out } = await renkei(['amend', 'apply', file('base.xml', xml), file('word.txt', '第1条中「快適な」を「豊かな」に改める。'), '--format', 'xml']);
    expect(out).toBe(xml.replace('快適な', '豊かな'));
  });

  it.each([
    ['改め文でない', 'これは改め文ではありません。', 'amendment.not-an-amendment'],
    ['かぎ括弧の数が合わない', '第1条中「快適な」を「豊かなに改める。', 'amendment.unbalanced-quotes'],
    ['数が合わない', '第6条の次に次の2条を加える。\n第7条　一つ目。', 'amendment.count-mismatch'],
    ['ある番号へ移す', '第1条を第2条とする。', 'amendment.number-occupied'],
    ['番号が空く', '第3条を削る。', 'amendment.number-gap'],
  ])('%s改め文は、その符号の報告とともに断る', async (_, text, expected) => {
    const { code, out } = await renkei(['amend', 'check', base, '-', '--json'], { stdin: text });
    const { applies, findings } = JSON.parse(out) as { applies: boolean; findings: { code: string }[] };
    expect({ code, applies }).toEqual({ code: 1, applies: false });
    expect(findings.map((f) => f.code)).toContain(expected);
  });

  it('ほかの文書を名指す改め文は断る', async () => {
    const text = '　　　別の協約の一部を変更する連携協約\n　別の協約（平成30年1月1日締結）の一部を次のように変更する。\n　第1条中「快適な」を「豊かな」に改める。\n';
    const { code, err } = await renkei(['amend', 'apply', base, file('other.txt', text)]);
    expect(code).toBe(1);
    expect(err).toContain('この改め文の対象は「別の協約');
  });
});

describe('renkei amend compare', () => {
  it('変わる条だけを並べ、Word は保存先へ書く', async () => {
    const { out } = await renkei(['amend', 'compare', base, next]);
    expect(out).toContain('（新設）');
    expect(out).not.toContain('第1条');
    const path = join(folder, 'comparison.docx');
    expect((await renkei(['amend', 'compare', base, next, '--format', 'docx', '--out', path])).code).toBe(0);
    expect(readFileSync(path).subarray(0, 2).toString('latin1')).toBe('PK');
  });

  it('Word を画面に出そうとしたら、保存先を求める', async () => {
    const { code, err } = await renkei(['amend', 'compare', base, next, '--format', 'docx']);
    expect(code).toBe(2);
    expect(err).toContain('--out');
  });
});

describe('renkei amend prove', () => {
  it('一致すれば 0 で、大きさ・時間・ハッシュを示す', async () => {
    const { code, out } = await renkei(['amend', 'prove', base, next, '--json']);
    expect(code).toBe(0);
    const proof = JSON.parse(out) as { exact: boolean; hashes: { result: string; next: string }; sizes: { printed: number } };
    expect(proof).toMatchObject({ exact: true, text: ADDED });
    expect(proof.hashes.result).toBe(proof.hashes.next);
    expect(proof.sizes.printed).toBe(ADDED.length);
  });
});

describe('renkei amend parse', () => {
  it('一文を操作に読む', async () => {
    const { code, out } = await renkei(['amend', 'parse', '-', '--json'], { stdin: '第四条第一項中「甲」を「乙」に改め、同条に次の一項を加える。\n２　新しい項。' });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      understood: true,
      instrument: { parts: [{ amendment: [{ operations: [{ action: { kind: 'replaceWords', to: '乙' } }, { action: { kind: 'add', where: 'end', block: { lines: ['２　新しい項。'] } } }] }] }] },
    });
  });
});

describe('使い方の誤り', () => {
  it.each([
    [['amend'], 'コマンドがありません'],
    [['amend', 'dif', 'a', 'b'], 'renkei amend diff'],
    [['amend', 'diff', 'a.txt'], '新'],
    [['amend', 'diff', 'a', 'b', 'c'], '2つ'],
    [['amend', 'diff', '-', '-'], '標準入力'],
    [['amend', 'abolish', EXAMPLE, '--last-day', '2027-02-30'], '2027-02-30'],
  ])('%j は 2 で断り、何が違うかを言う', async (argv, words) => {
    const { code, out, err } = await renkei(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});
