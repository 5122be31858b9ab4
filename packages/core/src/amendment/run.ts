import { isElement, textOf, type Content, type Element, type NodeId, type ProvisionNum } from '../text/element.js';
import { cutAtDepthZero } from '../text/cut-at-depth-zero.js';
import type { Tag } from '../text/tag.js';

/**
 * run: 印字すれば一続きの文字列になる、木の末端のまとまり（項の文、号の文、見出し、表の欄…）。
 * 改め文が言えるのは印字だけなので、文（Sentence）の区切りや属性は run の文字列から導き直す。
 *
 * 文字列の書き方: 文はそのまま続ける（「。」で終わらない文の後だけ改行 ↵）、欄（Column）は全角空白で区切る、
 * ルビは ｜親文字《よみ》、図は ［図 ファイル名］。
 */

/** 文の間の改行。表の欄に行を並べたものなど、「。」から導けない区切りを残す。 */
export const RUN_BREAK = '↵';

/** run の中身になる要素 */
const RUN_CONTENT: ReadonlySet<Tag> = new Set<Tag>(['Sentence', 'Column', 'Ruby', 'Rt', 'Line', 'Sup', 'Sub', 'Fig', 'ArithFormula', 'QuoteStruct']);

/** 子がなくても run ではない、構造の要素 */
const STRUCTURE = new Set<Tag>([
  'Law', 'LawBody', 'MainProvision', 'SupplProvision', 'Preamble', 'TOC', 'TOCPart', 'TOCChapter', 'TOCSection', 'TOCSubsection', 'TOCDivision',
  'Part', 'Chapter', 'Section', 'Subsection', 'Division', 'Article', 'Paragraph', 'Item',
  'Subitem1', 'Subitem2', 'Subitem3', 'Subitem4', 'Subitem5', 'Subitem6', 'Subitem7', 'Subitem8', 'Subitem9', 'Subitem10',
  'Table', 'TableStruct', 'TableRow', 'TableHeaderRow', 'List', 'Sublist1', 'Sublist2', 'Sublist3', 'AmendProvision', 'NewProvision', 'Class',
  'AppdxTable', 'AppdxNote', 'AppdxStyle', 'AppdxFormat', 'Appdx', 'AppdxFig', 'SupplProvisionAppdxTable', 'SupplProvisionAppdxStyle', 'SupplProvisionAppdx',
  'Remarks', 'FigStruct', 'NoteStruct', 'StyleStruct', 'FormatStruct', 'Closing', 'SignatureBlock',
]);

/** 中身が文と文字だけの要素か。構造の要素（条・項・表の行…）は run ではない。 */
export function isRun(element: Element): boolean {
  if (STRUCTURE.has(element.tag)) return false;
  for (const child of element.children) if (isElement(child) && !(RUN_CONTENT.has(child.tag) && isRun(child))) return false;
  return true;
}

/** run を文書順に。run の中の文は数えない。 */
export function* runsOf(element: Element): Generator<Element> {
  if (isRun(element)) {
    yield element;
    return;
  }
  for (const child of element.children) if (isElement(child)) yield* runsOf(child);
}

/** 改行と、その前後の字下げは、XML の体裁であって印字ではない。 */
function joinLines(text: string): string {
  if (!text.includes('\n') && !text.includes('\r')) return text;
  const lines = text.split(/[\n\r]/);
  return lines.map((line, i) => (i === 0 ? line.trimEnd() : i === lines.length - 1 ? line.trimStart() : line.trim())).join('');
}

/** run の印字。 */
export function writeRun(run: Content): string {
  if (!isElement(run)) return joinLines(run);
  if (run.tag === 'Ruby') {
    const reading = run.children.filter(isElement).filter((c) => c.tag === 'Rt').map((rt) => rt.children.map(writeRun).join('')).join('');
    return `｜${textOf(run).trim()}《${reading}》`;
  }
  if (run.tag === 'Fig') return `［図 ${run.attr['src'] ?? ''}］`;
  let text = '';
  let previous: Content | undefined;
  for (const child of run.children) {
    if (previous !== undefined && isElement(previous) && isElement(child)) {
      if (previous.tag === 'Column' && child.tag === 'Column') text += '　';
      else if (previous.tag === 'Sentence' && child.tag === 'Sentence' && !text.endsWith('。')) text += RUN_BREAK;
    }
    text += writeRun(child);
    previous = child;
  }
  return text;
}

/** 文（Sentence）に分ける。「。」で切り、（）「」の中では切らない。 */
export function splitSentences(text: string): string[] {
  return text.split(RUN_BREAK).flatMap((broken, i, lines) => {
    // 「。」の後の ↵ は文の切れ目の印ではなく、印字された字である
    const line = i > 0 && lines[i - 1]!.endsWith('。') ? RUN_BREAK + broken : broken;
    const sentences: string[] = [];
    let from = 0;
    for (const cut of cutAtDepthZero(line, '。')) {
      sentences.push(line.slice(from, cut + 1));
      from = cut + 1;
    }
    if (from < line.length || sentences.length === 0) sentences.push(line.slice(from));
    return sentences;
  });
}

/** 文（Sentence）を持つ要素か。そうでなければ文字を直に持つ（見出し・題名・章名…）。 */
const holdsSentences = (run: Element): boolean => {
  const elements = run.children.filter(isElement);
  if (elements.length === 0) return /Sentence$|^Table(Header)?Column$|^ClosingFormula$|^Column$/.test(run.tag);
  return elements.some((child) => child.tag === 'Sentence' || child.tag === 'Column');
};

/**
 * run の文字列を text にした写し。変わらない文は元の要素（id・属性・ルビ）のまま残し、変わった文だけを作り直す。
 * 変わった文の中でも、変わらない字にかかるルビ・添字・傍線などは元の要素のまま残す。newId は新しい節点の id を配る。
 */
export function readRun(run: Element, text: string, newId: () => NodeId): Element {
  if (writeRun(run) === text) return run;
  if (run.tag === 'Sentence' || !holdsSentences(run)) return { ...run, children: editInline(run.children, text, newId) };
  const columns = run.children.filter(isElement).filter((c) => c.tag === 'Column');
  const cut = columns.length > 0 ? cutColumns(columns, text) : [];
  if (cut.length < 2) return { ...run, children: readSentences(run, text, newId) };
  return {
    ...run,
    children: cut.map(({ text: part, column }, i) => {
      if (column && writeRun(column) === part && column.num === String(i + 1)) return column;
      const holder = column ?? { tag: 'Column' as const, id: newId(), attr: columns[0]!.attr, children: [] };
      return { ...holder, num: String(i + 1) as ProvisionNum, children: writeRun(holder) === part && column ? column.children : readSentences(holder, part, newId) };
    }),
  };
}

/** 全角空白で欄に切る。前後の変わらない欄を先に取るので、欄の中の全角空白は切れ目にならない。 */
function cutColumns(columns: readonly Element[], text: string): { readonly text: string; readonly column?: Element }[] {
  const prints = columns.map(writeRun);
  let first = 0;
  let from = 0;
  while (first < columns.length && text.startsWith(`${prints[first]!}　`, from)) {
    from += prints[first]!.length + 1;
    first += 1;
  }
  let last = columns.length;
  let to = text.length;
  while (last > first && to - prints[last - 1]!.length - 1 >= from && text.slice(from, to).endsWith(`　${prints[last - 1]!}`)) {
    to -= prints[last - 1]!.length + 1;
    last -= 1;
  }
  const middle = text.slice(from, to);
  const rest = columns.slice(first, last);
  const whole = rest.length === 1 && prints[first]!.includes('　');
  const parts = whole ? [middle] : cutAt(middle, cutAtDepthZero(middle, '　'));
  return [
    ...columns.slice(0, first).map((column, i) => ({ text: prints[i]!, column })),
    ...parts.map((part, i) => ({ text: part, ...(rest[i] ? { column: rest[i] } : {}) })),
    ...columns.slice(last).map((column, i) => ({ text: prints[last + i]!, column })),
  ];
}

function cutAt(text: string, cuts: readonly number[]): string[] {
  const edges = [-1, ...cuts, text.length];
  return edges.slice(1).map((end, i) => text.slice(edges[i]! + 1, end));
}

function readSentences(holder: Element, text: string, newId: () => NodeId): Element[] {
  const old = holder.children.filter(isElement).filter((c) => c.tag === 'Sentence');
  const { first, last, middle } = changedSentences(old.map(writeRun), text);
  const rest = old.slice(first, last);
  const used = new Set<Element>();
  const same = middle.map((t) => {
    const found = rest.find((o) => !used.has(o) && writeRun(o) === t);
    if (found) used.add(found);
    return found;
  });
  const made = middle.map((t, i): Element => {
    const before = same[i] ?? (rest[i] && !used.has(rest[i]) ? rest[i] : rest.find((o) => !used.has(o)));
    if (before) used.add(before);
    if (before) return same[i] ?? { ...before, children: editInline(before.children, t, newId) };
    const { Function: _, ...attr } = old[0]?.attr ?? {};
    return { tag: 'Sentence', id: newId(), attr, children: readInline(t, newId) };
  });
  const sentences = [...old.slice(0, first), ...made, ...old.slice(last)];
  return sentences.length === old.length && made.length === rest.length ? sentences : renumberSentences(sentences);
}

/** 文の数が変わったら、番号と、本文・ただし書の別を振り直す。 */
function renumberSentences(sentences: readonly Element[]): Element[] {
  const proviso = sentences.map((sentence, i) => i > 0 && /^(?:ただし|但し|但)、/.test(writeRun(sentence)));
  return sentences.map((sentence, i) => {
    const { num: _, attr: { Function: __, ...attr }, ...others } = sentence;
    return {
      ...others,
      ...(sentences.length > 1 ? { num: String(i + 1) as ProvisionNum } : {}),
      attr: proviso.includes(true) ? { Function: proviso[i] ? 'proviso' : 'main', ...attr } : attr,
    };
  });
}

/** 前後の変わらない文を除いた、変わった文の範囲（first から last の前まで）と、その新しい文。 */
function changedSentences(prints: readonly string[], text: string): { readonly first: number; readonly last: number; readonly middle: readonly string[] } {
  let first = 0;
  let from = 0;
  while (first < prints.length && prints[first] !== '' && text.startsWith(prints[first]!, from)) {
    const end = from + prints[first]!.length;
    const gap = text[end - 1] === '。' ? 0 : 1;
    if (end < text.length && gap === 1 && text[end] !== RUN_BREAK) break;
    first += 1;
    from = Math.min(end + gap, text.length);
    if (end === text.length) break;
  }
  let last = prints.length;
  let to = text.length;
  while (last > first && prints[last - 1] !== '' && to - prints[last - 1]!.length > from && text.slice(from, to).endsWith(prints[last - 1]!)) {
    const start = to - prints[last - 1]!.length;
    const before = text[start - 1];
    if (before !== '。' && before !== RUN_BREAK) break;
    last -= 1;
    to = before === RUN_BREAK ? start - 1 : start;
  }
  const middle = text.slice(from, to);
  if (middle === '' && (first > 0 || last < prints.length)) return { first, last, middle: [] };
  // もとの一文が「。」を含んでいたなら、直した後も一文のままにする
  const whole = last - first === 1 && splitSentences(prints[first]!).length > 1 && !middle.includes(RUN_BREAK);
  return { first, last, middle: whole ? [middle] : splitSentences(middle) };
}

/** 添字などを新しい文字列の中で見分けるために見る、前後の字数 */
const CONTEXT = 2;

/** 文の中身を text にする。前後の変わらない部分の要素と、間にあって同じ字の並びに付く要素を残す。 */
function editInline(old: readonly Content[], text: string, newId: () => NodeId): Content[] {
  const prints = old.map(writeRun);
  const whole = prints.join('');
  if (whole === text) return [...old];
  if (!old.some(isElement)) return readInline(text, newId);
  let head = 0;
  while (head < whole.length && head < text.length && whole[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < whole.length - head && tail < text.length - head && whole[whole.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
  const out: Content[] = [];
  let at = 0;
  let start = 0;
  const flush = (end: number): void => {
    for (const part of readInline(text.slice(at, end), newId)) out.push(part);
    at = end;
  };
  old.forEach((child, i) => {
    const print = prints[i]!;
    const end = start + print.length;
    if (isElement(child) && print !== '') {
      const found = end <= head ? start : start >= whole.length - tail ? start + text.length - whole.length : findInline(text, at, print, whole.slice(Math.max(start - CONTEXT, 0), start), whole.slice(end, end + CONTEXT));
      if (found >= at) {
        flush(found);
        out.push(child);
        at = found + print.length;
      }
    }
    start = end;
  });
  flush(text.length);
  return out;
}

/** 前か後ろの字が同じ所に現れる、要素の印字。 */
function findInline(text: string, from: number, print: string, before: string, after: string): number {
  for (let at = text.indexOf(print, from); at >= 0; at = text.indexOf(print, at + 1)) {
    const end = at + print.length;
    if ((before !== '' && at >= before.length && text.startsWith(before, at - before.length)) || (after !== '' && text.startsWith(after, end)) || before + after === '') return at;
  }
  return -1;
}

/** ルビ（｜親文字《よみ》）と図（［図 …］）を要素に戻す。 */
export function readInline(text: string, newId: () => NodeId): Content[] {
  const parts: Content[] = [];
  const mark = /｜([^｜《》\s](?:[^｜《》]*[^｜《》\s])?)《([^《》]+)》|［図 ([^］]*)］/g;
  let at = 0;
  for (let m = mark.exec(text); m; m = mark.exec(text)) {
    if (m.index > at) parts.push(text.slice(at, m.index));
    if (m[3] !== undefined) parts.push({ tag: 'Fig', id: newId(), attr: m[3] === '' ? {} : { src: m[3] }, children: [] });
    else parts.push({ tag: 'Ruby', id: newId(), attr: {}, children: [m[1]!, { tag: 'Rt', id: newId(), attr: {}, children: [m[2]!] }] });
    at = m.index + m[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
