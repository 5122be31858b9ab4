import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { err, ok, sourceFromText, textOf, walk, writeText, type PlainDate } from '@renkei/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryCatalogue } from '../testing/memory-catalogue.js';
import { adoptAmendment, type AdoptAmendmentRequest } from './adopt-amendment.js';
import { compareVersions } from './compare-versions.js';
import { loadExampleArea } from './load-example-area.js';
import { describeAdoptionFailure, describeAreaFailure } from './messages/failures.js';
import type { Catalogue, OpenSource } from './ports.js';
import { versionOn } from './version-on.js';

const example = (name: string) => readFileSync(new URL(`../../../examples/yamaguchi/${name}`, import.meta.url));
const AGREEMENT = example('agreement-yamaguchi-ube.txt');
const SAMPLE = example('sample-amendment.txt').toString('utf8');
const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
const openSource: OpenSource = async (bytes) =>
  bytes.byteLength === 0
    ? err({ code: 'source.empty', data: {} })
    : ok({ format: 'text', encoding: 'utf-8', bytes, sha256: sha256(bytes), content: { kind: 'blocks', source: sourceFromText(new TextDecoder().decode(bytes)) }, findings: [] });

let catalogue: Catalogue;
beforeEach(async () => {
  catalogue = memoryCatalogue();
  await load(AGREEMENT);
});
const load = (bytes: Uint8Array) =>
  loadExampleArea({ slug: 'yamaguchi', area: example('municipalities.json'), agreements: [{ slug: 'yamaguchi-ube', fileName: '協約.txt', bytes, note: null, sample: false }] }, { openSource, catalogue, sha256 });
const adopt = (text: string, change: Partial<AdoptAmendmentRequest> = {}) =>
  adoptAmendment({ area: 'yamaguchi', agreement: 'yamaguchi-ube', bytes: new TextEncoder().encode(text), fileName: '改め文.txt', note: null, sample: true, ...change }, { openSource, catalogue, sha256 });
const versions = async () => (await catalogue.findVersions('yamaguchi', 'yamaguchi-ube'))!;
const BARE = '　第4条中「前条」を「第3条」に改める。\n';
const ON = { inForceOn: '2030-04-01' as PlainDate };

describe('変更を採る', () => {
  it('文書の全体から、題名・施行の日・操作を読み、証明して保存する', async () => {
    const adopted = await adopt(SAMPLE);
    expect(adopted).toMatchObject({ ok: true, value: { number: 1, title: '山口県央連携都市圏域形成に係る連携協約の一部を変更する連携協約', inForceOn: '2027-04-01', concludedOn: null } });
    const { versions: list } = await versions();
    expect(list.map((v) => [v.number, v.from, v.until])).toEqual([[0, '2017-03-30', '2027-04-01'], [1, '2027-04-01', null]]);
    const text = writeText((await catalogue.findVersion('yamaguchi', 'yamaguchi-ube', 1))!.document);
    for (const line of ['第3条の2　両市は、共同して、前条に規定する取組の実施計画を定めるものとする。', '第4条　第3条に規定する取組', '2　連絡会議は、山口市長及び宇部市長が交互に招集する。', 'オ スタートアップの支援', 'カ その他']) expect(text).toContain(line);
    expect((await catalogue.findVersion('yamaguchi', 'yamaguchi-ube', 1))!.reading.initiatives).toHaveLength(20);
  });

  it('原文をどう読んだかの報告は、変更の後も残る', async () => {
    const before = (await catalogue.findVersion('yamaguchi', 'yamaguchi-ube', 0))!.findings.filter((f) => !f.code.startsWith('agreement.'));
    expect(before.length).toBeGreaterThan(5);
    await adopt(SAMPLE);
    const after = (await catalogue.findVersion('yamaguchi', 'yamaguchi-ube', 1))!.findings;
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after.filter((f) => f.code.startsWith('amendment.') && f.at.line !== undefined)).toEqual([]);
  });

  it('証明は、同じ変更なら同じ値、結果は次の変更の基になる', async () => {
    const first = await adopt(SAMPLE);
    const second = await adopt('　第3条の2を削る。\n　第4条中「第3条」を「前条」に改める。\n', ON);
    if (!first.ok || !second.ok) throw new Error('採れること');
    expect(second.value.proof.base).toBe(first.value.proof.result);
    expect(new Set(Object.values(first.value.proof)).size).toBe(3);
    const again = memoryCatalogue();
    catalogue = again;
    await load(AGREEMENT);
    expect(await adopt(SAMPLE)).toEqual(first);
  });

  it('改め文だけでも、施行の日を添えれば採れる', async () => {
    expect(await adopt(BARE, ON)).toMatchObject({ ok: true, value: { number: 1, inForceOn: '2030-04-01', title: '山口県央連携都市圏域形成に係る連携協約の一部を変更する連携協約' } });
  });

  it('署名の前の日付を締結日とし、「締結の日から施行する」ならその日から効く', async () => {
    const text = SAMPLE.replace('令和9年4月1日から', '締結の日から').concat('\n　この協約の締結を証するため、本書2通を作成する。\n\n令和9年3月20日\n\n山口市長　甲野太郎\n宇部市長　乙野花子\n');
    expect(await adopt(text)).toMatchObject({ ok: true, value: { concludedOn: '2027-03-20', inForceOn: '2027-03-20' } });
  });

  it('離れた版どうしの対照表は、間の変更すべてから作り、改め文の行を指す', async () => {
    await adopt(SAMPLE);
    await adopt('　第3条の2中「実施計画」を「計画」に改める。\n', ON);
    const compared = (await compareVersions({ area: 'yamaguchi', versions: await versions(), from: 0, to: 2, whole: false, titles: { new: '後', old: '前' } }, { catalogue }))!;
    expect(compared.comparison).toMatchObject({ newTitle: '後', oldTitle: '前' });
    const article = compared.comparison.rows[0]!;
    expect(article.old).toBeNull();
    expect(article.new!.flatMap((l) => l.spans.map((s) => s.text)).join('')).toContain('取組の計画を定める');
    expect(article.operations.map((o) => compared.origins[o]!.amendment)).toEqual([1, 2]);
    expect(await compareVersions({ area: 'yamaguchi', versions: await versions(), from: 0, to: 9, whole: false, titles: { new: '', old: '' } }, { catalogue })).toBeNull();
  });

  it('全部改めた条を後の変更で移しても、離れた版どうしを比べられる', async () => {
    for (const text of ['　第6条を次のように改める。\n　（変更等）\n第6条　この連携協約の変更は、両市の協議による。\n', '　第6条を第7条とし、第5条の次に次の1条を加える。\n　（資料）\n第6条　両市は、資料を共有する。\n']) {
      expect(await adopt(text, ON)).toMatchObject({ ok: true });
    }
    const compared = (await compareVersions({ area: 'yamaguchi', versions: await versions(), from: 0, to: 2, whole: false, titles: { new: '', old: '' } }, { catalogue }))!;
    expect(compared.comparison.rows.map((row) => [row.old !== null, row.new !== null])).toEqual([[false, true], [true, true]]);
  });

  it('削られた規定の id は、後の変更で使い回さない', async () => {
    await adopt('　別表3の(3)を削る。\n', ON);
    const adopted = await adopt('　第5条に次の1項を加える。\n2　連絡会議は、公開する。\n', ON);
    expect(adopted).toMatchObject({ ok: true });
    const [before, after] = await Promise.all([0, 2].map(async (n) => (await catalogue.findVersion('yamaguchi', 'yamaguchi-ube', n))!.document));
    const added = [...walk(after!.root)].filter((e) => e.tag === 'Paragraph').at(-1)!;
    const old = new Set([...walk(before!.root)].map((e) => e.id));
    expect([...walk(after!.root)].filter((e) => !old.has(e.id)).map((e) => e.tag)).toContain('Paragraph');
    expect(old.has(added.id) && textOf(added).includes('公開')).toBe(false);
  });

  it('ある日の版は、施行の日で決まる', async () => {
    await adopt(SAMPLE);
    await adopt('　第3条の2中「実施計画」を「計画」に改める。\n', { inForceOn: '2027-04-01' as PlainDate });
    const found = await versions();
    const on = (day: string) => versionOn(found, day as PlainDate)?.number ?? null;
    expect([on('2017-03-29'), on('2017-03-30'), on('2027-03-31'), on('2027-04-01'), on('2099-01-01')]).toEqual([null, 0, 0, 2, 2]);
  });
});

describe('採れない変更は、何も保存しない', () => {
  it.each([
    ['無い協約', BARE, { ...ON, agreement: 'none' }, 'adoption.no-agreement'],
    ['空のファイル', '', ON, 'adoption.unreadable'],
    ['改め文でない文書', 'こんにちは。', ON, 'adoption.refused'],
    ['無い規定を指す', '　第9条中「前条」を「第3条」に改める。\n', ON, 'adoption.refused'],
    ['無い字句を引く', '　第4条中「次条」を「第3条」に改める。\n', ON, 'adoption.refused'],
    ['一つでも当たらない文がある', `${BARE}　第9条を削る。\n`, ON, 'adoption.refused'],
    ['別の協約を名指す', SAMPLE.replaceAll('山口県央', '広島県央'), {}, 'adoption.refused'],
    ['締結日が違う協約を名指す', SAMPLE.replace('平成29年3月30日締結', '平成28年3月30日締結'), {}, 'adoption.refused'],
    ['施行の日が分からない', BARE, {}, 'adoption.no-day'],
    ['締結より前から効く', BARE, { inForceOn: '2017-03-29' as PlainDate }, 'adoption.too-early'],
    ['廃止の文書', '　　　山口県央連携都市圏域形成に係る連携協約を廃止する連携協約\n\n　山口県央連携都市圏域形成に係る連携協約（平成29年3月30日締結）は、令和9年3月31日限り廃止する。\n', ON, 'adoption.not-partial'],
  ])('%sもの', async (_what, text, change, code) => {
    const before = await catalogue.publication();
    const refused = await adopt(text, change);
    expect(refused).toMatchObject({ ok: false, error: { code } });
    expect(await catalogue.publication()).toBe(before);
    expect((await versions()).versions).toHaveLength(1);
    if (refused.ok) return;
    expect(describeAdoptionFailure(refused.error, 'ja')).toMatch(/。/);
    expect(describeAdoptionFailure(refused.error, 'en')).not.toBe('');
  });

  it('前の変更より早く効くもの', async () => {
    await adopt(SAMPLE);
    expect(await adopt('　第3条の2を削る。\n', { inForceOn: '2027-03-31' as PlainDate })).toEqual(err({ code: 'adoption.too-early', inForceOn: '2027-03-31', last: '2027-04-01' }));
  });

  it('読んでいる間に、別の人が変更を記録した', async () => {
    const busy: Catalogue = { ...catalogue, saveAmendment: async () => err({ code: 'agreement.stale' }) };
    catalogue = busy;
    expect(await adopt(SAMPLE)).toEqual(err({ code: 'adoption.changed-meanwhile', agreement: 'yamaguchi-ube' }));
  });
});

describe('変更のある協約の読み直し', () => {
  const reworded = (from: string, to: string): Uint8Array => {
    const text = AGREEMENT.toString('utf8');
    expect(text).toContain(from);
    return new TextEncoder().encode(text.replace(from, to));
  };

  it('変更に関わらない所が変わっても、変更を当て直す', async () => {
    await adopt(SAMPLE, { inForceOn: '2020-04-01' as PlainDate });
    expect(await load(reworded('相互に連携を図るものとする', '互いに連携を図るものとする'))).toMatchObject({ ok: true, value: { agreements: [{ revision: 2 }] } });
    const text = writeText((await catalogue.findAgreement('yamaguchi', 'yamaguchi-ube'))!.document);
    expect(text).toContain('互いに連携を図る');
    expect(text).toContain('第3条の2　両市は');
  });

  it('変更が当たらなくなる読み直しは、丸ごと断り、どの変更がなぜ合わないかを言う', async () => {
    await adopt(SAMPLE, { inForceOn: '2020-04-01' as PlainDate });
    const before = await catalogue.publication();
    const refused = await load(reworded('前条に規定する取組を実施するために', '先に定める取組を実施するために'));
    expect(refused).toMatchObject({ ok: false, error: { code: 'area.amendment-no-longer-fits', number: 1 } });
    expect(await catalogue.publication()).toBe(before);
    if (!refused.ok) expect(describeAreaFailure(refused.error, 'ja')).toMatch(/変更.*が当たりません[\s\S]*第4条/);
  });
});
