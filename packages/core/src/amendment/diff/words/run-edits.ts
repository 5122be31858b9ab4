import { diffSequences, type SequenceEdit } from './diff-sequences.js';
import { segmentWords, type Word } from './segment-words.js';

/** 一つの変わり目。before の [start, end) が text に替わる。 */
export interface RunEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** after の中での位置 */
  readonly afterStart: number;
}

/** run の旧と新と、語の区切り、変わり目。 */
export interface RunDiff {
  readonly before: string;
  readonly after: string;
  readonly words: readonly Word[];
  readonly afterWords: readonly Word[];
  readonly edits: readonly RunEdit[];
}

/** 語の列で比べ、語の中では変わった字だけに絞る。加え・削りは、句の切れ目に寄せる。 */
export function diffRun(before: string, after: string): RunDiff {
  const words = segmentWords(before);
  if (before === after) return { before, after, words, afterWords: words, edits: [] };
  const afterWords = segmentWords(after);
  const a = words.map((w) => before.slice(w.start, w.end));
  const b = afterWords.map((w) => after.slice(w.start, w.end));
  const startOf = (list: readonly Word[], i: number, length: number) => list[i]?.start ?? length;
  const edits = diffSequences(a, b).flatMap((e) => splitAtComma(a, b, e)).map((e): RunEdit => {
    const shift = slide(a, b, words, afterWords, e);
    const start = startOf(words, e.aStart + shift, before.length);
    const end = startOf(words, e.aEnd + shift, before.length);
    const afterStart = startOf(afterWords, e.bStart + shift, after.length);
    const afterEnd = startOf(afterWords, e.bEnd + shift, after.length);
    return trim(before, start, end, after, afterStart, afterEnd);
  });
  return { before, after, words, afterWords, edits: joinTouching(edits, after) };
}

/** 語の途中まで同じなら、変わった字だけにする（ルビや図の中、サロゲートの組は割らない）。 */
function trim(before: string, start: number, end: number, after: string, afterStart: number, afterEnd: number): RunEdit {
  const old = before.slice(start, end);
  const now = after.slice(afterStart, afterEnd);
  if (/[｜《》［］]/.test(old + now)) return { start, end, text: now, afterStart };
  const [a, b] = [characters(old), characters(now)];
  let heads = 0;
  while (heads < a.length && heads < b.length && a[heads] === b[heads]) heads += 1;
  let tails = 0;
  while (tails < a.length - heads && tails < b.length - heads && a[a.length - 1 - tails] === b[b.length - 1 - tails]) tails += 1;
  const head = a.slice(0, heads).join('').length;
  const tail = a.slice(a.length - tails).join('').length;
  return { start: start + head, end: end - tail, text: now.slice(head, now.length - tail), afterStart: afterStart + head };
}

/** 字の並び。異体字の指定や濁点は前の字に付ける。 */
const characters = (text: string): string[] => text.match(/.\p{Mn}*/gsu) ?? [];

/** 寄せた結果、隣と接したものは一つの変わり目にする。 */
function joinTouching(edits: readonly RunEdit[], after: string): RunEdit[] {
  const joined: RunEdit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    if (last && edit.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: edit.end, afterStart: last.afterStart, text: after.slice(last.afterStart, edit.afterStart + edit.text.length) };
    } else joined.push(edit);
  }
  return joined;
}

/** 一つの変わり目を、前（無ければ後）の変わり目と一つにしたもの。まとめる相手が無ければ undefined。 */
export function joinEdits(diff: RunDiff, edit: number): RunDiff | undefined {
  const { edits, after } = diff;
  const first = edit > 0 ? edit - 1 : edit;
  const [a, b] = [edits[first], edits[first + 1]];
  if (!a || !b || b.end - a.start > MAX_JOINED) return undefined;
  const joined: RunEdit = { start: a.start, end: b.end, afterStart: a.afterStart, text: after.slice(a.afterStart, b.afterStart + b.text.length) };
  return { ...diff, edits: [...edits.slice(0, first), joined, ...edits.slice(first + 2)] };
}

/** 一つの引用にまとめる字数の上限 */
const MAX_JOINED = 400;

/**
 * 「図るため、毎年度」が「行うため」に替わり、読点が続くときは、「図るため」の改めと「毎年度、」の削りとみる（加えるときも同じ）。
 */
function splitAtComma(a: readonly string[], b: readonly string[], e: SequenceEdit): SequenceEdit[] {
  if (a[e.aEnd] !== '、' || b[e.bEnd] !== '、') return [e];
  const [old, now] = [a.slice(e.aStart, e.aEnd), b.slice(e.bStart, e.bEnd)];
  const [long, short] = old.includes('、') ? [old, now] : [now, old];
  const at = long.indexOf('、');
  if (at < 1 || short.length === 0 || short.includes('、') || Math.max(at, short.length) > 2) return [e];
  const [aCut, bCut] = long === old ? [e.aStart + at, e.bEnd] : [e.aEnd, e.bStart + at];
  return [
    { aStart: e.aStart, aEnd: aCut, bStart: e.bStart, bEnd: bCut },
    { aStart: aCut + 1, aEnd: e.aEnd + 1, bStart: bCut + 1, bEnd: e.bEnd + 1 },
  ];
}

/** 前後にずらしても同じ結果になる加え・削りを、最も自然な位置に置くためのずらし。 */
function slide(a: readonly string[], b: readonly string[], words: readonly Word[], afterWords: readonly Word[], edit: SequenceEdit): number {
  const inserted = edit.aStart === edit.aEnd;
  if (!inserted && edit.bStart !== edit.bEnd) return 0;
  const list = inserted ? b : a;
  const kinds = inserted ? afterWords : words;
  const [start, end] = inserted ? [edit.bStart, edit.bEnd] : [edit.aStart, edit.aEnd];
  const length = end - start;
  let best = 0;
  let bestScore = scoreSpan(list, kinds, start, end);
  for (const step of [-1, 1]) {
    for (let shift = step; Math.abs(shift) <= Math.min(length, MAX_SLIDE); shift += step) {
      const [s, e] = [start + shift, end + shift];
      if (s < 0 || e > list.length) break;
      // 一つずらすには、出て行く語と入って来る語が同じでなければならない
      if (step < 0 ? list[s] !== list[e] : list[s - 1] !== list[e - 1]) break;
      const score = scoreSpan(list, kinds, s, e);
      if (score > bestScore) [best, bestScore] = [shift, score];
    }
  }
  return best;
}

const MAX_SLIDE = 60;

/** 加える・削る語句としての自然さ。括弧が釣り合い、接続詞や読点から始まるものがよい。 */
function scoreSpan(list: readonly string[], words: readonly Word[], start: number, end: number): number {
  let score = 0;
  if (balanced(list, start, end)) score += 8;
  const first = words[start]!;
  const last = words[end - 1]!;
  const left = words[start - 1];
  const right = words[end];
  if (last.kind === 'stop' && (left === undefined || left.kind === 'stop')) score += 6;
  if (first.kind === 'conjunction') score += 3;
  if (first.kind === 'open') score += 2;
  if (first.kind === 'comma') {
    // 名詞の列記なら「、B」、連用修飾の句なら「毎年度、」
    const adverbial = left !== undefined && isKana(list[start - 1]!.at(-1)!);
    score += adverbial ? -1 : 3;
  }
  if (last.kind === 'comma' && left?.kind === 'comma') score += 2;
  if (first.kind === 'particle') score -= 1;
  if (last.kind === 'open' || right?.kind === 'close' && last.kind === 'comma') score -= 2;
  return score;
}

const isKana = (c: string): boolean => c >= 'ぁ' && c <= 'ゖ';

function balanced(list: readonly string[], start: number, end: number): boolean {
  let depth = 0;
  for (let i = start; i < end; i += 1) {
    for (const c of list[i]!) {
      if ('（(「『〔'.includes(c)) depth += 1;
      else if ('）)」』〕'.includes(c) && (depth -= 1) < 0) return false;
    }
  }
  return depth === 0;
}
