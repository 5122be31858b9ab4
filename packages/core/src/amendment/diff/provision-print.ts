import { isElement, textOf, type Element, type ProvisionNum } from '../../text/element.js';
import { labelOf, type LabelForms } from '../../text/label.js';
import { isLabelled } from '../../text/tag.js';
import { isRun, writeRun } from '../run.js';

/** 一つの文書の節点の印字。何度も比べるので覚えておく。 */
export interface ProvisionPrint {
  /** 自分の標目を除いた印字。同じなら、番号だけが違い得る同じ規定 */
  readonly content: (element: Element) => string;
  /** 自分の標目の印字 */
  readonly label: (element: Element) => string;
  readonly labels: LabelForms;
}

export function provisionPrint(labels: LabelForms): ProvisionPrint {
  const known = new WeakMap<Element, string>();
  const label = (element: Element): string => (isLabelled(element.tag) ? labelOf(element, labels) ?? '' : '');
  const content = (element: Element): string => {
    const cached = known.get(element);
    if (cached !== undefined) return cached;
    let text = '';
    if (isRun(element)) text = writeRun(element);
    else {
      for (const child of element.children) {
        if (!isElement(child)) continue;
        const { rowspan = '', colspan = '' } = child.attr;
        text += `\u0001${child.tag}${rowspan === '' && colspan === '' ? '' : `\u0003${rowspan || '1'}×${colspan || '1'}`}\u0002${label(child)}\u0002${content(child)}`;
      }
    }
    known.set(element, text);
    return text;
  };
  return { content, label, labels };
}

/** 番号を数の並びにする。範囲（"38:84"）は初めの番号。 */
export function numParts(num: ProvisionNum | undefined): number[] {
  return (num ?? '').split(':')[0]!.split('_').map(Number);
}

/** 番号の前後。枝番号は枝のない番号より後。 */
export function compareNum(a: ProvisionNum | undefined, b: ProvisionNum | undefined): number {
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
