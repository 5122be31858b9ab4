import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NumeralForm } from '../../kernel/numeral.js';
import type { ProvisionNum } from '../../text/element.js';
import type { Location, Step, Target } from '../location.js';
import type { Action, AmendingProvision, Operation, Quote } from '../operation.js';
import { parseAmendment } from '../parse/parse-amendment.js';
import { AGREEMENT_PROFILE } from '../profile.js';
import { writeAmendment } from './write-amendment.js';

/** 番号。枝番号（3_2）も混ぜる */
const count = fc.integer({ min: 1, max: 25 });
const branched = fc.oneof({ weight: 4, arbitrary: count.map(String) }, fc.tuple(count, fc.integer({ min: 2, max: 4 })).map((p) => p.join('_'))) as fc.Arbitrary<ProvisionNum>;
const plain = count.map(String) as fc.Arbitrary<ProvisionNum>;

const article = branched.map((num): Step => ({ kind: 'article', num }));
const paragraph = plain.map((num): Step => ({ kind: 'paragraph', num }));
const item = branched.map((num): Step => ({ kind: 'item', num }));
const subitem = fc.constantFrom('ア', 'イ', 'ウ', 'エ').map((label): Step => ({ kind: 'subitem', label }));
const root = fc.oneof({ weight: 5, arbitrary: article.map((a): Step[] => [a]) }, article.map((a): Step[] => [{ kind: 'suppl' }, a]));

/** 条から号の細分まで、どこかで止まる場所 */
const provision: fc.Arbitrary<Step[]> = fc.tuple(root, fc.option(paragraph), fc.option(item), fc.option(subitem)).map(([head, p, i, s]) => [...head, ...(p ? [p] : []), ...(i ? [i, ...(s ? [s] : [])] : [])]);

const annex: fc.Arbitrary<Step[]> = fc.oneof(
  fc.constantFrom(['1'], ['2'], ['3', '(1)'], ['3', '(2)']).map((labels): Step[] => [{ kind: 'appendix', head: '別表' }, ...labels.map((label): Step => ({ kind: 'section', label })), { kind: 'table' }]),
  count.map((n): Step[] => [{ kind: 'appendix', head: '別表', num: String(n) as ProvisionNum }]),
  article.map((a): Step[] => [a, { kind: 'table' }]),
);
const form: fc.Arbitrary<Step[]> = fc.tuple(fc.constantFrom('様式第＃号', '別記様式第＃号', '第＃号様式'), branched).map(([head, num]): Step[] => [{ kind: 'appendix', head, num }]);
const note: fc.Arbitrary<Step[]> = fc.tuple(fc.constantFrom<Step[]>([{ kind: 'appendix', head: '別表' }], [{ kind: 'appendix', head: '別表', num: '2' as ProvisionNum }]), plain).map(([a, num]) => [...a, { kind: 'remarks', num }]);
const row = fc.constantFrom('ア', 'イ', 'ウ', '道路法（昭和二十七年法律第百八十号）', '建設業法').map((name): Step => ({ kind: 'row', name }));
const column = fc.constantFrom('取組', '上欄', '両市の役割').map((name): Step => ({ kind: 'column', name }));
const cell: fc.Arbitrary<Step[]> = fc.tuple(annex, row, fc.option(column)).map(([t, r, c]) => [...t, r, ...(c ? [c] : [])]);

const leaf = fc.constantFrom<Step>({ kind: 'sentence', part: '本文' }, { kind: 'sentence', part: 'ただし書' }, { kind: 'sentence', part: '前段' }, { kind: 'sentence', part: '後段' }, { kind: 'lead' });
const caption = fc.constantFrom<Step>({ kind: 'caption' }, { kind: 'captionIncluded' });
const wordsLocation: fc.Arbitrary<Location> = fc.oneof(
  { weight: 4, arbitrary: provision },
  fc.tuple(provision, leaf).map(([p, l]) => (p[p.length - 1]!.kind === 'subitem' ? p : [...p, l])),
  fc.tuple(root, caption).map(([r, c]) => [...r, c]),
  { weight: 2, arbitrary: cell },
  form,
  note,
  fc.constantFrom<Location>([{ kind: 'title' }], [{ kind: 'preamble' }], [{ kind: 'main' }], [{ kind: 'suppl' }], [{ kind: 'toc' }]),
);

const key = (value: unknown) => JSON.stringify(value);
const distinct = (locations: readonly Location[]): boolean => new Set(locations.map(key)).size === locations.length;
/** 一つの場所、異なる場所の並び、範囲 */
const listOf = (one: fc.Arbitrary<Location>, max: number): fc.Arbitrary<Target[]> => fc.array(one, { minLength: 1, maxLength: max }).filter(distinct).map((all) => all.map((from) => ({ from })));
const range: fc.Arbitrary<Target[]> = fc.tuple(fc.constantFrom<'article' | 'paragraph' | 'item'>('article', 'paragraph', 'item'), count, fc.integer({ min: 2, max: 5 }), article, paragraph).map(([kind, n, size, a, p]) => {
  const holder: Step[] = kind === 'article' ? [] : kind === 'paragraph' ? [a] : [a, p];
  const at = (k: number): Location => [...holder, { kind, num: String(k) as ProvisionNum }];
  return [{ from: at(n), through: at(n + size) }];
});

const WORDS = ['両市', '前条', '第3条', '費用', '（以下「圏域」という。）', '「両市」という', '、', 'を「甲」に改め、', '取組。', '1', '同項中'];
const word = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((w) => w.join(''));
const quote: fc.Arbitrary<Quote> = fc.oneof({ weight: 5, arbitrary: word.map((text) => ({ text })) }, fc.tuple(word, word).map(([text, until]) => ({ text, until })));
const quotes = fc.array(quote, { minLength: 1, maxLength: 3 });
const wordsAction: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(quotes, word).map(([words, to]): Action => ({ kind: 'replaceWords', words, to })),
  fc.tuple(fc.array(word.map((text) => ({ text })), { minLength: 1, maxLength: 2 }), word).map(([after, text]): Action => ({ kind: 'insertWords', after, text })),
  quotes.map((words): Action => ({ kind: 'deleteWords', words })),
);
const wordsOperation: fc.Arbitrary<Operation> = fc.record({ targets: fc.oneof({ weight: 5, arbitrary: listOf(wordsLocation, 1) }, listOf(provision, 3), listOf(cell, 2), range), action: wordsAction });

const deletion: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 2, arbitrary: listOf(provision, 2) },
  range,
  listOf(cell.map((c) => c.filter((s) => s.kind !== 'column')), 1),
  listOf(fc.tuple(provision, fc.constantFrom<Step>({ kind: 'sentence', part: 'ただし書' }, { kind: 'eachItem' })).map(([p, l]) => (p[p.length - 1]!.kind === 'article' || p[p.length - 1]!.kind === 'paragraph' ? [...p, l] : p)), 1),
  listOf(root.map((r): Location => [...r, { kind: 'sharedCaption' }]), 1),
).map((targets) => ({ targets, action: { kind: 'delete' } }));
const section = fc.constantFrom('(1)', '(2)', '(3)').map((label): Step[] => [{ kind: 'appendix', head: '別表' }, { kind: 'section', label: '3' }, { kind: 'section', label }]);
const move: fc.Arbitrary<Operation> = fc.oneof({ weight: 3, arbitrary: provision }, form, note, section, cell.map((c) => c.filter((s) => s.kind !== 'column'))).chain((from) => {
  const last = from[from.length - 1]!;
  const next: fc.Arbitrary<Step> = last.kind === 'row' ? fc.constantFrom('エ', 'オ').map((name) => ({ kind: 'row', name })) : last.kind === 'subitem' ? fc.constant({ kind: 'subitem', label: 'オ' }) : last.kind === 'paragraph' ? paragraph : last.kind === 'item' ? item
    : last.kind === 'appendix' ? branched.map((num) => ({ ...last, num })) : last.kind === 'remarks' ? plain.map((num) => ({ ...last, num })) : last.kind === 'section' ? fc.constant({ kind: 'section', label: '(4)' }) : article;
  return next.filter((s) => key(s) !== key(last)).map((to): Operation => ({ targets: [{ from }], action: { kind: 'move', to: [...from.slice(0, -1), to] } }));
});
const shift: fc.Arbitrary<Operation> = fc.tuple(range, fc.constantFrom(-2, -1, 1, 3)).map(([targets, by]) => ({ targets, action: { kind: 'shift', by } }));
const captioning: fc.Arbitrary<Operation> = fc.oneof(
  fc.tuple(root, word).map(([r, text]): Operation => ({ targets: [{ from: [...r, { kind: 'caption' }] }], action: { kind: 'replaceText', text: `（${text}）` } })),
  fc.tuple(root, fc.boolean(), word).map(([r, sharing, text]): Operation => ({ targets: [{ from: sharing ? [...r, { kind: 'sharedCaption' }] : r }], action: { kind: 'attachCaption', text: `（${text}）` } })),
);
/** ブロックを持つ操作。一文の最後にだけ置ける。本文の行は改正文に読めないもの */
const block = fc.array(fc.constantFrom('　（目的）', '第九十九条　この協約は、住民の福祉の増進を目的とする。', '２　前項の規定は、適用しない。', '　一　取組'), { minLength: 1, maxLength: 3 }).map((lines) => ({ lines }));
const withBlock: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ targets: fc.oneof(listOf(provision, 2), range), action: block.map((b): Action => ({ kind: 'replaceWhole', block: b })) }),
  fc.tuple(root, fc.constantFrom<'after' | 'before'>('after', 'before'), count, block).map(([r, where, n, b]): Operation => ({ targets: [{ from: r }], action: { kind: 'add', where, what: { units: [{ unit: '条', count: n }] }, block: b } })),
  fc.tuple(root, fc.constantFrom('項', '号'), count, block).map(([r, unit, n, b]): Operation => ({ targets: [{ from: r }], action: { kind: 'add', where: 'end', what: { units: [{ unit, count: n }] }, block: b } })),
  fc.tuple(provision, fc.constantFrom('後段', undefined), block).map(([p, as, b]): Operation => ({ targets: [{ from: p }], action: { kind: 'add', where: 'end', what: { units: [], ...(as === undefined ? {} : { as }) }, block: b } })),
);
const operation = fc.oneof({ weight: 4, arbitrary: wordsOperation }, deletion, move, shift, captioning);
const sentence: fc.Arbitrary<AmendingProvision> = fc.tuple(fc.array(operation, { maxLength: 5 }), fc.option(withBlock)).filter(([ops, last]) => ops.length > 0 || last !== null).map(([ops, last]) => ({ operations: last ? [...ops, last] : ops }));
/** 同じ条の中で続く操作。同条・同項・「中」の略しかたを試す */
const near: fc.Arbitrary<AmendingProvision> = fc.tuple(sentence, article).map(([{ operations }, own]) => {
  const inside = (location: Location): Location => location.map((s) => (s.kind === 'article' ? own : s));
  return { operations: operations.map((op) => ({
    targets: op.targets.map((t) => ({ from: inside(t.from), ...(t.through ? { through: t.through.some((s) => s.kind === 'article') && t.from.length > 1 ? inside(t.through) : t.through } : {}) })),
    action: op.action.kind === 'move' ? { ...op.action, to: op.action.to.length > 1 ? inside(op.action.to) : op.action.to } : op.action,
  })).filter((op) => distinct(op.targets.map((t) => t.from)) && op.targets.every((t) => !t.through || t.from.length > 1 || t.through.length > 1)) };
}).filter(({ operations }) => operations.length > 0);

/** 本則の条の後に附則の条を言うことはあるが、逆に附則から本則へは戻らない。一文の条を、すべて附則のものか、すべて本則のものにする。 */
function inOnePart({ operations }: AmendingProvision, suppl: boolean): AmendingProvision {
  const placed = (location: Location): Location => {
    const rest = location[0]?.kind === 'suppl' && location.length > 1 ? location.slice(1) : location;
    return suppl && rest[0]?.kind === 'article' ? [{ kind: 'suppl' }, ...rest] : rest;
  };
  // 本則や附則の全体を改める文は、それだけで一文
  const whole = operations.find(({ targets }) => targets.some((t) => t.from.length === 1 && (t.from[0]!.kind === 'main' || t.from[0]!.kind === 'suppl')));
  if (whole) return { operations: [whole] };
  return { operations: operations.map(({ targets, action }) => ({
    targets: targets.map((t) => ({ from: placed(t.from), ...(t.through ? { through: placed(t.through) } : {}) })),
    action: action.kind === 'move' ? { ...action, to: placed(action.to) } : action,
  })).filter(({ targets }) => distinct(targets.map((t) => t.from))) };
}

const profile = fc.record({ digits: fc.constantFrom<NumeralForm>('half', 'full', 'kanji'), insertWord: fc.constantFrom<'下に' | '次に' | '右に' | '後に'>('下に', '次に', '右に', '後に') }).map((p) => ({ ...AGREEMENT_PROFILE, ...p }));

const provisionOf = fc.tuple(fc.oneof(sentence, near), fc.boolean()).map(([p, suppl]) => inOnePart(p, suppl)).filter(({ operations }) => operations.length > 0);

describe('改め文の書きと読み', () => {
  test('どんな操作の並びも、書いて読み戻すと同じ操作', () => {
    fc.assert(fc.property(fc.array(provisionOf, { minLength: 1, maxLength: 3 }), profile, (amendment, p) => {
      const text = writeAmendment(amendment, p);
      expect(parseAmendment(text).amendment, text).toEqual(amendment);
    }), { numRuns: 2000 });
  });
});
