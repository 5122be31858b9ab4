import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Pattern } from '../../../testing/catalogue.js';
import { evenText } from '../../../testing/catalogue.js';
import { readBase } from '../../../testing/apply-text.js';
import type { PlainDate } from '../../calendar/plain-date.js';
import { applyAmendment } from '../apply/apply-amendment.js';
import { draftAmendment } from '../diff/draft-amendment.js';
import { parseAmendment } from '../parse/parse-amendment.js';
import { AGREEMENT_PROFILE } from '../profile.js';
import { amendClauseName } from './amend-clause-name.js';
import { baseFacts, draftInstrument, type DraftFacts } from './draft-instrument.js';
import type { Instrument } from './instrument.js';
import { readInstrument } from './read-instrument.js';
import { writeInstrument } from './write-instrument.js';

const patterns = JSON.parse(readFileSync(new URL('../../../fixtures/amendment/patterns.json', import.meta.url), 'utf8')) as Pattern[];
const example = (id: string): readonly string[] => patterns.find((p) => p.id === id)!.example;
const ids = (group: string): string[] => patterns.filter((p) => p.id.startsWith(group)).map((p) => p.id);
const day = (text: string) => text as PlainDate;

const SOURCE = readFileSync(new URL('../../../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8');
const AGREEMENT = readBase(SOURCE);
const NEXT = readBase(evenText(SOURCE).replace('\n\n　（連携協約の変更等）', '\n2　連絡会議は、山口市長及び宇部市長が交互に招集する。\n\n　（連携協約の変更等）'));
const base = baseFacts(AGREEMENT);
const { amendment } = draftAmendment(AGREEMENT, NEXT, AGREEMENT_PROFILE);
const partial = { form: 'partial', base, amendment } as const;
const parties = ['山口市', '宇部市'];
const closing = { originals: 2, together: '両市', signatories: [] };
const onApril = { kind: 'on', date: day('2027-04-01') } as const;
const [added] = amendment.flatMap((p) => p.operations);

interface FrameCase {
  readonly facts: DraftFacts;
  /** 作った文書を読み戻して取れる値 */
  readonly read: (instrument: Instrument) => unknown;
  readonly value: unknown;
}

/** 枠と附則の型。事実は二つの本文からは決まらないので、引数で受け取る */
const CASES: Readonly<Record<string, FrameCase>> = {
  A01: { facts: { contents: [partial] }, read: (i) => i.title, value: example('A01')[0] },
  A02: { facts: { contents: [partial], parties }, read: (i) => i.enacting, value: example('A02') },
  A03: { facts: { contents: [partial] }, read: (i) => i.parts[0]!.lead, value: { text: example('A03')[0], form: 'partial', verb: '変更', name: base.title, identification: '平成29年3月30日締結', concludedOn: '2017-03-30', lastDay: null } },
  A04: {
    facts: { contents: [{ ...partial, caption: '（山口市と宇部市との連携協約の一部変更）' }, { form: 'abolition', base: { title: '山口市と防府市との連携協約' } }] },
    read: (i) => i.parts.map((p) => p.article), value: [{ label: '第1条', caption: '（山口市と宇部市との連携協約の一部変更）' }, { label: '第2条', caption: '（山口市と防府市との連携協約の廃止）' }],
  },
  A05: { facts: { contents: [{ form: 'whole', base, text: ['　　　新しい連携協約', '第1条　…'] }] }, read: (i) => i.parts.map((p) => [p.lead!.form, p.text]), value: [['whole', ['　　　新しい連携協約', '第1条　…']]] },
  A06: { facts: { contents: [{ form: 'abolition', base, lastDay: day('2027-03-31') }] }, read: (i) => [i.parts[0]!.lead!.form, i.parts[0]!.lead!.lastDay], value: ['abolition', '2027-03-31'] },
  A07: { facts: { contents: [partial], closing }, read: (i) => i.closing, value: [`　${example('A07')[0]}`] },
  H01: { facts: { contents: [partial], inForce: onApril }, read: (i) => i.suppl!.inForce, value: onApril },
  H02: { facts: { contents: [partial], inForce: { kind: 'conclusion' } }, read: (i) => i.suppl!.inForce, value: { kind: 'conclusion' } },
  H03: {
    facts: { contents: [partial], inForce: onApril, later: [{ clauses: [amendClauseName(added!, 'half')], inForce: { kind: 'on', date: day('2027-10-01') } }] },
    read: (i) => i.suppl!.later, value: [{ clauses: ['第5条に1項を加える改正規定'], inForce: { kind: 'on', date: '2027-10-01' } }],
  },
  H04: {
    facts: { contents: [partial], inForce: onApril, transitional: [{ caption: '（経過措置）', text: 'この連携協約の施行前に実施した取組に要する費用の分担については、なお従前の例による。' }] },
    read: (i) => i.suppl!.provisions.map((p) => [p.label, p.caption]), value: [['1', '（施行期日）'], ['2', '（経過措置）']],
  },
  H05: { facts: { contents: [partial], transitional: [{ caption: '（適用区分）', text: example('H05')[0]!.trim() }] }, read: (i) => i.suppl!.provisions.map((p) => p.text), value: [example('H05')[0]!.trim()] },
  H06: { facts: { contents: [partial], expiresOn: day('2032-03-31') }, read: (i) => i.suppl!.expiresOn, value: '2032-03-31' },
};

describe('枠（A）と附則（H）の型が、文書に作られる', () => {
  it('どの型も試験する', () => expect(Object.keys(CASES)).toEqual([...ids('A'), ...ids('H')]));

  it.each(Object.entries(CASES))('%s', (id, { facts, read, value }) => {
    const text = writeInstrument(draftInstrument(facts, AGREEMENT_PROFILE), AGREEMENT_PROFILE);
    // 字下げは文書の配字なので、例の行とは中身で比べる
    const lines = text.split('\n').map((l) => l.trim());
    const at = lines.indexOf(example(id)[0]!.trim());
    expect(lines.slice(at, at + example(id).length)).toEqual(example(id).map((l) => l.trim()));
    expect(read(readInstrument(text).instrument)).toEqual(value);
  });

  it('A07: 電子で締結するときは、電磁的記録と電子署名', () => {
    const made = draftInstrument({ contents: [partial], closing: { ...closing, electronic: true } }, AGREEMENT_PROFILE);
    expect(made.closing[0]).toBe('　この連携協約の締結を証するため、本書の電磁的記録を作成し、両市がそれぞれ電子署名を付して保有する。');
  });

  it.each([
    ['字句の改め', 'B27', '第4条の改正規定'],
    ['全部の改め', 'C01', '第4条の改正規定'],
    ['項を加える', 'D07', '第5条に1項を加える改正規定'],
    ['条を加える', 'D04', '第3条の次に1条を加える改正規定'],
    ['表の項の字句', 'G03', '別表1の表の改正規定'],
  ])('H03: %sの改正規定の呼び方', (_, id, name) => {
    const [operation] = parseAmendment(example(id).join('\n')).amendment.flatMap((p) => p.operations);
    expect(amendClauseName(operation!, 'half')).toBe(name);
  });
});

describe('新旧対照表方式（I03・I04）は、見分けるが起こさない', () => {
  it('本文の文は、何をどう改めるかを言わないので、当てると断る', () => {
    const { instrument } = readInstrument(`　${example('I03')[0]}\n｜変更後｜変更前｜\n｜---｜---｜\n｜第4条　…｜第4条　…｜\n　${example('I04')[0]}`);
    expect(instrument.parts.map((p) => p.byTable)).toEqual([true]);
    expect(instrument.parts[0]!.text.map((l) => l.trim())).toContain(example('I04')[0]);
    expect(applyAmendment(AGREEMENT, instrument.parts.flatMap((p) => p.amendment)).ok).toBe(false);
  });
});
