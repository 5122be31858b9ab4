import { describe, expect, it } from 'vitest';
import { readText } from '../../../text/plain/read-text.js';
import { sourceFromText } from '../../../text/plain/source-from-text.js';
import { amendableParts } from '../../amendable-parts.js';
import { applyAmendment } from '../../apply/apply-amendment.js';
import { parseAmendment } from '../../parse/parse-amendment.js';
import { AGREEMENT_PROFILE, STATUTE_PROFILE, type DraftingProfile } from '../../profile.js';
import { sameProvision } from '../../same-provision.js';
import { writeAmendment } from '../../write/write-amendment.js';
import { draftAmendment } from '../draft-amendment.js';

const BOTH = '両市が連携して、取組を推進する。';
const HEAD = '取組\t\t両市の役割\n---\t---\t---';
const rows = (...lines: string[]) => lines.map((line, i) => `${line}\t${i === 0 ? BOTH : '↑'}`);

const ECONOMY = rows(
  'ア　経済戦略の策定及び推進\t経済団体等で構成する懇談会を開催し、圏域の経済戦略の策定及び推進に取り組む。',
  'イ　戦略産業の育成\t中堅企業の経営強化、創業促進及び企業誘致の推進に取り組む。',
  'ウ　裾野拡大\t農林水産物の付加価値化及び販路拡大に取り組む。',
  'エ　観光施策の展開\t観光資源の活用及び国内外の誘客促進に取り組む。',
  'オ　その他\t交流人口の拡大及び雇用の創出に取り組む。',
);
const MEDICAL = rows('ア　医療の提供体制の構築\t医療機関との連携を図る。', 'イ　交通網の強化\t広域交通網の強化に取り組む。', 'ウ　その他\t都市機能の集積に取り組む。');
const LIFE = rows('ア　地域医療\t福祉サービスの充実に取り組む。', 'イ　教育\t教育の振興に取り組む。');
const MANAGEMENT = ['ア　人材育成\t人材の育成に取り組む。\t' + BOTH];

interface Tables {
  readonly economy?: readonly string[];
  readonly medical?: readonly string[];
  readonly life?: readonly string[];
  readonly head?: string;
  readonly field?: string;
  readonly tail?: string;
}

const agreement = ({ economy = ECONOMY, medical = MEDICAL, life = LIFE, head = '（第1条関係）', field = '生活機能の強化に係る政策分野', tail = '' }: Tables = {}) =>
  readText(sourceFromText([
    '甲乙連携協約', '', '（取組）', '第1条　取組及び役割は、別表に定めるとおりとする。', '', `別表${head}`,
    '1　経済成長のけん引', HEAD, ...economy, '2　都市機能の集積', HEAD, ...medical,
    '3　生活関連機能サービスの向上', `　(1)　${field}`, HEAD, ...life, '　(2)　圏域マネジメント能力の強化に係る政策分野', HEAD, ...MANAGEMENT, tail,
  ].join('\n'))).document;

function printed(base: ReturnType<typeof agreement>, next: ReturnType<typeof agreement>, profile: DraftingProfile = AGREEMENT_PROFILE): string[] {
  const text = writeAmendment(draftAmendment(base, next, profile).amendment, profile);
  const applied = applyAmendment(base, parseAmendment(text).amendment);
  expect(applied.ok, text).toBe(true);
  if (applied.ok) {
    const [made, wanted] = [amendableParts(applied.value.document), amendableParts(next)];
    expect(made.length).toBe(wanted.length);
    made.forEach((part, i) => expect(sameProvision(part, wanted[i]!, base.labels, next.labels), text).toBe(true));
  }
  return text.trimEnd().split('\n').map((line) => line.replace(/^　/, ''));
}

const changed = (lines: readonly string[], at: number, from: string, to: string) => lines.map((line, i) => (i === at ? line.replace(from, to) : line));
const relabelled = (lines: readonly string[], from: number, labels: string) => lines.map((line, i) => (i < from ? line : labels[i]! + line.slice(1)));

describe('表を改める改め文', () => {
  it.each<[string, Tables, string[]]>([
    ['二つの表の項の字句', { economy: changed(ECONOMY, 4, 'その他', 'その他の取組'), medical: changed(MEDICAL, 2, 'その他', 'その他の取組') }, ['別表1の表オの項及び別表2の表ウの項中「その他」を「その他の取組」に改める。']],
    ['一つの項の字句', { economy: changed(ECONOMY, 0, '経済団体等', '経済団体、大学等') }, ['別表1の表アの項中「経済団体等」を「経済団体、大学等」に改める。']],
    ['表全体に掛かる欄', { medical: changed(MEDICAL, 0, BOTH, BOTH.replace('推進する', '推進し、その費用を分担する')) }, ['別表2の表両市の役割の欄中「推進する」を「推進し、その費用を分担する」に改める。']],
    ['項の全部', { medical: changed(MEDICAL, 0, 'ア　医療の提供体制の構築\t医療機関との連携を図る。', 'ア　高度な病院の整備\t新しい病院を建て、診療科を増やす。') }, ['別表2の表アの項を次のように改める。', '｜ア　高度な病院の整備｜新しい病院を建て、診療科を増やす。｜']],
    ['末尾に項', { life: [...LIFE, 'ウ　防災\t災害に備える。\t↑'] }, ['別表3の(1)の表に次のように加える。', '｜ウ　防災｜災害に備える。｜']],
    ['中間に項（序数の項を繰り下げ、その他は最後に残る）', { economy: [...ECONOMY.slice(0, 4), 'オ　創業の支援\t創業者の支援に取り組む。\t↑', ECONOMY[4]!.replace('オ', 'カ')] },
      ['別表1の表中オの項をカの項とし、エの項の次に次のように加える。', '｜オ　創業の支援｜創業者の支援に取り組む。｜']],
    ['先頭に項（後ろから一項ずつ）', { medical: [`ア　広報\t広報に取り組む。\t${BOTH}`, ...relabelled(MEDICAL, 0, 'イウエ').map((line, i) => (i === 0 ? line.replace(BOTH, '↑') : line))] },
      ['別表2の表中ウの項をエの項とし、イの項をウの項とし、アの項をイの項とし、同項の前に次のように加える。', '｜ア　広報｜広報に取り組む。｜']],
    ['項の削り（序数の項を繰り上げ）', { economy: relabelled(ECONOMY.toSpliced(2, 1), 2, 'アイウエ') }, ['別表1の表中ウの項を削り、エの項をウの項とし、オの項をエの項とする。']],
    ['先頭の項の削り（表全体に掛かる欄は残る）', { medical: relabelled(MEDICAL.slice(1), 0, 'アイ').map((line, i) => (i === 0 ? line.replace('↑', BOTH) : line)) }, ['別表2の表中アの項を削り、イの項をアの項とし、ウの項をイの項とする。']],
    ['区分の標題の字句', { field: '暮らしの強化に係る政策分野' }, ['別表3の(1)中「生活機能」を「暮らし」に改める。']],
    ['関係条', { head: '（第2条関係）' }, ['別表中「第1条関係」を「第2条関係」に改める。']],
    ['区分を末尾に加える', { tail: `　(3)　デジタル化に係る政策分野\n${HEAD}\nア　窓口\t窓口の電子化に取り組む。\t${BOTH}` }, ['別表3に次のように加える。', '(3)　デジタル化に係る政策分野', '｜取組｜｜両市の役割｜', '｜---｜---｜---｜', `｜ア　窓口｜窓口の電子化に取り組む。｜${BOTH}｜`]],
  ])('%s', (_, next, expected) => {
    expect(printed(agreement(), agreement(next))).toEqual(expected);
  });

  it('別表のどこにあっても変わる字句は、別表全体で言う', () => {
    const life = [...LIFE, 'ウ　その他\t暮らしの充実に取り組む。\t↑'];
    const other = (lines: readonly string[]) => lines.map((line) => line.replace('その他', 'その他の取組'));
    expect(printed(agreement({ life }), agreement({ economy: other(ECONOMY), medical: other(MEDICAL), life: other(life) }))).toEqual(['別表中「その他」を「その他の取組」に改める。']);
  });

  it('列が増えれば、表の全部を改める', () => {
    const wide = agreement({ economy: ['ア　経済\t策定する。\t甲\t乙'] });
    expect(printed(agreement({ economy: ['ア　経済\t策定する。\t甲'] }), wide)[0]).toMatch(/^別表1(の表)?を次のように改める。$/);
  });

  const statute = (...lines: string[]) => readText(sourceFromText(['甲法', '', '第一条　手数料は、次の表のとおりとする。', ...lines, '第二条　別に定める。'].join('\n'))).document;

  it.each<[string, string[], string[], string[]]>([
    ['数を振った項の下欄', ['一\t甲の地域\t千九百六十円', '二\t乙の地域\t千三百円'], ['一\t甲の地域\t千九百円', '二\t乙の地域\t千三百円'], ['第一条の表一の項中「千九百六十円」を「千九百円」に改める。']],
    ['法令名の項を加える', ['農地法（昭和二十七年法律第二百二十九号）\t許可', '河川法（昭和三十九年法律第百六十七号）\t占用'], ['農地法（昭和二十七年法律第二百二十九号）\t許可', '道路法（昭和二十七年法律第百八十号）\t占用', '河川法（昭和三十九年法律第百六十七号）\t占用'],
      ['第一条の表農地法（昭和二十七年法律第二百二十九号）の項の次に次のように加える。', '｜道路法（昭和二十七年法律第百八十号）｜占用｜']],
    ['何行にもわたる欄の中に項を加える', ['第四条\t治験\t試験', '↑\t治験薬\t試験薬', '第五条\t届出\t通知'], ['第四条\t治験\t試験', '↑\t治験薬\t試験薬', '↑\t治験使用薬\t試験使用薬', '第五条\t届出\t通知'],
      ['第一条の表治験薬の項の次に次のように加える。', '｜↑｜治験使用薬｜試験使用薬｜']],
    ['同じ名の項は部で絞る', ['経費\t人件費\t甲', '↑\t旅費\t乙', '収入\t人件費\t丙', '↑\t雑入\t丁'], ['経費\t人件費\t甲', '↑\t旅費\t乙', '収入\t人件費\t戊', '↑\t雑入\t丁'], ['第一条の表収入の部人件費の項中「丙」を「戊」に改める。']],
    ['名で呼べない項は数えて呼ぶ', ['甲\t千円', '甲\t二千円', '乙\t三千円'], ['甲\t千円', '乙\t三千円'], ['第一条の表第二の項を削る。']],
  ])('法令の表: %s', (_, before, after, expected) => {
    expect(printed(statute(...before), statute(...after), STATUTE_PROFILE)).toEqual(expected);
  });
});
