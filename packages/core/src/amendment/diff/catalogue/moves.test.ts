import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftPattern, edited, evenText, expectedOutcome, type Pattern, type PatternCase } from '../../../../testing/catalogue.js';
import { HYPOTHETICAL_AGREEMENT as H } from '../../../../testing/hypothetical-agreement.js';

const patterns = (JSON.parse(readFileSync(new URL('../../../../fixtures/amendment/patterns.json', import.meta.url), 'utf8')) as Pattern[]).filter((p) => p.id.startsWith('F'));
const A = evenText(readFileSync(new URL('../../../../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8'));

const before = (text: string, place: string, added: string): string => edited(text, [place, `${added}${place}`]);
const renumbered = (text: string, ...nums: readonly (readonly [string, string])[]): string => nums.reduce((t, [from, to]) => edited(t, [`\n第${from}　`, `\n第${to}　`]), text);
const article = (text: string, num: number): string => text.split('\n').find((l) => l.startsWith(`第${num}条`))!;
const BRANCHED = before(A, '　（費用分担）', '　（実施計画）\n第3条の2　両市は、取組の実施計画を定める。\n\n');
const SHARED = `　　　仮の連携協約

　両市は、次のとおり連携協約を締結する。

　（変更）
第6条　この連携協約の変更は、両市の協議による。

　（連携事業の管理）
第7条　連携事業の管理は、両市の長が行う。

第8条　連携事業の評価は、連絡会議が行う。
`;
const TABLE = '区分\t割合\n---\t---\n山口市\t5分の3\n';

const CASES: Readonly<Record<string, PatternCase>> = {
  F01: { base: A, next: before(renumbered(A, ['6条', '8条']), '　（連携協約の変更等）', '　（公表）\n第6条　…\n\n　（検証）\n第7条　…\n\n') },
  F02: { base: A, next: edited(before(renumbered(A, ['6条', '7条']), '　（連携協約の変更等）', '　（公表）\n第6条　…\n\n'), ['両市の協議に', '両市の長の協議に']) },
  F03: {
    base: A, next: before(renumbered(A, ['6条', '8条'], ['5条', '7条'], ['4条', '6条'], ['3条', '5条']), '　（連携する取組及び役割）', '　（定義）\n第3条　…\n\n　（実施計画）\n第4条　…\n\n'),
    settled: ['第2条中「次条」を「第5条」に改める。', '第6条を第8条とし、第3条から第5条までを2条ずつ繰り下げ、第2条の次に次の2条を加える。', '　（定義）', '第3条　…', '　（実施計画）', '第4条　…', '別表中「第3条関係」を「第5条関係」に改める。'],
  },
  F04: {
    base: BRANCHED, next: before(renumbered(BRANCHED, ['6条', '8条'], ['5条', '7条'], ['4条', '6条'], ['3条の2', '5条'], ['3条', '4条']), '　（連携する取組及び役割）', '　（定義）\n第3条　…\n\n'),
    settled: ['第2条中「次条」を「第4条」に改める。', '第6条を第8条とし、第5条を第7条とし、第4条を第6条とし、第3条の2を第5条とし、第3条を第4条とし、第2条の次に次の1条を加える。', '　（定義）', '第3条　…', '別表中「第3条関係」を「第4条関係」に改める。'],
  },
  F05: { base: edited(H, ['\n3　連絡会議の議事は、両市の長が協議して決する。', '']), next: edited(H, ['2　連絡会議は、', '2　…\n3　連絡会議は、'], ['\n3　連絡会議の議事は、両市の長が協議して決する。', '']) },
  // D13 と同じ変更で、書き方は一つにする。例の形は読むだけ
  F06: { base: H, next: edited(H, ['　(3)　その他', '　(3)　…\n　(4)　その他']), readsExample: true, lines: ['第9条中第3号を第4号とし、第2号の次に次の1号を加える。', '　(3)　…'] },
  F07: { base: A, next: before(edited(A, ['（費用分担）', '（公表）'], [article(A, 4), '第4条　…']), '　（連携協約の変更等）', '　（費用分担）\n第5条の2　…\n\n') },
  F08: { base: SHARED, next: before(renumbered(SHARED, ['8条', '9条'], ['7条', '8条']), '　（連携事業の管理）', '　（公表）\n第7条　…\n\n') },
  F09: { base: '　　　仮の要綱\n\n　この要綱は、連携事業に関し必要な事項を定める。\n', next: '　　　仮の要綱\n\n　（趣旨）\n第1条　この要綱は、連携事業に関し必要な事項を定める。\n\n　（委任）\n第2条　…\n' },
  F10: { base: H, next: edited(H, ['別表第2（第4条関係）', `別表第2（第3条の2関係）\n${TABLE}\n別表第3（第4条関係）`]), lines: ['別表第2を別表第3とし、別表第1の次に次の1表を加える。', '別表第2（第3条の2関係）', '｜区分｜割合｜', '｜---｜---｜', '｜山口市｜5分の3｜'] },
};

describe('移動の型（F）が、二つの本文から起こされる', () => {
  it('どの型も試験する', () => expect(Object.keys(CASES)).toEqual(patterns.map((p) => p.id)));

  it.each(patterns)('$id $form', (pattern) => {
    const found = CASES[pattern.id]!;
    expect(draftPattern(pattern, found)).toEqual(expectedOutcome(pattern, found));
  });
});
