import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../calendar/plain-date.js';
import type { ProvisionNum } from '../../text/element.js';
import type { Amendment, Operation } from '../operation.js';
import { AGREEMENT_PROFILE, ORDINANCE_PROFILE, STATUTE_PROFILE, type DraftingProfile } from '../profile.js';
import { amendClauseName } from './amend-clause-name.js';
import { draftInstrument, type DraftFacts } from './draft-instrument.js';
import type { Instrument } from './instrument.js';
import { readInstrument } from './read-instrument.js';
import { readLead } from './read-lead.js';
import { readSuppl } from './read-suppl.js';
import { writeInstrument } from './write-instrument.js';

const day = (text: string) => text as PlainDate;
const NAME = '山口県央連携都市圏域形成に係る連携協約';
const base = { title: NAME, concludedOn: day('2017-03-30') };
const article = (n: string) => [{ kind: 'article' as const, num: n as ProvisionNum }];
const amendment: Amendment = [
  { operations: [{ targets: [{ from: article('4') }], action: { kind: 'replaceWords', words: [{ text: '前条' }], to: '第3条' } }] },
  { operations: [{ targets: [{ from: article('5') }], action: { kind: 'add', where: 'end', what: { units: [{ unit: '項', count: 1 }] }, block: { lines: ['2　連絡会議は、山口市長及び宇部市長が交互に招集する。'] } } }] },
];
/** 行番号は原文のもので、書けば変わる */
const withoutLines = (instrument: Instrument): Instrument => ({ ...instrument, parts: instrument.parts.map((p) => ({ ...p, lines: [] })) });
const again = (instrument: Instrument, profile: DraftingProfile = AGREEMENT_PROFILE) => readInstrument(writeInstrument(instrument, profile));

describe('改正の文書を作る', () => {
  test('一部変更: 題名・締結文・柱書・改め文・附則・作成文', () => {
    const facts: DraftFacts = {
      contents: [{ form: 'partial', base, amendment }],
      parties: ['山口市', '宇部市'],
      inForce: { kind: 'on', date: day('2027-04-01') },
      later: [{ clauses: [amendClauseName(amendment[1]!.operations[0]!, 'half')], inForce: { kind: 'on', date: day('2027-10-01') } }],
      closing: { originals: 2, together: '両市', concludedOn: day('2027-03-25'), signatories: [{ body: '山口市', title: '山口市長' }, { body: '宇部市', title: '宇部市長', name: '宇部　花子' }] },
    };
    const text = writeInstrument(draftInstrument(facts, AGREEMENT_PROFILE), AGREEMENT_PROFILE);
    expect(text.split('\n')).toEqual([
      '　　　山口県央連携都市圏域形成に係る連携協約の一部を変更する連携協約',
      '　山口市及び宇部市は、地方自治法（昭和22年法律第67号）第252条の2第4項の規定により、平成29年3月30日に締結した山口県央連携都市圏域形成に係る連携協約の一部を変更する連携協約を次のとおり締結する。',
      '　山口県央連携都市圏域形成に係る連携協約（平成29年3月30日締結）の一部を次のように変更する。',
      '　第4条中「前条」を「第3条」に改める。',
      '　第5条に次の1項を加える。',
      '2　連絡会議は、山口市長及び宇部市長が交互に招集する。',
      '　　　附　則',
      '　この連携協約は、令和9年4月1日から施行する。ただし、第5条に1項を加える改正規定は、令和9年10月1日から施行する。',
      '　この連携協約の締結を証するため、本書2通を作成し、両市が記名押印の上、それぞれ各1通を保有する。',
      '　令和9年3月25日',
      '　　　　山口市',
      '　　　　山口市長',
      '　　　　宇部市',
      '　　　　宇部市長　宇部　花子',
      '',
    ]);
  });

  test('廃止: いつ限りかを言う', () => {
    const made = draftInstrument({ contents: [{ form: 'abolition', base, lastDay: day('2027-03-31') }] }, AGREEMENT_PROFILE);
    expect(writeInstrument(made, AGREEMENT_PROFILE).split('\n')).toEqual([
      '　　　山口県央連携都市圏域形成に係る連携協約を廃止する連携協約',
      '　山口県央連携都市圏域形成に係る連携協約（平成29年3月30日締結）は、令和9年3月31日限り、廃止する。',
      '',
    ]);
  });

  test('全部変更: 新しい本文がそのまま続く', () => {
    const text = ['　　　山口県央連携都市圏域形成に係る連携協約', '　（目的）', '第1条　この連携協約は、…を目的とする。'];
    const made = draftInstrument({ contents: [{ form: 'whole', base, text }], inForce: { kind: 'conclusion' } }, AGREEMENT_PROFILE);
    expect(writeInstrument(made, AGREEMENT_PROFILE).split('\n')).toEqual([
      '　　　山口県央連携都市圏域形成に係る連携協約の全部を変更する連携協約',
      '　山口県央連携都市圏域形成に係る連携協約（平成29年3月30日締結）の全部を次のように変更する。',
      ...text,
      '　　　附　則',
      '　この連携協約は、締結の日から施行する。',
      '',
    ]);
  });

  test('条例: 公布文と番号があり、番号で名指す', () => {
    const facts: DraftFacts = {
      contents: [{ form: 'partial', base: { title: '山口市手数料条例', number: '平成17年山口市条例第75号' }, amendment }],
      inForce: { kind: 'promulgation' },
      transitional: [{ caption: '（経過措置）', text: 'この条例の施行前に受けた申請に係る手数料については、なお従前の例による。' }],
      promulgation: { on: day('2026-03-25'), signatory: '山口市長', number: '山口市条例第12号' },
    };
    expect(writeInstrument(draftInstrument(facts, ORDINANCE_PROFILE), ORDINANCE_PROFILE).split('\n')).toEqual([
      '　山口市手数料条例の一部を改正する条例をここに公布する。',
      '　　令和8年3月25日',
      '　　　　山口市長',
      '山口市条例第12号',
      '　　　山口市手数料条例の一部を改正する条例',
      '　山口市手数料条例（平成17年山口市条例第75号）の一部を次のように改正する。',
      '　第4条中「前条」を「第3条」に改める。',
      '　第5条に次の1項を加える。',
      '2　連絡会議は、山口市長及び宇部市長が交互に招集する。',
      '　　　附　則',
      '　（施行期日）',
      '1　この条例は、公布の日から施行する。',
      '　（経過措置）',
      '2　この条例の施行前に受けた申請に係る手数料については、なお従前の例による。',
      '',
    ]);
  });

  test('二つ以上の文書は条建て', () => {
    const other = { title: '山口市職員定数条例', number: '平成17年山口市条例第30号' };
    const facts: DraftFacts = { contents: [{ form: 'partial', base: { title: '山口市手数料条例' }, amendment }, { form: 'abolition', base: other }] };
    expect(writeInstrument(draftInstrument(facts, ORDINANCE_PROFILE), ORDINANCE_PROFILE).split('\n')).toEqual([
      '　　　山口市手数料条例等の一部を改正する条例',
      '　（山口市手数料条例の一部改正）',
      '第1条　山口市手数料条例の一部を次のように改正する。',
      '　第4条中「前条」を「第3条」に改める。',
      '　第5条に次の1項を加える。',
      '2　連絡会議は、山口市長及び宇部市長が交互に招集する。',
      '　（山口市職員定数条例の廃止）',
      '第2条　山口市職員定数条例（平成17年山口市条例第30号）は、廃止する。',
      '',
    ]);
  });

  test('国の法令は漢数字', () => {
    const made = draftInstrument({ contents: [{ form: 'partial', base: { title: '甲法', number: '平成二十年法律第三号' }, amendment }], inForce: { kind: 'on', date: day('2027-04-01') } }, STATUTE_PROFILE);
    expect(made.suppl?.lines).toEqual(['　この法律は、令和九年四月一日から施行する。']);
    expect(made.suppl?.inForce).toEqual({ kind: 'on', date: '2027-04-01' });
  });
});

describe('改正の文書を読む', () => {
  const short = fc.constantFrom(...'山口市宇部連携協約条例第１2三号（）「」の一部を変更する改正廃止附則、。　は限り ');
  const day_ = fc.constantFrom(day('2027-04-01'), day('2019-05-01'), day('2028-02-29'));
  const inForce = fc.oneof(fc.record({ kind: fc.constant('on' as const), date: day_ }), fc.constantFrom({ kind: 'conclusion' as const }, { kind: 'promulgation' as const }));
  const baseFact = fc.constantFrom(base, { title: '山口市手数料条例', number: '平成17年山口市条例第75号' }, { title: '甲規程' });
  const content: fc.Arbitrary<DraftFacts['contents'][number]> = fc.oneof(
    baseFact.map((b) => ({ form: 'partial' as const, base: b, amendment })),
    baseFact.map((b) => ({ form: 'whole' as const, base: b, text: ['　　　新しい題名', '　（目的）', '第1条　甲は、乙とする。'] })),
    fc.record({ form: fc.constant('abolition' as const), base: baseFact, lastDay: day_ }),
  );
  const optional = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
  const facts = fc.record({
    contents: fc.array(content, { minLength: 1, maxLength: 3 }),
    parties: optional(fc.constantFrom(['山口市', '宇部市'], ['甲市', '乙市', '丙町'])),
    inForce: optional(inForce),
    later: optional(fc.array(fc.record({ clauses: fc.constantFrom(['第5条に1項を加える改正規定'], ['第4条の改正規定', '別表1の表の改正規定']), inForce }), { maxLength: 2 })),
    transitional: optional(fc.constantFrom([{ caption: '（経過措置）', text: '施行前の取組については、なお従前の例による。' }])),
    expiresOn: optional(day_),
    closing: optional(fc.record({ originals: fc.integer({ min: 2, max: 20 }), together: fc.constant('両市'), electronic: fc.boolean(), concludedOn: day_, signatories: fc.constant([{ body: '山口市', title: '山口市長' }]) })),
    promulgation: optional(fc.record({ on: day_, signatory: fc.constant('山口市長'), number: fc.constant('山口市条例第12号') })),
  }) as unknown as fc.Arbitrary<DraftFacts>;
  const profile = fc.constantFrom(AGREEMENT_PROFILE, ORDINANCE_PROFILE, STATUTE_PROFILE);

  test('作った文書は、書いて読み戻すと同じ文書', () => {
    fc.assert(fc.property(facts, profile, (given, p) => {
      const made = draftInstrument(given, p);
      const read = again(made, p);
      expect(read.findings.filter((f) => f.severity === 'error')).toEqual([]);
      expect(withoutLines(read.instrument)).toEqual(withoutLines(made));
    }), { numRuns: 500 });
  });

  test('どんな文字列でも例外にせず、読んだものを書いて読み戻すと同じ文書', () => {
    const line = fc.oneof(
      fc.string({ unit: short, maxLength: 30 }),
      fc.constantFrom('　　　甲条例の一部を改正する条例', '　甲条例の一部を次のように改正する。', '第1条　甲条例の一部を次のように改正する。', '第2条　乙条例の一部を次のように改正する。', '　（甲の一部改正）',
        '　　　附　則', '　この条例は、公布の日から施行する。', '　この協約の締結を証するため、本書を作成する。', '　令和8年3月25日', '甲は、令和9年3月31日限り、廃止する。', '目次', '　附則', '　第1条中「甲」を「乙」に改める。', '　第2条を次のように改める。', '第2条　丙は、丁とする。', '備考　変更部分は、下線の部分である。'),
    );
    fc.assert(fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const { instrument } = readInstrument(lines.join('\n'));
      expect(withoutLines(again(instrument).instrument)).toEqual(withoutLines(instrument));
    }), { numRuns: 2000 });
  });

  test('改め文だけなら、枠のない文書', () => {
    const { instrument, findings } = readInstrument('　第4条中「前条」を「第3条」に改める。\n\n　第5条を削る。\n');
    expect(findings).toEqual([]);
    expect(instrument).toMatchObject({ title: null, enacting: [], suppl: null, closing: [] });
    expect(instrument.parts).toHaveLength(1);
    expect(instrument.parts[0]).toMatchObject({ article: null, lead: null, lines: [1, 3] });
    expect(instrument.parts[0]!.amendment).toHaveLength(2);
  });

  test('ブロックの中の柱書と附則は、枠ではない', () => {
    const text = ['　附則第2条を次のように改める。', '　（乙法の一部改正）', '第二条　乙法の一部を次のように改正する。', '　　第三条を削る。', '　附則を次のように改める。', '　　　附　則', '　この法律は、公布の日から施行する。'].join('\n');
    const { instrument } = readInstrument(text);
    expect(instrument.suppl).toBeNull();
    expect(instrument.parts[0]!.lead).toBeNull();
    expect(instrument.parts[0]!.amendment.map((p) => p.operations[0]!.action.kind)).toEqual(['replaceWhole', 'replaceWhole']);
  });

  test('目次のブロックの「附則」は、文書の附則ではない', () => {
    const text = ['　甲条例の一部を次のように改正する。', '　目次を次のように改める。', '目次', '　第1章　総則（第1条）', '　附則', '　第1条中「甲」を「乙」に改める。', '　　　附　則', '　この条例は、公布の日から施行する。'].join('\n');
    const { instrument } = readInstrument(text);
    expect(instrument.parts[0]!.amendment).toHaveLength(2);
    expect(instrument.suppl?.inForce).toEqual({ kind: 'promulgation' });
  });

  test.each<[string, string, (i: Instrument) => unknown]>([
    ['題名', `${NAME}の一部を変更する連携協約`, (i) => i.title],
    ['締結文', `山口市及び宇部市は、平成29年3月30日に締結した${NAME}の一部を変更する連携協約を次のとおり締結する。`, (i) => i.enacting[0]],
    ['作成文', 'この連携協約の締結を証するため、本書2通を作成し、両市が記名押印の上、それぞれ各1通を保有する。', (i) => i.closing[0]],
    ['失効', 'この連携協約は、令和14年3月31日限り、その効力を失う。', (i) => i.suppl?.lines[0]],
    ['新旧対照表の備考', '備考　変更部分は、下線の部分である。', (i) => i.parts[0]!.text[0]],
  ])('%s だけの文字列も失わない', (_, line, place) => {
    const { instrument, findings } = readInstrument(line);
    expect(findings).toEqual([]);
    expect(place(instrument)).toBe(line);
    expect(instrument.parts.flatMap((p) => p.amendment)).toEqual([]);
  });

  test('新旧対照表方式は、表を文字のまま持つ', () => {
    const text = ['　　　甲協約の一部を変更する連携協約', '　甲協約（平成29年3月30日締結）の一部を次のように変更する。', '　次の表の変更前の欄に掲げる規定を、同表の変更後の欄に掲げる規定に、下線で示すように変更する。', '｜変更後｜変更前｜', '｜第1条　乙｜第1条　甲｜', '備考　変更部分は、下線の部分である。'].join('\n');
    const { instrument, findings } = readInstrument(text);
    expect(findings).toEqual([]);
    expect(instrument.parts[0]).toMatchObject({ byTable: true, lines: [3] });
    expect(instrument.parts[0]!.amendment).toHaveLength(1);
    expect(instrument.parts[0]!.text).toHaveLength(4);
    expect(withoutLines(again(instrument).instrument)).toEqual(withoutLines(instrument));
  });

  test.each([
    ['次の表により、改正前欄に掲げる規定の傍線を付した部分をこれに対応する改正後欄に掲げる規定の傍線を付した部分のように改める。'],
    ['次の表により、改正前欄に掲げる対象規定を改正後欄に掲げる対象規定として移動し、改正前欄に掲げる対象規定で改正後欄にこれに対応するものを掲げていないものは、これを削る。'],
  ])('省令の新旧対照表方式の文も見分ける: %s', (sentence) => {
    const { instrument, findings } = readInstrument(sentence);
    expect(findings).toEqual([]);
    expect(instrument.parts[0]).toMatchObject({ byTable: true, text: [sentence] });
  });

  test('行番号は文書の行', () => {
    const text = ['', '　　　甲条例の一部を改正する条例', '', '　甲条例の一部を次のように改正する。', '', '　第1条中「甲」を「乙」に改める。', '　第2条を削る。'].join('\n');
    expect(readInstrument(text).instrument.parts[0]!.lines).toEqual([6, 7]);
  });

  test('長い行でも時間は長さに比例する', () => {
    for (const piece of ['の一部を', '（', '第1条　', '附　則\n', 'は、', '、ただし、', '改正規定及び', 'この\n'] ) expect(() => readInstrument(piece.repeat(20000))).not.toThrow();
  });
});

describe('柱書', () => {
  test.each([
    ['締結の日で名指す', `　${NAME}（平成29年3月30日締結）の一部を次のように変更する。`, { form: 'partial', verb: '変更', name: NAME, identification: '平成29年3月30日締結', concludedOn: '2017-03-30' }],
    ['番号で名指す', '　山口市手数料条例（平成17年山口市条例第75号）の一部を次のように改正する。', { form: 'partial', verb: '改正', name: '山口市手数料条例', identification: '平成17年山口市条例第75号', concludedOn: null }],
    ['名指す括弧がない', '　甲規程の一部を次のように改正する。', { form: 'partial', name: '甲規程', identification: null }],
    ['全部変更', `　${NAME}（平成29年3月30日締結）の全部を次のように変更する。`, { form: 'whole', verb: '変更' }],
    ['例規の全部改正', '　甲条例（平成17年条例第1号）の全部を改正する。', { form: 'whole', verb: '改正', name: '甲条例' }],
    ['廃止', `　${NAME}（平成29年3月30日締結）は、令和9年3月31日限り、廃止する。`, { form: 'abolition', verb: '廃止', name: NAME, lastDay: '2027-03-31' }],
    ['日を言わない廃止', '　甲条例は、廃止する。', { form: 'abolition', name: '甲条例', lastDay: null }],
    ['題名の中に括弧', '　甲（乙を含む。）に関する条例（平成17年条例第1号）の一部を次のように改正する。', { name: '甲（乙を含む。）に関する条例', identification: '平成17年条例第1号' }],
  ])('%s', (_, line, lead) => {
    expect(readLead(line)).toMatchObject({ article: null, lead });
  });

  test('条建ての柱書は条名を持つ', () => {
    expect(readLead('第二条　甲法（平成二十年法律第三号）の一部を次のように改正する。')).toMatchObject({ article: '第二条', lead: { name: '甲法' } });
  });

  test.each([['第4条中「前条」を「第3条」に改める。'], ['山口市及び宇部市は、…の一部を変更する連携協約を次のとおり締結する。'], ['甲条例の一部を改正する条例'], ['']])('柱書でない: %s', (line) => {
    expect(readLead(line)).toBeUndefined();
  });
});

describe('附則', () => {
  test.each<[string, string[], object]>([
    ['日から', ['　この連携協約は、令和9年4月1日から施行する。'], { inForce: { kind: 'on', date: '2027-04-01' }, later: [], expiresOn: null }],
    ['締結の日から', ['　この連携協約は、締結の日から施行する。'], { inForce: { kind: 'conclusion' } }],
    ['効力を生ずる', ['　この連携協約は、令和9年4月1日から効力を生ずる。'], { inForce: { kind: 'on', date: '2027-04-01' } }],
    ['公布の日から', ['　この条例は、公布の日から施行する。'], { inForce: { kind: 'promulgation' } }],
    ['日に定まらない', ['　この法律は、公布の日から起算して六月を超えない範囲内において政令で定める日から施行する。'], { inForce: { kind: 'other' } }],
    ['一部だけ後', ['　この連携協約は、令和9年4月1日から施行する。ただし、第5条に1項を加える改正規定は、令和9年10月1日から施行する。'],
      { inForce: { kind: 'on', date: '2027-04-01' }, later: [{ clauses: ['第5条に1項を加える改正規定'], inForce: { kind: 'on', date: '2027-10-01' } }] }],
    ['号で分けた施行期日', ['　（施行期日）', '1　この条例は、公布の日から施行する。ただし、次の各号に掲げる規定は、当該各号に定める日から施行する。', '　(1)　第5条の改正規定及び第6条を削る改正規定　令和9年10月1日'],
      { inForce: { kind: 'promulgation' }, later: [{ clauses: ['第5条の改正規定', '第6条を削る改正規定'], inForce: { kind: 'on', date: '2027-10-01' } }] }],
    ['経過措置', ['　（施行期日）', '1　この連携協約は、令和9年4月1日から施行する。', '　（経過措置）', '2　施行前に実施した取組については、なお従前の例による。'],
      { provisions: [{ caption: '（施行期日）', label: '1' }, { caption: '（経過措置）', label: '2', text: '施行前に実施した取組については、なお従前の例による。' }] }],
    ['失効', ['　この連携協約は、令和14年3月31日限り、その効力を失う。'], { inForce: null, expiresOn: '2032-03-31' }],
    ['条の附則', ['　（施行期日）', '第一条　この法律は、令和九年四月一日から施行する。'], { inForce: { kind: 'on', date: '2027-04-01' }, provisions: [{ label: '第一条' }] }],
    ['空', [], { inForce: null, later: [], provisions: [], expiresOn: null }],
  ])('%s', (_, lines, expected) => {
    expect(readSuppl('附　則', lines)).toMatchObject(expected);
  });
});

describe('改正規定の名', () => {
  const at = (...steps: Operation['targets'][number]['from'][number][]) => [{ from: steps }];
  const annexRow = (name: string) => at({ kind: 'appendix', head: '別表' }, { kind: 'section', label: '1' }, { kind: 'table' }, { kind: 'row', name });
  test.each<[string, Operation, string]>([
    ['字句', { targets: [{ from: article('4') }], action: { kind: 'deleteWords', words: [{ text: '甲' }] } }, '第4条の改正規定'],
    ['項を加える', amendment[1]!.operations[0]!, '第5条に1項を加える改正規定'],
    ['条を間に加える', { targets: [{ from: article('3') }], action: { kind: 'add', where: 'after', what: { units: [{ unit: '条', count: 1 }] }, block: { lines: [] } } }, '第3条の次に1条を加える改正規定'],
    ['表の項', { targets: annexRow('ア'), action: { kind: 'deleteWords', words: [{ text: '甲' }] } }, '別表1の表の改正規定'],
    ['同じ表の二つの項', { targets: [...annexRow('ア'), ...annexRow('イ')], action: { kind: 'deleteWords', words: [{ text: '甲' }] } }, '別表1の表の改正規定'],
    ['削る', { targets: [{ from: article('6') }], action: { kind: 'delete' } }, '第6条を削る改正規定'],
    ['移す', { targets: [{ from: article('6') }], action: { kind: 'move', to: article('7') } }, '第6条を第7条とする改正規定'],
    ['見出し', { targets: at(...article('6'), { kind: 'caption' }), action: { kind: 'replaceText', text: '（甲）' } }, '第6条の見出しの改正規定'],
    ['見出しを付する', { targets: at(...article('6'), { kind: 'sharedCaption' }), action: { kind: 'attachCaption', text: '（甲）' } }, '第6条に見出しを付する改正規定'],
    ['繰下げ', { targets: [{ from: article('3'), through: article('5') }], action: { kind: 'shift', by: 1 } }, '第3条から第5条までを繰り下げる改正規定'],
  ])('%s', (_, operation, name) => {
    expect(amendClauseName(operation, 'half')).toBe(name);
  });
});
