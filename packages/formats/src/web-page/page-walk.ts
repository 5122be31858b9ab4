import { readLabel, sourceBuilder, type CellInit, type Finding, type SourceBuilder, type SourceText } from '@renkei/core';
import { COLUMN_SPAN } from '../limits.js';
import { furniturePart, isHidden, NEVER_TEXT } from './furniture.js';
import { htmlText, isHtmlElement, textStart, tokensOf, type HtmlElement } from './html-tree.js';
import { inlineText } from './inline-text.js';
import { listMarker } from './list-marker.js';
import { isLayoutTable, tableRows } from './page-table.js';

/** 行の受け手。頁では SourceBuilder、欄の中では文字の並び。 */
interface LineSink {
  readonly line: (text: string, heading: number) => void;
}

export interface PageReading {
  readonly source: SourceText;
  readonly findings: readonly Finding[];
}

/** main があれば、その外は本文でない部分として報告する。 */
export function pageWalk(root: HtmlElement, main: HtmlElement | undefined): PageReading {
  const builder = sourceBuilder();
  const findings: Finding[] = [];
  const walk = new Walk(builder, findings);
  if (main === undefined) walk.page(root);
  else {
    const path = pathTo(root, main);
    walk.outside(path, 'before');
    walk.page(main);
    walk.outside(path.toReversed(), 'after');
  }
  walk.finish();
  return { source: builder.build(), findings };
}

const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure',
  'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary',
  'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul', '#root',
]);

/** 行の中に置かれていても、条の見出しや題名として行を分ける class */
const OWN_LINE = new Set(['caption', 'midashi', 'articlecaption', 'title']);
/** 番号だけを収める class */
const NUMBER = new Set(['num', 'number', 'no', 'bango', 'articletitle', 'paragraphnum', 'itemtitle']);

class Walk {
  readonly builder: SourceBuilder;
  readonly findings: Finding[];
  private text = inlineText();
  private sink: LineSink;
  private heading = 0;
  /** 番号だけの行。次の行の頭に付ける */
  private label: string | undefined;
  private labelEnds = false;
  private insideArticle = 0;
  private readonly markers: string[] = [];
  private scripts = 0;
  private cellDepth = 0;

  constructor(builder: SourceBuilder, findings: Finding[]) {
    this.builder = builder;
    this.findings = findings;
    this.sink = { line: (text, heading) => builder.line(text, heading) };
  }

  page(root: HtmlElement): void {
    this.children(root);
    this.flush();
    this.releaseLabel();
  }

  finish(): void {
    if (this.markers.length > 0) this.report('source.automatic-number', 'advice', { count: this.markers.length, first: this.markers[0]! });
    if (this.scripts > 0) this.report('source.page-furniture', 'advice', { part: 'script', count: this.scripts });
  }

  /** 本文の入れ物の前（後）にある部分を、まとまりごとに報告する。steps は入れ物までの親子の組 */
  outside(steps: readonly Step[], side: 'before' | 'after'): void {
    for (const { parent, at } of steps) {
      const rest = side === 'before' ? parent.children.slice(0, at) : parent.children.slice(at + 1);
      for (const child of rest) this.leaveOut(child, isHtmlElement(child) ? (furniturePart(child, false) ?? 'outside-main') : 'outside-main');
    }
  }

  private children(element: HtmlElement): void {
    for (const child of element.children) this.node(child);
  }

  private node(node: HtmlElement | string): void {
    if (!isHtmlElement(node)) {
      if (this.labelEnds && node.trim() !== '') {
        this.text.separate();
        this.labelEnds = false;
      }
      this.text.add(node);
      return;
    }
    if (NEVER_TEXT.has(node.tag)) return this.neverText(node);
    if (isHidden(node)) return this.hidden(node);
    const part = furniturePart(node, this.insideArticle > 0);
    if (part !== undefined) return this.leaveOut(node, part);
    const special = SPECIAL[node.tag];
    if (special) return special(this, node);
    if (BLOCKS.has(node.tag) || isOwnLine(node)) return this.block(node);
    this.inline(node);
  }

  private inline(node: HtmlElement): void {
    this.children(node);
    if (tokensOf(node).some((token) => NUMBER.has(token)) && isLabel(textStart(node).trim())) this.labelEnds = true;
  }

  block(node: HtmlElement): void {
    this.flush();
    const level = /^h([1-6])$/.exec(node.tag)?.[1];
    const before = this.heading;
    if (level !== undefined) this.heading = Number(level);
    if (node.tag === 'article' || node.tag === 'main') this.insideArticle += 1;
    this.children(node);
    const named = node.tag === 'dt' || tokensOf(node).some((token) => NUMBER.has(token));
    this.flush(named);
    if (node.tag === 'article' || node.tag === 'main') this.insideArticle -= 1;
    this.heading = before;
  }

  /** 組み上がった行を渡す。番号だけの行は、次の行と一つにするために控える。 */
  flush(named = false): void {
    const line = this.text.take();
    this.labelEnds = false;
    const trimmed = line.trim();
    if (trimmed === '') return;
    const held = this.label;
    this.label = undefined;
    if (held !== undefined) {
      if (this.heading > 0 || isLabel(trimmed) || /^[（(][^）)]*[）)]$|^第[^\s　]{1,6}条/.test(trimmed)) this.sink.line(held, 0);
      else return this.sink.line(`${held}　${trimmed}`, 0);
    }
    if (this.heading === 0 && isLabel(trimmed) && (named || /^第.+条/.test(trimmed))) this.label = trimmed;
    else this.sink.line(line, this.heading);
  }

  releaseLabel(): void {
    if (this.label !== undefined) this.sink.line(this.label, 0);
    this.label = undefined;
  }

  lineBreak(): void {
    this.flush();
  }

  preformatted(node: HtmlElement): void {
    this.flush();
    for (const line of htmlText(node).split(/\r\n|\r|\n/)) {
      if (line.includes('\t')) this.text.add(line);
      else if (line.trim() !== '') {
        this.releaseLabel();
        this.sink.line(line, 0);
      }
      this.flush();
    }
  }

  ruby(node: HtmlElement): void {
    let base = '';
    let reading = '';
    for (const child of node.children) {
      if (!isHtmlElement(child)) base += child;
      else if (child.tag === 'rt' || child.tag === 'rtc') reading += htmlText(child);
      else if (child.tag !== 'rp') base += htmlText(child);
    }
    this.node(base);
    if (reading.trim() !== '') this.report('source.ruby-reading', 'advice', { reading: reading.trim() }, base.trim());
  }

  image(node: HtmlElement): void {
    const alt = (node.attr['alt'] ?? '').trim();
    const name = alt === '' ? (node.attr['src'] ?? '').replace(/^.*[\\/]/, '').slice(0, 100) : alt;
    // 外字の画像は、一字の代替文字をその字として採る
    if ([...alt].length === 1) this.node(alt);
    if ('alt' in node.attr && alt === '') return;
    this.report('source.object', [...alt].length === 1 ? 'advice' : 'warning', { part: 'image', name }, alt === '' ? undefined : alt);
  }

  embedded(node: HtmlElement): void {
    const name = node.attr['src'] ?? node.attr['data'] ?? node.attr['title'] ?? node.tag;
    const inner = squeeze(htmlText(node));
    this.report('source.object', 'warning', { part: node.tag === 'iframe' ? 'frame' : node.tag, name: name.slice(0, 200) }, inner === '' ? undefined : inner);
  }

  deleted(node: HtmlElement): void {
    const found = squeeze(htmlText(node));
    if (found !== '') this.report('source.revision-deleted', 'warning', { author: '' }, found);
  }

  inserted(node: HtmlElement): void {
    this.children(node);
    const found = squeeze(htmlText(node));
    if (found !== '') this.report('source.revision-inserted', 'advice', { author: '' }, found);
  }

  listItem(node: HtmlElement, marker: string | undefined): void {
    this.flush();
    if (marker !== undefined) {
      this.text.add(`${marker}　`);
      this.markers.push(marker);
    }
    this.children(node);
    this.flush();
  }

  list(node: HtmlElement): void {
    this.flush();
    let count = (Number.parseInt(node.attr['start'] ?? '1', 10) || 1) - 1;
    for (const child of node.children) {
      if (!isHtmlElement(child) || child.tag !== 'li') {
        this.node(child);
        continue;
      }
      count = Number.parseInt(child.attr['value'] ?? '', 10) || count + 1;
      this.listItem(child, listMarker(node, child, count));
    }
    this.flush();
  }

  table(node: HtmlElement): void {
    this.flush();
    this.releaseLabel();
    if (this.cellDepth > 0) return this.nestedTable(node);
    const rows = tableRows(node);
    for (const caption of node.children) if (isHtmlElement(caption) && caption.tag === 'caption') this.block(caption);
    if (isLayoutTable(node, rows)) return this.layoutRows(rows);
    const table = this.builder.nextTable();
    rows.forEach((row, i) => {
      const cells = row.cells.map((cell): CellInit => {
        const down = Number.parseInt(cell.element.attr['rowspan'] ?? '1', 10);
        const across = Number.parseInt(cell.element.attr['colspan'] ?? '1', 10);
        return {
          text: this.cellText(cell.element),
          rowspan: Math.max(1, Math.min(down === 0 ? rows.length : down || 1, rows.length - i)),
          colspan: Math.max(1, Math.min(across || 1, COLUMN_SPAN)),
          header: cell.element.tag === 'th' || row.head,
        };
      });
      if (cells.length > 0) this.builder.row(table, cells);
    });
  }

  /** 体裁のための表は、欄を順に行として読む。番号だけの欄は次の欄と一つの行になる。 */
  private layoutRows(rows: ReturnType<typeof tableRows>): void {
    for (const row of rows) {
      for (const cell of row.cells) {
        this.children(cell.element);
        this.flush(true);
      }
      this.releaseLabel();
    }
  }

  /** 欄の中の行を改行でつなぐ。欄の中の表は、その欄の文字にする。 */
  private cellText(cell: HtmlElement): string {
    const lines: string[] = [];
    const outer = { sink: this.sink, text: this.text, heading: this.heading, label: this.label, cellDepth: this.cellDepth };
    Object.assign(this, { sink: { line: (text: string) => void lines.push(text.trim()) }, text: inlineText(), heading: 0, label: undefined, cellDepth: this.cellDepth + 1 });
    this.children(cell);
    this.flush();
    this.releaseLabel();
    Object.assign(this, outer);
    return lines.join('\n');
  }

  private nestedTable(table: HtmlElement): void {
    const rows = tableRows(table);
    const lines = rows.map((row) => row.cells.map((cell) => this.cellText(cell.element).replaceAll('\n', '　')).filter((text) => text !== '').join('　')).filter((line) => line !== '');
    for (const line of lines) this.sink.line(line, 0);
    this.report('source.nested-table', 'warning', { rows: rows.length, columns: rows.reduce((most, row) => Math.max(most, row.cells.length), 0) }, lines.join('\n'));
  }

  private neverText(node: HtmlElement): void {
    if (node.tag !== 'head') {
      this.scripts += 1;
      return;
    }
    for (const child of node.children) {
      if (!isHtmlElement(child)) continue;
      if (child.tag === 'title') this.leaveOut(child, 'title');
      else if (child.tag === 'script' || child.tag === 'style') this.scripts += 1;
    }
  }

  private hidden(node: HtmlElement): void {
    const found = squeeze(htmlText(node));
    if (found !== '') this.report('source.hidden-text', 'warning', { count: 1 }, found);
  }

  private leaveOut(node: HtmlElement | string, part: string): void {
    if (isHtmlElement(node) && NEVER_TEXT.has(node.tag)) return this.neverText(node);
    const found = squeeze(isHtmlElement(node) ? visibleText(node) : node);
    if (found !== '') this.report('source.page-furniture', 'advice', { part }, found);
  }

  private report(code: Finding['code'], severity: Finding['severity'], data: Finding['data'], found?: string): void {
    this.findings.push({ code, severity, at: { line: this.builder.lineNumber() }, ...(found === undefined ? {} : { found }), data });
  }
}

const SPECIAL: Readonly<Record<string, (walk: Walk, node: HtmlElement) => void>> = {
  br: (walk) => walk.lineBreak(),
  pre: (walk, node) => walk.preformatted(node),
  ruby: (walk, node) => walk.ruby(node),
  img: (walk, node) => walk.image(node),
  del: (walk, node) => walk.deleted(node),
  s: (walk, node) => walk.deleted(node),
  strike: (walk, node) => walk.deleted(node),
  ins: (walk, node) => walk.inserted(node),
  ol: (walk, node) => walk.list(node),
  table: (walk, node) => walk.table(node),
  ...Object.fromEntries(['iframe', 'frame', 'object', 'embed', 'svg', 'canvas', 'audio', 'video', 'math'].map((tag) => [tag, (walk: Walk, node: HtmlElement) => walk.embedded(node)])),
};

interface Step {
  readonly parent: HtmlElement;
  /** 入れ物へ続く子の位置 */
  readonly at: number;
}

/** 根から入れ物までの道。外側から */
function pathTo(node: HtmlElement, target: HtmlElement): Step[] {
  for (const [at, child] of node.children.entries()) {
    if (!isHtmlElement(child)) continue;
    if (child === target) return [{ parent: node, at }];
    const rest = pathTo(child, target);
    if (rest.length > 0) return [{ parent: node, at }, ...rest];
  }
  return [];
}

const squeeze = (text: string): string => text.replace(/[\s]+/g, ' ').trim();
const isLabel = (text: string): boolean => text.length <= 14 && readLabel(text).length > 0;
const isOwnLine = (node: HtmlElement): boolean => tokensOf(node).some((token) => OWN_LINE.has(token)) && /^\s*[（(○]/.test(textStart(node));

/** 隠れた要素とスクリプトを除いた文字 */
function visibleText(node: HtmlElement): string {
  let text = '';
  for (const child of node.children) text += isHtmlElement(child) ? (NEVER_TEXT.has(child.tag) ? '' : ` ${visibleText(child)}`) : child;
  return text;
}
