import { sentencePart, sentenceRanges, type TextRange } from '../../apply/sentence-part.js';
import type { Location, SentencePart } from '../../location.js';
import type { RunDiff } from './run-edits.js';

/** 本文・ただし書・前段・後段と呼ぶ規定の、文の数の上限 */
const MAX_SENTENCES = 6;

/** 操作を一つずつ当てていく途中の run。済んだ変わり目は新しい字句に、まだのものは元の字句になっている。 */
export class RunState {
  readonly location: Location;
  readonly diff: RunDiff;
  /** 全部を改める run。字句の操作はここに当たってはならない */
  readonly rewritten: boolean;
  #text: string;
  readonly #done: boolean[];
  #firstPending = 0;
  /** 変わり目ごとの、今の印字での位置 */
  #starts: number[];
  #sentences: number | undefined;
  #parts = new Map<SentencePart, TextRange | undefined>();

  constructor(location: Location, diff: RunDiff, rewritten: boolean) {
    this.location = location;
    this.diff = diff;
    this.rewritten = rewritten;
    this.#text = diff.before;
    this.#done = diff.edits.map(() => false);
    this.#starts = diff.edits.map((e) => e.start);
  }

  /** 今の印字 */
  get text(): string {
    return this.#text;
  }

  /** まだ済んでいない最初の変わり目の番号。無ければ undefined */
  get pending(): number | undefined {
    while (this.#firstPending < this.#done.length && this.#done[this.#firstPending]) this.#firstPending += 1;
    return this.#firstPending < this.#done.length ? this.#firstPending : undefined;
  }

  isDone(edit: number): boolean {
    return this.#done[edit]!;
  }

  /** 変わり目の、今の印字での範囲 */
  rangeOf(edit: number): TextRange {
    return { start: this.#starts[edit]!, end: this.#endOf(edit) };
  }

  #endOf(edit: number): number {
    const e = this.diff.edits[edit]!;
    return this.#starts[edit]! + (this.#done[edit] ? e.text.length : e.end - e.start);
  }

  /** 本文・ただし書などの、今の印字での範囲 */
  part(part: SentencePart): TextRange | undefined {
    // 文の多い規定では、どこまでが前段か・本文か紛らわしいので言わない
    this.#sentences ??= sentenceRanges(this.diff.before).length;
    if (this.#sentences > MAX_SENTENCES) return undefined;
    if (!this.#parts.has(part)) this.#parts.set(part, sentencePart(this.#text, part));
    return this.#parts.get(part);
  }

  /**
   * 今の印字の [from, from+length) を to に替えたとき、新しい印字どおりになるなら、それで済む変わり目。
   * ならなければ undefined。
   */
  consumes(from: number, length: number, to: string): readonly number[] | undefined {
    const { edits, after } = this.diff;
    const upto = from + length;
    const inside: number[] = [];
    let [atStart, atEnd] = [-1, -1];
    const first = this.#firstEndingAt(from);
    for (let i = first; i < edits.length && this.#starts[i]! <= upto; i += 1) {
      const [start, end] = [this.#starts[i]!, this.#endOf(i)];
      if (this.#done[i]) {
        // 加えた字句には当てない。引用は元の字句である
        if (from < end && upto > start) return undefined;
      } else if (start === end) {
        if (start === from) atStart = i;
        else if (start === upto) atEnd = i;
        else inside.push(i);
      } else if (from <= start && upto >= end) inside.push(i);
      else if (from < end && upto > start) return undefined;
    }
    if (inside.length === 0 && atStart < 0 && atEnd < 0) return undefined;
    // 端にある加えは、含めて読むことも含めないで読むこともできる
    const low = this.#toAfter(from, first);
    const high = this.#toAfter(upto, first);
    for (const start of atStart < 0 ? [low] : [low, low + edits[atStart]!.text.length]) {
      for (const end of atEnd < 0 ? [high] : [high, high + edits[atEnd]!.text.length]) {
        const consumed = [...(atStart >= 0 && start === low ? [atStart] : []), ...inside, ...(atEnd >= 0 && end !== high ? [atEnd] : [])];
        if (consumed.length > 0 && end - start === to.length && after.startsWith(to, start)) return consumed;
      }
    }
    return undefined;
  }

  /** その位置以後に終わる最初の変わり目 */
  #firstEndingAt(at: number): number {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#endOf(middle) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** 今の印字の位置を、新しい印字の位置に。そこにある加えの前を指す。hint より前の変わり目は、この位置より前にある。 */
  #toAfter(at: number, hint: number): number {
    const { edits } = this.diff;
    let i = hint;
    while (i < edits.length && this.#endOf(i) <= at && !(this.#starts[i] === at && !this.#done[i])) i += 1;
    if (i === 0) return at;
    return edits[i - 1]!.afterStart + edits[i - 1]!.text.length + at - this.#endOf(i - 1);
  }

  /** 変わり目を済ませ、今の印字を作り直す。 */
  finish(consumed: Iterable<number>): void {
    for (const i of consumed) this.#done[i] = true;
    const { before, edits } = this.diff;
    const parts: string[] = [];
    let at = 0;
    let delta = 0;
    for (let i = 0; i < edits.length; i += 1) {
      const e = edits[i]!;
      this.#starts[i] = e.start + delta;
      if (!this.#done[i]) continue;
      parts.push(before.slice(at, e.start), e.text);
      at = e.end;
      delta += e.text.length - (e.end - e.start);
    }
    this.#text = parts.join('') + before.slice(at);
    this.#parts = new Map();
  }
}
