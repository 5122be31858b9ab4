import { LABEL_FORMS, readLabel, type LabelForm } from '../../text/label.js';
import type { ProvisionNum } from '../../text/element.js';

/** ブロックの一行。字下げ（全角の字数）と中身。 */
export interface BlockLine {
  readonly indent: number;
  readonly text: string;
  /** ブロックの中の何行目か（0 から） */
  readonly at: number;
  readonly source: string;
  /** 行の頭が標目なら、それ */
  readonly token: LabelToken | undefined;
}

export const INDENT = '　';

/** 行を字下げと中身に分ける。空行は捨てる。 */
export function blockLines(lines: readonly string[]): BlockLine[] {
  const out: BlockLine[] = [];
  // 同じ標目は何度も現れるので、読んだものを覚えておく
  const known: KnownLabels = new Map();
  lines.forEach((source, at) => {
    const lead = /^[　 ]*/.exec(source)![0];
    const wide = lead.split(INDENT).length - 1;
    const text = source.slice(lead.length);
    const tabbed = text.includes('\t');
    const body = tabbed ? text.replace(/[\r\n]$/, '') : text.trimEnd();
    if (body === '') return;
    out.push({ indent: wide + Math.floor((lead.length - wide) / 2), text: body, at, source, token: labelToken(body, known) });
  });
  return out;
}

/** 行の頭の標目。forms はその書きぶりとしてあり得るもの。 */
export interface LabelToken {
  readonly label: string;
  readonly rest: string;
  /** あり得る書きぶり。数字と括弧の幅は揃えてある */
  readonly forms: ReadonlySet<string>;
  /** 並びの初めの番号か */
  readonly starts: boolean;
  readonly num: (form: LabelForm | undefined) => ProvisionNum | undefined;
  /** あり得る番号のすべて */
  readonly numbers: readonly ProvisionNum[];
}

/** 書きぶりの表にない標目: ○２、（一）、一・二、一～五 */
const ODD_LABEL = /^(?:[○〇◯][0-9０-９一二三四五六七八九十]{1,3}|[（(〔［]?[0-9０-９一二三四五六七八九十百]{1,5}[）)〕］]?|[0-9０-９一二三四五六七八九十百]{1,4}[・～~―－\-、][0-9０-９一二三四五六七八九十百]{1,4}|[⑴-⒇①-⑳㋐-㋾㈠-㈩㊀-㊉⒈-⒛])$/;
const LONGEST_LABEL = 30;
const CONNECTED = /^(.+?)(?:から(.+)まで|(?:及び|、|・)(.+))$/;
/** 幅の違いだけの書きぶり（(1)・（１））を一つの名にする。漢数字の 一 は別の書きぶりのまま。 */
const FOLDED = new Map<LabelForm, string>(LABEL_FORMS.map((form) => [form, foldWidth(form)]));
export const foldForm = (form: LabelForm): string => FOLDED.get(form)!;

export const isArticleForm = (form: string): boolean => /^第.*条$/.test(form);

type KnownLabels = Map<string, readonly { readonly form: LabelForm; readonly num: ProvisionNum }[]>;

export function labelToken(text: string, known?: KnownLabels): LabelToken | undefined {
  const end = text.search(/[　 ]/);
  const label = end < 0 ? text : text.slice(0, end);
  if (label.length === 0 || label.length > LONGEST_LABEL) return undefined;
  const found = known?.get(label) ?? readLabels(label);
  known?.set(label, found);
  if (found.length === 0 && !ODD_LABEL.test(label)) return undefined;
  return {
    label,
    rest: end < 0 ? '' : text.slice(end).replace(/^[　 ]+/, ''),
    forms: new Set(found.map((f) => foldForm(f.form))),
    starts: found.some((f) => f.num === '1'),
    num: (form) => (found.find((f) => f.form === form) ?? found[0])?.num,
    numbers: found.map((f) => f.num),
  };
}

/** 一つの標目、又は「三から五まで」「三及び四」「三、五及び六」。 */
function readLabels(label: string): { form: LabelForm; num: ProvisionNum }[] {
  const single = readLabel(label);
  if (single.length > 0) return single;
  const m = CONNECTED.exec(label);
  if (!m) return [];
  const parts = label.split(/から|及び|、|・/).map((part) => readLabel(part.replace(/まで$/, '')));
  return parts[0]!.flatMap(({ form, num }) => {
    const last = parts.at(-1)!.find((p) => p.form === form);
    return last && parts.every((p) => p.some((q) => q.form === form)) ? [{ form, num: `${num}:${last.num}` as ProvisionNum }] : [];
  });
}

/** 全角半角の違いだけを除いた標目。 */
export function foldWidth(label: string): string {
  return label.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** 一行全体が一組の（）か。見出しの形。 */
export function isParenthesized(text: string): boolean {
  if (!/^[（(].*[）)]$/.test(text)) return false;
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]!;
    if (c === '（' || c === '(') depth += 1;
    else if (c === '）' || c === ')') {
      depth -= 1;
      if (depth === 0) return i === text.length - 1;
    }
  }
  return false;
}

const GROUP_LINE = /^第[0-9０-９〇一二三四五六七八九十百千]+(編|章|節|款|目)(?:の[0-9０-９一二三四五六七八九十百]+)*(?:(?:及び|、|から)第[0-9０-９〇一二三四五六七八九十百千]+\1(?:の[0-9０-９一二三四五六七八九十百]+)*(?:まで)?)*(?:[　 ]|$)/;
const GROUP_OF = { 編: 'Part', 章: 'Chapter', 節: 'Section', 款: 'Subsection', 目: 'Division' } as const;

/** 「第二章　総則」の階層。編章節の名でなければ undefined。 */
export function groupOf(text: string): (typeof GROUP_OF)[keyof typeof GROUP_OF] | undefined {
  const m = GROUP_LINE.exec(text);
  return m ? GROUP_OF[m[1] as keyof typeof GROUP_OF] : undefined;
}

export const isRow = (text: string): boolean => /^[｜|]/.test(text) && !/^｜[^｜《》]+《[^《》]+》/.test(text) || text.includes('\t');
export const FIG_LINE = /^［図 (.*)］$/;
export const REMARKS_LINE = /^([（(]?(?:備[　 ]?考|注|（注）|摘要)[0-9０-９一二三四五六七八九十]*[）)]?)(?:[　 ]+(.*))?$/;

const PLACE_FIRST = /^(?:題名|前文|本則|附則|目次|第[0-9０-９〇一二三四五六七八九十百千]|別表|様式|別記|別図|付録|付表|同|制定文|見出し)/;
const AMENDS_LAST = /(?:改める|加える|削る|付する|繰り下げる|繰り上げる|を[^、。「」]{1,24}とする)。$/;

/** 改正規定に読める文。ブロックの浅い字下げの行にそのまま置くと、新しい改正規定と区別できない。 */
export const isAmendingText = (text: string): boolean => PLACE_FIRST.test(text) && AMENDS_LAST.test(text) && !text.includes('読み替え');

/** 「（表略）」。何を加えるのか分からない */
export const OMITTED = /^[（(](?:表|図|様式)?[^（()）]{0,8}略[）)]$/;
