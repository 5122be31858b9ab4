import { err, type Result } from '@renkei/core';
import type { LabAnswer } from '@renkei/app';
import { describe, expect, it } from 'vitest';
import { exampleServices, SAMPLE_AMENDMENT } from '../../testing/example-services.js';
import { createApp } from '../create-app.js';
import { LAB_LIMITS } from './lab-limits.js';
import type { LabFailure } from './open-lab-desk.js';

const BASE = 'https://renkei.example.jp';
const services = await exampleServices();
const app = createApp(services);
const sample = (await services.labSample())!;
const words = (html: string): string => /<main[^>]*>(.*)<\/main>/s.exec(html)![1]!.replace(/<textarea.*?<\/textarea>/gs, '').replace(/<[^>]+>/g, '');

function form(fields: Readonly<Record<string, string | File | readonly string[]>>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of Array.isArray(value) ? value : [value]) made.append(name, one as string);
  return made;
}
const send = (fields: Parameters<typeof form>[0], path = '/lab', to = app) => Promise.resolve(to.request(`${BASE}${path}`, { method: 'POST', body: form(fields) }));
const DRAFT = { mode: 'draft', base: sample.base, other: sample.next };

describe('二つの本文から', () => {
  it('改め文・新旧対照表・ハネを、保存せずに返す', async () => {
    const response = await send(DRAFT);
    const html = await response.text();
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
    expect(response.headers.has('ETag')).toBe(false);
    const text = words(html);
    for (const phrase of ['第3条の次に次の1条を加える。', '証明済み', 'ほかに1か所、直す必要があります', '第4条中「前条」を「第3条」に改める。', '（新設）']) expect(text).toContain(phrase);
    expect(html).toContain('name="settle"');
    // 対照表の行から改め文の行へ、改め文の行から対照表の行へ
    expect(html).toContain('href="#L1"');
    expect(html).toMatch(/<li id="L4">　第5条に次の1項を加える。<a class="renkei-amending__row" href="#row2" aria-label="4行目による対照表の行へ">対照表<\/a><\/li>/);
  });

  it('選んだハネを含めて作り直す', async () => {
    const text = words(await (await send({ ...DRAFT, settle: ['0'] })).text());
    expect(text).toContain('1か所のハネを含めて作りました');
    expect(text).toContain('ほかに直す必要のある語（ハネ）は見つかりませんでした');
  });

  it('違いが無ければ、改め文は要らないと言う', async () => {
    expect(words(await (await send({ ...DRAFT, other: sample.base })).text())).toContain('二つの本文に違いはありません');
  });

  it.each([
    ['amendment.txt', 'text/plain', '第3条の次に次の1条を加える。'],
    ['comparison.txt', 'text/plain', '（新設）'],
    ['comparison.docx', 'officedocument', 'docx'],
    ['comparison.html', 'text/html', 'html'],
  ])('%s で受け取れる', async (file, type, phrase) => {
    const response = await send({ ...DRAFT, file });
    expect(response.headers.get('Content-Type')).toContain(type);
    expect(response.headers.get('Content-Disposition')).toContain(`attachment; filename="${file}"`);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.text()).toContain(phrase);
  });

  it('新旧対照表のファイルの見出しに、協約の題名が入る', async () => {
    expect(await (await send({ ...DRAFT, file: 'comparison.html' })).text()).toContain('\n山口県央連携都市圏域形成に係る連携協約　新旧対照表\n');
  });

  it('結果も誤りも、頁の題で言う', async () => {
    expect(await (await send(DRAFT)).text()).toMatch(/<title>改正規定3件（操作4件）で、変更後の本文になります \|/);
    expect(await (await send({ ...DRAFT, other: '' })).text()).toMatch(/<title>＊1か所を直してください \|/);
  });

  it('ファイルを選べば、貼り付けた文字より先に使い、読み取った文字を欄に入れる', async () => {
    const html = await (await send({ ...DRAFT, base: '捨てる文字', 'base-file': new File([sample.base], '協約.txt') })).text();
    expect(words(html)).toContain('証明済み');
    expect(words(html)).toContain('読み取った文字に直して');
    expect(html).not.toContain('捨てる文字');
  });

  it('英語の頁でも同じことができる', async () => {
    const html = await (await send(DRAFT, '/en/lab')).text();
    expect(words(html)).toContain('Proved');
    expect(html).toContain('action="/en/lab"');
  });
});

describe('本文と改め文から', () => {
  it('溶け込んだ本文と新旧対照表を返す', async () => {
    const text = words(await (await send({ mode: 'apply', base: sample.base, other: SAMPLE_AMENDMENT })).text());
    for (const phrase of ['改め文を当てました（操作5件）', '溶け込んだ本文', '両市は、共同して、前条に規定する取組の実施計画を定めるものとする。']) expect(text).toContain(phrase);
  });

  it('当たらない所があれば、何も変えず、所と理由を言い、欄に残す', async () => {
    const html = await (await send({ mode: 'apply', base: sample.base, other: '　第9条中「前条」を「第3条」に改める。' })).text();
    expect(words(html)).toContain('改め文を当てられません。1か所に理由があります');
    expect(words(html)).toContain('「第9条」がありません');
    expect(words(html)).not.toContain('溶け込んだ本文');
    expect(html).toMatch(/<textarea[^>]*name="other"[^>]*>\n　第9条中/);
    expect(html).toMatch(/<details class="dads-disclosure renkei-lab__again" open/);
  });

  it('改め文でないものも、そう言う', async () => {
    expect(words(await (await send({ mode: 'apply', base: sample.base, other: 'こんにちは' })).text())).toContain('当てられません');
  });
});

describe('欄だけのページ', () => {
  it.each([['/lab', '二つの本文から'], ['/lab?mode=apply', '本文と改め文から'], ['/lab?mode=x', '二つの本文から']])('%s', async (path, phrase) => {
    const html = await (await app.request(`${BASE}${path}`)).text();
    expect(/<h2[^>]*>([^<]*)/.exec(html)![1]).toContain(phrase);
    expect(html).not.toContain('>サンプル<');
  });

  it('例を入れると、実際の協約とサンプルの変更が入り、サンプルと示す', async () => {
    const html = await (await app.request(`${BASE}/lab?sample=1`)).text();
    expect(html).toContain('>サンプル<');
    expect(html).toContain('第3条の2　両市は');
    expect(await (await send({ ...DRAFT, sample: '1' })).text()).toContain('>サンプル<');
    const file = await send({ ...DRAFT, sample: '1', file: 'comparison.html' });
    expect(file.headers.get('Content-Disposition')).toContain('filename="sample-comparison.html"');
    expect(await file.text()).toContain('【サンプル】');
  });
});

describe('悪い入力', () => {
  it.each([
    ['両方とも空', { mode: 'draft', base: '', other: '' }, ['元の本文が空です', '変更後の本文が空です']],
    ['片方が空白だけ', { ...DRAFT, other: ' \n ' }, ['変更後の本文が空です']],
    ['空のファイル', { mode: 'apply', base: sample.base, other: '', 'other-file': new File([], 'x.txt') }, ['改め文が空です']],
    ['欄が無い', {}, ['元の本文が空です']],
  ])('%sは 422 で、直す所を挙げる', async (_what, fields, phrases) => {
    const response = await send(fields);
    const html = await response.text();
    expect(response.status).toBe(422);
    for (const phrase of phrases) expect(words(html)).toContain(phrase);
    expect(html).toMatch(/role="alert" tabindex="-1" autofocus/i);
    expect(html).toContain('aria-invalid="true"');
  });

  it('一方のファイルが読めなくても、読めたほうの文字は欄に残り、選び直さなくてよい', async () => {
    for (const mode of ['draft', 'apply']) {
      const html = await (await send({ mode, 'base-file': new File([sample.base], '協約.txt'), other: '' })).text();
      expect(html).toMatch(/<textarea[^>]*name="base"[^>]*>\n[^<]*第1条　この連携協約は/);
    }
    const other = await (await send({ mode: 'apply', base: '', 'other-file': new File([SAMPLE_AMENDMENT], '改め文.txt') })).text();
    expect(other).toMatch(/<textarea[^>]*name="other"[^>]*>\n[^<]*第3条の次に次の1条を加える。/);
  });

  it('大きすぎるものは、量と上限を MB で言う', async () => {
    const response = await send({ ...DRAFT, base: 'x'.repeat(17 * 1024 * 1024) });
    expect(response.status).toBe(413);
    expect(words(await response.text())).toMatch(/送られた内容が大きすぎます。(?:17(?:\.1)?MBあり|上限を超えており)、上限は16MBです/);
  });

  it('誤りのときも、貼り付けた文字は欄に残る', async () => {
    const html = await (await send({ mode: 'draft', base: '\n<script>alert(1)</script>&amp;', other: '' })).text();
    expect(html).toContain('>\n\n&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;</textarea>');
  });

  it('長すぎる本文は、字数と上限を言う', async () => {
    const response = await send({ ...DRAFT, other: 'あ'.repeat(LAB_LIMITS.characters + 1) });
    expect([response.status, words(await response.text())]).toEqual([422, expect.stringContaining('変更後の本文が長すぎます。600,001字あり、上限は600,000字です')]);
  });

  it('大きすぎる本体は、読まずに断る', async () => {
    const response = await app.request(`${BASE}/lab`, { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': '999999999' }, body: 'x' });
    expect([response.status, words(await response.text())]).toEqual([413, expect.stringContaining('953.7MBあり、上限は16MBです')]);
  });

  it('大きさを名乗らない本体も、上限で読むのをやめる', async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const response = await app.request(new Request(`${BASE}/lab`, { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body, duplex: 'half' } as RequestInit));
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(25);
  });

  it.each(['application/json', 'multipart/form-data; boundary=x'])('欄から送られていない形（%s）は 400', async (type) => {
    const response = await app.request(`${BASE}/lab`, { method: 'POST', headers: { 'Content-Type': type }, body: '{}' });
    expect([response.status, words(await response.text())]).toEqual([400, expect.stringContaining('送られた形を読めません')]);
  });

  it.each([
    [{ code: 'busy', waiting: 6, seconds: 20 }, 503, 'いま混み合っています（6件'],
    [{ code: 'timeout', seconds: 20 }, 422, '20秒以内に終わりませんでした'],
    [{ code: 'memory', megabytes: 1024 }, 422, '記憶（1024MB）を使い切りました'],
    [{ code: 'failed', detail: '秘密の跡' }, 500, '作業の途中で問題が起きました'],
  ] as const)('%j のときは %i で、送った文字を欄に残す', async (failure, status, phrase) => {
    const logged: string[] = [];
    const refuse = async (): Promise<Result<LabAnswer, LabFailure>> => err(failure);
    const busy = createApp({ ...services, lab: { run: refuse } }, { log: (entry) => logged.push(String(entry['message'] ?? '')) });
    const response = await send(DRAFT, '/lab', busy);
    const html = await response.text();
    expect([response.status, response.headers.get('Retry-After')]).toEqual([status, status === 503 ? '20' : null]);
    expect(words(html)).toContain(phrase);
    expect(html).not.toContain('秘密の跡');
    expect(html).toContain('両市は、共同して');
    // 直す所があるとは言わない。ファイルを選んでいたら、選び直すように言う
    expect(words(html)).toContain('＊作れませんでした');
    expect(words(html)).not.toMatch(/か所を直してください|もう一度選んでください/);
    const withFile = await send({ ...DRAFT, base: '', 'base-file': new File([sample.base], '協約.txt') }, '/lab', busy);
    expect(words(await withFile.text())).toContain('選んだファイルは欄に残らないので、もう一度選んでください。');
    expect(logged.some((m) => m.includes('秘密の跡'))).toBe(failure.code === 'failed');
  });

  it('ラボのほかは送信を受けない', async () => {
    for (const path of ['/yamaguchi', '/lab/x', '/en']) expect((await send(DRAFT, path)).status, path).toBe(405);
    const response = await app.request(`${BASE}/lab`, { method: 'PUT' });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
  });
});
