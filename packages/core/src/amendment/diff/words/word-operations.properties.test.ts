import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencePart } from '../../apply/sentence-part.js';
import type { Location, Step, Target } from '../../location.js';
import type { Operation } from '../../operation.js';
import { AGREEMENT_PROFILE } from '../../profile.js';
import { RUN_BREAK } from '../../run.js';
import type { ScopedRun } from '../scoped-run.js';
import { segmentWords } from './segment-words.js';
import { wordOperations } from './word-operations.js';

const NUM = (n: number) => String(n) as never;
const article: Step = { kind: 'article', num: NUM(1) };

/** 操作を書かれた順に、場所の中の引用のあるすべての所に当てる。場所の読み方は、溶け込みの規則を文字どおり書いたもの。 */
function simulate(runs: readonly ScopedRun[], operations: readonly Operation[]): string[] {
  const texts = runs.map((r) => r.before);
  const locations = runs.map((r) => r.location);
  for (const { targets, action } of operations) {
    for (const from of targets.flatMap((t) => between(t, locations))) {
      const special = from.at(-1)!;
      const holder = special.kind === 'lead' || special.kind === 'sentence' || special.kind === 'captionIncluded' ? from.slice(0, -1) : from;
      locations.forEach((location, i) => {
        if (!holder.every((s, k) => JSON.stringify(s) === JSON.stringify(location[k]))) return;
        const own = location.length === holder.length;
        if (special.kind === 'lead' && !own) return;
        if (special.kind === 'sentence' && !own) return;
        if (!own && location[holder.length]?.kind === 'caption' && special.kind !== 'captionIncluded') return;
        const range = special.kind === 'sentence' ? sentencePart(texts[i]!, special.part) : { start: 0, end: texts[i]!.length };
        if (!range) return;
        let part = texts[i]!.slice(range.start, range.end);
        if (action.kind === 'replaceWords') for (const q of action.words) part = part.split(q.text).join(action.to);
        else if (action.kind === 'insertWords') for (const q of action.after) part = part.split(q.text).join(q.text + action.text);
        else if (action.kind === 'deleteWords') for (const q of action.words) part = part.split(q.text).join('');
        else if (action.kind === 'add') part += action.block.lines.join('').trim();
        else if (action.kind === 'delete') part = '';
        else if (action.kind === 'replaceWhole') part = action.block.lines.join('').trim();
        else if (action.kind === 'replaceText') part = action.text;
        else throw new Error(action.kind);
        texts[i] = texts[i]!.slice(0, range.start) + part + texts[i]!.slice(range.end);
      });
    }
  }
  return texts;
}

/** 「から…まで」の間の、同じ親の項や号 */
function between({ from, through }: Target, locations: readonly Location[]): Location[] {
  if (!through) return [from];
  const depth = from.length;
  const siblings = [...new Map(locations.filter((l) => l.length >= depth && JSON.stringify(l.slice(0, depth - 1)) === JSON.stringify(from.slice(0, -1)) && l[depth - 1]!.kind === from.at(-1)!.kind)
    .map((l) => [JSON.stringify(l.slice(0, depth)), l.slice(0, depth)])).values()];
  const index = (l: Location) => siblings.findIndex((s) => JSON.stringify(s) === JSON.stringify(l));
  expect(index(from)).toBeGreaterThanOrEqual(0);
  expect(index(through)).toBeGreaterThan(index(from));
  return siblings.slice(index(from), index(through) + 1);
}

const PHRASES = [
  '両市', 'は', '、', '取組', '当該取組', '連携', 'を', '図る', 'の', '長', '及び', '又は', '第三条第一項', '第三条', '（以下「会議」という。）', '「圏域」', '協議', '協議会',
  'により', 'について', '行う', '。', 'ただし、', 'この場合において、', '平成三十一年四月一日', '連絡会議', '｜親《おや》', '［図 a.png］', '𠮷野', RUN_BREAK, '　', '経費', '費用',
];
const phrase = fc.constantFrom(...PHRASES);
const sentence = fc.array(phrase, { minLength: 0, maxLength: 40 });
/** 文と、それを少し変えたもの */
const edited = sentence.chain((parts) =>
  fc.tuple(fc.constant(parts), fc.array(fc.tuple(fc.nat({ max: Math.max(parts.length, 1) }), fc.nat({ max: 2 }), fc.array(phrase, { maxLength: 2 })), { maxLength: 4 })),
).map(([parts, changes]): [string, string] => {
  const next = [...parts];
  for (const [at, drop, add] of changes) next.splice(Math.min(at, next.length), drop, ...add);
  return [parts.join(''), next.join('')];
});

const LOCATIONS: readonly Location[] = [
  [article, { kind: 'caption' }],
  [article, { kind: 'paragraph', num: NUM(1) }],
  [article, { kind: 'paragraph', num: NUM(1) }, { kind: 'item', num: NUM(1) }],
  [article, { kind: 'paragraph', num: NUM(1) }, { kind: 'item', num: NUM(2) }],
  [article, { kind: 'paragraph', num: NUM(1) }, { kind: 'item', num: NUM(2) }, { kind: 'subitem', label: 'ア' }],
  [article, { kind: 'paragraph', num: NUM(2) }],
  [article, { kind: 'paragraph', num: NUM(2) }],
];
const unit = fc.tuple(fc.integer({ min: 1, max: LOCATIONS.length }), fc.array(edited, { minLength: LOCATIONS.length, maxLength: LOCATIONS.length }))
  .map(([count, texts]): ScopedRun[] => LOCATIONS.slice(0, count).map((location, i) => ({ location, before: texts[i]![0], after: texts[i]![1] })));

const quotesOf = ({ action }: Operation): string[] => {
  if (action.kind === 'replaceWords') return [...action.words.map((q) => q.text), action.to];
  if (action.kind === 'insertWords') return [...action.after.map((q) => q.text), action.text];
  if (action.kind === 'deleteWords') return action.words.map((q) => q.text);
  return [];
};

describe('wordOperations', () => {
  it('操作を順に当てると、全部改めるもののほかは新しい印字になる', () => {
    fc.assert(fc.property(unit, (runs) => {
      const plan = wordOperations(runs, AGREEMENT_PROFILE);
      const rewritten = new Set(plan.rewrite.map((l) => JSON.stringify(l)));
      const result = simulate(runs, plan.operations);
      runs.forEach((r, i) => {
        if (r.before === r.after) expect(result[i]).toBe(r.after);
        else if (!rewritten.has(JSON.stringify(r.location))) expect(result[i]).toBe(r.after);
      });
    }), { numRuns: 3000 });
  });

  it('引用のかぎ括弧は釣り合い、文の間の改行やルビの途中を含まない', () => {
    fc.assert(fc.property(unit, (runs) => {
      for (const quote of wordOperations(runs, AGREEMENT_PROFILE).operations.flatMap(quotesOf)) {
        let depth = 0;
        for (const c of quote) {
          depth += c === '「' ? 1 : c === '」' ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(quote).not.toContain(RUN_BREAK);
        expect((quote.match(/｜/g) ?? []).length).toBe((quote.match(/》/g) ?? []).length);
        expect(quote).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
      }
    }), { numRuns: 1000 });
  });

  it('同じ入力からは同じ操作ができ、変わらなければ何もしない', () => {
    fc.assert(fc.property(unit, (runs) => {
      expect(wordOperations(runs, AGREEMENT_PROFILE)).toEqual(wordOperations(runs, AGREEMENT_PROFILE));
      expect(wordOperations(runs.map((r) => ({ ...r, after: r.before })), AGREEMENT_PROFILE)).toEqual({ operations: [], rewrite: [] });
    }), { numRuns: 300 });
  });
});

describe('segmentWords', () => {
  it('区切りをつなぐと元の文になる', () => {
    fc.assert(fc.property(fc.oneof(sentence.map((p) => p.join('')), fc.string({ unit: 'grapheme' })), (text) => {
      expect(segmentWords(text).map((w) => text.slice(w.start, w.end)).join('')).toBe(text);
    }), { numRuns: 500 });
  });
});
