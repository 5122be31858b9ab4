import { err, ok, type Result } from '@renkei/core';
import { Parser } from 'htmlparser2';
import type { SourceFailure } from '@renkei/app';
import { MARKUP_DEPTH } from '../limits.js';

/** HTML の木。文字参照は解いてあり、タグ名は小文字。 */
export interface HtmlElement {
  readonly tag: string;
  readonly attr: Readonly<Record<string, string>>;
  readonly children: (HtmlElement | string)[];
}

export const isHtmlElement = (node: HtmlElement | string): node is HtmlElement => typeof node !== 'string';

/** HTML を木にする。閉じ忘れは htmlparser2 が補う。深すぎる入れ子は断る。 */
export function parseHtml(html: string): Result<HtmlElement, SourceFailure> {
  const root: HtmlElement = { tag: '#root', attr: {}, children: [] };
  const stack: HtmlElement[] = [root];
  let deepest = 0;
  const parser = new Parser(
    {
      onopentag(tag, attr) {
        const element: HtmlElement = { tag, attr, children: [] };
        stack.at(-1)!.children.push(element);
        stack.push(element);
        if (stack.length - 1 > deepest) deepest = stack.length - 1;
        if (deepest > MARKUP_DEPTH) parser.pause();
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
  for (let at = 0; at < html.length && deepest <= MARKUP_DEPTH; at += size) parser.write(html.slice(at, at + size));
  if (deepest > MARKUP_DEPTH) return err({ code: 'source.too-large', data: { what: 'nesting', found: deepest, limit: MARKUP_DEPTH } });
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

/** class と id の語（page-footer → page-footer, page, footer） */
export function tokensOf(element: HtmlElement): string[] {
  const names = `${element.attr['class'] ?? ''} ${element.attr['id'] ?? ''}`.toLowerCase().split(/\s+/).filter((name) => name !== '');
  return names.flatMap((name) => [name, ...(/[-_]/.test(name) ? name.split(/[-_]+/) : [])]);
}
