import { anchorsOf, textOf } from '@renkei/core';
import { expect, it } from 'vitest';
import { exampleAgreement } from '../testing/example-agreement.js';
import { provisionEntries } from './provision-entries.js';

it('条・項・別表の区分・行・締結文を、見出しと錨の付いたまとまりに分ける', () => {
  const { document } = exampleAgreement();
  expect(provisionEntries(document)).toEqual([
    { heading: '連携協約書', body: '連携協約書', anchor: null },
    { heading: '前文', body: '山口市と宇部市は、次のとおり連携協約を締結する。', anchor: 'preamble' },
    { heading: '第1条（目的）', body: '本協約は、山口市及び宇部市が連携して圏域の経済成長をけん引することを目的とする。', anchor: 'a1' },
    { heading: '第2条第1項（連携する取組及び役割）', body: '連携する取組は、別表のとおりとする。', anchor: 'a2-p1' },
    { heading: '第2条第2項（連携する取組及び役割）', body: '両市は、ＩＴを用いて取組を進める。', anchor: 'a2-p2' },
    { heading: '第3条（費用分担）', body: '必要な費用の分担は、両市が協議して別に定める。', anchor: 'a3' },
    { heading: '締結文・署名', body: '本書2通を作成する。 平成29年3月30日', anchor: 'closing' },
    { heading: '別表', body: '（第2条関係）', anchor: 't1' },
    { heading: '別表1 圏域全体の経済成長のけん引', body: '圏域全体の経済成長のけん引 取組 内容', anchor: 't1-s1' },
    { heading: '別表1 経済戦略の策定及び推進', body: '経済戦略の策定及び推進 圏域の産業振興のビジョンを定める。', anchor: 't1-s1-r1' },
    { heading: '別表1 観光の振興', body: '観光の振興 広域観光ルートをつくる。', anchor: 't1-s1-r2' },
  ]);
});

it('本文のどの文字も、題名を除いて、どれかのまとまりの見出しか本文にある', () => {
  const { document } = exampleAgreement({ articles: [['（目的）', '一つ目。', '二つ目。', '三つ目。'], ['（雑則）']] });
  const found = provisionEntries(document).map((entry) => entry.heading + entry.body).join('');
  const missing = [...new Set(textOf(document.root).replace('山口県央連携都市圏域形成に係る連携協約', ''))].filter((c) => !found.includes(c));
  expect(missing).toEqual([]);
});

it('錨はどれも本文にあるもの', () => {
  const { document } = exampleAgreement();
  const anchors = new Set<string | null>(anchorsOf(document).values());
  expect(provisionEntries(document).filter(({ anchor }) => !anchors.has(anchor)).map(({ heading }) => heading)).toEqual(['連携協約書']);
});
