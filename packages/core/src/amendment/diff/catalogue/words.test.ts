import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftPattern, edited, evenText, expectedOutcome, type Pattern, type PatternCase } from '../../../../testing/catalogue.js';
import { HYPOTHETICAL_AGREEMENT as H } from '../../../../testing/hypothetical-agreement.js';

const patterns = (JSON.parse(readFileSync(new URL('../../../../fixtures/amendment/patterns.json', import.meta.url), 'utf8')) as Pattern[]).filter((p) => p.id.startsWith('B'));
const A = evenText(readFileSync(new URL('../../../../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8'));

const article = (text: string, num: number): string => text.split('\n').find((l) => l.startsWith(`第${num}条`))!;
/** 条の中のすべての字句を置き換える。 */
const inArticles = (text: string, nums: readonly number[], from: string, to: string): string =>
  nums.reduce((t, n) => edited(t, [article(t, n), article(t, n).replaceAll(from, to)]), text);

const CASES: Readonly<Record<string, PatternCase>> = {
  B01: { base: A, next: edited(A, ['快適な', '豊かな']) },
  B02: { base: A, next: edited(A, ['次条に規定する取組について、', '次条に規定する取組について、適切な役割分担の下で']) },
  B03: { base: A, next: edited(A, ['両市の長は、この', '連携中枢都市である両市の長は、この']) },
  B04: { base: A, next: edited(A, ['毎年度、', '']) },
  B05: { base: A, next: edited(A, ['人口減少・少子高齢社会', '人口減少社会'], ['、住民が', '、圏域の住民が']) },
  B06: { base: A, next: edited(A, ['連絡調整を', '連絡調整及び進捗管理を'], ['連絡会議を', '連絡会議（以下「会議」という。）を']) },
  B07: { base: A, next: edited(A, ['活力ある', ''], ['安心して', '']) },
  B08: { base: A, next: edited(A, ['社会経済を', '生活を'], ['暮らし', '生活']) },
  B09: { base: A, next: inArticles(inArticles(A, [3], '取組', '取組等'), [3], '役割', '役割等') },
  B10: { base: A, next: edited(A, ['連絡調整を図るため、毎年度、連絡会議を', '協議を行うため、連絡会議及び担当者会議を']) },
  B11: { base: A, next: inArticles(A, [1, 5, 6], 'この連携協約', '本協約') },
  B12: { base: A, next: inArticles(A, [2, 3, 4], '取組', '連携事業') },
  // 締結文の「両市」は、締結したときの文のまま残る
  B13: { base: A, next: A.split('\n').map((l) => (l.includes('記名押印') ? l : l.replaceAll('両市', '両団体'))).join('\n') },
  B14: { base: A, next: edited(A, ['当該取組', '当該連携事業']) },
  B15: { base: A, next: edited(A, ['「両市」という', '「両市」と総称する']) },
  B16: { base: A, next: edited(A, ['両市の協議に', '両市の長の協議に'], ['当該協議について', '当該協議についてあらかじめ']) },
  B17: { base: H, next: edited(H, ['両市は、連絡会議を置く。', '両市は、推進会議を置く。'], ['必要に応じて', '']) },
  // 後ろに加えるだけの字句は「の下に…を加え」（B02・B10）。例の「書面」を「書面又は電磁的記録」に、は読むだけ
  B18: { base: H, next: edited(H, ['は、書面に', 'は、書面又は電磁的記録に'], ['この限りでない', '口頭によることができる']), readsExample: true, lines: ['第8条本文中「書面」の下に「又は電磁的記録」を加え、同条ただし書中「この限りでない」を「口頭によることができる」に改める。'] },
  B19: { base: H, next: edited(H, ['次に掲げる事項は', '次の各号に掲げる事項は']) },
  B20: { base: H, next: edited(H, ['負担金の割', '分担金の割']) },
  B21: { base: H, next: edited(H, ['前年度の人口による割合', '前々年度の人口による割合']) },
  // 括弧の中のすべてが変われば、見出しの全部を改める（C07）
  B22: { base: edited(A, ['（費用分担）', '（取組の費用分担）']), next: edited(A, ['（費用分担）', '（取組の経費負担）']) },
  B23: { base: A, next: edited(inArticles(A, [4], '費用', '経費'), ['（費用分担）', '（経費分担）']) },
  B24: { base: A, next: edited(A, ['連携中枢都市圏である', '']) },
  // 題名は一字の違いでも全部を改める（C12）
  B25: { base: A, next: edited(A, ['　　　山口県央連携都市圏域', '　　　山口県央及び石見西部連携都市圏域']), readsExample: true, lines: ['題名を次のように改める。', '　　　山口県央及び石見西部連携都市圏域形成に係る連携協約'] },
  B26: { base: H, next: edited(H, ['令和9年4月1日', '令和9年10月1日']) },
  B27: { base: A, next: edited(A, ['前条に規定する取組を実施', '第3条に規定する取組を実施']) },
  // 間の字句が目に見えない形は起こさない。変わったところだけの引用で足りる
  B28: { base: A, next: edited(A, ['人口減少・少子高齢社会においても、活力ある社会経済を維持し', '将来にわたり持続可能な社会経済を維持し']), readsExample: true, lines: ['第1条中「人口減少・少子高齢社会においても、活力ある」を「将来にわたり持続可能な」に改める。'] },
  B29: { base: A, next: edited(A, ['両市の長は', '両市の長（代理する者を含む。）は']) },
  B30: { base: A, next: inArticles(inArticles(A, [2], '相互に', ''), [2, 3, 4], '取組', '連携事業') },
};

describe('字句の型（B）が、二つの本文から起こされる', () => {
  it('どの型も試験する', () => expect(Object.keys(CASES)).toEqual(patterns.map((p) => p.id)));

  it.each(patterns)('$id $form', (pattern) => {
    const found = CASES[pattern.id]!;
    expect(draftPattern(pattern, found)).toEqual(expectedOutcome(pattern, found));
  });
});
