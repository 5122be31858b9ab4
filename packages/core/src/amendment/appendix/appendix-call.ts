import { childElements, textOf, type Element } from '../../text/element.js';
import type { Tag } from '../../text/tag.js';
import { appendixName, sameHead } from '../apply/appendix-title.js';
import { foldName } from '../apply/fold-name.js';
import type { Step } from '../location.js';
import { readAppendix } from '../parse/read-appendix-step.js';
import { writeRun } from '../run.js';

/**
 * 別表や様式の呼び方。ふつうは題名（別表第二）で呼ぶ。同じ題名が幾つもあれば、関係条（別記様式第二の四（第十七条関係））、
 * それでも決まらなければ順序（二番目の別表第一）を添える。題名で呼べないものは、その種類の語（別表・様式…）で呼ぶ。
 * 起こす側と当てる側で、同じ数え方をする。
 */
export type AppendixStep = Extract<Step, { readonly kind: 'appendix' }>;

/** 題名で呼べないときの語 */
const GENERIC: Partial<Readonly<Record<Tag, string>>> = {
  AppdxTable: '別表', AppdxNote: '別記', AppdxStyle: '様式', AppdxFormat: '書式', Appdx: '付録', AppdxFig: '別図',
  SupplProvisionAppdxTable: '別表', SupplProvisionAppdxStyle: '様式', SupplProvisionAppdx: '付録',
};

export const isAppendix = ({ tag }: Element): boolean => GENERIC[tag] !== undefined;

export const appendixTitle = <T extends Element>(appendix: T): T | undefined =>
  (childElements(appendix) as T[]).find((c) => c.tag === `${appendix.tag}Title` || c.tag === 'ArithFormulaNum');

/** 題名の印字。無ければ空 */
export function appendixTitleText(appendix: Element): string {
  const title = appendixTitle(appendix);
  return title ? writeRun(title) : '';
}

/** 題名による呼び方。題名がその呼び方で始まらないもの（様式第１別記など）は、題名では呼べない。 */
export function titledCall(appendix: Element): AppendixStep | undefined {
  const title = appendixTitleText(appendix).replace(/^[（(]([^（()）]*(?:様式|書式|表))[)）]/, '$1');
  const read = readAppendix(title, 0);
  const step = read?.steps[0];
  if (!read || read.steps.length !== 1 || step?.kind !== 'appendix' || step.nth !== undefined) return undefined;
  return /^(?:$|[（([〔　 ]|削除)/.test(title.slice(read.end)) ? step : undefined;
}

/** 題名か、種類の語による呼び方。ほかに同じ呼び方のものがあり得る。 */
const ownCall = (appendix: Element): AppendixStep => titledCall(appendix) ?? { kind: 'appendix', head: GENERIC[appendix.tag] ?? '別表' };

/** 関係条と順序を除いた呼び方に当たるもの。並びの順。 */
function namesakes<T extends Element>({ head, num }: AppendixStep, appendices: readonly T[]): T[] {
  const named = appendices.flatMap((node) => {
    const name = appendixName(textOf(appendixTitle(node) ?? ''));
    return name && name.num === num ? [{ node, name }] : [];
  });
  const exact = named.filter(({ name }) => name.head === head);
  const found = new Set((exact.length > 0 ? exact : named.filter(({ name }) => sameHead(name.head, head))).map(({ node }) => node));
  return appendices.filter((node) => found.has(node) || (num === undefined && GENERIC[node.tag] === head && !titledCall(node)));
}

const relatedText = (appendix: Element): string => {
  const related = childElements(appendix).find((c) => c.tag === 'RelatedArticleNum');
  return foldName(related ? textOf(related) : textOf(appendixTitle(appendix) ?? ''));
};

/** 呼ばれたもの。二つ以上なら一つに決まらない。関係条は、同じ題名のものを見分けるときだけ見る。 */
export function appendicesCalled<T extends Element>(step: AppendixStep, appendices: readonly T[]): T[] {
  const found = namesakes(step, appendices);
  if (step.nth !== undefined) return found.slice(step.nth - 1, step.nth);
  if (step.related === undefined || found.length < 2) return found;
  const related = foldName(step.related);
  const narrowed = found.filter((node) => relatedText(node).endsWith(related));
  return narrowed.length > 0 ? narrowed : found;
}

/** 改め文で呼べる関係条 */
const RELATED = /^[（(]第[^（）()]{1,56}関係[）)]$/;

/** 並びの中で appendix だけを指す呼び方。related が false なら、関係条では呼ばない（この後で改める）。 */
export function appendixCall(appendix: Element, appendices: readonly Element[], related = true): AppendixStep {
  const own = ownCall(appendix);
  const found = namesakes(own, appendices);
  if (found.length === 1) return own;
  const print = childElements(appendix).find((c) => c.tag === 'RelatedArticleNum');
  const called = print && related && RELATED.test(writeRun(print)) ? { ...own, related: writeRun(print) } : undefined;
  if (called && appendicesCalled(called, appendices).length === 1) return called;
  return { ...own, nth: found.indexOf(appendix) + 1 };
}
