import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftPattern, edited, evenText, expectedOutcome, type Pattern, type PatternCase } from '../../../../testing/catalogue.js';
import { HYPOTHETICAL_AGREEMENT as H } from '../../../../testing/hypothetical-agreement.js';

const patterns = (JSON.parse(readFileSync(new URL('../../../../fixtures/amendment/patterns.json', import.meta.url), 'utf8')) as Pattern[]).filter((p) => p.id.startsWith('D'));
const A = evenText(readFileSync(new URL('../../../../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8'));

const between = (text: string, from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to));
/** 規定の前に置く。 */
const before = (text: string, place: string, added: string): string => edited(text, [place, `${added}${place}`]);
const CLOSING = '　この協約の締結を証するため';
const without = (text: string, from: string, to: string): string => edited(text, [between(text, from, to), '']);
/** 条の番号だけを書き換える。 */
const renumbered = (text: string, ...nums: readonly (readonly [number, number])[]): string => nums.reduce((t, [from, to]) => edited(t, [`\n第${from}条　`, `\n第${to}条　`]), text);
const TABLE = '区分\t割合\n---\t---\n山口市\t5分の3\n宇部市\t5分の2\n';
const TABLE_LINES = ['｜区分｜割合｜', '｜---｜---｜', '｜山口市｜5分の3｜', '｜宇部市｜5分の2｜'];
const NO_APPENDIX = A.slice(0, A.indexOf('別表（第3条関係）'));

const CASES: Readonly<Record<string, PatternCase>> = {
  D01: { base: A, next: before(A, CLOSING, '　（疑義の決定）\n第7条　この連携協約に定めのない事項又は疑義が生じた事項については、両市が協議して定める。\n\n') },
  D02: { base: A, next: before(renumbered(A, [6, 7]), '　（連携協約の変更等）', '　（公表）\n第6条　両市の長は、毎年度、取組の実施状況を公表するものとする。\n\n') },
  D03: {
    base: A, next: before(renumbered(A, [6, 7], [5, 6], [4, 5], [3, 4]), '　（連携する取組及び役割）', '　（定義）\n第3条　この連携協約において「連携事業」とは、…をいう。\n\n'),
    settled: [
      '第2条中「次条」を「第4条」に改める。', '第6条を第7条とし、第3条から第5条までを1条ずつ繰り下げ、第2条の次に次の1条を加える。', '　（定義）', '第3条　この連携協約において「連携事業」とは、…をいう。',
      '別表中「第3条関係」を「第4条関係」に改める。',
    ],
  },
  D04: {
    base: A, next: before(A, '　（費用分担）', '　（実施計画）\n第3条の2　両市は、共同して、前条に規定する取組の実施計画を定めるものとする。\n\n'),
    settled: ['第3条の次に次の1条を加える。', '　（実施計画）', '第3条の2　両市は、共同して、前条に規定する取組の実施計画を定めるものとする。', '第4条中「前条」を「第3条」に改める。'],
  },
  D05: {
    base: A, next: before(A, '　（費用分担）', '　（実施計画）\n第3条の2　…\n\n　（成果指標）\n第3条の3　…\n\n'),
    settled: ['第3条の次に次の2条を加える。', '　（実施計画）', '第3条の2　…', '　（成果指標）', '第3条の3　…', '第4条中「前条」を「第3条」に改める。'],
  },
  D06: {
    base: A, next: before(renumbered(A, [6, 7], [5, 6], [4, 5], [3, 4], [2, 3], [1, 2]), '　（目的）', '　（趣旨）\n第1条　…\n\n'),
    settled: ['第6条を第7条とし、第2条から第5条までを1条ずつ繰り下げ、第1条を第2条とし、同条の前に次の1条を加える。', '　（趣旨）', '第1条　…', '別表中「第3条関係」を「第4条関係」に改める。'],
  },
  D07: { base: A, next: before(A, '\n　（連携協約の変更等）', '2　連絡会議は、山口市長及び宇部市長が交互に招集する。\n') },
  D08: { base: H, next: edited(H, ['\n3　連絡会議の議事', '\n3　…\n4　連絡会議の議事']) },
  D09: {
    base: edited(H, ['\n3　連絡会議の議事は、両市の長が協議して決する。', '']),
    next: edited(H, ['第7条　両市は、連絡会議を置く。\n2　連絡会議は、', '第7条　両市は、…ものとする。\n2　両市は、連絡会議を置く。\n3　連絡会議は、'], ['\n3　連絡会議の議事は、両市の長が協議して決する。', '']),
  },
  D10: { base: A, next: edited(A, ['第5条　', '第5条　両市は、連絡会議を置く。\n2　']) },
  // 「、相互に」は変わらないので引用しない（一意になる最も短い字句）
  D11: {
    base: A,
    readsExample: true, lines: ['第2条中「次条に規定する取組について」を「次に掲げる方針により」に改め、同条に次の各号を加える。', '　(1)　圏域全体の経済成長をけん引すること。', '　(2)　高次の都市機能を集積し、及び強化すること。', '　(3)　圏域全体の生活関連機能サービスを向上すること。'],
    next: edited(A, ['次条に規定する取組について、相互に連携を図るものとする。', '次に掲げる方針により、相互に連携を図るものとする。\n　(1)　圏域全体の経済成長をけん引すること。\n　(2)　高次の都市機能を集積し、及び強化すること。\n　(3)　圏域全体の生活関連機能サービスを向上すること。']),
  },
  D12: { base: H, next: before(H, '\n第10条', '　(4)　繰越しに関する事項\n') },
  D13: { base: edited(H, ['　(3)　その他必要な事項', '　(3)　負担の時期\n　(4)　その他必要な事項']), next: edited(H, ['　(3)　その他必要な事項', '　(3)　負担の時期\n　(4)　精算に関する事項\n　(5)　その他必要な事項']) },
  D14: { base: edited(H, ['　(3)　その他必要な事項', '　(3)　負担の時期\n　(4)　その他必要な事項']), next: edited(H, ['　(3)　その他必要な事項', '　(3)　負担の時期\n　(3)の2　精算に関する事項\n　(4)　その他必要な事項']) },
  D15: { base: H, next: edited(H, ['　　ウ　', '　　ウ　利用者割\n　　エ　']) },
  D16: { base: H, next: edited(H, ['　　ウ　財政力による割合', '　　ウ　財政力による割合\n　　エ　前年度実績割']) },
  D17: { base: A, next: edited(A, ['両市が協議して別に定める。', '両市が協議して別に定める。ただし、緊急に実施する必要がある取組については、この限りでない。']) },
  D18: { base: A, next: edited(A, ['連絡会議を開催するものとする。', '連絡会議を開催するものとする。この場合において、両市の長は、圏域を構成する他の市町の長の出席を求めることができる。']) },
  D19: { base: H, next: before(H, '第10条　', '　（委任）\n') },
  D20: { base: without(H, '　（会議）', '　　　附　則'), next: before(without(H, '　（会議）', '　　　附　則'), '　　　附　則', '　（連携事業の管理）\n第7条　…\n\n第8条　…\n\n') },
  D21: { base: without(H, '第10条', '　　　附　則'), next: before(without(H, '第10条', '　　　附　則'), '　　　附　則', '　　　第3章　雑則\n\n　（委任）\n第10条　…\n\n') },
  D22: { base: without(H, '3　両市は、必要な', '\n別表第1'), next: edited(H, ['3　両市は、必要な準備を行うことができる。', '　（検討）\n3　両市は、施行後5年を目途として、この連携協約の規定について検討を加えるものとする。']) },
  D23: {
    base: H.slice(0, H.indexOf('別表第1')), next: `${H.slice(0, H.indexOf('別表第1'))}別表（第4条関係）\n${TABLE}`,
    lines: ['附則の次に次の1表を加える。', '別表（第4条関係）', ...TABLE_LINES],
  },
  D24: {
    base: A, next: `${edited(A, ['別表（第3条関係）', '別表第1（第3条関係）'])}\n別表第2（第4条関係）\n${TABLE}`,
    lines: ['別表を別表第1とし、同表の次に次の1表を加える。', '別表第2（第4条関係）', ...TABLE_LINES],
    settled: ['第3条中「別表」を「別表第1」に改める。', '別表を別表第1とし、同表の次に次の1表を加える。', '別表第2（第4条関係）', ...TABLE_LINES],
  },
  D25: {
    base: `${NO_APPENDIX}別表（第3条関係）\n${TABLE}`, next: `${NO_APPENDIX}別表第1（第2条関係）\n…\t…\n\n別表第2（第3条関係）\n${TABLE}`,
    // 実物のとおり附則がないので、「附則の次に」ではなく「同表の前に」
    lines: ['別表を別表第2とし、同表の前に次の1表を加える。', '別表第1（第2条関係）', '｜…｜…｜'],
    settled: ['第3条中「別表」を「別表第2」に改める。', '別表を別表第2とし、同表の前に次の1表を加える。', '別表第1（第2条関係）', '｜…｜…｜'],
  },
  D26: { base: H, next: before(H, '\n第10条', '　(4)　…\n2　…\n3　…\n') },
  D27: { base: A, next: edited(before(A, '　（連絡会議）', '　（精算）\n第4条の2　…\n\n'), [A.split('\n').find((l) => l.startsWith('第4条'))!, '第4条　…']) },
};

describe('追加の型（D）が、二つの本文から起こされる', () => {
  it('どの型も試験する', () => expect(Object.keys(CASES)).toEqual(patterns.map((p) => p.id)));

  it.each(patterns)('$id $form', (pattern) => {
    const found = CASES[pattern.id]!;
    expect(draftPattern(pattern, found)).toEqual(expectedOutcome(pattern, found));
  });
});

describe('型の続き', () => {
  const cases: readonly (readonly [string, PatternCase])[] = [
    ['同じ後段を続く条に加えるときは、場所を並べる（D18）', {
      base: A, next: edited(A, ['連絡会議を開催するものとする。', '連絡会議を開催するものとする。この場合において、議長は、協議して定める。'], ['両市が協議して別に定める。', '両市が協議して別に定める。この場合において、議長は、協議して定める。']),
      lines: ['第4条及び第5条に後段として次のように加える。', '　この場合において、議長は、協議して定める。'],
    }],
    ['字句を改めた条の次に条を加えるときは、「同条の次に」と続ける（D04）', {
      base: A, next: before(edited(A, ['当該取組における', '各取組における']), '　（費用分担）', '　（実施計画）\n第3条の2　…\n\n'),
      lines: ['第3条中「当該取組」を「各取組」に改め、同条の次に次の1条を加える。', '　（実施計画）', '第3条の2　…'],
      settled: ['第3条中「当該取組」を「各取組」に改め、同条の次に次の1条を加える。', '　（実施計画）', '第3条の2　…', '第4条中「前条」を「第3条」に改める。'],
    }],
    ['字句を改めた条の末尾に章や条を加えるときは、続けない（D01）', {
      base: A, next: before(edited(A, ['両市の協議によらなければ', '両市の長の協議によらなければ']), CLOSING, '　（疑義の決定）\n第7条　…\n\n'),
      lines: ['第6条中「両市の協議」を「両市の長の協議」に改める。', '本則に次の1条を加える。', '　（疑義の決定）', '第7条　…'],
    }],
    ['号のない条の文を書き直して号を加えるときは、「各号列記以外の部分」がまだないので、条の全部を改める（C01）', {
      base: A, next: edited(A, [A.split('\n').find((l) => l.startsWith('第4条'))!, '第4条　費用は、次のとおりとする。\n　(1)　均等割\n　(2)　人口割'], ['（費用分担）', '（費用の分担）']),
      lines: ['第4条を次のように改める。', '　（費用の分担）', '第4条　費用は、次のとおりとする。', '　(1)　均等割', '　(2)　人口割'],
    }],
    ['前の条に項を加えた後でも、続く条は「から…まで」でまとめる（B12）', {
      base: A, next: edited(A, ['圏域を形成することを目的とする。', '圏域を形成することを目的とする。\n2　…'], ['次条に規定する取組に', '次条に規定する事業に'], ['連携する取組及び当該取組に', '連携する事業及び当該事業に'], ['前条に規定する取組を', '前条に規定する事業を']),
      lines: ['第1条に次の1項を加える。', '2　…', '第2条から第4条までの規定中「取組」を「事業」に改める。'],
    }],
  ];

  it.each(cases)('%s', (_, pattern) => expect(draftPattern({ id: '', form: '', example: [] }, pattern)).toEqual(expectedOutcome({ id: '', form: '', example: [] }, pattern)));
});
