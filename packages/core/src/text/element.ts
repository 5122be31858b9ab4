import type { Brand } from '../kernel/brand.js';
import type { LabelForms } from './label-form.js';
import type { Tag } from './tag.js';

/** 節点の同一性。番号が変わっても移動しても変わらない。読取時は文書順に n1, n2, … を振る。 */
export type NodeId = Brand<string, 'NodeId'>;

/** 条項の番号。法令標準XML の Num と同じ形: "3"、枝番号 "3_2"、範囲 "38:84"。 */
export type ProvisionNum = Brand<string, 'ProvisionNum'>;

/**
 * 本文の木の節点。要素名は 法令標準XML。
 * 番号を持つ要素の表示（第3条・２・ア）は num から導き、導けない印字だけを label に置く。
 */
export interface Element<T extends Tag = Tag> {
  readonly tag: T;
  readonly id: NodeId;
  /** 条・項・号…の番号（Num 属性） */
  readonly num?: ProvisionNum;
  /** 印字された表示。番号から導いたものと同じなら置かない。null は表示の要素そのものが無いことを表す。 */
  readonly label?: string | null;
  /** Num 以外の属性。原本のまま。 */
  readonly attr: Readonly<Record<string, string>>;
  readonly children: readonly Content[];
}

export type Content = Element | string;

/** 一つの文書。labels はこの文書の番号の書きぶり（第三条か第3条か、一か(1)か）。 */
export interface LawDocument {
  readonly root: Element<'Law'>;
  readonly labels: LabelForms;
}

/** 文書順に番号を振る組立器を作る。一つの文書に一つ使う。 */
export function elementFactory(): <T extends Tag>(tag: T, init?: ElementInit, children?: readonly Content[]) => Element<T> {
  let count = 0;
  return (tag, init = {}, children = []) => {
    count += 1;
    const { num, label, attr } = init;
    return {
      tag,
      id: `n${count}` as NodeId,
      ...(num === undefined ? {} : { num }),
      ...(label === undefined ? {} : { label }),
      attr: attr ?? {},
      children,
    };
  };
}

export interface ElementInit {
  readonly num?: ProvisionNum | undefined;
  readonly label?: string | null | undefined;
  readonly attr?: Readonly<Record<string, string>> | undefined;
}

export const isElement = (content: Content): content is Element => typeof content !== 'string';

export function childElements(element: Element): Element[] {
  return element.children.filter(isElement);
}

export function childrenOf<T extends Tag>(element: Element, ...tags: readonly T[]): Element<T>[] {
  return element.children.filter((c): c is Element<T> => isElement(c) && (tags as readonly Tag[]).includes(c.tag));
}

export function childOf<T extends Tag>(element: Element, tag: T): Element<T> | undefined {
  return element.children.find((c): c is Element<T> => isElement(c) && c.tag === tag);
}

/** 文字だけを順につなぐ。ルビの読み（Rt）は本文ではないので除く。 */
export function textOf(content: Content): string {
  if (!isElement(content)) return content;
  if (content.tag === 'Rt') return '';
  let text = '';
  for (const child of content.children) text += textOf(child);
  return text;
}

/** 文書順にすべての節点をたどる。 */
export function* walk(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (isElement(child)) yield* walk(child);
}

/** 文書順に id を振り直した写しを返す（組立ての順によらず、同じ木は同じ id になる）。 */
export function renumberIds<T extends Tag>(root: Element<T>): Element<T> {
  let count = 0;
  const visit = <U extends Tag>(element: Element<U>): Element<U> => {
    count += 1;
    const id = `n${count}` as NodeId;
    return { ...element, id, children: element.children.map((c) => (isElement(c) ? visit(c) : c)) };
  };
  return visit(root);
}

/** id を除いて同じ木か。読み書きの往復を確かめるときの「同じ」。 */
export function sameText(a: Content, b: Content): boolean {
  if (!isElement(a) || !isElement(b)) return a === b;
  if (a.tag !== b.tag || a.num !== b.num || a.label !== b.label || a.children.length !== b.children.length) return false;
  const keys = Object.keys(a.attr);
  if (keys.length !== Object.keys(b.attr).length || keys.some((k) => a.attr[k] !== b.attr[k])) return false;
  return a.children.every((child, i) => sameText(child, b.children[i]!));
}
