import { describe, expect, it } from 'vitest';
import { childOf, textOf, walk } from '../element.js';
import { readText } from './read-text.js';
import { sourceFromText } from './source-from-text.js';
import { unaccounted } from './unaccounted.js';

const read = (...lines: string[]) => {
  const source = sourceFromText(lines.join('\n'));
  const reading = readText(source);
  expect(unaccounted(source, reading)).toEqual([]);
  return { ...reading, all: [...walk(reading.document.root)] };
};
const texts = (reading: ReturnType<typeof read>, tag: string) => reading.all.filter((e) => e.tag === tag).map(textOf);
const ARTICLE = '第1条　この協約は、連携を目的とする。';

describe('実際の文書に見られる形', () => {
  it('罫線で組んだ表を表として読む', () => {
    const reading = read('別表', '┌──┬──┐', '│取組│内容│', '├──┼──┤', '│ア　防災│訓練を行う。│', '└──┴──┘');
    expect(texts(reading, 'TableHeaderColumn')).toEqual(['取組', '内容']);
    expect(texts(reading, 'TableColumn')).toEqual(['ア　防災', '訓練を行う。']);
  });

  it('半角の片仮名の標目は全角と同じ番号で、直したことを報告する', () => {
    const reading = read(ARTICLE, '(1)　産業', 'ア　誘致', '(ｱ)　用地', '(ｲ)　広報');
    expect(reading.all.filter((e) => e.tag === 'Subitem2').map((e) => e.num)).toEqual(['1', '2']);
    expect(reading.findings.filter((f) => f.code === 'text.bracket-width').map((f) => [f.found, f.assumed])).toEqual([['(ｱ)', '(ア)'], ['(ｲ)', '(イ)']]);
  });

  it('議案と別紙に続く案では、案の題名を題名とし、議案の文は表紙に置く', () => {
    const reading = read('第1号議案', '　　　連携協約の締結について', '次のとおり議会の議決を求める。', '別紙', '　　　甲市及び乙市における連携協約（案）', ARTICLE);
    expect(texts(reading, 'LawTitle')).toEqual(['甲市及び乙市における連携協約（案）']);
    expect(texts(reading, 'CoverLine')).toEqual(['第1号議案', '連携協約の締結について', '次のとおり議会の議決を求める。', '別紙']);
    expect(texts(reading, 'Article')).toHaveLength(1);
  });

  it.each([
    ['押印に触れない締結文', 'この協約を証するため、本書3通を作成し、各1通を保有する。'],
    ['記名押印に触れる締結文', 'この協約の締結を証するため、本書2通を作成し、記名押印の上、保有する。'],
  ])('%sから後を締結部とする', (_, formula) => {
    const reading = read(ARTICLE, '', formula, '', '令和2年1月1日', '', '山田市長　山田　太郎');
    expect(texts(reading, 'ClosingFormula')).toEqual([formula]);
    expect(texts(reading, 'SignatureLine')).toEqual(['山田市長　山田　太郎']);
  });

  it('締結文が無くても、日付の行に首長の行が続けば締結部とする', () => {
    const reading = read(ARTICLE, '', '令和2年1月1日', '', '甲　山田市長　山　田　太郎', '乙　川田町長　川　田　花子');
    const closing = reading.all.find((e) => e.tag === 'Closing')!;
    expect(textOf(childOf(closing, 'ConclusionDate')!)).toBe('令和2年1月1日');
    expect(texts(reading, 'SignatureBlock')).toHaveLength(2);
  });

  it.each([
    ['職と氏名の欄', ['甲\t山田市長\t山　田　太郎', '乙\t川田町長\t川　田　花子'], ['甲　山田市長　山　田　太郎', '乙　川田町長　川　田　花子']],
    ['呼び名の無い欄', ['山田市長\t山田太郎', '川田町長\t川田花子'], ['山田市長　山田太郎', '川田町長　川田花子']],
  ])('表に組まれた署名欄（%s）を署名の行に戻す', (_, rows, lines) => {
    const reading = read(ARTICLE, '', '令和2年1月1日', '', ...rows);
    expect(texts(reading, 'SignatureLine')).toEqual(lines);
    expect(texts(reading, 'Table')).toEqual([]);
  });

  it('説明に続く協約の全文では、協約の題名を題名とする', () => {
    const reading = read('協約を締結しました', '全文は次のとおりです。', '海市及び山町における連携協約', ARTICLE);
    expect(texts(reading, 'LawTitle')).toEqual(['海市及び山町における連携協約']);
  });
});
