import { isElement, textOf, type Element, type ProvisionNum } from '../../text/element.js';
import { derivedLabel, type LabelForms } from '../../text/label.js';
import { isLabelled, type LabelledTag } from '../../text/tag.js';
import { isRun, writeRun } from '../run.js';

/** 一つの文書の節点の印字。何度も比べるので覚えておく。 */
export interface ProvisionPrint {
  /** 自分の標目を除いた印字に付けた番号。同じなら、標目だけが違い得る同じ規定 */
  readonly content: (element: Element) => number;
  /** 自分の標目の印字 */
  readonly label: (element: Element) => string;
  /** 似かたを測るための、隣り合う二字の数え上げ */
  readonly bigrams: (element: Element) => Bigrams;
  readonly labels: LabelForms;
}

/**
 * 比べる二つの文書の印字。同じ印字には同じ番号を付け、規定の印字を子の番号の並びで表すので、長い規定も数一つで比べられる。
 */
export function provisionPrints(base: LabelForms, next: LabelForms): { readonly base: ProvisionPrint; readonly next: ProvisionPrint } {
  const numbers = { texts: new TextNumbers(), structures: new TextNumbers() };
  return { base: provisionPrint(base, numbers), next: provisionPrint(next, numbers) };
}

/** 同じ文字列に同じ番号を付ける。 */
class TextNumbers {
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size));
    return number;
  }
}

function provisionPrint(labels: LabelForms, { texts, structures }: { readonly texts: TextNumbers; readonly structures: TextNumbers }): ProvisionPrint {
  const contents = new Map<Element, number>();
  const counted = new Map<Element, Bigrams>();
  const derived = new Map<LabelledTag, Map<ProvisionNum, string>>();
  const label = ({ tag, num, label: printed }: Element): string => {
    if (!isLabelled(tag)) return '';
    if (printed !== undefined || num === undefined) return printed ?? '';
    let known = derived.get(tag);
    if (!known) derived.set(tag, (known = new Map()));
    let text = known.get(num);
    if (text === undefined) known.set(num, (text = derivedLabel(tag, num, labels)));
    return text;
  };
  const content = (element: Element): number => {
    const known = contents.get(element);
    if (known !== undefined) return known;
    // 文字列と構造の番号が重ならないように、文字列は負の数にする
    if (isRun(element)) return -1 - texts.of(writeRun(element));
    const number = structures.of(structureOf(element));
    contents.set(element, number);
    return number;
  };
  const structureOf = (element: Element): string => {
    let structure = '';
    for (const child of element.children) {
      if (isElement(child)) structure += `${child.tag}${spansOf(child)} ${isLabelled(child.tag) ? texts.of(label(child)) : ''} ${content(child)};`;
      // 引用を含む文の地の文
      else if (writeRun(child) !== '') structure += `${texts.of(writeRun(child))};`;
    }
    return structure;
  };
  /** 表の結合。1 は書いても書かなくても同じ */
  const spansOf = ({ attr: { rowspan = '1', colspan = '1' } }: Element): string => (rowspan === '1' && colspan === '1' ? '' : ` ${texts.of(rowspan)}×${texts.of(colspan)}`);
  const bigrams = (element: Element): Bigrams => {
    let known = counted.get(element);
    if (!known) counted.set(element, (known = bigramsOf(element)));
    return known;
  };
  return { content, label, bigrams, labels };
}

/** 番号を数の並びにする。範囲（"38:84"）は初めの番号。 */
export function numParts(num: ProvisionNum | undefined): number[] {
  return (num ?? '').split(':')[0]!.split('_').map(Number);
}

/** 番号の前後。枝番号は枝のない番号より後。 */
export function compareNum(a: ProvisionNum | undefined, b: ProvisionNum | undefined): number {
  if (a === b) return 0;
  const left = numParts(a);
  const right = numParts(b);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** 隣り合う二字の数え上げ。文の似かたを安く測る。 */
export type Bigrams = ReadonlyMap<number, number>;

export function bigramsOf(element: Element): Bigrams {
  const text = textOf(element);
  const counts = new Map<number, number>();
  let previous = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code <= 0x20 || code === 0x3000) continue;
    const pair = previous * 65536 + code;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
    previous = code;
  }
  return counts;
}

/** 0（無関係）〜1（同じ）。 */
export function similarity(a: Bigrams, b: Bigrams): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  let total = 0;
  for (const [pair, count] of small) {
    shared += Math.min(count, large.get(pair) ?? 0);
    total += count;
  }
  for (const count of large.values()) total += count;
  return total === 0 ? 1 : (2 * shared) / total;
}
