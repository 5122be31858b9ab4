import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LabPage } from '../pages/lab-page.js';
import { accessibilityProblems } from '../support/axe.js';
import { layoutProblems } from '../support/layout-problems.js';
import { pageFacts } from '../support/page-facts.js';
import { origin, visitor, type Visitor } from '../support/visitor.js';

const SAMPLE = readFileSync(new URL('../../examples/yamaguchi/sample-amendment.txt', import.meta.url), 'utf8');

let seen: Visitor;
beforeEach(async () => {
  seen = await visitor({ reducedMotion: 'reduce' });
});
afterEach(() => seen.leave());

async function contentOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** 今の頁が、広い画面でも幅320でも、欠陥なく読める。 */
async function verifyReadable(): Promise<void> {
  expect(await pageFacts(seen.page)).toMatchObject({ duplicateIds: [], skippedHeadings: [], brokenFragments: [] });
  for (const width of [1280, 320]) {
    await seen.page.setViewportSize({ width, height: 800 });
    expect(await accessibilityProblems(seen.page), `幅 ${width}`).toEqual([]);
    expect(await layoutProblems(seen.page), `幅 ${width}`).toEqual([]);
  }
  await seen.page.setViewportSize({ width: 1280, height: 900 });
  expect(seen.troubles).toEqual([]);
}

describe('二つの本文から', () => {
  it('例を入れて作ると、改め文と対照表が並び、証明され、ハネが見つかる', async () => {
    const lab = await LabPage.open(seen.page);
    await verifyReadable();
    await seen.page.getByRole('link', { name: '例を入れてみる' }).click();
    expect(await seen.page.getByText('サンプル', { exact: true }).isVisible()).toBe(true);
    await lab.submit.click();
    expect(await seen.page.locator('main').textContent()).toContain('証明済み');
    expect(await lab.amendingText.textContent()).toContain('第3条の次に次の1条を加える。');
    expect(await lab.comparison.locator('ins').count()).toBeGreaterThan(2);
    expect(await seen.page.locator('main').textContent()).toContain('「前条」は「第3条」を指していましたが、変更後は「第3条の2」を指します');
    await verifyReadable();
    const [amending, comparison] = [await lab.amendingText.boundingBox(), await lab.comparison.boundingBox()];
    expect(amending!.x + amending!.width).toBeLessThan(comparison!.x);

    await seen.page.getByRole('checkbox').first().check();
    await seen.page.getByRole('button', { name: '選んだハネを含めて作り直す' }).click();
    expect(await lab.amendingText.textContent()).toContain('第4条中「前条」を「第3条」に改める。');
    expect(await seen.page.getByRole('checkbox').first().isChecked()).toBe(true);
    await verifyReadable();
  });

  it.each([['改め文（.txt）', 'amendment.txt'], ['新旧対照表（Word）', 'comparison.docx'], ['新旧対照表（HTML）', 'comparison.html']])('結果を%sで受け取れる', async (name, file) => {
    const lab = await LabPage.open(seen.page, '?sample=1');
    await lab.submit.click();
    const [download] = await Promise.all([seen.page.waitForEvent('download'), lab.download(name).click()]);
    expect(download.suggestedFilename()).toBe(`sample-${file}`);
    const bytes = await contentOf(download);
    expect(bytes.byteLength).toBeGreaterThan(100);
    if (file.endsWith('.docx')) expect(bytes.subarray(0, 2).toString()).toBe('PK');
    else expect(bytes.toString('utf8')).toContain('第3条の2');
  });

  it('キーボードだけで貼り付けて作れる', async () => {
    const lab = await LabPage.open(seen.page);
    await lab.base.focus();
    await seen.page.keyboard.insertText('第1条　協約は、両市が結ぶ。\n第2条　前条の協約を守る。\n');
    await seen.page.keyboard.press('Tab');
    await seen.page.keyboard.press('Tab');
    await seen.page.keyboard.insertText('第1条　協約は、両市町が結ぶ。\n第2条　前条の協約を守る。\n');
    await seen.page.keyboard.press('Tab');
    await seen.page.keyboard.press('Tab');
    await seen.page.keyboard.press('Tab');
    await seen.page.keyboard.press('Enter');
    await seen.page.waitForSelector('.renkei-amending');
    expect(await lab.amendingText.textContent()).toContain('「両市」の下に「町」を加える。');
  });

  it('ファイルを選んで作れる', async () => {
    const lab = await LabPage.open(seen.page, '?sample=1');
    const base = await lab.base.inputValue();
    await lab.base.fill('');
    await seen.page.locator('#base-file').setInputFiles({ name: '協約.txt', mimeType: 'text/plain', buffer: Buffer.from(base) });
    await lab.submit.click();
    expect(await seen.page.locator('main').textContent()).toContain('証明済み');
    expect(await lab.base.inputValue()).toContain('第1条');
  });
});

describe('本文と改め文から', () => {
  it('溶け込んだ本文と対照表が出る', async () => {
    const lab = await LabPage.open(seen.page, '?mode=apply&sample=1');
    await lab.submit.click();
    expect(await seen.page.locator('.doc').textContent()).toContain('第3条の2');
    await verifyReadable();
    const [download] = await Promise.all([seen.page.waitForEvent('download'), lab.download('溶け込んだ本文（法令標準XML）').click()]);
    expect((await contentOf(download)).toString('utf8')).toContain('<Article Num="3_2">');
  });

  it('当たらない改め文は、所と理由を言い、直して送り直せる', async () => {
    const lab = await LabPage.open(seen.page, '?mode=apply&sample=1');
    await lab.other.fill(SAMPLE.replace('第4条中', '第9条中'));
    await lab.submit.click();
    expect(await seen.page.locator('main').textContent()).toContain('「第9条」がありません');
    await verifyReadable();
    await lab.other.fill(SAMPLE);
    await lab.submit.click();
    expect(await seen.page.locator('main').textContent()).toContain('改め文を当てました');
  });
});

describe('行き来する', () => {
  it('改め文の行から対照表の行へ、そこから元の行へ、キーボードで戻れる', async () => {
    const lab = await LabPage.open(seen.page, '?sample=1');
    await lab.submit.click();
    await seen.page.getByRole('link', { name: '4行目による対照表の行へ' }).press('Enter');
    expect(await seen.page.locator('tr:target').textContent()).toContain('連絡会議は、山口市長及び宇部市長が交互に招集する。');
    await seen.page.locator('tr:target').getByRole('link').press('Enter');
    expect(await seen.page.locator('li:target').textContent()).toContain('第5条に次の1項を加える。');
  });

  it('誤りがあれば、そこから読み始められ、ブラウザーで戻れば書いた文字が残っている', async () => {
    const lab = await LabPage.open(seen.page);
    await lab.base.fill('第1条　甲とする。');
    await lab.submit.click();
    await seen.page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
    await seen.page.goBack();
    expect(await lab.base.inputValue()).toBe('第1条　甲とする。');
  });
});

describe('英語', () => {
  it('同じ用事ができる', async () => {
    const lab = await LabPage.open(seen.page, '?sample=1', 'en');
    await lab.submit.click();
    expect(await seen.page.locator('main').textContent()).toContain('Proved');
    await verifyReadable();
  });
});

describe('JavaScript なしで', () => {
  it('例を入れ、作り、ハネを含めて作り直せる', async () => {
    const plain = await visitor({ javaScriptEnabled: false });
    await plain.page.goto('/lab?sample=1');
    await plain.page.locator('#lab-form button[type=submit]').click();
    await plain.page.locator('input[name=settle]').first().check();
    await plain.page.getByRole('button', { name: '選んだハネを含めて作り直す' }).click();
    expect(await plain.page.locator('.renkei-amending').first().textContent()).toContain('第4条中「前条」を「第3条」に改める。');
    await plain.leave();
  });
});

describe('悪い入力', () => {
  const post = async (fields: Readonly<Record<string, string | Blob>>): Promise<Response> => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return fetch(`${origin}/lab`, { method: 'POST', body });
  };

  it('空のまま送ると、直す所へのリンクが出る', async () => {
    const lab = await LabPage.open(seen.page);
    await lab.submit.click();
    expect(await lab.alert.textContent()).toContain('元の本文が空です');
    await lab.alert.getByRole('link').first().click();
    expect(new URL(seen.page.url()).hash).toBe('#base');
    expect(seen.troubles).toEqual([]);
  });

  it.each([
    ['上限を超える本体', 413, () => ({ base: 'あ'.repeat(6_000_000), other: '' })],
    ['長すぎる本文', 422, () => ({ base: '第1条　あ。\n', other: `第1条　${'あ'.repeat(700_000)}。\n` })],
    ['壊れた docx', 422, () => ({ base: '第1条　あ。\n', 'other-file': new File([Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3)], 'x.docx') })],
    ['画像', 422, () => ({ base: '第1条　あ。\n', 'other-file': new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70)], 'x.jpg') })],
  ] as const)('%s は %i で、理由を言う', async (_what, status, make) => {
    const response = await post({ mode: 'draft', ...make() } as Record<string, string | Blob>);
    expect([response.status, await response.text()]).toEqual([status, expect.stringMatching(/＊.*ください/s)]);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  it('似た行の並ぶ意地の悪い本文でも、時間の内に答え、その間もほかの頁は開ける', async () => {
    const lines = (seed: number) => Array.from({ length: 4000 }, (_, i) => `第${i + 1}条　${'甲乙丙丁'.repeat(8)}${(i * seed) % 7}は、${'「'.repeat(i % 5)}同じ${'」'.repeat(i % 3)}とする。`).join('\n');
    const [slow, other] = await Promise.all([post({ mode: 'draft', base: lines(3), other: lines(5) }), fetch(`${origin}/about`).then(async (r) => ({ status: r.status, at: Date.now() }))]);
    expect([200, 422]).toContain(slow.status);
    expect(other.status).toBe(200);
    expect((await slow.text()).length).toBeGreaterThan(1000);
  });

  it('一度に押し寄せても、こなすか、混んでいると言うかのどちらか', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => post({ mode: 'apply', base: '第1条　あ。\n', other: '　第1条中「あ」を「い」に改める。' })));
    for (const answer of answers) {
      expect([200, 503]).toContain(answer.status);
      if (answer.status === 503) expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
      await answer.body?.cancel();
    }
    expect(answers.some((a) => a.status === 200)).toBe(true);
  });
});
