import { childElements, isElement, textOf, type Content, type Element, type ProvisionNum } from '../element.js';
import { cutAtDepthZero } from '../cut-at-depth-zero.js';
import { draft, type Draft } from './draft.js';
import { sliceTraced, spansOf, trimTraced, type TracedText } from './traced-text.js';

/**
 * 文（Sentence）と欄（Column）の読みと書き。
 * 文は「。」で切る。（）「」の中の「。」では切らない。「ただし、」で始まる文はただし書（Function="proviso"）。
 */

/** 括弧の深さが 0 の位置で、区切り文字ごとに切る。 */
function splitAtDepthZero(source: TracedText, separator: string, keep: boolean): TracedText[] {
  const { text } = source;
  if (!text.includes(separator)) return [source];
  const cuts = cutAtDepthZero(text, separator);
  const parts: TracedText[] = [];
  let from = 0;
  for (const cut of cuts) {
    const part = sliceTraced(source, from, keep ? cut + 1 : cut);
    if (part.text !== '') parts.push(part);
    from = cut + 1;
  }
  const rest = sliceTraced(source, from);
  if (rest.text !== '') parts.push(rest);
  return parts;
}

export function readSentences(source: TracedText): Draft[] {
  const parts = splitAtDepthZero(source, '。', true);
  const proviso = parts.map((p, i) => i > 0 && /^[\s　]*(ただし|但し)、/.test(p.text));
  const hasProviso = proviso.includes(true);
  return parts.map((part, i) => {
    const sentence = draft('Sentence', readInline(part.text), spansOf(part));
    if (parts.length > 1) sentence.num = String(i + 1) as ProvisionNum;
    if (hasProviso) sentence.attr = { Function: proviso[i] ? 'proviso' : 'main' };
    return sentence;
  });
}

/** 号の文。全角空白で区切られていれば欄（Column）に分ける。 */
export function readColumnsOrSentences(source: TracedText): Draft[] {
  const parts = splitAtDepthZero(source, '　', false).map(trimTraced).filter((p) => p.text !== '');
  if (parts.length < 2) return readSentences(parts[0] ?? trimTraced(source));
  return parts.map((part, i) => {
    const column = draft('Column', readSentences(part));
    column.num = String(i + 1) as ProvisionNum;
    return column;
  });
}



/** 文・欄の並びを一行に書く。 */
export function writeSentences(holder: Element | undefined): string {
  if (!holder) return '';
  const children = childElements(holder);
  if (children.some((c) => c.tag === 'Column')) return children.map((c) => (c.tag === 'Column' ? writeSentences(c) : writeInline(c))).join('　');
  return children.map(writeInline).join('');
}

/** ルビは ｜親文字《よみ》 で書く（青空文庫の記法）。 */
export function writeInline(content: Content): string {
  if (!isElement(content)) return content.replace(/\s*[\n\r]\s*/g, '');
  if (content.tag === 'Ruby') {
    const reading = childElements(content).filter((c) => c.tag === 'Rt').map((rt) => rt.children.map(writeInline).join('')).join('');
    return `｜${textOf(content).trim()}《${reading}》`;
  }
  if (content.tag === 'Fig') return `［図 ${content.attr['src'] ?? ''}］`;
  return content.children.map(writeInline).join('');
}

export function readInline(text: string): (Draft | string)[] {
  if (!text.includes('《')) return text === '' ? [] : [text];
  const parts: (Draft | string)[] = [];
  const ruby = /｜([^｜《》]+)《([^《》]+)》/g;
  let at = 0;
  for (let m = ruby.exec(text); m; m = ruby.exec(text)) {
    if (m.index > at) parts.push(text.slice(at, m.index));
    parts.push(draft('Ruby', [m[1]!, draft('Rt', [m[2]!])]));
    at = m.index + m[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

