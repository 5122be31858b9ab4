import { describe, expect, it } from 'vitest';
import { childElements, isElement, type Element, type LawDocument, type NodeId } from '../../text/element.js';
import { readText } from '../../text/plain/read-text.js';
import { sourceFromText } from '../../text/plain/source-from-text.js';
import { applyAmendment } from '../apply/apply-amendment.js';
import { appendixTitle } from '../appendix/appendix-call.js';
import { chooseProfile } from '../choose-profile.js';
import { parseAmendment } from '../parse/parse-amendment.js';
import { proveAmendment } from '../prove.js';
import { writeAmendment } from '../write/write-amendment.js';
import { draftAmendment } from './draft-amendment.js';

const HEAD = '　　　甲条例\n\n　（趣旨）\n第１条　この条例は、必要な事項を定める。\n\n　　　附　則\n　この条例は、公布の日から施行する。\n\n';

const document = (...appendices: readonly string[]): LawDocument => readText(sourceFromText(HEAD + appendices.join('\n'))).document;
const appendix = (title: string, ...items: readonly string[]): string => `${title}\n${items.map((item, i) => `${i + 1}　${item}\n`).join('')}`;

/** 起こした改め文。逆向きと合わせて証明もする。 */
function drafted(base: LawDocument, next: LawDocument): string {
  const draft = (from: LawDocument, to: LawDocument): string => {
    const profile = chooseProfile(from);
    const text = writeAmendment(draftAmendment(from, to, profile).amendment, profile);
    expect(proveAmendment(from, text, to).exact, text).toBe(true);
    return text;
  };
  draft(next, base);
  return draft(base, next);
}

/** 文書の部分を編む。 */
const withParts = ({ root, labels }: LawDocument, edit: (parts: readonly Element[]) => readonly Element[]): LawDocument =>
  ({ root: { ...root, children: root.children.map((c) => (isElement(c) && c.tag === 'LawBody' ? { ...c, children: edit(childElements(c)) } : c)) }, labels });
const untitled = (document_: LawDocument): LawDocument => withParts(document_, (parts) => parts.map((p) => ({ ...p, children: p.children.filter((c) => !isElement(c) || (c !== appendixTitle(p) && c.tag !== 'RelatedArticleNum')) })));

const A = appendix('別表第１（第１条関係）', '使用料は、百円とする。', '手数料は、別に定める額とする。');
const B = appendix('別表第１（第２条関係）', '使用料は、二百円とする。', '手数料は、市長が別に定める額とする。');
const C = appendix('別表第１（第２条関係）', '使用料は、三百円とする。', '過料は、規則で定める額とする。');
const D = appendix('別表第２（第３条関係）', '負担金は、四百円とする。', '負担金は、毎年度末に納めるものとする。');

describe('同じ題名の別表', () => {
  it('関係条で見分けられるものは、関係条を添えて呼ぶ', () => {
    expect(drafted(document(A, B, D), document(A, B.replace('二百円', '二百五十円'), D))).toBe('　別表第１（第２条関係）中1中「二百円」を「二百五十円」に改める。\n');
    expect(drafted(document(A, B, D), document(A, D))).toBe('　別表第１（第２条関係）を削る。\n');
  });

  it('関係条も同じものは、順序で呼ぶ', () => {
    expect(drafted(document(A, B, C, D), document(A, B, C.replace('三百円', '三百五十円'), D))).toBe('　３番目の別表第１中1中「三百円」を「三百五十円」に改める。\n');
    expect(drafted(document(A, B, C, D), document(A, C, D))).toBe('　２番目の別表第１を削る。\n');
  });

  it('関係条を改めるときは、順序で呼ぶ', () => {
    expect(drafted(document(A, B, D), document(A, B.replace('第２条', '第４条'), D))).toBe('　２番目の別表第１中「第２条関係」を「第４条関係」に改める。\n');
  });

  it('幾つも改めるときは、そのときの並びの中の順序で呼ぶ', () => {
    expect(drafted(document(A, B, C, D), document(B, C.replace('三百円', '三百五十円'), D))).toBe('　別表第１（第１条関係）を削る。\n　２番目の別表第１中1中「三百円」を「三百五十円」に改める。\n');
  });

  it.each([
    ['加える', [A, D], [A, B, D]],
    ['入れ替える', [A, B, D], [B, A, D]],
    ['一つだけ全部を改め、隣の字句も改める', [A, B, D], [A.replace('百円', '八百円'), appendix('別表第１（第２条関係）', '会費は、徴収しない。'), D.replace('四百円', '九百円')]],
    ['ほかの別表の番号を移す', [A, B, D], [A, B, D.replace('別表第２', '別表第３')]],
    ['番号を、同じ題名のあるものにする', [A, D], [A, D.replace('別表第２', '別表第１')]],
    ['一つを残してすべて削る', [A, B, C, D], [C]],
    ['種類の違うものに替える', [A, B], [appendix('別記', '注意は、次のとおりとする。'), B]],
  ])('%s', (_, old, now) => expect(drafted(document(...old), document(...now))).not.toBe(''));

  it('題名のないものは、種類と順序で呼ぶ', () => {
    const base = untitled(document(A, B, D));
    expect(drafted(base, untitled(document(A, B.replace('二百円', '二百五十円'), D)))).toBe('　２番目の別表1中「二百円」を「二百五十円」に改める。\n');
    expect(drafted(base, untitled(document(A, D)))).toBe('　２番目の別表を削る。\n');
  });

  it('変わらない別表が旧と新で同じ節点でも、順序を取り違えない', () => {
    const base = document(A, B);
    const copy = (e: Element): Element => ({ ...e, id: `${e.id}1` as NodeId, children: e.children.map((c) => (isElement(c) ? copy(c) : c)) });
    const next = withParts(base, (parts) => [...parts.slice(0, -2), copy(parts.at(-2)!), copy(parts.at(-2)!), parts.at(-2)!, parts.at(-1)!]);
    expect(drafted(base, next)).toMatch(/次の２表を加える。\n別表第１（第１条関係）/);
  });

  it('一つに決まらない呼び方は、断る', () => {
    const applied = applyAmendment(document(A, B), parseAmendment('　別表第１を削る。').amendment);
    expect(applied.ok ? [] : applied.error.map((f) => f.code)).toEqual(['amendment.location-ambiguous']);
  });

  it('関係条を添えた呼び方は、同じ題名のものが一つなら、関係条が違っても当たる', () => {
    expect(applyAmendment(document(A), parseAmendment('　別表第１（第９条関係）を削る。').amendment).ok).toBe(true);
  });
});

describe('一方にだけある部分', () => {
  const full = withParts(document(A), (parts) => parts);
  const without = (tag: Element['tag']): LawDocument => withParts(full, (parts) => parts.filter((p) => p.tag !== tag));

  it.each([
    ['題名', 'LawTitle', '　題名を削る。\n'],
    ['本則', 'MainProvision', '　本則を削る。\n'],
    ['附則', 'SupplProvision', '　附則を削る。\n'],
  ] as const)('%sのない本文にする', (_, tag, text) => expect(drafted(full, without(tag))).toBe(text));

  it('附則が無くなり、別表が加わる', () => {
    expect(drafted(withParts(full, (parts) => parts.filter((p) => p.tag !== 'AppdxTable')), without('SupplProvision'))).toMatch(/^　附則を削る。\n　本則の次に次の１表を加える。/);
  });

  it('制定時の附則が幾つもあれば、二つ目からは順序で呼ぶ', () => {
    const twice = (second: string): LawDocument => withParts(document(), (parts) => [...parts, childElements(childElements(document(second).root).find((c) => c.tag === 'LawBody')!).find((p) => p.tag === 'SupplProvision')!]);
    const [base, next] = [twice(''), twice('')].map((d, i) => withParts(d, (parts) => parts.map((p, k) => (k === parts.length - 1 && i === 1 ? reworded(p) : p))));
    expect(drafted(base!, next!)).toBe('　２番目の附則中「公布」を「制定」に改める。\n');
    expect(drafted(base!, document())).toBe('　２番目の附則を削る。\n');
  });
});

const reworded = (e: Element): Element => ({ ...e, children: e.children.map((c) => (isElement(c) ? reworded(c) : c.replace('公布', '制定'))) });
