import { describe, expect, it } from 'vitest';
import { amendedServices, emptyServices, exampleServices, SAMPLE_AMENDMENT } from '../../testing/example-services.js';
import { createApp } from '../create-app.js';
import type { Services } from '../services.js';

const BASE = 'https://renkei.example.jp';
const AGREEMENT = '/yamaguchi/agreements/yamaguchi-ube';
/** 変更のない実例 / 効いている変更が一つ / 一つが効き、一つがこれから効く */
const none = await exampleServices();
const one = await amendedServices();
const many = await amendedServices(['2020-04-01', '2030-04-01']);

const visitor = (services: Services) => {
  const app = createApp(services);
  const get = (path: string) => Promise.resolve(app.request(`${BASE}${path}`));
  return { get, read: async (path: string) => (await get(path)).text() };
};
const words = (html: string): string => html.replace(/<style.*?<\/style>/gs, '').replace(/<[^>]+>/g, '').replace(/&quot;/g, '"');
const mainOf = (html: string): string => words(/<main[^>]*>(.*)<\/main>/s.exec(html)![1]!);

describe('変更の履歴', () => {
  it('変更が無ければ、その事実と、締結時の版だけを示す', async () => {
    const html = await visitor(none).read(`${AGREEMENT}/history`);
    expect(mainOf(html)).toContain('締結のときから変わっていません');
    expect(html.match(/id="v\d+"/g)).toEqual(['id="v0"']);
    expect(html).not.toContain('>サンプル<');
  });

  it('版を新しい順に、期間・変わったこと・改め文への案内とともに並べる', async () => {
    const html = await visitor(many).read(`${AGREEMENT}/history`);
    expect(html.match(/id="v\d+"/g)).toEqual(['id="v2"', 'id="v1"', 'id="v0"']);
    const text = mainOf(html);
    for (const phrase of ['締結の後、1回変わりました', '令和12年4月1日（2030年）から変わることが決まっています', '全部で5件の変更', '加える（3）', '第3条の次', '令和2年4月1日（2020年）から令和12年3月31日（2030年）まで']) expect(text).toContain(phrase);
    for (const link of [`${AGREEMENT}/history/1`, `${AGREEMENT}/compare?from=0&amp;to=1`, `${AGREEMENT}/text?version=0`]) expect(html).toContain(`href="${link}"`);
    expect(html.match(/>サンプル</g)!.length).toBeGreaterThanOrEqual(2);
  });

  it('英語の頁は同じ作りで、日本語の語に lang が付く', async () => {
    const html = await visitor(many).read(`/en${AGREEMENT}/history`);
    expect(mainOf(html)).toContain('It has changed 1 time since it was concluded');
    expect(html).toContain(`href="/en${AGREEMENT}/history/1"`);
    const guide = html.replace(/<(\w+)[^>]* lang="ja"[^>]*>.*?<\/\1>/gs, '');
    expect(mainOf(guide)).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });

  it('協約の頁から履歴へ行け、これから効く変更も分かる', async () => {
    expect(words(await visitor(none).read(AGREEMENT))).toContain('締結のときから変わっていません');
    const html = await visitor(many).read(AGREEMENT);
    for (const link of ['/history', '/compare', '/text?version=2']) expect(html).toContain(`href="${AGREEMENT}${link}"`);
    expect(html).toContain('第3条の2');
  });
});

describe('改め文', () => {
  it('印字のまま行番号を付けて見せ、証明を添え、原本を一字も変えずに渡す', async () => {
    const go = visitor(one);
    const html = await go.read(`${AGREEMENT}/history/1`);
    expect(html.match(/<li id="L\d+"/g)).toHaveLength(SAMPLE_AMENDMENT.trimEnd().split('\n').length);
    expect(html.match(/class="renkei-hash">[0-9a-f]{64}</g)).toHaveLength(3);
    const file = await go.get(`${AGREEMENT}/history/1/download`);
    expect(await file.text()).toBe(SAMPLE_AMENDMENT);
    expect(file.headers.get('Content-Disposition')).toContain('attachment');
  });

  it.each(['/history/0', '/history/2', '/history/x', '/history/1/download/x', '/history/9/download'])('無い変更（%s）は 404', async (path) => {
    expect((await visitor(one).get(`${AGREEMENT}${path}`)).status).toBe(404);
  });
});

describe('ある日の本文', () => {
  it.each([
    ['2017-03-30', '締結時の本文', false],
    ['2020-03-31', '今の本文ではありません', false],
    ['令和2年4月1日', '第1回変更後の本文', true],
    ['2029-12-31', '今の本文と同じです', true],
  ])('%s は「%s」', async (on, phrase, amended) => {
    const html = await visitor(many).read(`${AGREEMENT}/text?on=${encodeURIComponent(on)}`);
    expect(mainOf(html)).toContain(phrase);
    expect(html.includes('両市は、共同して、前条に規定する取組の実施計画を定める')).toBe(amended);
  });

  it('これから効く版は、まだ効いていないと言う', async () => {
    expect(mainOf(await visitor(many).read(`${AGREEMENT}/text?on=2031-01-01`))).toContain('まだ効いていません');
  });

  it('協約のアドレスに日を添えても、その日の本文へ行ける', async () => {
    const response = await visitor(one).get(`${AGREEMENT}?on=2019-01-01`);
    expect([response.status, response.headers.get('Location')]).toEqual([302, `${AGREEMENT}/text?on=2019-01-01`]);
  });

  it.each([['あした', 400, '「あした」は日付として読めません'], ['', 400, '日付が空です'], ['2017-03-29', 404, 'この協約はまだありません'], ['<script>', 400, '日付として読めません']])('「%s」は %i で、理由を言い、書いたものを残す', async (on, status, phrase) => {
    const response = await visitor(one).get(`${AGREEMENT}/text?on=${encodeURIComponent(on)}`);
    const html = await response.text();
    expect(response.status).toBe(status);
    expect(mainOf(html)).toContain(phrase);
    expect(html).toContain('aria-invalid="true"');
    expect(html).not.toContain('<script>');
  });

  it.each(['version=9', 'version=x', 'version=-1'])('無い版（%s）は 404', async (query) => {
    expect((await visitor(one).get(`${AGREEMENT}/text?${query}`)).status).toBe(404);
  });
});

describe('新旧対照表', () => {
  it('既定は最後の二つの版で、変わった規定だけを、改め文の行への案内とともに並べる', async () => {
    const html = await visitor(one).read(`${AGREEMENT}/compare`);
    const text = mainOf(html);
    for (const phrase of ['4か所の規定が変わります', '変更後', '変更前', '（新設）', '（略）']) expect(text).toContain(phrase);
    expect(html).toContain(`href="${AGREEMENT}/history/1#L10"`);
    expect(html).toMatch(/<del>.*?前条.*?<\/del>/s);
    expect(html).toMatch(/<ins>.*?第3条.*?<\/ins>/s);
    expect(text).not.toContain('（目的）');
    expect(text).toContain('備考　下線の部分は、変わる部分である。');
  });

  it('全文に切り替えると、変わらない規定も並ぶ', async () => {
    const html = await visitor(one).read(`${AGREEMENT}/compare?whole=1`);
    expect(mainOf(html)).toContain('（目的）');
    expect(html.match(/id="row\d+"/g)!.length).toBeGreaterThan(8);
  });

  it('離れた版どうしも比べられ、それぞれの改め文を指す', async () => {
    const html = await visitor(many).read(`${AGREEMENT}/compare?from=0&to=2`);
    expect(html).toContain('/history/1#L');
    // 印刷した紙から同じ対照表に戻れる
    expect(html).toContain('このページ: https://renkei.example.jp/yamaguchi/agreements/yamaguchi-ube/compare?from=0&amp;to=2');
    expect(mainOf(html)).not.toContain('実施計画を定める');
  });

  it.each([
    ['from=1&to=1', 200, '同じ版（第1回変更後）どうし'],
    ['from=1&to=0', 200, '逆に指定された'],
    ['from=0&to=9', 404, '「9」という版はありません'],
    ['from=x', 404, '「x」という版はありません'],
  ])('%s は %i で「%s」', async (query, status, phrase) => {
    const response = await visitor(one).get(`${AGREEMENT}/compare?${query}`);
    expect(response.status).toBe(status);
    expect(mainOf(await response.text())).toContain(phrase);
  });

  it('変更が無ければ、比べる版がないと言う', async () => {
    expect(mainOf(await visitor(none).read(`${AGREEMENT}/compare`))).toContain('比べる版がありません');
  });

  it.each(['docx', 'html', 'txt'])('%s で受け取れる', async (format) => {
    const response = await visitor(one).get(`${AGREEMENT}/compare.${format}?from=0&to=1`);
    expect([response.status, response.headers.get('Content-Disposition')]).toEqual([200, expect.stringContaining(`yamaguchi-yamaguchi-ube-0-1.${format}`)]);
    const file = await response.text();
    expect(file).toContain('締結時と第1回変更後の新旧対照表');
    expect(file).toContain('【サンプル】実際に行われた変更ではありません。');
  });

  it('比べるものが無い受取りは 404', async () => {
    for (const path of ['/compare.docx?from=1&to=1', '/compare.docx?to=7', '/compare.pdf']) expect((await visitor(one).get(`${AGREEMENT}${path}`)).status).toBe(404);
    expect((await visitor(none).get(`${AGREEMENT}/compare.docx`)).status).toBe(404);
  });
});

it.each(['/history', '/history/1', '/text', '/compare'])('無い協約の %s は 404', async (path) => {
  expect((await visitor(emptyServices()).get(`${AGREEMENT}${path}`)).status).toBe(404);
});
