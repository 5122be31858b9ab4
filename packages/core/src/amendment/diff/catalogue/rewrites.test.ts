import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftPattern, edited, evenText, expectedOutcome, type Pattern, type PatternCase } from '../../../../testing/catalogue.js';
import { HYPOTHETICAL_AGREEMENT as H } from '../../../../testing/hypothetical-agreement.js';

const patterns = (JSON.parse(readFileSync(new URL('../../../../fixtures/amendment/patterns.json', import.meta.url), 'utf8')) as Pattern[]).filter((p) => p.id.startsWith('C'));
const A = evenText(readFileSync(new URL('../../../../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8'));

const line = (text: string, start: string): string => text.split('\n').find((l) => l.startsWith(start))!;

const CASES: Readonly<Record<string, PatternCase>> = {
  // 実物の第4条は半分も変わらないので、字句で言う（B10）。半分を超えて変わる条にして確かめる
  C01: { base: edited(A, [line(A, '第4条'), '第4条　費用は、山口市がその全額を支弁する。']), next: edited(A, [line(A, '第4条'), '第4条　前条に規定する取組を実施するために要する費用は、当該取組ごとに両市が協議して定める割合により負担する。']) },
  C02: { base: A, next: edited(A, [line(A, '第3条'), '第3条　…'], [line(A, '第4条'), '第4条　…']) },
  C03: { base: A, next: edited(A, [line(A, '第3条'), '第3条　…'], [line(A, '第4条'), '第4条　…'], [line(A, '第5条'), '第5条　…']) },
  C04: { base: H, next: edited(H, ['2　連絡会議は、必要に応じて開くものとする。', '2　前項の会議は、山口市長が招集する。']) },
  C05: { base: H, next: edited(H, ['　(3)　その他必要な事項', '　(3)　前2号に掲げるもののほか、両市の長が必要と認める事項']) },
  C06: { base: H, next: edited(H, ['　　ア　前年度の人口による割合', '　　ア　人口割']) },
  C07: { base: A, next: edited(A, ['（費用分担）', '（経費の負担）']) },
  C08: { base: edited(H, ['ただし、緊急を要するときは、この限りでない。', 'ただし、軽微なものは、両市の長の定めるところによる。']), next: edited(H, ['ただし、緊急を要するときは、この限りでない。', 'ただし、緊急を要する場合は、この限りでない。']) },
  C09: { base: A, next: edited(A, ['この場合において、両市は、地方自治法第252条の2第4項の規定により、当該協議について議会の議決を経なければならない。', 'この場合において、両市は、あらかじめそれぞれの議会の議決を経なければならない。']) },
  C10: { base: H, next: edited(H, ['公表は、書面によらなければならない。', '両市の長は、毎年9月末までに、前年度の実施状況を公表するものとする。']) },
  C11: { base: H, next: edited(H, ['次に掲げる事項は、両市が協議して定める。', '第4条の協議により定める事項は、次のとおりとする。']) },
  C12: { base: A, next: edited(A, ['　　　山口県央連携都市圏域形成に係る連携協約', '　　　山口ゆめ回廊連携都市圏域形成に係る連携協約']) },
  C13: { base: A, next: edited(A, [line(A, '　山口市及び宇部市'), '　山口市及び宇部市は、…次のとおり連携協約を締結する。']), reports: ['amendment.term-undefined: 両市', 'amendment.term-undefined: 圏域'] },
  C14: { base: H, next: edited(H, [H.slice(H.indexOf('　(1)　負担の'), H.indexOf('\n\n第10条')), '　(1)　均等割\n　(2)　人口割']) },
  C15: { base: H, next: edited(H, ['　　　第2章　取組', '　　　第2章　連携事業の推進']) },
  C16: { base: A, next: `${A.slice(0, A.indexOf('別表（第3条関係）'))}別表（第3条関係）\n取組\t山口市の役割\t宇部市の役割\n---\t---\t---\n…\t…\t…\n`, lines: ['別表を次のように改める。', '別表（第3条関係）', '｜取組｜山口市の役割｜宇部市の役割｜', '｜---｜---｜---｜', '｜…｜…｜…｜'] },
};

describe('全部改めの型（C）が、二つの本文から起こされる', () => {
  it('どの型も試験する', () => expect(Object.keys(CASES)).toEqual(patterns.map((p) => p.id)));

  it.each(patterns)('$id $form', (pattern) => {
    const found = CASES[pattern.id]!;
    expect(draftPattern(pattern, found)).toEqual(expectedOutcome(pattern, found));
  });
});
