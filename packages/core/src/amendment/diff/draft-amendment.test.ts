import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDocument, seededRandom } from '../../../testing/edit-document.js';
import { isElement, walk, type Element, type LawDocument } from '../../text/element.js';
import { readText } from '../../text/plain/read-text.js';
import { sourceFromText } from '../../text/plain/source-from-text.js';
import { applyAmendment } from '../apply/apply-amendment.js';
import { parseAmendment } from '../parse/parse-amendment.js';
import { AGREEMENT_PROFILE } from '../profile.js';
import { documentDifference } from '../prove.js';
import { writeAmendment } from '../write/write-amendment.js';
import { draftAmendment } from './draft-amendment.js';

const document = (lines: readonly string[]): LawDocument => readText(sourceFromText(['　　　連携協約', ...lines, ''].join('\n'))).document;

const TEXTS = {
  目的: '両市は、人口減少に対応し、活力ある社会経済を維持するため、この連携協約を締結する。',
  方針: '両市は、次条に規定する取組について、相互に役割を分担して連携を図るものとする。',
  取組: '両市が連携する取組は、別に定めるとおりとし、当該取組の役割は協議して定める。',
  費用: '前条に規定する取組の実施に要する費用の負担は、両市が協議して定めるものとする。',
  会議: '両市の長は、連絡調整を図るため、毎年度、定期的に連絡会議を開催するものとする。',
  変更: '両市は、この連携協約を変更しようとするときは、あらかじめ協議しなければならない。',
  公表: '実施した事業の結果は、インターネットの利用その他の方法で市民に知らせる。',
  定義: 'この連携協約において「圏域」とは、本市と隣の市の区域を合わせたものをいう。',
  検証: '外部の有識者による評価を受け、その意見を翌年の計画に反映させることとする。',
} as const;
type Name = keyof typeof TEXTS;

const article = (num: string, name: Name): string[] => [`　（${name}）`, `第${num}　${TEXTS[name]}`];
/** 第1条から順に */
const articles = (...names: readonly Name[]): string[] => names.flatMap((name, i) => article(`${i + 1}条`, name));
const SIX = ['目的', '方針', '取組', '費用', '会議', '変更'] as const;
const items = (...texts: readonly string[]): string[] => ['　（精算）', '第1条　費用の負担は、次に掲げる事項を協議する。', ...texts.map((t, i) => `　(${i + 1})　${t}`)];
const ITEMS = ['均等割に関する事項', '人口割に関する事項', '利用者に応じた配分', '前年度の繰越しの額', '監査の結果の報告', '支払の時期と方法'] as const;
const paragraphs = (...texts: readonly string[]): string[] => ['　（会議）', ...texts.map((t, i) => (i === 0 ? `第1条　${t}` : `${i + 1}　${t}`))];
const PARAGRAPHS = ['両市は、連絡会議を置く。', '連絡会議は、毎年二回開催する。', '議長は、互選により定める者とする。', '庶務は、総務課が処理する。'] as const;
const subitems = (...texts: readonly string[]): string[] => ['第1条　次に掲げる事項とする。', '　(1)　負担の割合', ...texts.map((t, i) => `　　${'アイウエオ'[i]!}　${t}`), '　(2)　その他の事項'];
const PROVISO = 'ただし、緊急を要する場合は、この限りでない。';
const SECOND = 'この場合において、他の市町の長の出席を求めることができる。';
const chapter = (num: number, name: string, ...lines: readonly string[]): string[] => [`　　　第${num}章　${name}`, ...lines];
const SUPPL = ['　　　附　則', '　この連携協約は、令和9年4月1日から施行する。'];
const TABLE = ['　医師の派遣を行う。'];

/** 型の番号・旧・新・改め文 */
const CATALOGUE: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
  ['B13 本則全体に同じ字句の改正', articles('方針', '取組', '会議'), articles('方針', '取組', '会議').map((l) => l.replaceAll('両市', '両団体')), ['　本則中「両市」を「両団体」に改める。']],
  ['C02 続く二条の全部改め', articles('目的', '方針'), ['　（雑）', '第1条　全く異なる規定をここに置くこととした。', '　（外）', '第2条　これもまた別の話である。'],
    ['　第1条及び第2条を次のように改める。', '　（雑）', '第1条　全く異なる規定をここに置くこととした。', '　（外）', '第2条　これもまた別の話である。']],
  ['C08 ただし書の全部', paragraphs(PARAGRAPHS[0] + PROVISO), paragraphs(`${PARAGRAPHS[0]}ただし、書面で別の方法を決めたときは、それによるものとする。`),
    ['　第1条ただし書を次のように改める。', '　ただし、書面で別の方法を決めたときは、それによるものとする。']],
  ['C09 後段の全部', paragraphs(PARAGRAPHS[0] + SECOND), paragraphs(`${PARAGRAPHS[0]}この場合において、議会の議決を経なければならない。`),
    ['　第1条後段を次のように改める。', '　この場合において、議会の議決を経なければならない。']],
  ['C10 本文の全部', paragraphs(PARAGRAPHS[0] + PROVISO), paragraphs(`山口市長が毎年九月に招集するものとする。${PROVISO}`),
    ['　第1条本文を次のように改める。', '　山口市長が毎年九月に招集するものとする。']],
  ['C14 各号の全部', items(...ITEMS.slice(0, 3)), items('甲', '乙'), ['　第1条各号を次のように改める。', '　(1)　甲', '　(2)　乙']],
  ['C15 章名の全部', [...chapter(1, '総則', ...articles('目的')), ...chapter(2, '事業', ...article('2条', '取組'))], [...chapter(1, '総則', ...articles('目的')), ...chapter(2, '連携事業の推進', ...article('2条', '取組'))],
    ['　第2章の章名を次のように改める。', '　　　第2章　連携事業の推進']],
  ['D01 本則の末尾に条', articles(...SIX), articles(...SIX, '公表'), ['　本則に次の1条を加える。', '　（公表）', `第7条　${TEXTS.公表}`]],
  ['D02 中間に条（後ろが三条以下）', articles(...SIX), articles('目的', '方針', '取組', '費用', '会議', '公表', '変更'), ['　第6条を第7条とし、第5条の次に次の1条を加える。', '　（公表）', `第6条　${TEXTS.公表}`]],
  ['D03 中間に条（後ろが四条以上）', articles(...SIX), articles('目的', '方針', '定義', '取組', '費用', '会議', '変更'),
    ['　第6条を第7条とし、第3条から第5条までを1条ずつ繰り下げ、第2条の次に次の1条を加える。', '　（定義）', `第3条　${TEXTS.定義}`]],
  ['D04 枝番号の条', articles(...SIX), [...articles('目的', '方針', '取組'), ...article('3条の2', '公表'), ...article('4条', '費用'), ...article('5条', '会議'), ...article('6条', '変更')],
    ['　第3条の次に次の1条を加える。', '　（公表）', `第3条の2　${TEXTS.公表}`]],
  ['D06 先頭に条', articles(...SIX), articles('定義', ...SIX), ['　第6条を第7条とし、第2条から第5条までを1条ずつ繰り下げ、第1条を第2条とし、同条の前に次の1条を加える。', '　（定義）', `第1条　${TEXTS.定義}`]],
  ['D07 末尾に項', paragraphs(PARAGRAPHS[0]), paragraphs(PARAGRAPHS[0], PARAGRAPHS[1]), ['　第1条に次の1項を加える。', `2　${PARAGRAPHS[1]}`]],
  ['D08 中間に項', paragraphs(...PARAGRAPHS.slice(0, 3)), paragraphs(PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[3], PARAGRAPHS[2]), ['　第1条第3項を同条第4項とし、同条第2項の次に次の1項を加える。', `3　${PARAGRAPHS[3]}`]],
  ['D09 第1項の前に項', paragraphs(PARAGRAPHS[0], PARAGRAPHS[1]), paragraphs(PARAGRAPHS[3], PARAGRAPHS[0], PARAGRAPHS[1]),
    ['　第1条第2項を同条第3項とし、同条第1項を同条第2項とし、同項の前に次の1項を加える。', `　${PARAGRAPHS[3]}`]],
  ['D10 一項だけの条の前に項', paragraphs(PARAGRAPHS[1]), paragraphs(PARAGRAPHS[0], PARAGRAPHS[1]), ['　第1条を同条第2項とし、同条に第1項として次の1項を加える。', `　${PARAGRAPHS[0]}`]],
  ['D11 号の新設', items(), items(...ITEMS.slice(0, 2)), ['　第1条に次の各号を加える。', `　(1)　${ITEMS[0]}`, `　(2)　${ITEMS[1]}`]],
  ['D12 末尾に号', items(...ITEMS.slice(0, 3)), items(...ITEMS.slice(0, 4)), ['　第1条に次の1号を加える。', `　(4)　${ITEMS[3]}`]],
  ['D13 中間に号', items(...ITEMS.slice(0, 4)), items(ITEMS[0], ITEMS[1], ITEMS[2], '精算の手続', ITEMS[3]), ['　第1条中第4号を第5号とし、第3号の次に次の1号を加える。', '　(4)　精算の手続']],
  ['号の一括の繰下げ', items(...ITEMS), items(ITEMS[0], '精算の手続', ...ITEMS.slice(1)), ['　第1条中第6号を第7号とし、第2号から第5号までを1号ずつ繰り下げ、第1号の次に次の1号を加える。', '　(2)　精算の手続']],
  ['D15 号の細分（中間）', subitems('均等割', '人口割', '実績割'), subitems('均等割', '人口割', '利用者割', '実績割'), ['　第1条第1号中ウをエとし、イの次に次のように加える。', '　　ウ　利用者割']],
  ['D16 号の細分（末尾）', subitems('均等割', '人口割'), subitems('均等割', '人口割', '前年度割'), ['　第1条第1号に次のように加える。', '　　ウ　前年度割']],
  ['D17 ただし書の新設', paragraphs(PARAGRAPHS[0]), paragraphs(PARAGRAPHS[0] + PROVISO), ['　第1条に次のただし書を加える。', `　${PROVISO}`]],
  ['D18 後段の新設', paragraphs(PARAGRAPHS[0]), paragraphs(PARAGRAPHS[0] + SECOND), ['　第1条に後段として次のように加える。', `　${SECOND}`]],
  ['D19 見出しの付与', ['第1条　両市は、連絡会議を置く。'], ['　（委任）', '第1条　両市は、連絡会議を置く。'], ['　第1条に見出しとして「（委任）」を付する。']],
  ['D20 共通見出しと条', articles('目的'), [...articles('目的'), ...article('2条', '公表'), `第3条　${TEXTS.検証}`], ['　本則に次の見出し及び2条を加える。', '　（公表）', `第2条　${TEXTS.公表}`, `第3条　${TEXTS.検証}`]],
  ['D21 末尾に章', chapter(1, '総則', ...articles('目的', '方針')), [...chapter(1, '総則', ...articles('目的', '方針')), ...chapter(2, '雑則', ...article('3条', '変更'))],
    ['　本則に次の1章を加える。', '　　　第2章　雑則', '　（変更）', `第3条　${TEXTS.変更}`]],
  ['章を途中に加え、後ろの章を移す', [...chapter(1, '総則', ...articles('目的')), ...chapter(2, '事業', ...article('2条', '取組'))],
    [...chapter(1, '総則', ...articles('目的')), ...chapter(2, '雑則', ...article('2条', '会議')), ...chapter(3, '事業', ...article('3条', '取組'))],
    ['　第2条を第3条とし、第2章を第3章とし、第1章の次に次の1章を加える。', '　　　第2章　雑則', '　（会議）', `第2条　${TEXTS.会議}`]],
  ['章を削り、後ろの章を移す', [...chapter(1, '総則', ...articles('目的')), ...chapter(2, '事業', ...article('2条', '取組')), ...chapter(3, '雑則', ...article('3条', '会議'))],
    [...chapter(1, '総則', ...articles('目的')), ...chapter(2, '雑則', ...article('2条', '会議'))], ['　第2章を削り、第3条を第2条とし、第3章を第2章とする。']],
  ['条を残して章に分ける', [...chapter(1, '総則', ...articles('目的', '方針'))], [...chapter(1, '総則', ...articles('目的')), ...chapter(2, '連携', ...article('2条', '方針'))], ['　第2条の前に次の章名を加える。', '　　　第2章　連携']],
  ['章のない本則に章名を付ける', articles('目的', '方針'), [...chapter(1, '総則', ...articles('目的')), ...chapter(2, '連携', ...article('2条', '方針'))],
    ['　第1条の前に次の章名を加える。', '　　　第1章　総則', '　第2条の前に次の章名を加える。', '　　　第2章　連携']],
  ['条を残して章を一つにする', [...chapter(1, '総則', ...articles('目的')), ...chapter(2, '連携', ...article('2条', '方針')), ...chapter(3, '雑則', ...article('3条', '変更'))],
    [...chapter(1, '総則', ...articles('目的', '方針')), ...chapter(2, '雑則', ...article('3条', '変更'))], ['　第2章の章名を削る。', '　第3章を第2章とする。']],
  ['D22 附則に項', [...articles('目的'), '　　　附　則', '1　この連携協約は、公布の日から施行する。', '2　従前の例による。'], [...articles('目的'), '　　　附　則', '1　この連携協約は、公布の日から施行する。', '2　従前の例による。', '3　検討を加えるものとする。'],
    ['　附則に次の1項を加える。', '3　検討を加えるものとする。']],
  ['D23 別表の新設', [...articles('目的'), ...SUPPL], [...articles('目的'), ...SUPPL, '別表（第1条関係）', ...TABLE], ['　附則の次に次の1表を加える。', '別表（第1条関係）', '医師の派遣を行う。']],
  ['D24 二つ目の別表（後ろ）', [...articles('目的'), ...SUPPL, '別表（第1条関係）', ...TABLE], [...articles('目的'), ...SUPPL, '別表第1（第1条関係）', ...TABLE, '別表第2（第1条関係）', '　道路の補修の計画を立てる。'],
    ['　別表を別表第1とし、同表の次に次の1表を加える。', '別表第2（第1条関係）', '道路の補修の計画を立てる。']],
  ['D26 号と項を一緒に', items(...ITEMS.slice(0, 2)), [...items(...ITEMS.slice(0, 3)), '2　会議は公開する。', '3　記録を残す。'],
    ['　第1条に次の1号及び2項を加える。', `　(3)　${ITEMS[2]}`, '2　会議は公開する。', '3　記録を残す。']],
  ['E01 末尾の条', articles(...SIX), articles(...SIX.slice(0, 5)), ['　第6条を削る。']],
  ['E02 中間の条（後ろ三条以下）', articles(...SIX), articles('目的', '方針', '取組', '会議', '変更'), ['　第4条を削り、第5条を第4条とし、第6条を第5条とする。']],
  ['E03 中間の条（後ろ四条以上）', articles(...SIX), articles('目的', '取組', '費用', '会議', '変更'), ['　第2条を削り、第3条を第2条とし、第4条から第6条までを1条ずつ繰り上げる。']],
  ['E04 欠番にせず残す', articles(...SIX), [...articles('目的', '方針', '取組'), '第4条　削除', ...article('5条', '会議'), ...article('6条', '変更')], ['　第4条を次のように改める。', '第4条　削除']],
  ['E05 二条の削除', articles(...SIX), [...articles('目的', '方針'), '第3条及び第4条　削除', ...article('5条', '会議'), ...article('6条', '変更')], ['　第3条及び第4条を次のように改める。', '第3条及び第4条　削除']],
  ['E05 三条以上の削除', articles(...SIX), [...articles('目的', '方針'), '第3条から第5条まで　削除', ...article('6条', '変更')], ['　第3条から第5条までを次のように改める。', '第3条から第5条まで　削除']],
  ['E06 続く条の削り', articles(...SIX), articles('目的', '方針', '取組', '変更'), ['　第4条及び第5条を削り、第6条を第4条とする。']],
  ['E07 中間の項', paragraphs(...PARAGRAPHS.slice(0, 3)), paragraphs(PARAGRAPHS[0], PARAGRAPHS[2]), ['　第1条第2項を削り、同条第3項を同条第2項とする。']],
  ['E07 一項だけになる', paragraphs(PARAGRAPHS[0], PARAGRAPHS[1]), paragraphs(PARAGRAPHS[1]), ['　第1条第1項を削り、同条第2項を同条第1項とする。']],
  ['E08 末尾の項', paragraphs(...PARAGRAPHS.slice(0, 3)), paragraphs(...PARAGRAPHS.slice(0, 2)), ['　第1条第3項を削る。']],
  ['E09 号', items(...ITEMS.slice(0, 4)), items(ITEMS[0], ITEMS[2], ITEMS[3]), ['　第1条中第2号を削り、第3号を第2号とし、第4号を第3号とする。']],
  ['E11 号の細分', subitems('均等割', '人口割', '実績割'), subitems('均等割', '実績割'), ['　第1条第1号イを削り、同号ウを同号イとする。']],
  ['E12 ただし書', paragraphs(PARAGRAPHS[0] + PROVISO), paragraphs(PARAGRAPHS[0]), ['　第1条ただし書を削る。']],
  ['E13 後段', paragraphs(PARAGRAPHS[0] + SECOND), paragraphs(PARAGRAPHS[0]), ['　第1条後段を削る。']],
  ['E14 見出し', ['　（費用分担）', '第1条　両市は、連絡会議を置く。'], ['第1条　両市は、連絡会議を置く。'], ['　第1条の見出しを削る。']],
  ['E15 各号すべて', items(...ITEMS.slice(0, 3)), items(), ['　第1条各号を削る。']],
  ['E16 附則の項', [...articles('目的'), '　　　附　則', '1　公布の日から施行する。', '2　従前の例による。', '3　検討を加えるものとする。'], [...articles('目的'), '　　　附　則', '1　公布の日から施行する。', '2　検討を加えるものとする。'],
    ['　附則第2項を削り、附則第3項を附則第2項とする。']],
  ['E17 別表', [...articles('目的'), ...SUPPL, '別表（第1条関係）', ...TABLE], [...articles('目的'), ...SUPPL], ['　別表を削る。']],
  ['E18 一つになる別表', [...articles('目的'), '別表第1（第1条関係）', ...TABLE, '別表第2（第1条関係）', '　観光の宣伝。', '別表第3（第1条関係）', '　道路の補修。'], [...articles('目的'), '別表（第1条関係）', ...TABLE],
    ['　別表第2及び別表第3を削り、別表第1を別表とする。']],
  ['F01 空いた番号に加える', articles(...SIX), articles('目的', '方針', '取組', '費用', '会議', '公表', '検証', '変更'),
    ['　第6条を第8条とし、第5条の次に次の2条を加える。', '　（公表）', `第6条　${TEXTS.公表}`, '　（検証）', `第7条　${TEXTS.検証}`]],
  ['F02 字句を改めてから移す', articles('目的', '変更'), [...articles('目的', '公表'), '　（変更）', `第3条　${TEXTS.変更.replace('協議し', '十分に協議し')}`],
    ['　第2条中「あらかじめ」の下に「十分に」を加え、同条を第3条とし、第1条の次に次の1条を加える。', '　（公表）', `第2条　${TEXTS.公表}`]],
  ['F03 一括の繰下げ', articles(...SIX), articles('目的', '方針', '定義', '検証', '取組', '費用', '会議', '変更'),
    ['　第6条を第8条とし、第3条から第5条までを2条ずつ繰り下げ、第2条の次に次の2条を加える。', '　（定義）', `第3条　${TEXTS.定義}`, '　（検証）', `第4条　${TEXTS.検証}`]],
  ['F04 枝番号の交じる列', [...articles('目的', '方針', '取組'), ...article('3条の2', '公表'), ...article('4条', '費用')], articles('目的', '方針', '定義', '取組', '公表', '費用'),
    ['　第4条を第6条とし、第3条の2を第5条とし、第3条を第4条とし、第2条の次に次の1条を加える。', '　（定義）', `第3条　${TEXTS.定義}`]],
  ['G15 関係条', [...articles('目的'), '別表（第3条関係）', ...TABLE], [...articles('目的'), '別表（第4条関係）', ...TABLE], ['　別表中「第3条関係」を「第4条関係」に改める。']],
];

const printed = (base: LawDocument, next: LawDocument): string => writeAmendment(draftAmendment(base, next, AGREEMENT_PROFILE).amendment, AGREEMENT_PROFILE).trimEnd();

describe('draftAmendment', () => {
  it.each(CATALOGUE)('%s', (_name, base, next, expected) => {
    expect(printed(document(base), document(next))).toBe(expected.join('\n'));
  });

  it.each(CATALOGUE)('刷って読み戻し、当てれば新になる: %s', (_name, before, after) => {
    const [base, next] = [document(before), document(after)];
    const applied = applyAmendment(base, parseAmendment(printed(base, next)).amendment);
    expect(applied.ok && documentDifference(applied.value.document, next)).toBe(undefined);
  });

  it('題名は一字の違いでも全部を改める', () => {
    const base = document(articles('目的'));
    const next = readText(sourceFromText(['　　　連携協約書', ...articles('目的'), ''].join('\n'))).document;
    expect(printed(base, next)).toBe('　題名を次のように改める。\n　　　連携協約書');
  });

  it('同じ本文の改め文は空である', () => {
    const base = document([...chapter(1, '総則', ...articles(...SIX)), ...SUPPL]);
    const { amendment, consequences, findings } = draftAmendment(base, base, AGREEMENT_PROFILE);
    expect([amendment, consequences, findings]).toEqual([[], [], []]);
  });

  it('項だけの本則を条建てに改める（F09）', () => {
    const next = document(['　（趣旨）', '第1条　連絡会議の組織及び運営に関し必要な事項を定めるものとする。', '　（委任）', '第2条　必要な事項は、別に定める。']);
    const first = [...walk(next.root)].find((e) => e.tag === 'Article')!;
    const inParagraphs = (element: Element): Element => (element.tag === 'MainProvision'
      ? { ...element, children: first.children.filter((c) => isElement(c) && c.tag === 'Paragraph') }
      : { ...element, children: element.children.map((c) => (isElement(c) ? inParagraphs(c) : c)) });
    const base = { ...next, root: inParagraphs(next.root) as LawDocument['root'] };
    expect(printed(base, next)).toBe(
      '　本則を第1条とし、同条に見出しとして「（趣旨）」を付し、同条の次に次の1条を加える。\n　（委任）\n第2条　必要な事項は、別に定める。',
    );
  });

  it('改め文の及ばない部分の違いは、助言で知らせる', () => {
    const base = document(articles('目的'));
    const next: LawDocument = { ...base, root: { ...base.root, children: [{ tag: 'LawNum', id: 'n9999' as never, attr: {}, children: ['平成三十年法律第一号'] }, ...base.root.children] } };
    const { amendment, findings } = draftAmendment(base, next, AGREEMENT_PROFILE);
    expect(amendment).toEqual([]);
    expect(findings.map((f) => [f.code, f.data])).toEqual([['amendment.outside-comparison', { part: 'LawNum' }]]);
  });

  it('対応は、番号が変わった規定も、中の項まで引き継ぐ', () => {
    const [base, next] = [document(articles(...SIX)), document(articles('目的', '取組', '費用', '会議', '変更'))];
    const { alignment } = draftAmendment(base, next, AGREEMENT_PROFILE);
    const inMain = (d: LawDocument, num: string) => JSON.stringify(d).match(new RegExp(`"tag":"Article","id":"(n\\d+)","num":"${num}"`))?.[1];
    expect(alignment.toNext.get(inMain(base, '3') as never)?.id).toBe(inMain(next, '2'));
    expect(alignment.toNext.get(inMain(base, '2') as never)).toBe(undefined);
  });

  it('どのように編集しても、改め文を当てれば新になる', () => {
    const base = document([...chapter(1, '総則', ...articles('目的', '方針', '取組')), ...chapter(2, '雑則', ...article('4条', '費用'), ...article('5条', '会議'), '2　会議は公開する。', '　(1)　記録を残すこと。', '　(2)　議事を公表すること。'), ...SUPPL]);
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 1, max: 6 }), (seed, count) => {
      const next = editDocument(base, seededRandom(seed), count);
      const { amendment, findings } = draftAmendment(base, next, AGREEMENT_PROFILE);
      expect(findings.filter((f) => f.severity === 'error')).toEqual([]);
      const applied = applyAmendment(base, parseAmendment(writeAmendment(amendment, AGREEMENT_PROFILE)).amendment);
      expect(applied.ok && documentDifference(applied.value.document, next)).toBe(undefined);
    }), { numRuns: 200 });
  });
});
