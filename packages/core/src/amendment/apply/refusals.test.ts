import { describe, expect, it } from 'vitest';
import { applyText, readBase } from '../../../testing/apply-text.js';
import type { PlainDate } from '../../calendar/plain-date.js';
import { applyAmendment } from './apply-amendment.js';
import { parseAmendment } from '../parse/parse-amendment.js';

const BASE = readBase(`　　　連携事業条例

（目的）
第1条　この条例は、目的及び趣旨を定める。

（会議）
第2条　会議は、次に掲げる者で組織する。
(1)　市長
(2)　議長
2　会議は、毎年度、開く。
3　会議の費用は、費用として市が負担する。

（費用）
第3条　費用は、市が負担する。

第4条　サービスの費用は、戦略的に定める（別に定めるものを除く。）。

第5条　報告は、公表する。

第6条　次に掲げる。
(1)　甲
2　次に掲げる。
(1)　乙

別表（第3条関係）
区分	額
ア　甲	百円
イ　その他	二百円
`);

const findings = (amendment: string) => applyText(BASE, amendment).findings.map(({ code, data, at }) => ({ code: code.replace('amendment.', ''), line: at.line, ...data }));

describe('断る理由', () => {
  it.each([
    ['無い条', '　第9条中「市」を「町」に改める。', { code: 'location-not-found', line: 1, location: '第9条', nearest: '' }],
    ['無い項は、見つかった条までを添える', '　第2条第9項を削る。', { code: 'location-not-found', line: 1, location: '第2条第9項', nearest: '第2条' }],
    ['無いただし書', '　第2条第2項ただし書を削る。', { code: 'location-not-found', line: 1, location: '第2条第2項ただし書', nearest: '第2条第2項' }],
    ['無い字句は、ある所を添える', '　第3条中「公表」を「公告」に改める。', { code: 'words-not-found', line: 1, words: '公表', location: '第3条', elsewhere: '第5条' }],
    ['どこにも無い字句', '　第3条中「県」を「国」に改める。', { code: 'words-not-found', line: 1, words: '県', location: '第3条', elsewhere: '' }],
    ['一つに決まらない号', '　第6条第1号を削る。', { code: 'location-ambiguous', line: 1, location: '第6条第1号', count: 2 }],
    ['数の違い', '　第6条の次に次の2条を加える。\n第7条　甲', { code: 'count-mismatch', line: 1, unit: '条', expected: 2, actual: 1 }],
    ['標目の違い', '　第6条の次に次の1条を加える。\n第8条　甲', { code: 'block-number', line: 1, expected: '第7条', actual: '第8条' }],
    ['枝番号であるはずの標目', '　第3条の次に次の1条を加える。\n第7条　甲', { code: 'block-number', line: 1, expected: '第3条の2', actual: '第7条' }],
    ['改める規定と違う標目', '　第3条を次のように改める。\n第4条　甲', { code: 'block-number', line: 1, expected: '第3条', actual: '第4条' }],
    ['ふさがった番号への移動', '　第3条を第4条とする。', { code: 'number-occupied', line: 1, location: '第4条' }],
    ['ふさがった見出し', '　第3条に見出しとして「（負担）」を付する。', { code: 'number-occupied', line: 1, location: '第3条の見出し' }],
    ['移したきりの欠番', '　第6条を第7条とする。', { code: 'number-gap', line: 1, before: '第5条', after: '第7条' }],
    ['削ったきりの欠番', '　第2条第1項第1号を削る。', { code: 'number-gap', line: 1, before: '', after: '第2条第1項第2号' }],
    ['全部を改めて移す', '　第5条を次のように改める。\n第5条　公告する。\n　第6条を第7条とし、第5条を第6条とし、第4条の次に次の1条を加える。\n第5条　甲', { code: 'rewrite-and-move', line: 3, location: '第5条' }],
    ['二つ目のただし書', '　第3条に次のただし書を加える。\n　ただし、甲。\n　第3条に次のただし書を加える。\n　ただし、乙。', { code: 'number-occupied', line: 3, location: '第3条ただし書' }],
  ])('%s', (_, amendment, expected) => expect(findings(amendment)).toContainEqual(expected));

  it('字句の誤りは、ほかの字句の誤りと一緒に、すべて返す', () => {
    expect(findings('　第1条中「甲」を「乙」に改める。\n　第3条中「丙」を「丁」に改める。').map((f) => [f.code, f.line])).toEqual([['words-not-found', 1], ['words-not-found', 2]]);
  });

  it('断ったときは、元の本文に何も起きない', () => {
    const before = JSON.stringify(BASE);
    expect(applyText(BASE, '　第1条中「目的」を「狙い」に改める。\n　第3条を第4条とする。').applied).toBeUndefined();
    expect(JSON.stringify(BASE)).toBe(before);
  });

  it('元からある欠番は、改め文のせいにしない', () => {
    const gapped = readBase('　　　条例\n\n第1条　甲\n\n第3条　乙\n\n第4条　丙\n');
    expect(applyText(gapped, '　第4条を削る。').findings).toEqual([]);
  });

  it('触れない並びは調べない', () => {
    const gapped = readBase('　　　条例\n\n第1条　甲\n\n第3条　乙\n２　丙\n');
    expect(applyText(gapped, '　第3条第2項を削る。').findings).toEqual([]);
  });
});

describe('警告', () => {
  it.each([
    ['引用が幾つも当たる', '　第2条第3項中「費用」を「経費」に改める。', { code: 'words-repeated', line: 1, words: '費用', location: '第2条第3項', count: 2 }],
    ['片仮名の語の途中で切れた引用', '　第4条中「サービ」を「サーヴィ」に改める。', { code: 'word-cut', line: 1, words: 'サービ', location: '第4条', around: 'サービス' }],
    ['括弧の幅だけが違う引用', '　第4条中「(別に定めるものを除く。)」を削る。', { code: 'folded-match', line: 1, words: '(別に定めるものを除く。)', location: '第4条' }],
    ['旧字体の引用', '　第4条中「戰略的」を「計画的」に改める。', { code: 'folded-match', line: 1, words: '戰略的', location: '第4条' }],
    ['見出しにもある字句', '　第3条中「費用」を「経費」に改める。', { code: 'caption-untouched', line: 1, words: '費用', location: '第3条' }],
    ['最後でなくなる「その他」の項', '　別表の表に次のように加える。\n｜ウ　乙｜三百円｜', { code: 'ordinary-row-last', line: 1, row: 'イ　その他' }],
  ])('%s', (_, amendment, expected) => expect(findings(amendment)).toContainEqual(expected));

  it('一文の中の番号が、文の初めの番号と読むと別の規定になるとき', () => {
    const found = findings('　第6条を第7条とし、第5条を第6条とし、第4条を第5条とし、第3条を第4条とし、第5条中「戦略的」を「計画的」に改め、第2条の次に次の1条を加える。\n第3条　甲');
    expect(found).toContainEqual({ code: 'two-readings', line: 1, location: '第5条', other: '第6条' });
  });

  it('直前に言った規定を「同条」で受けるのは、二つの読み方にならない', () => {
    expect(findings('　第6条を第7条とし、第2条から第5条までを1条ずつ繰り下げ、第1条を第2条とし、同条の前に次の1条を加える。\n第1条　甲').filter((f) => f.code === 'two-readings')).toEqual([]);
  });

  it('施行の日より前の日付を加えたとき', () => {
    const inForceOn = '2027-04-01' as PlainDate;
    const { findings: found } = applyText(BASE, '　第5条中「公表する」を「令和9年3月31日までに公表する」に改める。', { inForceOn });
    expect(found.map((f) => [f.code, f.data])).toEqual([['amendment.date-before-force', { date: '令和9年3月31日', inForceOn: '令和9年4月1日' }]]);
    expect(applyText(BASE, '　第5条中「公表する」を「令和9年4月1日までに公表する」に改める。', { inForceOn }).findings).toEqual([]);
  });
});

describe('空の改め文', () => {
  it('何も変えない', () => {
    const applied = applyAmendment(BASE, []);
    expect(applied.ok && applied.value.document.root).toBe(BASE.root);
  });

  it('改め文でないものは、操作が無い', () => {
    expect(parseAmendment('これは改め文ではない').amendment).toEqual([]);
  });
});
