import { describe, expect, it } from 'vitest';
import { isElement, type Element, type LawDocument } from '../../text/element.js';
import { readText } from '../../text/plain/read-text.js';
import { sourceFromText } from '../../text/plain/source-from-text.js';
import { applyAmendment } from '../apply/apply-amendment.js';
import { chooseProfile } from '../choose-profile.js';
import { readInstrument } from '../instrument/read-instrument.js';
import { parseAmendment } from '../parse/parse-amendment.js';
import { documentDifference, proveAmendment } from '../prove.js';
import { writeAmendment } from '../write/write-amendment.js';
import { draftAmendment } from './draft-amendment.js';

const document = (entries: readonly string[]) => readText(sourceFromText(
  `　　　甲条例\n\n目次\n${entries.map((e) => `　${e}\n`).join('')}\n　（趣旨）\n第１条　この条例は、必要な事項を定める。\n`,
)).document;

const PLAIN = ['第１章　総則（第１条―第３条）', '第２章　運営（第４条―第６条）', '第３章　雑則（第７条―第１０条）', '附則'];

/** 条の範囲を書かず、第３節・第４節を章ごとに数え直した目次 */
function withSameSections({ root, labels }: LawDocument): LawDocument {
  const strip = <T extends Element>(e: T): T => ({ ...e, children: e.children.flatMap((c): (string | Element)[] => (!isElement(c) ? [c.replace('第３節', '第１節').replace('第４節', '第２節')] : c.tag === 'ArticleRange' ? [] : [strip(c)])) });
  return { root: strip(root), labels };
}

/** 起こした改め文。証明もする。 */
function drafted(old: readonly string[], now: readonly string[], made = (d: LawDocument): LawDocument => d): string {
  const [base, next] = [made(document(old)), made(document(now))];
  const profile = chooseProfile(base);
  const text = writeAmendment(draftAmendment(base, next, profile).amendment, profile);
  expect(proveAmendment(base, text, next).exact, text).toBe(true);
  return text;
}

/** 人の書いた改め文を当てた目次の、entries の目次と違う所。 */
function difference(old: readonly string[], text: string, entries: readonly string[]): unknown {
  const { amendment, findings } = parseAmendment(text);
  const applied = applyAmendment(document(old), amendment);
  return findings.length > 0 ? findings : applied.ok ? documentDifference(applied.value.document, document(entries)) : applied.error;
}

describe('目次を改める改め文', () => {
  it('章を途中に加え、後の章が繰り下がるときは、変わる項目だけを引用して改める', () => {
    expect(drafted(PLAIN, [...PLAIN.slice(0, 2), '第３章　公表（第７条・第８条）', '第４章　雑則（第９条―第１２条）', '附則'])).toBe(
      '　目次中「第３章　雑則（第７条―第１０条）」を「第３章　公表（第７条・第８条）\n　第４章　雑則（第９条―第１２条）」に改める。\n');
  });

  it('枝番号の章を加えるときは、前の項目の下に加える', () => {
    expect(drafted(PLAIN, [...PLAIN.slice(0, 2), '第２章の２　公表（第６条の２）', ...PLAIN.slice(2)])).toBe(
      '　目次中「第２章　運営（第４条―第６条）」の下に「第２章の２　公表（第６条の２）」を加える。\n');
  });

  it('末尾に章を加えるときは、附則を引用する', () => {
    expect(drafted(PLAIN, [...PLAIN.slice(0, 3), '第４章　罰則（第１１条）', '附則'])).toBe('　目次中「附則」を「第４章　罰則（第１１条）\n　附則」に改める。\n');
  });

  it('章を削る', () => {
    expect(drafted(PLAIN, [PLAIN[0]!, PLAIN[1]!, '附則'])).toBe('　目次中「第３章　雑則（第７条―第１０条）」を削る。\n');
  });

  it('続いた章を削る', () => {
    const long = [...PLAIN.slice(0, 3), '第４章　基金及び会計（第１１条―第１５条）', '第５章　罰則（第１６条）', '附則'];
    expect(drafted(long, [PLAIN[0]!, ...long.slice(3)])).toBe('　目次中「第２章　運営（第４条―第６条）\n　第３章　雑則（第７条―第１０条）」を削る。\n');
  });

  it('章名と条の範囲が変わるだけなら、字句で改める', () => {
    expect(drafted(PLAIN, [PLAIN[0]!, '第２章　委員（第４条―第６条）', '第３章　雑則（第７条―第１１条）', '附則'])).toBe(
      '　目次中「運営」を「委員」に、「第１０条」を「第１１条」に改める。\n');
  });

  it('章名をすっかり替えるときは、その項目を引用する', () => {
    expect(drafted([PLAIN[0]!, '第２章　委員会の組織等（第４条―第６条）', '附則'], [PLAIN[0]!, '第２章　運営（第４条―第６条）', '附則'])).toBe(
      '　目次中「第２章　委員会の組織等（第４条―第６条）」を「第２章　運営（第４条―第６条）」に改める。\n');
  });

  it('章を節に分けるときは、節の字を下げて並べる', () => {
    expect(drafted(PLAIN, [PLAIN[0]!, '第２章　運営', '　第１節　組織（第４条）', '　第２節　会議（第５条・第６条）', ...PLAIN.slice(2)])).toBe(
      '　目次中「第２章　運営（第４条―第６条）」を「第２章　運営\n　　第１節　組織（第４条）\n　　第２節　会議（第５条・第６条）」に改める。\n');
  });

  it('節の前に章を加えると、後の節はその章に入る', () => {
    const sections = ['第１章　総則', '　第１節　通則（第１条）', '　第２節　組織（第２条・第３条）', '　第３節　会議（第４条）', '附則'];
    expect(drafted(sections, [...sections.slice(0, 2), '第２章　運営', ...sections.slice(2)])).toBe('　目次中「第１節　通則（第１条）」の下に「第２章　運営」を加える。\n');
    expect(drafted([...sections.slice(0, 2), '第２章　運営', ...sections.slice(2)], sections)).toBe('　目次中「第２章　運営」を削る。\n');
  });

  it('同じ名の節が幾つもあるときは、一つに決まるまで隣の項目も引用する', () => {
    const sections = ['第１章　総則', '　第１節　通則（第１条）', '　第２節　組織（第２条）', '第２章　運営', '　第３節　会議（第３条）', '　第４節　組織（第４条）', '附則'];
    expect(drafted(sections, [...sections.slice(0, 5), '附則'], withSameSections)).toBe('　目次中「第１節　会議\n　　第２節　組織」を「第１節　会議」に改める。\n');
  });

  it('ほとんどの項目が変わるときは、目次の全部を改める', () => {
    expect(drafted(PLAIN, ['第１章　目的（第１条）', '第２章　定義（第２条）', '第３章　委任（第３条）'])).toMatch(/^　目次を次のように改める。\n目次\n　第１章　目的/);
  });

  it('引用の中の「附則」の行を、文書の附則と取り違えない', () => {
    const text = `　甲条例の一部を次のように改正する。\n${drafted(PLAIN, [...PLAIN, '別表'])}　　　附　則\n　この条例は、公布の日から施行する。\n`;
    const { instrument, findings } = readInstrument(text);
    expect(findings).toEqual([]);
    expect(instrument.parts[0]!.amendment).toHaveLength(1);
    expect(instrument.suppl?.label).toBe('附　則');
  });

  it('項目が幾百あっても、変わる項目だけを引用する', () => {
    const many = Array.from({ length: 300 }, (_, i) => `第${i + 1}章　事業（第${i + 1}条）`);
    const text = drafted([...many, '附則'], [...many.slice(0, 200), ...many.slice(201), '附則']);
    expect(text).toBe('　目次中「第201章　事業（第201条）」を削る。\n');
  });
});

describe('人の書いた目次の改め', () => {
  const added = [...PLAIN.slice(0, 3), '第４章　罰則（第１１条）', '附則'];

  it.each([
    ['改行で区切る', '　目次中「附則」を「第４章　罰則（第１１条）\n　　附則」に改める。'],
    ['改行も字下げも違う', '目次中「第３章　雑則（第７条―第１０条）\n附則」を「第３章　雑則（第７条―第１０条）\n第４章　罰則（第１１条）\n附則」に改める。'],
    ['斜線で区切る', '目次中「附則」を「第４章　罰則（第１１条）／附則」に改める。'],
    ['区切りがない', '目次中「第３章　雑則（第７条―第１０条）」を「第３章　雑則（第７条―第１０条）第４章　罰則（第１１条）」に改める。'],
    ['次に加える', '目次中「第３章　雑則（第７条―第１０条）」の次に「第４章　罰則（第１１条）」を加える。'],
    ['条の範囲だけを引く', '目次中「（第７条―第１０条）」を「（第７条―第１０条）\n　第４章　罰則（第１１条）」に改める。'],
    ['線の字が違う', '目次中「第３章　雑則（第７条—第１０条）」を「第３章　雑則（第７条―第１０条）\n　第４章　罰則（第１１条）」に改める。'],
  ])('%s', (_, text) => expect(difference(PLAIN, text, added)).toBeUndefined());

  it('題と条の範囲にまたがる引用も当たる', () => {
    const text = '目次中「第３章　雑則（第７条―第１０条）」を「第３章　補則（第７条―第１１条）」に改める。';
    expect(difference(PLAIN, text, [...PLAIN.slice(0, 2), '第３章　補則（第７条―第１１条）', '附則'])).toBeUndefined();
  });

  it('幾つもの項目に当たる引用は断る', () => {
    const same = ['第１章　通則', '第２章　通則', '附則'];
    const { amendment } = parseAmendment('目次中「通則」を「通則\n　第９章　罰則」に改める。');
    const applied = applyAmendment(document(same), amendment);
    expect(applied.ok ? [] : applied.error.map((f) => f.code)).toEqual(['amendment.location-ambiguous']);
  });

  it('残る項目の節点は、改める前のまま', () => {
    const base = document(PLAIN);
    const applied = applyAmendment(base, parseAmendment('目次中「附則」を「第４章　罰則（第１１条）\n　附則」に改める。').amendment);
    if (!applied.ok) expect.fail();
    const toc = (d: typeof base) => JSON.stringify(d).match(/\{"tag":"TOCChapter","id":"n\d+"/g);
    expect(toc(applied.value.document)!.slice(0, 3)).toEqual(toc(base));
  });
});
