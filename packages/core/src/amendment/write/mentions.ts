import type { Location, Step, Target } from '../location.js';
import { GROUP_WORD } from './step-name.js';

/**
 * 「同条」「同項」が何を指すか。一文の中で最後に言った条・項・号・表…を、書いた順に覚える。
 * 読むとき（parse）は最後に言ったものに戻るので、少しでも紛れるものは覚えず、略さずに書く。
 */
export class Mentions {
  #last = new Map<string, string>();

  /** location の頭のうち「同○」で言える一番長い所。length はその段数 */
  shorten(location: Location): { readonly word: string; readonly length: number } | undefined {
    for (let length = location.length; length > 0; length -= 1) {
      const word = levelWord(location, length);
      if (word !== undefined && this.#last.get(word) === keyOf(location.slice(0, length))) return { word, length };
    }
    return undefined;
  }

  /** ちょうどこの場所を直前に言ったか */
  isLast(location: Location): boolean {
    return this.shorten(location)?.length === location.length;
  }

  /** 場所（の並び）を言った。並びの中で食い違う階層は「同○」で言えなくなる。 */
  mention(targets: readonly Target[]): void {
    const all = targets.flatMap((t) => (t.through ? [t.from, t.through] : [t.from]));
    this.#last = new Map();
    const [first = []] = all;
    for (let length = 1; length <= first.length; length += 1) {
      const word = levelWord(first, length);
      if (word === undefined) continue;
      const key = keyOf(first.slice(0, length));
      // 表と別表（同表）、項と表の項（同項）のように同じ語の階層が重なるときは、深い方が最後に言ったもの
      if (all.every((other) => keyOf(other.slice(0, length)) === key)) this.#last.set(word, key);
      else this.#last.delete(word);
    }
    // 区分の表を言った後の同表は、その表とも別表全体とも読める
    if (all.some((l) => l.some((s) => s.kind === 'section'))) this.#last.delete('表');
  }
}

/** 「同○」の ○。区分のある別表の表は、同表が別表全体と紛れるので言わない。 */
function levelWord(location: Location, length: number): string | undefined {
  const step = location[length - 1];
  switch (step?.kind) {
    case 'article': return '条';
    case 'paragraph':
    case 'row': return '項';
    case 'item': return '号';
    case 'group': return GROUP_WORD[step.level];
    case 'part': return '部';
    case 'column': return '欄';
    case 'amendClause': return '改正規定';
    case 'table': return location.some((s) => s.kind === 'section') ? undefined : '表';
    case 'appendix':
      if (location.some((s) => s.kind === 'section')) return undefined;
      return step.head.includes('様式') ? '様式' : step.head.includes('表') ? '表' : undefined;
    default: return undefined;
  }
}

/** 場所の同じさを比べる鍵。条の番号は章によらないので、条の外の章は見ない。 */
export function keyOf(location: Location): string {
  const article = location.findIndex((s) => s.kind === 'article');
  return JSON.stringify(article > 0 ? location.filter((s, i) => i >= article || s.kind !== 'group') : location);
}

export const sameStep = (a: Step, b: Step): boolean => JSON.stringify(a) === JSON.stringify(b);
