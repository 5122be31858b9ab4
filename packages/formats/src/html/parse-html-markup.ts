import type { SourceFailure } from '@renkei/app';
import { err, ok, type Result } from '@renkei/core';
import { Parser } from 'htmlparser2';
import { TREE_DEPTH, TREE_ELEMENTS } from '../limits.js';
import type { Markup } from '../tree/markup.js';

interface OpenMarkup extends Markup {
  readonly children: (Markup | string)[];
}

/** HTML を読む。閉じ忘れは htmlparser2 が補う。深すぎる・多すぎるものは断る。 */
export function parseHtmlMarkup(text: string): Result<Markup, SourceFailure> {
  const document: OpenMarkup = { name: '#document', attributes: new Map(), children: [], line: 1, column: 1 };
  const open: OpenMarkup[] = [document];
  const lines = lineCounter(text);
  let count = 0;
  const stopped: { by?: SourceFailure } = {};
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        count += 1;
        if (stopped.by !== undefined) return;
        const place = lines(parser.startIndex);
        if (count > TREE_ELEMENTS) stopped.by = { code: 'source.too-large', data: { what: 'elements', found: count, limit: TREE_ELEMENTS } };
        if (open.length > TREE_DEPTH) stopped.by = { code: 'source.too-large', data: { what: 'nesting', found: open.length, limit: TREE_DEPTH, ...place } };
        const markup: OpenMarkup = { name, attributes: new Map(Object.entries(attributes)), children: [], ...place };
        open.at(-1)!.children.push(markup);
        open.push(markup);
      },
      ontext(piece) {
        const { children } = open.at(-1)!;
        const last = children.length - 1;
        const before = children[last];
        if (typeof before === 'string') children[last] = before + piece;
        else children.push(piece);
      },
      onclosetag() {
        if (stopped.by === undefined && open.length > 1) open.pop();
      },
    },
    { decodeEntities: true },
  );
  const size = 64 * 1024;
  for (let at = 0; at < text.length && stopped.by === undefined; at += size) parser.write(text.slice(at, at + size));
  if (stopped.by === undefined) parser.end();
  return stopped.by === undefined ? ok(document) : err(stopped.by);
}

/** 文字の位置を行と字に直す。位置は増える順に尋ねられる。 */
function lineCounter(text: string): (index: number) => { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  return (index) => {
    for (let next = text.indexOf('\n', lineStart); next >= 0 && next < index; next = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = next + 1;
    }
    return { line, column: index - lineStart + 1 };
  };
}
