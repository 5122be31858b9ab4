import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBase } from '../../../../testing/apply-text.js';
import { differenceAfter, draftPattern, edited, evenText, expectedOutcome, type Pattern, type PatternCase } from '../../../../testing/catalogue.js';
import { HYPOTHETICAL_AGREEMENT as H } from '../../../../testing/hypothetical-agreement.js';

const patterns = (JSON.parse(readFileSync(new URL('../../../../fixtures/amendment/patterns.json', import.meta.url), 'utf8')) as Pattern[]).filter((p) => p.id.startsWith('G'));
const A = evenText(readFileSync(new URL('../../../../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8'));

const between = (text: string, from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to));
const before = (text: string, place: string, added: string): string => edited(text, [place, `${added}${place}`]);
const inside = (text: string, from: string, to: string, change: (part: string) => string): string => edited(text, [between(text, from, to), change(between(text, from, to))]);
const T1 = ['1　圏域全体の経済', '2　高次の'] as const;
const T2 = ['2　高次の', '3　圏域全体の生活'] as const;
const T32 = ['　(2)　', '　(3)　'] as const;
const SECTION_TABLE = '取組\t内容\n---\t---\nア …\t…に取り組む。\n';
const SECTION_LINES = ['　｜取組｜内容｜', '　｜---｜---｜', '　｜ア …｜…に取り組む。｜'];
/** 一つだけの別表と備考 */
const R = edited(H.slice(0, H.indexOf('\n別表第2')), ['別表第1（第4条関係）', '別表（第3条関係）']);
/** 部と項の二段の表 */
const P = edited(H, ['経費\t物件費', '↑\t物件費']);

const CASES: Readonly<Record<string, PatternCase>> = {
  G01: { base: A, next: inside(A, '別表（第3条関係）', '(3)　圏域マネ', (t) => t.replaceAll('その他', 'その他の取組')) },
  // 一つの項にだけある字句は、項まで言う（G03）。三つ以上の項にあれば、表で言う
  G02: {
    base: edited(A, ['農林水産物の付加価値化', '創業促進'], ['国内外の誘客促進', '創業促進']),
    next: edited(A, ['農林水産物の付加価値化', '創業及び事業承継の促進'], ['国内外の誘客促進', '創業及び事業承継の促進'], ['創業促進', '創業及び事業承継の促進']),
  },
  G03: { base: A, next: edited(A, ['経済団体等', '経済団体、大学、金融機関等']) },
  // 後ろに加えるだけの字句は「の下に…を加える」（B18 と同じ）
  G04: { base: A, next: inside(A, ...T1, (t) => t.replaceAll('戦略産業の育成', '戦略産業の育成及び企業立地')), readsExample: true, lines: ['別表1の表イの項取組の欄中「戦略産業の育成」の下に「及び企業立地」を加える。'] },
  G05: { base: A, next: inside(A, 'ア 地域医療・福祉', 'ウ 地域振興', (t) => t.replaceAll('取り組む', '共同して取り組む')) },
  G06: { base: A, next: inside(A, ...T2, (t) => edited(t, ['推進する', '推進し、その費用を分担する'])) },
  G07: { base: A, next: edited(A, [between(A, 'ア 高度な医療サービス', '\t両市が相互に連携・協力して、取組を推進する。\nイ 高度な'), 'ア　高度な医療サービスの提供体制の確保\t…に取り組む。']) },
  G08: { base: A, next: `${A.trimEnd().replace(/両市が相互に連携・協力して、取組を推進する。$/, '両市が相互に連携・協力して、取組を推進する。\nイ　人事交流の推進\t…に取り組む。\t↑')}\n` },
  G09: { base: A, next: before(inside(A, ...T1, (t) => edited(t, ['オ その他', 'カ その他'])), 'カ その他\t交流', 'オ　スタートアップの支援\t…に取り組む。\t↑\n') },
  G10: {
    base: A,
    next: inside(A, ...T1, (t) => edited(t, ['オ その他', 'カ その他'], ['エ 戦略', 'オ 戦略'], ['ウ 地域', 'エ 地域'], ['イ 戦略', 'ウ 戦略'], ['ア 経済', 'ア　…\t…\t両市が相互に連携・協力して、取組を推進する。\nイ 経済'], ['推進に取り組む。\t両市が相互に連携・協力して、取組を推進する。', '推進に取り組む。\t↑'])),
  },
  G11: { base: A, next: inside(A, ...T1, (t) => edited(t, [between(t, 'ウ 地域', 'エ 戦略'), ''], ['エ 戦略', 'ウ 戦略'], ['オ その他', 'エ その他'])) },
  G12: { base: A, next: `${A}　(4)　デジタル化の推進に係る政策分野\n${SECTION_TABLE}`, lines: ['別表3に次のように加える。', '　(4)　デジタル化の推進に係る政策分野', ...SECTION_LINES] },
  G13: { base: A, next: edited(A, ['　(3)　圏域マネジメント', `　(3)　脱炭素の推進に係る政策分野\n${SECTION_TABLE}　(4)　圏域マネジメント`]), lines: ['別表3中(3)を(4)とし、(2)の次に次のように加える。', '　(3)　脱炭素の推進に係る政策分野', ...SECTION_LINES] },
  // 「の強化」は変わらないので引用しない（一意になる最も短い字句）
  G14: { base: A, next: inside(A, ...T32, (t) => t.replaceAll('結びつきやネットワークの強化', '移動及び交流の強化')), readsExample: true, lines: ['別表3の(2)中「結びつきやネットワーク」を「移動及び交流」に改める。'] },
  G15: { base: A, next: edited(A, ['別表（第3条関係）', '別表（第4条関係）']) },
  G16: { base: R.slice(0, R.indexOf('備考')), next: `${R.slice(0, R.indexOf('備考'))}備考　この表において「圏域」とは、…をいう。\n` },
  G17: { base: R, next: edited(R, ['\n　3　端数', '\n　4　端数'], ['\n　2　人口', '\n　2　…\n　3　人口']) },
  G18: { base: R, next: edited(R, ['人口は、前年度の', '人口は、当該年度の']) },
  G19: { base: R, next: edited(R, [between(R, '区分\t', '備考'), '団体\t負担\t納期\n---\t---\t---\n…\t…\t…\n']), lines: ['別表中備考以外の部分を次のように改める。', '別表（第3条関係）', '｜団体｜負担｜納期｜', '｜---｜---｜---｜', '｜…｜…｜…｜'] },
  G20: { base: P, next: edited(P, ['人件費\t2分の1', '人件費\t3分の2']) },
  // けい線ごとの引用は起こさない。同じ変更は、項の全部で言う
  G21: { base: A, next: edited(A, [between(A, 'ウ 地域資源', '\t↑\nエ 戦略'), 'ウ　…\t…']), lines: ['別表1の表ウの項を次のように改める。', '｜ウ　…｜…｜'] },
  // 列の加除は言えないので、別表の全部を改める（C16）
  G22: {
    base: A.replace(/別表（第3条関係）[^]*$/, '別表（第3条関係）\n区分\t割合\n---\t---\n山口市\t5分の3\n宇部市\t5分の2\n'),
    next: A.replace(/別表（第3条関係）[^]*$/, '別表（第3条関係）\n区分\t割合\t納期\n---\t---\t---\n山口市\t5分の3\t4月\n宇部市\t5分の2\t10月\n'),
    lines: ['別表を次のように改める。', '別表（第3条関係）', '｜区分｜割合｜納期｜', '｜---｜---｜---｜', '｜山口市｜5分の3｜4月｜', '｜宇部市｜5分の2｜10月｜'],
  },
};

describe('表の型（G）が、二つの本文から起こされる', () => {
  it('どの型も試験する', () => expect(Object.keys(CASES)).toEqual(patterns.map((p) => p.id)));

  it.each(patterns)('$id $form', (pattern) => {
    const found = CASES[pattern.id]!;
    expect(draftPattern(pattern, found)).toEqual(expectedOutcome(pattern, found));
  });
});

describe('型の続き', () => {
  const NAMED = (rows: string): string => `${A.slice(0, A.indexOf('別表（第3条関係）'))}別表（第3条関係）\n（単位：円）\n${rows}\n`;
  const cases: readonly (readonly [string, PatternCase])[] = [
    ['表の上の「（単位：円）」は、表の名としてそのまま置く（C16）', {
      base: NAMED('区分\t金額\n---\t---\n証明\t300'), next: NAMED('区分\t金額\t単位\n---\t---\t---\n証明\t300\t1通'),
      lines: ['別表を次のように改める。', '別表（第3条関係）', '（単位：円）', '｜区分｜金額｜単位｜', '｜---｜---｜---｜', '｜証明｜300｜1通｜'],
    }],
    ['備考を削る', { base: R, next: R.slice(0, R.indexOf('備考')), lines: ['別表備考を削る。'] }],
    ['備考の号を削り、後を繰り上げる', { base: R, next: edited(R, ['　2　人口は、前年度の末日の人口とする。\n', ''], ['　3　端数', '　2　端数']), lines: ['別表備考中2を削り、3を2とする。'] }],
    ['備考の末尾に号を加える', { base: R, next: edited(R, ['　3　端数は、山口市の負担とする。', '　3　端数は、山口市の負担とする。\n　4　…']), lines: ['別表備考に次のように加える。', '　4　…'] }],
  ];

  it.each(cases)('%s', (_, pattern) => expect(draftPattern({ id: '', form: '', example: [] }, pattern)).toEqual(expectedOutcome({ id: '', form: '', example: [] }, pattern)));

  it('区分の下の表は、桁を下げずに書かれていても、その区分の表である（G12・G13）', () => {
    for (const id of ['G12', 'G13']) {
      const { base, next, lines } = CASES[id]!;
      expect(differenceAfter(readBase(base), lines!.map((line, i) => (i === 0 ? line : line.trim())), readBase(next))).toBeUndefined();
    }
  });
});
