import type { ProvisionNum } from '../element.js';
import type { LabelForm } from '../label.js';
import { PROVISION_TAGS, type ProvisionTag } from '../tag.js';
import type { Draft } from './draft.js';
import type { LabelledLine } from './line-kind.js';

/**
 * 標目から階層を決める。
 *
 * 字下げは当てにならない（OCR・HTML・コピーで失われる）ので、番号の続き方だけで決める:
 *   1. 開いている階層（深い方から）で、同じ書きぶりの次の番号なら、その兄弟
 *   2. 最初の番号なら、いま一番深いところの子（同じ書きぶりの号が開いていれば、振り直した兄弟）
 *   3. 同じ書きぶりの階層があれば、番号が飛んだ兄弟
 *   4. どれでもなければ、途中の番号から始まる子
 */
export interface OpenLevel {
  readonly node: Draft;
  readonly tag: ProvisionTag;
  /** 標目の書きぶり。番号を印字しない第1項は undefined（算用数字の「2」で続く） */
  readonly form: LabelForm | undefined;
  readonly num: ProvisionNum;
}

export interface Placement {
  readonly form: LabelForm;
  readonly num: ProvisionNum;
  /** 兄弟になるなら、その階層の深さ（stack の添字）。子なら undefined */
  readonly siblingOf: number | undefined;
  /** 期待した番号と違う */
  readonly gap: boolean;
}

const PARAGRAPH_FORMS: readonly LabelForm[] = ['1', '１', '①'];

const head = (num: string): number => Number(/^\d+/.exec(num)?.[0]);
const branch = (num: string): string[] => num.split('_').slice(1);

/** next は prev の次か。3→4、3→3_2、3_2→3_3、3_2→4 */
export function isNext(previous: ProvisionNum, following: ProvisionNum): boolean {
  // 範囲（38:84）は、前なら終わり、次なら始まりで比べる
  const prev = previous.split(':').at(-1)!;
  const next = following.split(':')[0]!;
  const [a, b] = [head(prev), head(next)];
  const [x, y] = [branch(prev), branch(next)];
  if (y.length === 0) return b === a + 1;
  if (a !== b) return false;
  if (x.length === 0) return y.length === 1 && y[0] === '2';
  return isNext(x.join('_') as ProvisionNum, y.join('_') as ProvisionNum) || (y.length === x.length + 1 && y.at(-1) === '2' && x.every((v, i) => y[i] === v));
}

const isFirst = (num: ProvisionNum): boolean => num.split(':')[0] === '1';

function continues(level: OpenLevel, form: LabelForm): boolean {
  if (level.form === form) return true;
  // 第1項は番号を印字しないので、どの算用数字の書きぶりでも続きになれる
  return level.tag === 'Paragraph' && (level.form === undefined || PARAGRAPH_FORMS.includes(level.form)) && PARAGRAPH_FORMS.includes(form);
}

export function place(stack: readonly OpenLevel[], line: LabelledLine): Placement {
  for (let depth = stack.length - 1; depth >= 0; depth -= 1) {
    const level = stack[depth]!;
    const next = line.candidates.find((c) => continues(level, c.form) && isNext(level.num, c.num));
    if (next) return { ...next, siblingOf: depth, gap: false };
  }
  const first = line.candidates.find((c) => isFirst(c.num));
  if (first) {
    // 開いている号と同じ書きぶりの最初の番号は、その下の段ではなく、番号の振り直し
    const again = stack.findLastIndex((level) => level.tag !== 'Paragraph' && level.form === first.form);
    return { ...first, siblingOf: again < 0 ? deepest(stack) : again, gap: again >= 0 };
  }
  for (let depth = stack.length - 1; depth >= 0; depth -= 1) {
    const same = line.candidates.find((c) => continues(stack[depth]!, c.form));
    if (same) return { ...same, siblingOf: depth, gap: true };
  }
  return { ...line.candidates[0]!, siblingOf: deepest(stack), gap: true };
}

/** 号の細分は10段まで。それより深くは置かず、いちばん深い段の兄弟にする。 */
const deepest = (stack: readonly OpenLevel[]): number | undefined => (stack.length < PROVISION_TAGS.length ? undefined : stack.length - 1);

/** 親の下に開く階層の要素名。号の細分は10段まで。 */
export function childTag(parent: ProvisionTag | undefined, base: ProvisionTag): ProvisionTag {
  if (parent === undefined) return base;
  return PROVISION_TAGS[Math.min(PROVISION_TAGS.indexOf(parent) + 1, PROVISION_TAGS.length - 1)]!;
}

/** 標目によく似た別の文字（OCR の取り違え）。次の番号として続くときだけ読み替える。 */
export const LOOKALIKE_LABELS: Readonly<Record<string, string>> = {
  力: 'カ', 口: 'ロ', 二: 'ニ', 工: 'エ', 夕: 'タ', 卜: 'ト', 八: 'ハ', 千: 'チ', 三: 'ミ', 才: 'オ', ー: '一', '―': '一', l: '1', I: '1', へ: 'ヘ', り: 'リ',
};

/** 項の番号になり得る標目（算用数字の1か①から始まる）。 */
export const opensParagraph = (line: LabelledLine): boolean => line.candidates.some((c) => PARAGRAPH_FORMS.includes(c.form));
