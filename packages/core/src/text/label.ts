import type { Element, ProvisionNum } from './element.js';
import { LABEL_FORMS, type LabelForm, type LabelForms } from './label-form.js';
import { readNumeral, writeNumeral, type NumeralForm } from '../kernel/numeral.js';
import { isLabelled, PROVISION_TAGS, type LabelledTag } from './tag.js';

export { LABEL_FORMS, type LabelForm, type LabelForms };

const GOJUON = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const IROHA = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi', 'xvii', 'xviii', 'xix', 'xx'];
const glyphs = (first: string, count: number) => Array.from({ length: count }, (_, i) => String.fromCodePoint(first.codePointAt(0)! + i));
const fullWidth = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** 数字でなく文字の並びで数える書きぶりの、並びそのもの。 */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  ア: [...GOJUON],
  イ: [...IROHA],
  a: [...ALPHABET],
  ａ: [...fullWidth(ALPHABET)],
  A: [...ALPHABET.toUpperCase()],
  Ａ: [...fullWidth(ALPHABET.toUpperCase())],
  i: ROMAN,
  ｉ: ROMAN.map(fullWidth),
  ⅰ: glyphs('ⅰ', 12),
  I: ROMAN.map((r) => r.toUpperCase()),
  Ⅰ: glyphs('Ⅰ', 12),
  '⑴': glyphs('⑴', 20),
  '①': glyphs('①', 20),
  '㋐': glyphs('㋐', 47),
};

const NUMERAL_OF: Readonly<Record<string, NumeralForm>> = { '1': 'half', '１': 'full', 一: 'kanji' };

interface FormShape {
  readonly open: string;
  readonly core: string;
  readonly close: string;
}

const SHAPES = new Map<LabelForm, FormShape>(
  LABEL_FORMS.map((form) => {
    const m = /^(第|[(（])(.+?)(条|[)）])$/.exec(form);
    return [form, m ? { open: m[1]!, core: m[2]!, close: m[3]! } : { open: '', core: form, close: '' }];
  }),
);

function writeCount(core: string, n: number): string | undefined {
  const numeral = NUMERAL_OF[core];
  return numeral ? writeNumeral(n, numeral) : SEQUENCES[core]?.[n - 1];
}

/** 枝番号の数字の書きぶり。文字で数える書きぶり（イの二）の枝番号は、漢数字の文書では漢数字。 */
function branchNumeral(form: LabelForm, core: string): NumeralForm {
  return NUMERAL_OF[core] ?? (form === 'イ' || form === '(イ)' || form === '（イ）' ? 'kanji' : 'half');
}

function writeOne(form: LabelForm, num: string): string | undefined {
  const { open, core, close } = SHAPES.get(form)!;
  const [head, ...branches] = num.split('_').map(Number);
  if (head === undefined || !Number.isInteger(head) || branches.some((b) => !Number.isInteger(b))) return undefined;
  const count = writeCount(core, head);
  if (count === undefined) return undefined;
  return open + count + close + branches.map((b) => `の${writeNumeral(b, branchNumeral(form, core))}`).join('');
}

/** 書きぶりの核になり得る最初の一字。表示を作ってみる前に、当てはまらない書きぶりを除く */
const FIRST_GLYPHS = new Map(
  [...SHAPES.values()].map(({ core }) => {
    const numeral = NUMERAL_OF[core];
    const glyphs = numeral ? Array.from({ length: 1000 }, (_, i) => writeNumeral(i, numeral)) : (SEQUENCES[core] ?? []);
    return [core, new Set(glyphs.map((g) => g[0]!))];
  }),
);

function mayPrint(form: LabelForm, label: string): boolean {
  const { open, core } = SHAPES.get(form)!;
  return label.startsWith(open) && FIRST_GLYPHS.get(core)!.has(label[open.length]!);
}

/** 番号を表示にする。この書きぶりで書けない番号（アは46まで等）は undefined。 */
export function writeLabel(form: LabelForm, num: ProvisionNum): string | undefined {
  const [from, to] = num.split(':');
  const first = writeOne(form, from!);
  if (to === undefined || first === undefined) return first;
  const last = writeOne(form, to);
  return last === undefined ? undefined : `${first}から${last}まで`;
}

/** 枝番号を括弧の中に書く標目「(3の2)」。番号から導く形は「(3)の2」なので、印字として持つ */
const BRANCH_INSIDE = /^([(（][^()（）]+?)((?:の[0-9０-９一二三四五六七八九十百]+)+)([)）])$/;

/** 「(3)の2」を「(3の2)」に。like の書きぶりに合わせる。 */
export function branchLike(label: string, like: string): string {
  return BRANCH_INSIDE.test(like) ? label.replace(/^([(（].*)([)）])(の.+)$/, '$1$3$2') : label;
}

/** 表示から読み取れる番号。「イ」のように複数に読めるものは、あり得る順にすべて返す。 */
export function readLabel(text: string): { form: LabelForm; num: ProvisionNum }[] {
  const inside = BRANCH_INSIDE.exec(text);
  if (inside) return readLabel(inside[1]! + inside[3]! + inside[2]!);
  const found: { form: LabelForm; num: ProvisionNum }[] = [];
  // 片仮名の法令の枝番号は「第十一条ノ四」
  const m = /^(第?[(（]?)(.+?)([条)）]?)((?:[のノ][0-9０-９一二三四五六七八九十百]+)*)$/.exec(text);
  if (!m) return found;
  const branches = m[4]!.split(/[のノ]/).slice(1).map((b) => readNumeral(b)?.value);
  if (branches.some((b) => b === undefined)) return found;
  const head = m[2]!;
  const numeral = readNumeral(head);
  for (const form of LABEL_FORMS) {
    const { open, core, close } = SHAPES.get(form)!;
    if (open !== m[1] || close !== m[3]) continue;
    const expected = NUMERAL_OF[core];
    const value = expected ? (numeral?.form === expected ? numeral.value : undefined) : positionOf(core, head);
    if (value === undefined || value < 1) continue;
    found.push({ form, num: [value, ...branches].join('_') as ProvisionNum });
  }
  return found;
}

/** 印字されている標目の書きぶり。「ニ」のように複数に読めるものは、番号に合うもの。標目が無ければ undefined。 */
export function formOf({ tag, num, label }: Pick<Element, 'tag' | 'num' | 'label'>, labels: LabelForms): LabelForm | undefined {
  if (!isLabelled(tag) || label === null || label === '') return undefined;
  if (label === undefined) return labels[tag];
  const found = readLabel(label);
  return (found.find((f) => f.num === num) ?? found[0])?.form;
}

function positionOf(core: string, head: string): number | undefined {
  const at = SEQUENCES[core]?.indexOf(head) ?? -1;
  return at < 0 ? undefined : at + 1;
}

/** 既定の書きぶり。横書きの協約（第1条・2・(1)・ア・(ア)・a・(a)）。 */
export const AGREEMENT_LABELS: LabelForms = {
  Article: '第1条', Paragraph: '1', Item: '(1)',
  Subitem1: 'ア', Subitem2: '(ア)', Subitem3: 'a', Subitem4: '(a)', Subitem5: 'i', Subitem6: '(i)',
  Subitem7: 'A', Subitem8: '(A)', Subitem9: '①', Subitem10: '⑴',
};

/** 国の法令の書きぶり（第一条・２・一・イ・（１）・（ｉ））。 */
export const STATUTE_LABELS: LabelForms = {
  Article: '第一条', Paragraph: '１', Item: '一',
  Subitem1: 'イ', Subitem2: '（１）', Subitem3: '（ｉ）', Subitem4: '（ａ）', Subitem5: '①', Subitem6: '（Ａ）',
  Subitem7: 'ア', Subitem8: '（ア）', Subitem9: 'ａ', Subitem10: 'Ａ',
};

/** 印字される表示。導けるものは num から、導けないものは label から。 */
export function labelOf(element: Pick<Element, 'tag' | 'num' | 'label'>, labels: LabelForms): string | null {
  if (element.label !== undefined) return element.label;
  if (!isLabelled(element.tag) || element.num === undefined) return '';
  return derivedLabel(element.tag, element.num, labels);
}

/** 番号だけから導かれる表示。第1項の番号は印字しない。 */
export function derivedLabel(tag: LabelledTag, num: ProvisionNum, labels: LabelForms): string {
  if (tag === 'Paragraph' && num === '1') return '';
  return writeLabel(labels[tag], num) ?? '';
}

/**
 * 文書全体の表示から、階層ごとに最も多い書きぶりを選ぶ。同数なら LABEL_FORMS の順。
 * 見当たらない階層は defaults のまま。
 */
export function inferLabels(printed: Iterable<{ tag: LabelledTag; num: ProvisionNum; label: string }>, defaults: LabelForms): LabelForms {
  const votes = new Map<LabelledTag, Map<LabelForm, number>>();
  // 同じ標目は文書に何度も現れるので、当てはまる書きぶりを覚えておく
  const known = new Map<string, readonly LabelForm[]>();
  for (const { tag, num, label } of printed) {
    if (label === '') continue;
    const key = `${num} ${label}`;
    const forms = known.get(key) ?? LABEL_FORMS.filter((form) => mayPrint(form, label) && writeLabel(form, num) === label);
    known.set(key, forms);
    for (const form of forms) {
      const tally = votes.get(tag) ?? new Map<LabelForm, number>();
      tally.set(form, (tally.get(form) ?? 0) + 1);
      votes.set(tag, tally);
    }
  }
  const chosen: Record<LabelledTag, LabelForm> = { ...defaults };
  for (const tag of ['Article', ...PROVISION_TAGS] as const) {
    let best = 0;
    for (const form of LABEL_FORMS) {
      const count = votes.get(tag)?.get(form) ?? 0;
      if (count > best) {
        best = count;
        chosen[tag] = form;
      }
    }
  }
  return chosen;
}
