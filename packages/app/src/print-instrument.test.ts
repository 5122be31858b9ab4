import { readFileSync } from 'node:fs';
import { AGREEMENT_PROFILE, ORDINANCE_PROFILE, readInstrument, readText, sourceFromText, type LawDocument, type PlainDate } from '@renkei/core';
import { describe, expect, it } from 'vitest';
import { printInstrument } from './print-instrument.js';

const read = (text: string): LawDocument => readText(sourceFromText(text)).document;
const SOURCE = readFileSync(new URL('../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8');
const AGREEMENT = read(SOURCE);
const ORDINANCE = read('○○市行政手続条例\n（平成9年○○市条例第3号）\n\n　（目的）\n第1条　この条例は、手続について定める。\n　　　附　則\n　この条例は、平成9年4月1日から施行する。\n');

describe('改正の文書の全体', () => {
  it('協約の署名欄は、住所と職名だけを元の協約から取り、日と氏名は空けておく', () => {
    const lines = printInstrument({ base: AGREEMENT, content: { form: 'abolition', lastDay: null }, inForce: null }, AGREEMENT_PROFILE).split('\n');
    expect(lines.slice(-8)).toEqual(['　　　　年　　月　　日', '　　　　山口市亀山町2番1号', '　　　　山口市', '　　　　山口市長', '　　　　宇部市常盤町一丁目7番1号', '　　　　宇部市', '　　　　宇部市長', '']);
    expect(lines.join('')).not.toMatch(/渡辺純一|久保田和子/);
  });

  it('全部変更に入るのは新しい本文だけで、元の協約の日付・署名・作成文は入らない', () => {
    const next = read(SOURCE.replace('毎年度、連絡会議', '毎年度1回、連絡会議'));
    const text = printInstrument({ base: AGREEMENT, content: { form: 'whole', next }, inForce: '2027-04-01' as PlainDate }, AGREEMENT_PROFILE);
    expect(text).toContain('の全部を次のように変更する。\n　　　山口県央連携都市圏域形成に係る連携協約\n　山口市及び宇部市（以下');
    expect(text).toContain('毎年度1回、連絡会議');
    expect(text).toContain('｜イ 戦略産業の育成｜');
    expect(text.match(/証するため/g)).toHaveLength(1);
    expect(text).not.toMatch(/渡辺純一|久保田和子|^平成29年3月30日|連携協約書$/m);
    const { instrument } = readInstrument(text);
    expect(instrument.parts.map((p) => p.lead?.form)).toEqual(['whole']);
    expect(instrument.suppl?.inForce).toEqual({ kind: 'on', date: '2027-04-01' });
  });

  it('例規の番号は、印字に（ ）があっても一度だけ（ ）に入れる', () => {
    expect(printInstrument({ base: ORDINANCE, content: { form: 'abolition', lastDay: null }, inForce: null }, ORDINANCE_PROFILE)).toContain('　○○市行政手続条例（平成9年○○市条例第3号）は、廃止する。');
  });

  it('例規の全部改正は、題名が一度だけで、新しい本文の附則が附則になる', () => {
    const text = printInstrument({ base: ORDINANCE, content: { form: 'whole', next: ORDINANCE }, inForce: null }, ORDINANCE_PROFILE);
    expect(text.split('\n')).toEqual([
      '　　　○○市行政手続条例', '　○○市行政手続条例（平成9年○○市条例第3号）の全部を改正する。', '　（目的）', '第1条　この条例は、手続について定める。',
      '　　　附　則', '　この条例は、平成9年4月1日から施行する。', '',
    ]);
  });
});
