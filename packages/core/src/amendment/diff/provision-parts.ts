import { childElements, type Element } from '../../text/element.js';
import { PROVISION_TAGS, type ProvisionTag, type Tag } from '../../text/tag.js';
import { isRun } from '../run.js';

/** 規定の中身を、自分の文、並びの下位規定（項・号・号の細分）、その他（表・列記…）に分けたもの。 */
export interface ProvisionParts {
  readonly own: readonly Element[];
  readonly subs: readonly Element[];
  readonly others: readonly Element[];
}

const CAPTION_TAGS: readonly Tag[] = ['ArticleCaption', 'ParagraphCaption'];

export const isProvision = (element: Element): element is Element<ProvisionTag> => (PROVISION_TAGS as readonly Tag[]).includes(element.tag);
export const isCaption = (element: Element): boolean => CAPTION_TAGS.includes(element.tag);

export function partsOf(element: Element): ProvisionParts {
  const own: Element[] = [];
  const subs: Element[] = [];
  const others: Element[] = [];
  for (const child of childElements(element)) {
    if (isProvision(child)) subs.push(child);
    else if (isRun(child)) own.push(child);
    else others.push(child);
  }
  return { own, subs, others };
}

export const captionOf = (element: Element): Element | undefined => childElements(element).find(isCaption);

/** 見出しのほかの、自分の文 */
export const bodyRuns = ({ own }: ProvisionParts): Element[] => own.filter((e) => !isCaption(e));

/**
 * 中を少しずつ改められる形か。文・表・列記の並びが同じなら、字句と下位規定の操作だけで改められる。
 * 下位規定の増減は、種類（号か号の細分か）が同じならよい。
 */
export function isComparable(base: Element, next: Element): boolean {
  if (base.tag !== next.tag) return false;
  const [a, b] = [partsOf(base), partsOf(next)];
  if (!sameTags(bodyRuns(a), bodyRuns(b))) return false;
  if (tableChange(base, next)) return true;
  if (!sameTags(a.others, b.others) || !a.others.every((other, i) => sameShape(other, b.others[i]!))) return false;
  return orderKept(base, next) && new Set([...a.subs, ...b.subs].map((s) => s.tag)).size <= 1;
}

/** 文だけの規定の後に、一つの表が加わったか、無くなったか。 */
export function tableChange(base: Element, next: Element): 'added' | 'deleted' | undefined {
  const [a, b] = [base, next].map((provision) => {
    const { subs, others } = partsOf(provision);
    return subs.length > 0 || others.length > 1 || others.some((o) => o.tag !== 'TableStruct' || o !== childElements(provision).at(-1)) ? undefined : others.length;
  });
  if (a === undefined || b === undefined || a === b) return undefined;
  return a === 0 ? 'added' : 'deleted';
}

const sameTags = (a: readonly Element[], b: readonly Element[]): boolean => a.length === b.length && a.every((e, i) => e.tag === b[i]!.tag);

/** 下位規定が文や表の前に出たり後に移ったりしていないか。 */
function orderKept(base: Element, next: Element): boolean {
  const outline = (element: Element) => childElements(element).filter((e) => !isCaption(e)).map((e) => (isProvision(e) ? '*' : e.tag)).filter((t, i, all) => t !== '*' || all[i - 1] !== '*');
  const [a, b] = [outline(base), outline(next)];
  if (a.includes('*') !== b.includes('*')) return (a.includes('*') ? a : b).at(-1) === '*';
  return a.join() === b.join();
}

/** run を除いて同じ形か。規定や別表に直に置かれた表の中は、表の側で見るので問わない。 */
export const sameShape = (a: Element, b: Element): boolean => (a.tag === 'TableStruct' && b.tag === 'TableStruct') || sameTree(a, b);

/** 様式や列記の奥にある表は、行も結合も同じでなければ同じ形でない。 */
function sameTree(a: Element, b: Element): boolean {
  if (a.tag !== b.tag || (a.num !== b.num && isProvision(a)) || !sameSpans(a, b)) return false;
  const [runA, runB] = [isRun(a), isRun(b)];
  if (runA || runB) return runA === runB;
  const [childrenA, childrenB] = [childElements(a), childElements(b)];
  return childrenA.length === childrenB.length && childrenA.every((c, i) => sameTree(c, childrenB[i]!));
}

const sameSpans = (a: Element, b: Element): boolean => (['rowspan', 'colspan'] as const).every((name) => (a.attr[name] ?? '1') === (b.attr[name] ?? '1'));
