import type { SourceFailure } from '@renkei/app';
import { err, ok, type Result } from '@renkei/core';
import { SaxesParser } from 'saxes';
import { TREE_DEPTH, TREE_ELEMENTS } from '../limits.js';
import { CHARACTER_INSTRUCTION } from './xml-text.js';
import type { Markup } from './markup.js';

/** 文字でも要素でもないもの（注釈・処理命令・文書型宣言）。 */
export interface Aside {
  readonly name: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface ParsedXml {
  readonly root: Markup;
  readonly asides: readonly Aside[];
}

interface OpenMarkup extends Markup {
  readonly children: (Markup | string)[];
}

/** 解析を途中で終える合図。 */
class Stop {
  readonly failure: SourceFailure;
  constructor(failure: SourceFailure) {
    this.failure = failure;
  }
}

/**
 * XML を読む。実体宣言は展開しない（saxes は外部実体も内部実体も解さない）。
 * 崩れていれば最初の一か所を、行と字と共に返す。
 */
export function parseXml(text: string): Result<ParsedXml, SourceFailure> {
  const parser = new SaxesParser({ xmlns: false });
  const asides: Aside[] = [];
  const open: OpenMarkup[] = [];
  let root: OpenMarkup | undefined;
  let count = 0;

  const place = () => ({ line: parser.line, column: parser.column });
  const append = (piece: string): void => {
    const parent = open.at(-1);
    if (parent === undefined || piece === '') return;
    const last = parent.children.length - 1;
    const before = parent.children[last];
    if (typeof before === 'string') parent.children[last] = before + piece;
    else parent.children.push(piece);
  };

  parser.on('error', (error) => {
    throw new Stop({ code: 'source.not-well-formed', data: { ...place(), detail: error.message.replace(/^\d+:\d+: /, '') } });
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > TREE_ELEMENTS) throw new Stop({ code: 'source.too-large', data: { what: 'elements', found: count, limit: TREE_ELEMENTS } });
    if (open.length >= TREE_DEPTH) throw new Stop({ code: 'source.too-large', data: { what: 'nesting', found: open.length + 1, limit: TREE_DEPTH, ...place() } });
    const markup: OpenMarkup = { name: tag.name, attributes: new Map(Object.entries(tag.attributes)), children: [], ...place() };
    if (open.length === 0) root = markup;
    else open.at(-1)!.children.push(markup);
    open.push(markup);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('comment', (comment) => {
    asides.push({ name: '<!-- -->', text: comment, ...place() });
  });
  parser.on('doctype', (doctype) => {
    asides.push({ name: '<!DOCTYPE>', text: doctype.trim(), ...place() });
  });
  parser.on('processinginstruction', ({ target, body }) => {
    const code = target === CHARACTER_INSTRUCTION && /^[0-9a-f]{4}$/.test(body) ? Number.parseInt(body, 16) : undefined;
    if (code !== undefined && open.length > 0) append(String.fromCharCode(code));
    else asides.push({ name: `<?${target}?>`, text: body, ...place() });
  });

  try {
    parser.write(text).close();
  } catch (thrown) {
    if (thrown instanceof Stop) return err(thrown.failure);
    throw thrown;
  }
  return root === undefined ? err({ code: 'source.not-well-formed', data: { line: 1, column: 1, detail: 'no root element' } }) : ok({ root, asides });
}
