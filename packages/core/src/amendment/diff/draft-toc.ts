import { type Element } from '../../text/element.js';
import type { Location } from '../location.js';
import type { Action, Operation } from '../operation.js';
import { RUN_BREAK, writeRun } from '../run.js';
import { isTocHead, tocEntry } from '../toc/toc-entry.js';
import { tocNodes, tocRuns } from '../toc/toc-lines.js';
import { operation, pair, type DraftContext } from './draft-context.js';
import { printedSize, type Pen } from './pen.js';
import { diffSequences } from './words/diff-sequences.js';

/** 目次の一行 */
interface Line {
  readonly node: Element;
  readonly text: string;
  readonly runs: readonly Element[];
  readonly depth: number;
  /** 種類・字下げ・印字。同じなら同じ行 */
  readonly key: string;
}

/** 行の並びの変わり方。both は同じ項目とみて字句で改める一行どうし、そのほかは行ごと改める。 */
type Change =
  | { readonly kind: 'keep' | 'both'; readonly old: number; readonly now: number }
  | { readonly kind: 'lines'; readonly olds: readonly [number, number]; readonly nows: readonly [number, number] };

/** 項目ごとに言うほうが、この倍を超えて長ければ、目次の全部を改める */
const LONGER = 1.25;

/** 行ごと改める所の数の上限。これを超えて変わった目次は、全部を改める */
const MOST = 40;

/**
 * 目次を、変わった項目だけ改める。同じ項目の条の範囲などは字句で、項目の加除や入れ替わりは行を引用して言う。
 * 全部を改めるほうが短いときと、行として引用できない項目があるときは、何も書かずに false。
 */
export function draftToc(context: DraftContext, pen: Pen, base: Element, next: Element, wholeSize: () => number): boolean {
  const [olds, nows] = [linesOf(base), linesOf(next)];
  if (![...olds, ...nows].every(isQuotable) || !samePlain(base, next)) return false;
  const changes = changesOf(olds, nows);
  if (changes.filter((c) => c.kind === 'lines').length > MOST) return false;
  const mark = pen.mark();
  const writer = new TocWriter(pen, olds, nows);
  for (const change of changes) if (!writer.change(change)) {
    pen.rewind(mark);
    return false;
  }
  writer.flush();
  if (printedSize(pen.since(mark)) > wholeSize() * LONGER) {
    pen.rewind(mark);
    return false;
  }
  for (const change of changes) {
    if (change.kind === 'lines') continue;
    const [old, now] = [olds[change.old]!, nows[change.now]!];
    pair(context, old.node, now.node);
    old.runs.forEach((run, i) => pair(context, run, now.runs[i]!));
  }
  return true;
}

function linesOf(toc: Element): Line[] {
  const depths = new Map<Element, number>();
  const visit = (holder: Element, depth: number): void => {
    for (const child of holder.children) {
      if (typeof child === 'string') continue;
      depths.set(child, depth);
      visit(child, depth + 1);
    }
  };
  visit(toc, 0);
  return tocNodes(toc).map((node) => {
    const runs = tocRuns(node);
    const text = runs.map(writeRun).join('');
    const depth = depths.get(node)!;
    return { node, text, runs, depth, key: `${node.tag} ${depth} ${runs.map((r) => `${r.tag} ${writeRun(r)}`).join('\n')}` };
  });
}

/** 引用の中の一行に書けるか。 */
function isQuotable({ text }: Line): boolean {
  if (text === '' || text !== text.trim() || /[\n\r]/.test(text) || text.includes(RUN_BREAK) || text.endsWith('。')) return false;
  let depth = 0;
  for (const c of text) if ((depth += c === '「' ? 1 : c === '」' ? -1 : 0) < 0) return false;
  return depth === 0;
}

/** 印字から、同じ種類の項目に読み戻せるか（標目のない章は、別表の項目に読まれる）。 */
function readsBack({ node, runs, text }: Line): boolean {
  const { tag, titleTag, range } = tocEntry(text);
  return tag === node.tag && runs.map((r) => r.tag).join() === [...(titleTag === undefined ? [tag] : [titleTag]), ...(range === undefined ? [] : ['ArticleRange'])].join();
}

/** 項目のほかに何も持たないか（旧にも新にもあるときだけ、項目として改められる） */
const samePlain = (base: Element, next: Element): boolean =>
  [base, next].every((toc) => toc.children.every((c) => typeof c !== 'string' && c.tag.startsWith('TOC')));

/** まず同じ行、次に題の同じ行、残りが一行どうしなら同じ項目とみる。 */
function changesOf(olds: readonly Line[], nows: readonly Line[]): Change[] {
  const changes: Change[] = [];
  const keep = (from: number, to: number, at: number, kind: 'keep' | 'both'): void => {
    for (let i = from; i < to; i += 1) changes.push({ kind, old: i, now: at + i - from });
  };
  let old = 0;
  let now = 0;
  for (const { aStart, aEnd, bStart, bEnd } of diffSequences(olds.map((l) => l.key), nows.map((l) => l.key))) {
    keep(old, aStart, now, 'keep');
    let [i, j] = [aStart, bStart];
    const titles = (lines: readonly Line[]) => lines.map((l) => `${l.node.tag} ${l.depth} ${l.runs.length} ${writeRun(l.runs[0]!)}`);
    for (const inner of [...diffSequences(titles(olds.slice(aStart, aEnd)), titles(nows.slice(bStart, bEnd))), undefined]) {
      const [a, b] = inner ? [aStart + inner.aStart, bStart + inner.bStart] : [aEnd, bEnd];
      keep(i, a, j, 'both');
      if (!inner) break;
      [i, j] = [aStart + inner.aEnd, bStart + inner.bEnd];
      if (i - a === 1 && j - b === 1 && sameForm(olds[a]!, nows[b]!)) keep(a, i, b, 'both');
      else changes.push({ kind: 'lines', olds: [a, i], nows: [b, j] });
    }
    [old, now] = [aEnd, bEnd];
  }
  keep(old, olds.length, now, 'keep');
  return changes;
}

const sameForm = (a: Line, b: Line): boolean => a.node.tag === b.node.tag && a.depth === b.depth && a.runs.map((r) => r.tag).join() === b.runs.map((r) => r.tag).join();

const AT: Location = [{ kind: 'toc' }];

/** 前から順に書き、ここまで改めた目次の行（state）を持つ。 */
class TocWriter {
  readonly #pen: Pen;
  readonly #olds: readonly Line[];
  readonly #nows: readonly Line[];
  /** ここまで改めた、前の方の行 */
  readonly #done: Line[] = [];
  /** まだ書いていない、字句で改める行 */
  #pending: { readonly at: number; readonly old: Line }[] = [];
  #next = 0;

  constructor(pen: Pen, olds: readonly Line[], nows: readonly Line[]) {
    this.#pen = pen;
    this.#olds = olds;
    this.#nows = nows;
  }

  change(change: Change): boolean {
    if (change.kind !== 'lines') {
      if (change.kind === 'both') this.#pending.push({ at: this.#done.length, old: this.#olds[change.old]! });
      this.#done.push(this.#nows[change.now]!);
      this.#next = change.old + 1;
      return true;
    }
    this.flush();
    const olds = this.#olds.slice(...change.olds);
    const nows = this.#nows.slice(...change.nows);
    if (!nows.every(readsBack)) return false;
    const written = this.#lines(olds, nows, this.#olds.slice(change.olds[1]));
    if (!written) return false;
    this.#pen.write(written);
    for (const now of nows) this.#done.push(now);
    this.#next = change.olds[1];
    return true;
  }

  /** 行を引用した一つの操作。引用は、今の目次の中で一つに決まるまで隣の行を含める。 */
  #lines(olds: readonly Line[], nows: readonly Line[], after: readonly Line[]): Operation | undefined {
    const before = this.#done;
    const all = (): string => [...before, ...olds, ...after].map((l) => squeezed(l.text)).join('');
    const only = (lines: readonly Line[]): boolean => isOnly(all(), lines.map((l) => squeezed(l.text)).join(''));
    const [previous, following] = [before.at(-1), after[0]];
    const replace = (from: readonly Line[], to: readonly Line[]): Operation | undefined => (only(from) ? operation(AT, { kind: 'replaceWords', words: [{ text: quoted(from) }], to: quoted(to) }) : undefined);
    if (nows.length === 0 && only(olds)) return operation(AT, { kind: 'deleteWords', words: [{ text: quoted(olds) }] });
    if (olds.length > 0 && nows.length > 0) {
      const plain = replace(olds, nows);
      if (plain) return plain;
    } else if (olds.length === 0) {
      // 附則の前に加えるときは、短い「附則」を引いて「第五章　罰則（第二十条）と附則」に改める
      if (following && (following.text.length <= SHORT || !previous || previous.node.tag === 'TOCLabel')) {
        const short = replace([following], [...nows, following]);
        if (short) return short;
      }
      if (previous && previous.node.tag !== 'TOCLabel' && isTocHead(nows[0]!.text) && only([previous])) {
        return operation(AT, { kind: 'insertWords', after: [{ text: previous.text }], text: quoted(nows) });
      }
    }
    return (previous && replace([previous, ...olds], [previous, ...nows]))
      ?? (following && replace([...olds, following], [...nows, following]))
      ?? (previous && following && replace([previous, ...olds, following], [previous, ...nows, following]));
  }

  /** 貯めた字句の改め。引用が一つに決まるよう、今の目次のすべての run を並べる。 */
  flush(): void {
    const pending = new Map(this.#pending.map(({ at, old }) => [at, old]));
    this.#pending = [];
    if (pending.size === 0) return;
    const rest = this.#olds.slice(this.#next);
    const lines = [...this.#done.map((now, i) => ({ old: pending.get(i) ?? now, now })), ...rest.map((l) => ({ old: l, now: l }))];
    lines.forEach(({ old, now }, at) => old.runs.forEach((run, i) => {
      this.#pen.run({
        location: AT, before: writeRun(run), after: writeRun(now.runs[i]!),
        rewrite: () => this.#rewritten(lines, at),
      });
    }));
    this.#pen.flush();
  }

  /** 字句では言えない項目。一行を引用し、決まらなければ隣も含める。 */
  #rewritten(lines: readonly { readonly old: Line; readonly now: Line }[], at: number): Operation {
    const all = lines.map(({ old, now }, i) => squeezed((i < at ? now : old).text)).join('');
    let [from, to] = [at, at + 1];
    const text = (side: 'old' | 'now') => quoted(lines.slice(from, to).map((l, i) => (from + i < at ? l.now : from + i > at ? l.old : l[side])));
    while (!isOnly(all, squeezed(text('old'))) && (from > 0 || to < lines.length)) {
      if (from > 0) from -= 1;
      else to += 1;
    }
    const action: Action = { kind: 'replaceWords', words: [{ text: text('old') }], to: text('now') };
    return operation(AT, action);
  }
}

/** 前の項目より短いとみて引く、後の項目の字数 */
const SHORT = 4;

const squeezed = (text: string): string => text.replace(/[\s　]/g, '');
const isOnly = (all: string, text: string): boolean => all.indexOf(text) === all.lastIndexOf(text) && all.includes(text);

/** 引用の中では、項目ごとに改行し、目次と同じだけ字を下げる。 */
const quoted = (lines: readonly Line[]): string => lines.map((l, i) => (i === 0 ? l.text : `　${'　'.repeat(l.depth)}${l.text}`)).join('\n');
