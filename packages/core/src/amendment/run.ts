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
  return element.children.every((c) => !isElement(c) || (RUN_CONTENT.has(c.tag) && isRun(c)));
}

/** run を文書順に。run の中の文は数えない。 */
export function* runsOf(element: Element): Generator<Element> {
  if (isRun(element)) {
    yield element;
    return;
  }
  for (const child of element.children) if (isElement(child)) yield* runsOf(child);
}

/** run の印字。 */
export function writeRun(run: Content): string {
  if (!isElement(run)) return run.replace(/\s*[\n\r]\s*/g, '');
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
  return text.split(RUN_BREAK).flatMap((line) => {
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

/** 文に直接文字を持つ要素か（見出し・題名・章名…）。そうでなければ文（Sentence）を持つ。 */
const holdsSentences = (run: Element): boolean => run.children.some(isElement) || /Sentence$|^Table(Header)?Column$|^ClosingFormula$/.test(run.tag);

/**
 * run の文字列を text にした写し。変わらない文は元の要素（id・属性・ルビ）のまま残し、変わった文だけを作り直す。
 * newId は新しい節点の id を配る。
 */
export function readRun(run: Element, text: string, newId: () => NodeId): Element {
  if (writeRun(run) === text) return run;
  if (run.tag === 'Sentence' || !holdsSentences(run)) return { ...run, children: readInline(text, newId) };
  const columns = run.children.filter(isElement).filter((c) => c.tag === 'Column');
  const parts = columns.length > 0 ? text.split('　') : [];
  if (parts.length > 1) {
    return { ...run, children: parts.map((part, i) => {
      const column = columns[i] ?? { tag: 'Column' as const, id: newId(), attr: columns[0]!.attr, children: [] };
      return { ...column, num: String(i + 1) as ProvisionNum, children: readSentences(column, part, newId) };
    }) };
  }
  return { ...run, children: readSentences(run, text, newId) };
}

function readSentences(holder: Element, text: string, newId: () => NodeId): Element[] {
  const old = holder.children.filter(isElement).filter((c) => c.tag === 'Sentence');
  const texts = splitSentences(text);
  const used = new Set<Element>();
  const kept = texts.map((t) => {
    const same = old.find((o) => !used.has(o) && writeRun(o) === t);
    if (same) used.add(same);
    return same;
  });
  const proviso = texts.map((t, i) => i > 0 && /^(ただし|但し)、/.test(t));
  const hasProviso = proviso.includes(true);
  return texts.map((t, i) => {
    const before = kept[i] ?? old.find((o, at) => at === i && !used.has(o)) ?? old.find((o) => !used.has(o));
    if (before) used.add(before);
    const { Function: _, ...attr } = before?.attr ?? old[0]?.attr ?? {};
    const sentence: Element = {
      tag: 'Sentence',
      id: before?.id ?? newId(),
      ...(texts.length > 1 ? { num: String(i + 1) as ProvisionNum } : {}),
      attr: hasProviso ? { Function: proviso[i] ? 'proviso' : 'main', ...attr } : attr,
      children: kept[i]?.children ?? readInline(t, newId),
    };
    return kept[i] && old.length === texts.length ? kept[i] : sentence;
  });
}

/** ルビ（｜親文字《よみ》）と図（［図 …］）を要素に戻す。 */
export function readInline(text: string, newId: () => NodeId): Content[] {
  const parts: Content[] = [];
  const mark = /｜([^｜《》]+)《([^《》]+)》|［図 ([^］]*)］/g;
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
