import type { Location } from '../../location.js';
import type { RunDiff, RunEdit } from './run-edits.js';

/** 操作を一つずつ当てていく途中の run。済んだ変わり目は新しい字句に、まだのものは元の字句になっている。 */
export class RunState {
  readonly location: Location;
  readonly diff: RunDiff;
  /** 今の印字 */
  text: string;
  /** 全部を改める run。字句の操作はここに当たってはならない */
  rewritten = false;
  readonly #done: boolean[];
  #firstPending = 0;

  constructor(location: Location, diff: RunDiff) {
    this.location = location;
    this.diff = diff;
    this.text = diff.before;
    this.#done = diff.edits.map(() => false);
  }

  /** 元の印字からやり直す写し */
  restart(): RunState {
    const copy = new RunState(this.location, this.diff);
    copy.rewritten = this.rewritten;
    return copy;
  }

  /** まだ済んでいない最初の変わり目の番号。無ければ undefined */
  get pending(): number | undefined {
    while (this.#firstPending < this.#done.length && this.#done[this.#firstPending]) this.#firstPending += 1;
    return this.#firstPending < this.#done.length ? this.#firstPending : undefined;
  }

  isDone(edit: number): boolean {
    return this.#done[edit]!;
  }

  /** 元の印字の位置を、今の印字の位置に。変わり目の内側の位置は渡さない。 */
  toState(at: number): number {
    let delta = 0;
    for (let i = 0; i < this.diff.edits.length; i += 1) {
      const e = this.diff.edits[i]!;
      if (e.start > at || (e.start === at && e.end > at)) break;
      if (this.#done[i] && e.end <= at) delta += e.text.length - (e.end - e.start);
    }
    return at + delta;
  }

  /**
   * 今の印字の [from, from+length) を to に替えたとき、新しい印字どおりになるなら、それで済む変わり目。
   * ならなければ undefined。
   */
  consumes(from: number, length: number, to: string): readonly number[] | undefined {
    const { edits, after } = this.diff;
    const upto = from + length;
    let delta = 0;
    let [low, lowSkipped] = [NaN, NaN];
    let [high, highWith] = [NaN, NaN];
    const inside: number[] = [];
    let [insertAtStart, insertAtEnd] = [-1, -1];
    let position = 0;
    let afterPosition = 0;
    const keep = (stateEnd: number, afterStart: number) => {
      if (Number.isNaN(low) && from >= position && from <= stateEnd) low = afterStart + from - position;
      if (Number.isNaN(high) && upto >= position && upto <= stateEnd) high = afterStart + upto - position;
    };
    for (let i = 0; i < edits.length; i += 1) {
      const e = edits[i]!;
      const stateStart = e.start + delta;
      if (stateStart > upto) break;
      keep(stateStart, afterPosition);
      const done = this.#done[i]!;
      const stateEnd = stateStart + (done ? e.text.length : e.end - e.start);
      if (done) {
        // 加えた字句には当てない。引用は元の字句である
        if (from < stateEnd && upto > stateStart) return undefined;
        position = stateStart;
        keep(stateEnd, e.afterStart);
        delta += e.text.length - (e.end - e.start);
      } else {
        if ((from > stateStart && from < stateEnd) || (upto > stateStart && upto < stateEnd)) return undefined;
        if (stateStart === stateEnd) {
          if (from === stateStart) {
            insertAtStart = i;
            lowSkipped = e.afterStart + e.text.length;
          } else if (upto === stateEnd) {
            insertAtEnd = i;
            highWith = e.afterStart + e.text.length;
          } else if (from < stateStart && upto > stateEnd) inside.push(i);
        } else if (from <= stateStart && upto >= stateEnd) inside.push(i);
      }
      position = stateEnd;
      afterPosition = e.afterStart + e.text.length;
    }
    if (position <= upto) keep(this.text.length, afterPosition);
    for (const [start, withStart] of [[low, insertAtStart >= 0], [lowSkipped, false]] as const) {
      for (const [end, withEnd] of [[high, false], [highWith, insertAtEnd >= 0]] as const) {
        if (Number.isNaN(start) || Number.isNaN(end) || end - start !== to.length || !after.startsWith(to, start)) continue;
        const consumed = [...(withStart ? [insertAtStart] : []), ...inside, ...(withEnd ? [insertAtEnd] : [])];
        if (consumed.length > 0) return consumed;
      }
    }
    return undefined;
  }

  /** 変わり目を済ませ、今の印字を作り直す。 */
  finish(consumed: Iterable<number>): void {
    for (const i of consumed) this.#done[i] = true;
    const { before, edits } = this.diff;
    const parts: string[] = [];
    let at = 0;
    edits.forEach((e: RunEdit, i) => {
      if (!this.#done[i]) return;
      parts.push(before.slice(at, e.start), e.text);
      at = e.end;
    });
    this.text = parts.join('') + before.slice(at);
  }
}
