import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LawDocument } from '../../text/element.js';
import { readText } from '../../text/plain/read-text.js';
import { sourceFromText } from '../../text/plain/source-from-text.js';
import { applyAmendment } from '../apply/apply-amendment.js';
import type { Comparison, ComparisonLine, ComparisonSpan } from '../comparison.js';
import { readInstrument } from '../instrument/read-instrument.js';
import { AGREEMENT_PROFILE } from '../profile.js';
import { compareTexts } from './compare-texts.js';

const read = (text: string): LawDocument => readText(sourceFromText(text)).document;
const AGREEMENT = read(readFileSync(new URL('../../../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8'));
const ORDINANCE = read(`　　　見本条例

　（定義）
第1条　この条例において、次の各号に掲げる用語の意義は、当該各号に定めるところによる。
　(1)　圏域　両市の区域をいう。
　(2)　取組　連携する事業をいう。
　(3)　会議　連絡会議をいう。
　(4)　計画　実施計画をいう。
2　前項の取組は、毎年度、見直す。
3　市長は、取組を公表する。
4　公表は、告示による。
　（委任）
第2条　必要な事項は、規則で定める。
`);

function compare(base: LawDocument, amendment: string, whole = false): Comparison {
  const applied = applyAmendment(base, readInstrument(amendment).instrument.parts.flatMap((p) => p.amendment));
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  return compareTexts(base, applied.value, AGREEMENT_PROFILE, { whole });
}

const span = ({ text, changed }: ComparisonSpan) => (changed ? `[${text}]` : text);
const line = (l: ComparisonLine) => '　'.repeat(l.indent) + (l.cells ? `｜${l.cells.map((c) => c.spans.map(span).join('')).join('｜')}｜` : l.spans.map(span).join(''));
const printed = (comparison: Comparison) => comparison.rows.map((row) => ({ new: row.new?.map(line) ?? null, old: row.old?.map(line) ?? null, operations: row.operations }));

describe('新旧対照表の行', () => {
  it('変わった条だけが並び、変わった字だけに印が付く', () => {
    expect(printed(compare(AGREEMENT, '第1条中「快適な」を「豊かな」に改める。'))).toEqual([
      {
        new: ['　（目的）', expect.stringMatching(/^第1条　.*安心して\[豊かな\]暮らし/) as string],
        old: ['　（目的）', expect.stringMatching(/^第1条　.*安心して\[快適な\]暮らし/) as string],
        operations: [0],
      },
    ]);
  });

  it('加えた条は新だけ、ハネで直した条は両側の行になる', () => {
    const rows = printed(compare(AGREEMENT, '第3条の次に次の1条を加える。\n　（実施計画）\n第3条の2　両市は、実施計画を定める。\n第4条中「前条」を「第3条」に改める。'));
    expect(rows.map((r) => [r.new?.[0], r.old?.[0], r.operations])).toEqual([
      ['　[（実施計画）]', undefined, [0]],
      ['　（費用分担）', '　（費用分担）', [1]],
    ]);
    expect(rows[0]!.new![1]).toBe('[第3条の2]　[両市は、実施計画を定める。]');
  });

  it('目次は、項目を一行ずつ、変わった項目だけ並べる', () => {
    const base = read('　　　見本条例\n\n目次\n　第1章　総則（第1条―第3条）\n　第2章　運営（第4条―第6条）\n　第3章　雑則（第7条―第10条）\n　附則\n\n　（趣旨）\n第1条　必要な事項を定める。\n');
    const text = '目次中「第2章　運営（第4条―第6条）」を「第2章　運営\n　　第1節　組織（第4条）\n　　第2節　会議（第5条・第6条）」に、「第10条」を「第11条」に改める。';
    expect(printed(compare(base, text))).toEqual([{
      new: ['目次', '（略）', '　第2章　運営', '　　[第1節　組織][（第4条）]', '　　[第2節　会議][（第5条・第6条）]', '　第3章　雑則（第7条―[第11条]）', '（略）'],
      old: ['目次', '（略）', '　第2章　運営[（第4条―第6条）]', '　第3章　雑則（第7条―[第10条]）', '（略）'],
      operations: [0, 1],
    }]);
  });

  it('移した条は、条名だけに印が付き、本文は（略）になる', () => {
    const rows = printed(compare(AGREEMENT, '第6条を第7条とし、第5条の次に次の1条を加える。\n　（公表）\n第6条　両市の長は、実施状況を公表する。'));
    expect(rows.map((r) => [r.new?.at(-1), r.old?.at(-1)])).toEqual([
      ['[第6条]　[両市の長は、実施状況を公表する。]', undefined],
      ['[第7条]　（略）', '[第6条]　（略）'],
    ]);
  });

  it('変わらない項と号は、続きを一行の（略）にたたむ', () => {
    expect(printed(compare(ORDINANCE, '第1条第1項第3号中「連絡会議」を「推進会議」に改める。'))).toEqual([
      {
        new: ['　（定義）', '第1条　（略）', '　(1)・(2)　（略）', '　(3)　会議　[推進会議]をいう。', '　(4)　（略）', '2～4　（略）'],
        old: ['　（定義）', '第1条　（略）', '　(1)・(2)　（略）', '　(3)　会議　[連絡会議]をいう。', '　(4)　（略）', '2～4　（略）'],
        operations: [0],
      },
    ]);
  });

  it('繰り下げた項は番号だけに印が付き、加えた項は新だけに現れる', () => {
    const [row] = printed(compare(ORDINANCE, '第1条第4項を同条第5項とし、同条第3項を同条第4項とし、同条第2項の次に次の1項を加える。\n3　見直しの結果は、議会に報告する。'));
    expect(row!.new!.slice(-3)).toEqual(['2　（略）', '[3]　[見直しの結果は、議会に報告する。]', '[4・5]　（略）']);
    expect(row!.old!.slice(-3)).toEqual(['2　（略）', '（新設）', '[3・4]　（略）']);
  });

  it('削る条は旧だけの行になり、もとの順に並ぶ', () => {
    const rows = printed(compare(AGREEMENT, '第6条を削る。'));
    expect(rows).toEqual([{ new: null, old: ['　[（連携協約の変更等）]', expect.stringMatching(/^\[第6条\]　\[この連携協約を/) as string], operations: [0] }]);
  });

  it('表は、見出しと変わった行だけを並べ、間の行を（略）にする', () => {
    const [row] = printed(compare(AGREEMENT, '別表1の表エの項中「促進」を「推進」に改める。'));
    const at = row!.new!.indexOf('1　圏域全体の経済成長のけん引');
    expect(row!.new!.slice(at + 1, at + 5).map((l) => l.slice(0, 14))).toEqual(['｜取組｜｜両市の役割｜', '｜（略）｜', '｜エ 戦略的な観光施策の展開', '｜（略）｜']);
    expect(row!.new![at + 3]).toContain('[推進]');
    expect(row!.new!.at(-1)).toBe('2・3　（略）');
  });

  it('加えた表の行の所には、旧に（新設）の行を、削った行の所には、新に（削る）の行を置く', () => {
    const added = printed(compare(AGREEMENT, '別表1の表エの項の次に次のように加える。\n｜オの2 観光｜観光に取り組む。｜↑｜'))[0]!;
    expect(added.old!.slice(2, 6)).toEqual(['｜取組｜｜両市の役割｜', '｜（略）｜', '｜（新設）｜', '｜（略）｜']);
    const removed = printed(compare(AGREEMENT, '別表1の表エの項を削る。'))[0]!;
    expect(removed.new!.filter((l) => l.startsWith('｜'))).toEqual(['｜取組｜｜両市の役割｜', '｜（略）｜', '｜（削る）｜', '｜（略）｜']);
  });

  it('（新設）の行が結合した欄の中ほどにあれば、その欄は結合したまま続き、全文では（略）と書かない', () => {
    const [row] = compare(AGREEMENT, '別表1の表中オの項をカの項とし、エの項の次に次のように加える。\n｜オ 観光｜観光に取り組む。｜↑｜', true).rows.filter((r) => r.operations.length > 0);
    const table = row!.old!.flatMap((l) => (l.cells ? [l.cells] : [])).slice(0, 7);
    expect(table.map((cells) => cells.length)).toEqual([3, 3, 2, 2, 2, 1, 2]);
    expect(table[1]![2]).toMatchObject({ rowspan: 6 });
    expect(table[5]).toEqual([{ spans: [{ text: '（新設）', omitted: true }], colspan: 2 }]);
    expect(row!.old!.map(line).join('')).not.toContain('（略）');
  });

  it('条の中で加えた項・号の所には（新設）、削った所には（削る）と書き、続いても一度だけ書く', () => {
    const added = printed(compare(ORDINANCE, '第1条第1項に次の2号を加える。\n　(5)　甲　甲をいう。\n　(6)　乙　乙をいう。\n第1条に次の1項を加える。\n5　丙とする。'))[0]!;
    expect(added.old).toEqual(['　（定義）', '第1条　（略）', '　(1)～(4)　（略）', '　（新設）', '2～4　（略）', '（新設）']);
    const removed = printed(compare(ORDINANCE, '第1条第4項を削る。'))[0]!;
    expect(removed.new!.at(-1)).toBe('（削る）');
  });

  it('改めた号どうしは向かい合い、（新設）（削る）とは書かない', () => {
    const [row] = printed(compare(ORDINANCE, '第1条第1項第3号及び第4号を次のように改める。\n　(3)　甲　甲をいう。\n　(4)　乙　乙をいう。'));
    expect([...row!.new!, ...row!.old!].join('')).not.toMatch(/（新設）|（削る）/);
  });

  it('空けておく団体では、条の中にも（新設）と書かない', () => {
    const applied = applyAmendment(ORDINANCE, readInstrument('第2条に次の1項を加える。\n2　丙とする。').instrument.parts.flatMap((p) => p.amendment));
    const made = applied.ok ? compareTexts(ORDINANCE, applied.value, { ...AGREEMENT_PROFILE, comparison: { ...AGREEMENT_PROFILE.comparison, emptySide: 'blank' } }) : null;
    expect(JSON.stringify(made)).toContain('丙とする');
    expect(JSON.stringify(made)).not.toContain('（新設）');
  });

  it('前文の全部改めは、旧と新の一行になる', () => {
    const rows = printed(compare(AGREEMENT, '前文を次のように改める。\n　両市は、次のとおり連携協約を締結する。'));
    expect(rows).toHaveLength(1);
    expect(rows[0]!.new).toEqual(['　[両市は、次のとおり連携協約を締結する。]']);
    expect(rows[0]!.old![0]).toMatch(/^　\[山口市及び宇部市/);
  });

  it('二度改めた字は、途中の字を残さず、初めと終わりだけを示す', () => {
    const [row] = printed(compare(ORDINANCE, '第2条中「規則」を「別」に改める。\n第2条中「別で」を「要綱で」に改める。'));
    expect(row!.new!.at(-1)).toBe('第2条　必要な事項は、[要綱で]定める。');
    expect(row!.old!.at(-1)).toBe('第2条　必要な事項は、[規則で]定める。');
    expect(row!.operations).toEqual([0, 1]);
  });

  it('全文を求めれば、変わらない条も並び、印は変わらない', () => {
    const folded = compare(ORDINANCE, '第2条中「規則」を「要綱」に改める。');
    const whole = compare(ORDINANCE, '第2条中「規則」を「要綱」に改める。', true);
    expect(folded.rows).toHaveLength(1);
    expect(whole.rows.length).toBeGreaterThan(1);
    expect(whole.rows.flatMap((r) => r.new ?? []).flatMap((l) => l.spans).filter((s) => s.changed).map((s) => s.text)).toEqual(['要綱']);
    expect(whole.rows.flatMap((r) => r.new ?? []).map(line).join('')).not.toContain('（略）');
  });

  it.each([
    '第3条の次に次の1条を加える。\n　（実施計画）\n第3条の2　両市は、実施計画を定める。\n第4条中「前条」を「第3条」に改める。',
    '第6条を第7条とし、第5条の次に次の1条を加える。\n　（公表）\n第6条　両市の長は、実施状況を公表する。',
    '第6条を削る。',
    '別表1の表エの項中「促進」を「推進」に改める。',
  ])('読み直した本文と比べても（同じ節点を共にしなくても）、同じ対照表になる: %s', (text) => {
    const applied = applyAmendment(AGREEMENT, readInstrument(text).instrument.parts.flatMap((p) => p.amendment));
    if (!applied.ok) throw new Error(JSON.stringify(applied.error));
    for (const whole of [false, true]) {
      expect(compareTexts(structuredClone(AGREEMENT), applied.value, AGREEMENT_PROFILE, { whole })).toEqual(compareTexts(AGREEMENT, applied.value, AGREEMENT_PROFILE, { whole }));
    }
  });

  it('改正規定がなければ、行はない', () => {
    const unchanged = applyAmendment(AGREEMENT, []);
    expect(unchanged.ok && compareTexts(AGREEMENT, unchanged.value, AGREEMENT_PROFILE).rows).toEqual([]);
  });
});
