import { describe, expect, it } from 'vitest';
import type { ProvisionNum } from '../../../text/element.js';
import type { Location, Step } from '../../location.js';
import { AGREEMENT_PROFILE, STATUTE_PROFILE } from '../../profile.js';
import { writeAmendment } from '../../write/write-amendment.js';
import type { ScopedRun } from '../scoped-run.js';
import { wordOperations } from './word-operations.js';

const num = (n: number | string) => String(n) as ProvisionNum;
const article = (n: number | string, ...steps: Step[]): Location => [{ kind: 'article', num: num(n) }, ...steps];
const paragraph = (n: number): Step => ({ kind: 'paragraph', num: num(n) });
const item = (n: number): Step => ({ kind: 'item', num: num(n) });
const subitem = (label: string): Step => ({ kind: 'subitem', label });
const caption: Step = { kind: 'caption' };
const table = (...steps: Step[]): Location => [{ kind: 'appendix', head: '別表' }, ...steps];
const section = (label: string): Step => ({ kind: 'section', label });
const row = (name: string): Step => ({ kind: 'row', name });
const column = (name: string): Step => ({ kind: 'column', name });
const rows: Step = { kind: 'table' };

type Change = readonly [from: string, to: string];

/** すべての from を to にした新しい run */
const changed = (location: Location, before: string, ...changes: readonly Change[]): ScopedRun => {
  let after = before;
  for (const [from, to] of changes) {
    if (!after.includes(from)) throw new Error(`${from} がない`);
    after = after.split(from).join(to);
  }
  return { location, before, after };
};

const sentence = (runs: readonly ScopedRun[], profile = AGREEMENT_PROFILE): string => {
  const { operations, rewrite } = wordOperations(runs, profile);
  expect(rewrite).toEqual([]);
  return writeAmendment([{ operations }], profile).trim();
};

// 山口市・宇部市の連携協約（平成29年3月30日締結）の条文
const PREAMBLE = '山口市及び宇部市（以下「両市」という。）は、連携中枢都市圏である山口県央連携都市圏域（以下「圏域」という。）を形成するため、地方自治法（昭和22年法律第67号）第252条の2第1項の規定により、次のとおり連携協約を締結する。';
const ARTICLE: Readonly<Record<number, string>> = {
  1: 'この連携協約は、両市が連携を図ることにより、人口減少・少子高齢社会においても、活力ある社会経済を維持し、住民が安心して快適な暮らしを営むことができる圏域を形成することを目的とする。',
  2: '両市は、前条に規定する目的を達成するため、次条に規定する取組について、相互に連携を図るものとする。',
  3: '両市が相互に連携する取組及び当該取組における両市の役割は、別表に定めるとおりとする。',
  4: '前条に規定する取組を実施するために要する費用の分担については、両市が協議して別に定める。',
  5: '両市の長は、この連携協約の推進に関し連絡調整を図るため、毎年度、連絡会議を開催するものとする。',
  6: 'この連携協約を変更し、又は廃止しようとするときは、両市の協議によらなければならない。この場合において、両市は、地方自治法第252条の2第4項の規定により、当該協議について議会の議決を経なければならない。',
};
const one = (n: number, ...changes: readonly Change[]) => [changed(article(n), ARTICLE[n]!, ...changes)];
const preamble = (...changes: readonly Change[]) => [changed([{ kind: 'preamble' }], PREAMBLE, ...changes)];

/** 別表の一部 */
const appendix = (edit: (text: string) => string): ScopedRun[] => ([
  [table({ kind: 'relatedArticle' }), '（第3条関係）'],
  [table(section('1')), '圏域全体の経済成長のけん引'],
  [table(section('1'), rows, row('ア'), column('取組')), 'ア　経済戦略の策定及び推進'],
  [table(section('1'), rows, row('ア'), column('取組')), '圏域内の各市町の経済団体等で構成する山口県央連携都市圏域ビジョン懇談会を開催し、策定及び推進に取り組む。'],
  [table(section('1'), rows, row('オ'), column('取組')), 'オ　その他'],
  [table(section('1'), rows, row('オ'), column('取組')), '交流人口の拡大や雇用の創出などに取り組む。'],
  [table(section('1'), rows, column('両市の役割')), '両市が相互に連携・協力して、取組を推進する。'],
  [table(section('2'), rows, row('エ'), column('取組')), 'エ　その他'],
  [table(section('3'), section('(1)')), '生活機能の強化に係る政策分野'],
  [table(section('3'), section('(1)'), rows, row('ア'), column('取組')), '関係者との連携のもと、地域医療、福祉サービスの充実に取り組む。'],
  [table(section('3'), section('(1)'), rows, row('イ'), column('取組')), '文化・芸術やスポーツによる交流の促進など、教育・文化・スポーツの振興に取り組む。'],
  [table(section('3'), section('(1)'), rows, row('カ'), column('取組')), 'カ　その他'],
] as const).map(([location, before]) => ({ location, before, after: edit(before) }));

const TWO = [changed(article(7, paragraph(1)), '両市は、連絡会議を置く。', ['連絡会議', '推進会議']), changed(article(7, paragraph(2)), '会議は、必要に応じて山口市長が招集する。', ['必要に応じて', ''])];
const PROVISO = '前条の通知は、書面により行わなければならない。ただし、緊急を要する場合は、この限りでない。';

describe('wordOperations: 型の見本どおりに書く', () => {
  it.each<[string, readonly ScopedRun[], string]>([
    ['B01 字句の改め', one(1, ['快適な', '豊かな']), '第1条中「快適な」を「豊かな」に改める。'],
    ['B02 字句の加え', one(2, ['について、', 'について、適切な役割分担の下で']), '第2条中「次条に規定する取組について、」の下に「適切な役割分担の下で」を加える。'],
    ['B03 冒頭に加えるときは改めの形', one(5, ['両市の長は', '連携中枢都市である両市の長は']), '第5条中「両市の長は」を「連携中枢都市である両市の長は」に改める。'],
    ['B04 字句の削り', one(5, ['毎年度、', '']), '第5条中「毎年度、」を削る。'],
    ['B05 改めが続く', one(1, ['人口減少・少子高齢社会', '人口減少社会'], ['住民', '圏域の住民']), '第1条中「人口減少・少子高齢社会」を「人口減少社会」に、「住民」を「圏域の住民」に改める。'],
    ['B06 加えが続く', one(5, ['連絡調整', '連絡調整及び進捗管理'], ['連絡会議', '連絡会議（以下「会議」という。）']), '第5条中「連絡調整」の下に「及び進捗管理」を、「連絡会議」の下に「（以下「会議」という。）」を加える。'],
    ['B07 削りが続く', one(1, ['活力ある', ''], ['安心して', '']), '第1条中「活力ある」及び「安心して」を削る。'],
    ['B08 同じ語に改める', one(1, ['社会経済', '生活'], ['暮らし', '生活']), '第1条中「社会経済」及び「暮らし」を「生活」に改める。'],
    ['B09 同じ語を加える', one(3, ['取組', '取組等'], ['役割', '役割等']), '第3条中「取組」及び「役割」の下に「等」を加える。'],
    ['B10 異なる操作は出てくる順に', one(5, ['連絡調整を図るため', '協議を行うため'], ['毎年度、', ''], ['連絡会議', '連絡会議及び担当者会議']), '第5条中「連絡調整を図るため」を「協議を行うため」に改め、「毎年度、」を削り、「連絡会議」の下に「及び担当者会議」を加える。'],
    ['B12 一つの条のすべての語', one(3, ['取組', '連携事業']), '第3条中「取組」を「連携事業」に改める。'],
    ['B13 前段と後段に同じ語', one(6, ['両市', '両団体']), '第6条中「両市」を「両団体」に改める。'],
    ['B13 前文', preamble(['両市', '両団体']), '前文中「両市」を「両団体」に改める。'],
    ['B14 幾つかある語のうち一つ', one(3, ['当該取組', '当該連携事業']), '第3条中「当該取組」を「当該連携事業」に改める。'],
    ['B15 かぎ括弧を含む', preamble(['「両市」という', '「両市」と総称する']), '前文中「「両市」という」を「「両市」と総称する」に改める。'],
    ['B16 前段と後段', one(6, ['両市の協議', '両市の長の協議'], ['当該協議について', '当該協議についてあらかじめ']), '第6条前段中「両市の協議」を「両市の長の協議」に改め、同条後段中「当該協議について」の下に「あらかじめ」を加える。'],
    ['B17 別の項', TWO, '第7条第1項中「連絡会議」を「推進会議」に改め、同条第2項中「必要に応じて」を削る。'],
    // 見本は「「書面」を「書面又は電磁的記録」に」と書くが、語の後に加えるだけなので B02・B06 と同じに書く
    ['B18 本文とただし書', [changed(article(8), PROVISO, ['書面', '書面又は電磁的記録'], ['この限りでない', '口頭によることができる'])], '第8条本文中「書面」の下に「又は電磁的記録」を加え、同条ただし書中「この限りでない」を「口頭によることができる」に改める。'],
    ['B19 各号列記以外の部分', [changed(article(9), '第4条の協議により定める事項は、次に掲げる事項とする。', ['次に掲げる', '次の各号に掲げる']), changed(article(9, item(1)), '次に掲げる費用')], '第9条各号列記以外の部分中「次に掲げる」を「次の各号に掲げる」に改める。'],
    ['B19 号に当たらなければ柱書と言わない', [changed(article(9), '第4条の協議により定める事項は、次に掲げる事項とする。', ['次に掲げる', '次の各号に掲げる']), changed(article(9, item(1)), '負担金')], '第9条中「次に掲げる」を「次の各号に掲げる」に改める。'],
    ['B20 号', [changed(article(9), '次のとおりとする。'), changed(article(9, item(2)), '負担金の額', ['負担金', '分担金'])], '第9条第2号中「負担金」を「分担金」に改める。'],
    ['B21 号の細分', [changed(article(9, item(2)), '次に掲げる人口の割合'), changed(article(9, item(2), subitem('ア')), '前年度の人口', ['前年度', '前々年度'])], '第9条第2号ア中「前年度」を「前々年度」に改める。'],
    ['B22 見出し', [changed(article(4, caption), '（費用分担）', ['費用分担', '経費負担']), changed(article(4), ARTICLE[4]!)], '第4条の見出し中「費用分担」を「経費負担」に改める。'],
    ['B23 見出しと本文', [changed(article(4, caption), '（費用分担）', ['費用', '経費']), changed(article(4), ARTICLE[4]!, ['費用', '経費'])], '第4条（見出しを含む。）中「費用」を「経費」に改める。'],
    ['B24 前文の削り', preamble(['連携中枢都市圏である', '']), '前文中「連携中枢都市圏である」を削る。'],
    ['B26 附則', [changed([{ kind: 'suppl' }, paragraph(1)], 'この連携協約は、令和9年4月1日から施行する。', ['4月1日', '10月1日'])], '附則第1項中「令和9年4月1日」を「令和9年10月1日」に改める。'],
    ['B27 引用条名', one(4, ['前条', '第3条']), '第4条中「前条」を「第3条」に改める。'],
    // 見本の「「人口減少」から「維持し」まで」は既定では使わない。変わった所だけのほうが短い
    ['D24 別表に番号が付く', one(3, ['別表', '別表第1']), '第3条中「別表」を「別表第1」に改める。'],
    ['B28 長い字句', one(1, ['人口減少・少子高齢社会においても、活力ある', '将来にわたり持続可能な']), '第1条中「人口減少・少子高齢社会においても、活力ある」を「将来にわたり持続可能な」に改める。'],
    ['B29 括弧書き', one(5, ['両市の長', '両市の長（代理する者を含む。）']), '第5条中「両市の長」の下に「（代理する者を含む。）」を加える。'],
    ['B30 条ごとに書く', one(2, ['取組', '連携事業'], ['相互に', '']), '第2条中「取組」を「連携事業」に改め、「相互に」を削る。'],
    ['F02 前段だけなら前段と言わない', one(6, ['両市の協議', '両市の長の協議']), '第6条中「両市の協議」を「両市の長の協議」に改める。'],
    ['G01 別表の三つ以上の項', appendix((t) => t.replace('その他', 'その他の取組')), '別表中「その他」を「その他の取組」に改める。'],
    ['G03 一つの項', appendix((t) => t.replace('経済団体等', '経済団体、大学、金融機関等')), '別表1の表アの項中「経済団体等」を「経済団体、大学、金融機関等」に改める。'],
    ['G05 二つの項', appendix((t) => (/医療|芸術/.test(t) ? t.replace('取り組む', '共同して取り組む') : t)), '別表3の(1)の表アの項及びイの項中「取り組む」を「共同して取り組む」に改める。'],
    ['G06 列全体に掛かる欄', appendix((t) => t.replace('推進する。', '推進し、その費用を分担する。')), '別表1の表両市の役割の欄中「推進する」を「推進し、その費用を分担する」に改める。'],
    ['短い欄の全部も字句で', appendix((t) => t.replace('ア　経済戦略の策定及び推進', 'ア　産業の振興')), '別表1の表アの項中「経済戦略の策定及び推進」を「産業の振興」に改める。'],
    ['G15 関係条', appendix((t) => t.replace('第3条関係', '第4条関係')), '別表中「第3条関係」を「第4条関係」に改める。'],
  ])('%s', (_, runs, expected) => {
    expect(sentence(runs)).toBe(expected);
  });
});

describe('wordOperations: 官報の書きぶり', () => {
  const law = (location: Location, before: string, after: string): ScopedRun => ({ location, before, after });
  it.each<[string, readonly ScopedRun[], string]>([
    ['数は助数詞まで', [law(article(5, item(1)), '十年を経過しない者', '十五年を経過しない者')], '第五条第一号中「十年」を「十五年」に改める。'],
    ['条項は末尾まで', [law(article(103, paragraph(1)), '法第十三条第一項の規定による認定', '法第十四条第一項の規定による認定'), law(article(103, paragraph(2)), '認定の申請', '認定の申請')], '第百三条第一項中「第十三条第一項」を「第十四条第一項」に改める。'],
    ['両端のある範囲は一緒に', [law(article(1), '平成三十一年度から平成三十三年度までの各年度', '令和元年度から令和三年度までの各年度')], '第一条中「平成三十一年度から平成三十三年度まで」を「令和元年度から令和三年度まで」に改める。'],
    ['列記の末尾に加える', [law(article(25, paragraph(1)), '第二十三条又は第二十七条の規定', '第二十三条、第二十七条又は第四十八条の十九第二項の規定'), law(article(25, paragraph(2)), '前項', '前項')], '第二十五条第一項中「又は第二十七条」を「、第二十七条又は第四十八条の十九第二項」に改める。'],
    ['列記の間に加える', [law(article(10), '歌舞伎その他我が国古来の伝統的な芸能', '歌舞伎、組踊その他我が国古来の伝統的な芸能')], '第十条中「歌舞伎」の下に「、組踊」を加える。'],
    ['列記から削る', [law(article(4), '第二十四条、第二十六条第二項、第三十条の規定', '第二十四条、第三十条の規定')], '第四条中「、第二十六条第二項」を削る。'],
    ['法令番号の削り', [law(article(7), '農地法（昭和二十七年法律第二百二十九号）の規定', '農地法の規定')], '第七条中「（昭和二十七年法律第二百二十九号）」を削る。'],
    ['規格の番号は切り離す', [law(article(9, item(1)), '日本工業規格X六二二一', '日本産業規格X六二二一'), law(article(9, item(2)), '日本工業規格X六二二三', '日本産業規格X六二二三')], '第九条第一号及び第二号中「日本工業規格」を「日本産業規格」に改める。'],
    ['続いた項はまとめる', [1, 2, 3].map((n) => law(article(4, paragraph(n)), `法務大臣は、第${n}項の許可をする。`, `出入国在留管理庁長官は、第${n}項の許可をする。`)), '第四条第一項から第三項までの規定中「法務大臣」を「出入国在留管理庁長官」に改める。'],
    ['見出しと第一項に同じ改め', [law(article(8, caption), '（低炭素社会推進室）', '（脱炭素社会移行推進室）'), law(article(8, paragraph(1)), '低炭素社会推進室を置く。', '脱炭素社会移行推進室を置く。'), law(article(8, paragraph(2)), '室長を置く。', '室長を置く。')], '第八条の見出し及び同条第一項中「低炭素社会推進室」を「脱炭素社会移行推進室」に改める。'],
    ['前の語に付く句は、その下に加える', [law(article(6), '認定をしたときは、その旨を公表するものとする。', '認定をしたときは、その旨を公表するとともに、経済産業大臣に通知するものとする。')], '第六条中「公表する」の下に「とともに、経済産業大臣に通知する」を加える。'],
    ['ただし書だけ', [law(article(5), '申請は、書面でする。ただし、書類を添附する場合を除く。', '申請は、書面でする。ただし、書類を添付する場合を除く。')], '第五条ただし書中「添附する」を「添付する」に改める。'],
    ['加えた字句に後の引用が当たらない', [law(article(8), '第一条第一項の求め及び申請', '第一条第一項及び第五条第一項の求め並びに申請')], '第八条中「第一条第一項」の下に「及び第五条第一項」を加え、「求め及び」を「求め並びに」に改める。'],
  ])('%s', (_, runs, expected) => {
    expect(sentence(runs, STATUTE_PROFILE)).toBe(expected);
  });
});

describe('wordOperations: 全部を改めるもの', () => {
  it.each<[string, ScopedRun]>([
    ['題名は一字の違いでも全部', changed([{ kind: 'title' }], '山口県央連携都市圏域形成に係る連携協約', ['山口県央', '山口県央及び石見西部'])],
    ['半分を超えて変わった規定', { location: article(4), before: '費用は、両市が負担する。', after: '経費の分担は、協議により別に定める割合による。' }],
    ['語のすべて変わった見出し（C07）', changed(article(4, caption), '（費用分担）', ['費用分担', '経費の負担'])],
    ['幾つにも分かれる見出し', { location: article(22, caption), before: '（倉庫証券の発行の停止及び許可の取消）', after: '（倉荷証券の発行の停止及び許可の取消し）' }],
    ['文の間の改行だけが変わった欄', { location: table(row('ア')), before: '調査↵研究', after: '調査↵↵研究' }],
    ['かぎ括弧の釣り合わない印字', { location: article(1), before: '」とする「会議の開催及び運営に関する事項', after: '」とする「」会議の開催及び運営に関する事項' }],
  ])('%s', (_, run) => {
    expect(wordOperations([run], AGREEMENT_PROFILE)).toEqual({ operations: [], rewrite: [run.location] });
  });
});
