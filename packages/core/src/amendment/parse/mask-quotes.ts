/**
 * 引用「」の見分け。引用の中にも同じ「」が重なり、読替規定を引くときは片方だけが入る
 * （「以下「減収額」を「次号において「特例減収額」に改め）。
 * そこで、深さを数えるだけでなく、引用の外に残る字が改め文の言葉（を・に改め・の下に…）になる分け方のうち、
 * 対にならない括弧の最も少ないものを選ぶ。手間は括弧の数に比例する。
 */
export interface Masked {
  /** 引用を QUOTE 一字に置き換えた文 */
  readonly text: string;
  /** 引用の中身。文に現れた順 */
  readonly quotes: readonly string[];
  /** 閉じていない括弧の数（閉じ過ぎは負）。改め文として分けられたときは 0 */
  readonly unbalanced: number;
}

/** 引用の代わりに置く一字。文字として使われない符号位置 */
export const QUOTE = '\uFDD0';

const OPEN = '「｢﹁';
const CLOSE = '」｣﹂';

/** 引用の役目: 0 改められる語 / 1 「を」の後の新しい語 / 2 「の下に」の後の加える語 / 3 「を、」の後で 0 か 1 か決まらない語 */
type Phase = (typeof PHASES)[number];
const PHASES = [0, 1, 2, 3] as const;

/** 引用の役目ごとに、閉じた後に続き得る言葉 */
const AFTER: readonly RegExp[] = [
  /^(?:を|の[下次右後上前左]に|及び|並びに|又は|若しくは|、|から$|まで|とある(?:の?を|部分|字句)|の[項部欄号目]|以下|$)/,
  /^(?:に|へ|と(?:改め|し|する)|及び|並びに|、|それぞれ)/,
  /^(?:を|加え|及び)/,
  /^(?:を|に|と(?:改め|し|する)|の[下次右後上前左]に|及び|並びに|又は|若しくは|、|から$|まで|の[項部欄号目]|$)/,
];

const BEFORE_OPEN = /(?:を|に|、|中|及び|並びに|又は|若しくは|から|として|それぞれ|のうち|の|は|改め|加え|削り|とし|付し)$/;

const DEPTHS = 12;
/** 引用の外（直前の引用の役目ごと）と、引用の中（役目と深さごと） */
const STATES = PHASES.length * (1 + DEPTHS);
const inside = (phase: Phase, depth: number): number => PHASES.length + phase * DEPTHS + depth;

export function maskQuotes(sentence: string): Masked {
  const text = foldPlain(sentence);
  const marks: number[] = [];
  for (let i = 0; i < text.length; i += 1) if (OPEN.includes(text[i]!) || CLOSE.includes(text[i]!)) marks.push(i);
  if (marks.length === 0) return { text, quotes: [], unbalanced: 0 };
  const spans = byDepth(text, marks) ?? byGrammar(text, marks);
  if (!spans) return { text, quotes: [], unbalanced: imbalance(text) };
  let out = '';
  let at = 0;
  const quotes: string[] = [];
  for (const [open, close] of spans) {
    out += text.slice(at, open) + QUOTE;
    quotes.push(sentence.slice(open + 1, close));
    at = close + 1;
  }
  return { text: out + text.slice(at), quotes, unbalanced: 0 };
}

const FOLDED: Readonly<Record<string, string>> = { '，': '、', '､': '、', '｡': '。', '︵': '（', '︶': '）', 條: '条', 號: '号', 篇: '編', [QUOTE]: '\uFFFD' };
const FOLDABLE = new RegExp(`[，､｡︵︶條號篇${QUOTE}]`, 'g');

/** 地の文の字を揃える（横書きの「，」、昔の「條」）。字数は変わらない。 */
const foldPlain = (text: string): string => text.replace(FOLDABLE, (c) => FOLDED[c]!);

/** 開いた括弧の数から閉じた括弧の数を引いたもの。 */
export function imbalance(text: string): number {
  let depth = 0;
  for (const c of text) depth += OPEN.includes(c) ? 1 : CLOSE.includes(c) ? -1 : 0;
  return depth;
}

type Span = readonly [open: number, close: number];

/** 深さを数えて分ける。外に残る字が改め文の言葉にならなければ undefined。 */
function byDepth(text: string, marks: readonly number[]): Span[] | undefined {
  const spans: Span[] = [];
  let depth = 0;
  let open = 0;
  let phase: Phase = 0;
  for (let i = 0; i < marks.length; i += 1) {
    const at = marks[i]!;
    if (OPEN.includes(text[at]!)) {
      if (depth === 0) {
        open = at;
        phase = phaseOf(text.slice(i === 0 ? 0 : marks[i - 1]! + 1, at), phase);
      }
      depth += 1;
      continue;
    }
    depth -= 1;
    if (depth < 0) return undefined;
    if (depth > 0) continue;
    if (!mayClose(text, marks, i, phase)) return undefined;
    spans.push([open, at]);
  }
  return depth === 0 ? spans : undefined;
}

/** before は一つ前の引用の役目。「C」及び「D」と並ぶ引用は同じ役目 */
function phaseOf(gap: string, before: Phase): Phase {
  if (/^(?:、|及び|並びに|又は|若しくは|、及び)$/.test(gap)) return before;
  if (gap.endsWith('を、')) return 3;
  if (/を(?:それぞれ|いずれも)?$/.test(gap)) return 1;
  return /(?:に|として)(?:それぞれ)?$/.test(gap) ? 2 : 0;
}

/** i 番目の括弧で引用が終わり得るか。次の括弧までの字が改め文の言葉であること。 */
function mayClose(text: string, marks: readonly number[], i: number, phase: Phase): boolean {
  const next = marks[i + 1];
  if (next !== undefined && CLOSE.includes(text[next]!)) return false;
  const gap = text.slice(marks[i]! + 1, next);
  return AFTER[phase]!.test(gap) && (next === undefined || BEFORE_OPEN.test(gap));
}

/** 改め文の動詞が続く所で引用を閉じない分け方は、ほかにないときだけ採る */
const VERB_FOLLOWS = /^(?:に改め|を加え|を削)/;
const UNLIKELY = 50;

/** 対にならない括弧が最も少なくなるように分ける（動的計画法）。 */
function byGrammar(text: string, marks: readonly number[]): Span[] | undefined {
  /** 括弧ごとに、その状態へどの状態から来たか */
  const from = new Int16Array(marks.length * STATES);
  let cost = new Float64Array(STATES).fill(Infinity);
  let next = new Float64Array(STATES);
  cost[0] = 0;
  for (let i = 0; i < marks.length; i += 1) {
    next.fill(Infinity);
    const row = i * STATES;
    const go = (state: number, to: number, extra: number): void => {
      const total = cost[state]! + extra;
      if (total < next[to]!) {
        next[to] = total;
        from[row + to] = state;
      }
    };
    const opens = OPEN.includes(text[marks[i]!]!);
    if (opens) {
      const gap = text.slice(i === 0 ? 0 : marks[i - 1]! + 1, marks[i]);
      for (const p of PHASES) if (cost[p] !== Infinity) go(p, inside(phaseOf(gap, p), 0), 0);
    }
    const extra = !opens && VERB_FOLLOWS.test(text.slice(marks[i]! + 1, marks[i]! + 4)) ? UNLIKELY : 0;
    for (const p of PHASES) {
      const ends = !opens && mayClose(text, marks, i, p);
      for (let depth = 0; depth < DEPTHS; depth += 1) {
        const state = inside(p, depth);
        if (cost[state] === Infinity) continue;
        if (opens) {
          if (depth + 1 < DEPTHS) go(state, inside(p, depth + 1), 0);
          continue;
        }
        if (ends) go(state, p, depth);
        if (depth > 0) go(state, inside(p, depth - 1), extra);
        else go(state, state, 1 + extra);
      }
    }
    [cost, next] = [next, cost];
  }
  const best = Math.min(...PHASES.map((p) => cost[p]!));
  if (best === Infinity) return undefined;
  const spans: Span[] = [];
  let state: number = PHASES.find((p) => cost[p] === best)!;
  let close = -1;
  for (let i = marks.length - 1; i >= 0; i -= 1) {
    const before = from[i * STATES + state]!;
    if (state < PHASES.length && before >= PHASES.length) close = marks[i]!;
    if (state >= PHASES.length && before < PHASES.length) spans.push([marks[i]!, close]);
    state = before;
  }
  return spans.reverse();
}
