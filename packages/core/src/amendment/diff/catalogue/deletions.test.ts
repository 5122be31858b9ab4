import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftPattern, edited, evenText, expectedOutcome, type Pattern, type PatternCase } from '../../../../testing/catalogue.js';
import { HYPOTHETICAL_AGREEMENT as H } from '../../../../testing/hypothetical-agreement.js';

const patterns = (JSON.parse(readFileSync(new URL('../../../../fixtures/amendment/patterns.json', import.meta.url), 'utf8')) as Pattern[]).filter((p) => p.id.startsWith('E'));
const A = evenText(readFileSync(new URL('../../../../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8'));

const between = (text: string, from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to));
const without = (text: string, from: string, to: string): string => edited(text, [between(text, from, to), '']);
const renumbered = (text: string, ...nums: readonly (readonly [number, number])[]): string => nums.reduce((t, [from, to]) => edited(t, [`\n第${from}条　`, `\n第${to}条　`]), text);
const article = (text: string, num: number): string => text.split('\n').find((l) => l.startsWith(`第${num}条`))!;
const FOUR_ITEMS = edited(H, ['　(3)　その他必要な事項', '　(3)　負担の時期\n　(4)　その他必要な事項']);
const APPENDIX = '区分\t割合\n---\t---\n山口市\t5分の3\n';
const NO_APPENDIX = A.slice(0, A.indexOf('別表（第3条関係）'));

const CASES: Readonly<Record<string, PatternCase>> = {
  E01: { base: A, next: without(A, '　（連携協約の変更等）', '　この協約の締結') },
  E02: { base: A, next: renumbered(without(A, '　（費用分担）', '　（連絡会議）'), [5, 4], [6, 5]) },
  E03: {
    base: A, next: renumbered(without(A, '　（基本方針）', '　（連携する取組'), [3, 2], [4, 3], [5, 4], [6, 5]),
    settled: ['第2条を削り、第3条を第2条とし、第4条から第6条までを1条ずつ繰り上げる。', '別表中「第3条関係」を「第2条関係」に改める。'],
  },
  E04: { base: A, next: edited(A, [`　（費用分担）\n${article(A, 4)}`, '第4条　削除']) },
  E05: { base: A, next: edited(A, [between(A, '　（連携する取組', '\n　（連絡会議）'), '第3条及び第4条　削除\n']), reports: ['amendment.reference-dangling: 次条', 'amendment.reference-dangling: 第3条関係'] },
  E06: { base: A, next: renumbered(without(A, '　（費用分担）', '　（連携協約の変更等）'), [6, 4]) },
  E07: { base: H, next: edited(H, ['2　連絡会議は、必要に応じて開くものとする。\n3　', '2　']) },
  E08: { base: H, next: edited(H, ['3　連絡会議の議事は、両市の長が協議して決する。\n', '']) },
  E09: { base: FOUR_ITEMS, next: edited(FOUR_ITEMS, [between(FOUR_ITEMS, '　(2)　負担金', '　(3)　'), ''], ['　(3)　', '　(2)　'], ['　(4)　', '　(3)　']) },
  E10: { base: H, next: edited(H, [between(H, '　(2)　負担金', '　(3)　'), '　(2)　削除\n']) },
  E11: { base: H, next: edited(H, ['　　イ　面積による割合\n　　ウ　', '　　イ　']) },
  E12: { base: H, next: edited(H, ['ただし、緊急を要するときは、この限りでない。', '']) },
  E13: { base: A, next: edited(A, [`この場合において、${article(A, 6).split('この場合において、')[1]!}`, '']) },
  E14: { base: A, next: edited(A, ['　（連絡会議）\n', '']) },
  // 「次に掲げる」だけでは一意でないので「事項」まで伸ばす
  E15: { base: edited(H, ['次に掲げる事項は、', '次に掲げる事項は、別に次に掲げる手続によるほか、']), next: edited(H, [between(H, '次に掲げる事項は', '\n第10条'), '費用負担に関する事項は、別に次に掲げる手続によるほか、両市が協議して定める。\n']) },
  E16: { base: H, next: edited(H, [between(H, '2　この連携協約の施行', '3　両市は、必要な'), ''], ['3　両市は、必要な', '2　両市は、必要な']) },
  E17: { base: A, next: NO_APPENDIX, reports: ['amendment.reference-dangling: 別表'] },
  E18: {
    base: `${edited(NO_APPENDIX, ['別表に定める', '別表第1に定める'])}別表第1（第3条関係）\n${APPENDIX}\n別表第2（第4条関係）\n${APPENDIX}\n別表第3（第5条関係）\n…\t…\n`,
    next: `${edited(NO_APPENDIX, ['別表に定める', '別表第1に定める'])}別表（第3条関係）\n${APPENDIX}`,
    settled: ['第3条中「別表第1」を「別表」に改める。', '別表第2及び別表第3を削り、別表第1を別表とする。'],
  },
};

describe('削除の型（E）が、二つの本文から起こされる', () => {
  it('どの型も試験する', () => expect(Object.keys(CASES)).toEqual(patterns.map((p) => p.id)));

  it.each(patterns)('$id $form', (pattern) => {
    const found = CASES[pattern.id]!;
    expect(draftPattern(pattern, found)).toEqual(expectedOutcome(pattern, found));
  });
});
