import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText } from '../text/plain/read-text.js';
import { sourceFromText } from '../text/plain/source-from-text.js';
import { readAgreement } from './read-agreement.js';

const EXAMPLE = new URL('../../../../examples/yamaguchi/', import.meta.url);
const directory = (JSON.parse(readFileSync(new URL('municipalities.json', EXAMPLE), 'utf8')) as { municipalities: { code: string; name: string; prefecture: string }[] }).municipalities;
const reading = readText(sourceFromText(readFileSync(new URL('agreement-yamaguchi-ube.txt', EXAMPLE), 'utf8')));

describe('山口市と宇部市の連携協約の原文から', () => {
  const { kind, agreement, policyFields, initiatives, duties, findings } = readAgreement(reading, directory);

  it('種類・題名・根拠・当事者・締結日・正本を読む', () => {
    expect(kind).toBe('cooperation-agreement');
    expect(agreement.title).toBe('山口県央連携都市圏域形成に係る連携協約');
    expect(agreement.legalBasis).toBe('地方自治法第252条の2第1項');
    expect(agreement.parties).toEqual([{ name: '山口市', code: '352039' }, { name: '宇部市', code: '352021' }]);
    expect(agreement.concludedOn).toBe('2017-03-30');
    expect(agreement.originals).toBe(2);
    expect(agreement.custody).toBe('それぞれ各1通');
  });

  it('6条の見出しを読む', () => {
    expect(agreement.articles.map((a) => [a.number, a.caption])).toEqual([
      ['1', '目的'], ['2', '基本方針'], ['3', '連携する取組及び役割'], ['4', '費用分担'], ['5', '連絡会議'], ['6', '連携協約の変更等'],
    ]);
  });

  it('署名者は印字のまま', () => {
    expect(agreement.signatories).toEqual([
      { body: '山口市', title: '山口市長', name: '渡辺純一', address: '山口市亀山町2番1号' },
      { body: '宇部市', title: '宇部市長', name: '久保田和子', address: '宇部市常盤町一丁目7番1号' },
    ]);
  });

  it('5つの政策分野に19の取組', () => {
    expect(policyFields.map((f) => f.path)).toEqual(['1', '2', '3(1)', '3(2)', '3(3)']);
    expect(policyFields[2]!.parent).toEqual({ label: '3', heading: '圏域全体の生活関連機能サービスの向上' });
    expect(initiatives.map((i) => i.path)).toEqual([
      '1/ア', '1/イ', '1/ウ', '1/エ', '1/オ', '2/ア', '2/イ', '2/ウ', '2/エ',
      '3(1)/ア', '3(1)/イ', '3(1)/ウ', '3(1)/エ', '3(1)/オ', '3(1)/カ', '3(2)/ア', '3(2)/イ', '3(2)/ウ', '3(3)/ア',
    ]);
  });

  it('どの取組も第3条により、両市の役割と内容を持つ', () => {
    for (const { name, content, roles, article } of initiatives) {
      expect(name).not.toBe('');
      expect(content).toMatch(/。$/);
      expect(roles.map(({ party, bodies, text }) => ({ party, bodies, text }))).toEqual([
        { party: '両市', bodies: ['山口市', '宇部市'], text: '両市が相互に連携・協力して、取組を推進する。' },
      ]);
      expect(article?.number).toBe('3');
    }
  });

  it('失われた役割の文字を補った取組には推定の印がある', () => {
    const inferred = initiatives.filter((i) => i.roles.some((r) => r.inferred)).map((i) => i.path);
    // 表1は「オ」の行だけに、表3(2)・3(3)はすべての行に印字が残っている
    expect(inferred).toEqual(['1/ア', '1/イ', '1/ウ', '1/エ', '2/ア', '2/イ', '2/ウ', '2/エ', '3(1)/ア', '3(1)/イ', '3(1)/ウ', '3(1)/エ', '3(1)/オ', '3(1)/カ']);
  });

  it('費用分担・毎年度の連絡会議・変更の手続を義務として読む', () => {
    expect(duties.map(({ kind, article, bearer, frequency }) => ({ kind, article, bearer, frequency }))).toEqual([
      { kind: 'cost-sharing', article: '4', bearer: '両市', frequency: null },
      { kind: 'conference', article: '5', bearer: '両市の長', frequency: 'yearly' },
      { kind: 'change-procedure', article: '6', bearer: '両市', frequency: null },
    ]);
  });

  it('協約としての欠けは無い', () => {
    expect(findings).toEqual([]);
  });
});

const readAs = (...lines: string[]) => readAgreement(readText(sourceFromText(lines.join('\n'))), directory);
const OPENING = '川北市（以下「甲」という。）、川南市（以下「乙」という。）及び川東町（以下「丙」という。）は、地方自治法第252条の2第1項の規定により、次のとおり連携協約を締結する。';

describe('書きぶりの違い', () => {
  it.each(['甲、乙及び丙の役割', '甲、乙及び丙の役割分担'])('細分の頭書「%s」は、並べた当事者の役割', (header) => {
    const { initiatives } = readAs('連携協約', OPENING, '（取組）', '第1条　取組は、次のとおりとする。', '(1)　生活機能', 'ア　子育て', '(ア)　取組の内容', '子育てを支える。', `(イ)　${header}`, '共同で行う。');
    expect(initiatives).toMatchObject([{ path: '(1)/ア', name: '子育て', content: '子育てを支える。', roles: [{ bodies: ['川北市', '川南市', '川東町'], text: '共同で行う。' }] }]);
  });

  it('条を置かない変更の連携協約も、変更する文書と報告して読む', () => {
    const { kind, findings } = readAs('連携協約の一部を変更する連携協約', '川北市と川南市は、地方自治法第252条の2第4項の規定により、平成29年3月30日に締結した連携協約の一部を次のとおり変更する。', '第3条中「別表」を「別表第1」に改める。');
    expect(kind).toBe('cooperation-agreement');
    expect(findings.map((f) => f.code)).toContain('agreement.amending-instrument');
    expect(findings.filter((f) => f.severity === 'error')).toEqual([]);
  });

  it.each([
    ['○中海圏域連携協約', '中海圏域連携協約'],
    ['○○圏域連携協約', '○○圏域連携協約'],
  ])('題名「%s」の頭の○は例規集の印、二つ続けば伏せ字', (printed, title) => {
    expect(readAs(printed, OPENING, '第1条　目的を定める。').agreement.title).toBe(title);
  });
});
