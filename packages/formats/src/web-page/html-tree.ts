import { err, ok, type Result } from '@renkei/core';
import { Parser } from 'htmlparser2';
import type { SourceFailure } from '@renkei/app';
import { MARKUP_DEPTH, MARKUP_ELEMENTS } from '../limits.js';

/** HTML の木。文字参照は解いてあり、タグ名は小文字。 */
export interface HtmlElement {
  readonly tag: string;
  readonly attr: Readonly<Record<string, string>>;
  readonly children: (HtmlElement | string)[];
}

export const isHtmlElement = (node: HtmlElement | string): node is HtmlElement => typeof node !== 'string';

/** HTML を木にする。閉じ忘れは htmlparser2 が補う。深すぎる入れ子と多すぎる要素は断る。 */
export function parseHtml(html: string): Result<HtmlElement, SourceFailure> {
  const root: HtmlElement = { tag: '#root', attr: {}, children: [] };
  const stack: HtmlElement[] = [root];
  let deepest = 0;
  let count = 0;
  const excess = (): SourceFailure | undefined => {
    if (deepest > MARKUP_DEPTH) return { code: 'source.too-large', data: { what: 'nesting', found: deepest, limit: MARKUP_DEPTH } };
    if (count > MARKUP_ELEMENTS) return { code: 'source.too-large', data: { what: 'elements', found: count, limit: MARKUP_ELEMENTS } };
    return undefined;
  };
  const parser = new Parser(
    {
      onopentag(tag, attr) {
        const element: HtmlElement = { tag, attr, children: [] };
        stack.at(-1)!.children.push(element);
        stack.push(element);
        if (stack.length - 1 > deepest) deepest = stack.length - 1;
        count += 1;
        if (excess()) parser.pause();
      },
      ontext(text) {
        const { children } = stack.at(-1)!;
        const last = children.length - 1;
        if (typeof children[last] === 'string') children[last] += text;
        else children.push(text);
      },
      onclosetag() {
        if (stack.length > 1) stack.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeSelfClosing: false },
  );
  const size = 64 * 1024;
  for (let at = 0; at < html.length; at += size) {
    parser.write(html.slice(at, at + size));
    const failure = excess();
    if (failure) return err(failure);
  }
  parser.end();
  return ok(root);
}

/** 要素の中の文字をそのまま順につなぐ。 */
export function htmlText(node: HtmlElement | string): string {
  if (!isHtmlElement(node)) return node;
  let text = '';
  for (const child of node.children) text += htmlText(child);
  return text;
}

/** 中の文字の先頭。番号や見出しを見るのに、部分全体の文字はいらない。 */
export function textStart(element: HtmlElement, length = 80): string {
  let text = '';
  const visit = (node: HtmlElement): void => {
    for (const child of node.children) {
      if (text.length >= length) return;
      if (isHtmlElement(child)) visit(child);
      else text += child.replace(/^\s+/, ' ').slice(0, length);
    }
  };
  visit(element);
  return text;
}

/** 要素ごとに一度だけ求める値。入れ子の深い頁で同じ部分を何度も読まないため。 */
export function perElement<T>(compute: (element: HtmlElement) => T): (element: HtmlElement) => T {
  const known = new WeakMap<HtmlElement, { readonly value: T }>();
  return (element) => {
    const found = known.get(element) ?? { value: compute(element) };
    known.set(element, found);
    return found.value;
  };
}

/** class と id の語（page-footer → page-footer, page, footer） */
export function tokensOf(element: HtmlElement): string[] {
  const names = `${element.attr['class'] ?? ''} ${element.attr['id'] ?? ''}`.toLowerCase().split(/\s+/).filter((name) => name !== '');
  return names.flatMap((name) => [name, ...(/[-_]/.test(name) ? name.split(/[-_]+/) : [])]);
}
