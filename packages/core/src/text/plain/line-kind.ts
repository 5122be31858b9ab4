import type { ProvisionNum } from '../element.js';
import { readLabel, type LabelForm } from '../label.js';
import { NUMERAL_CLASS, readNumeral } from '../../kernel/numeral.js';
import type { GroupTag } from '../tag.js';

/** 一行の形だけで分かること。文脈で決まること（どの階層か）は provision-stack が決める。 */

const N = `[${NUMERAL_CLASS}]+`;
/** 片仮名の法令では「第十一条ノ四」 */
const BRANCH = `(?:[のノ]${N})*`;
const GAP = '[\\s　]';
const GROUP_OF: Readonly<Record<string, GroupTag>> = { 編: 'Part', 章: 'Chapter', 節: 'Section', 款: 'Subsection', 目: 'Division' };

const GROUP = new RegExp(`^第${GAP}*(${N})${GAP}*([編章節款目])(${BRANCH})(?=$|${GAP})`);
const ARTICLE = new RegExp(`^第${GAP}*(${N})${GAP}*条(${BRANCH})(?:(から|及び|乃至|及)第(${N})条(${BRANCH})(まで)?)?`);
const CAPTION = /^[（(][^（()）]*(?:[（(][^（()）]*[)）][^（()）]*)*[)）]$/;
const SUPPL = /^(附[\s　]*則|付[\s　]*則)[\s　]*(?:([（(].*[)）]))?[\s　]*(抄)?$/;
const RELATED = '((?:[（(][^（()）]*[)）])*[（(][^（()）]*関係[^（()）]*[)）]|[（(]第[^（()）]*[条項号][)）])?';
const APPDX = new RegExp(`^((?:附則)?別${GAP}*表|付表|別図|付録|別紙|別記)${GAP}*(第?${GAP}*${N}(?:号)?${BRANCH})?(?:[\\s　]+[^。]{1,40}?)??${GAP}*${RELATED}$`);
/** 「別表第1（第3条関係）　圏域全体の経済成長のけん引」。関係条の後に見出しが続く */
const RELATED_FIRST = new RegExp(`^(別${GAP}*表(?:第?${GAP}*${N}${BRANCH})?)${GAP}*([（(][^（()）]*関係[)）])[\\s　]+([^。（()）]{1,40})$`);
const STYLE = new RegExp(`^[（(]?(?:別記|別紙|付録)?${GAP}*(?:第${N}号?${BRANCH}様式|様式(?:第?${N}号?${BRANCH})?)(?:別記[0-9０-９]*)?(?:[（(][^（()）]*[)）])??[)）]?${GAP}*${RELATED}$`);

export interface NumberedLine {
  readonly num: ProvisionNum;
  /** 印字された表示 */
  readonly label: string;
  /** 表示の後の本文の開始位置 */
  readonly bodyAt: number;
}

function joinNum(head: string, branches: string): ProvisionNum | undefined {
  const values = [head, ...branches.split(/[のノ]/).slice(1)].map((part) => readNumeral(part)?.value);
  return values.includes(undefined) ? undefined : (values.join('_') as ProvisionNum);
}

const skipGap = (text: string, at: number): number => at + (text.length - at - text.slice(at).trimStart().length);

/** 「第一章　総則」 */
export function groupLine(text: string): (NumberedLine & { tag: GroupTag }) | undefined {
  if (text.charCodeAt(0) !== 0x7b2c) return undefined;
  const m = GROUP.exec(text);
  const num = m && joinNum(m[1]!, m[3]!);
  return m && num ? { tag: GROUP_OF[m[2]!]!, num, label: m[0], bodyAt: skipGap(text, m[0].length) } : undefined;
}

/** 「第3条」「第三条の二」「第三十八条から第八十四条まで」。条の後が空白・括弧・行末のものだけ。 */
export function articleLine(text: string): NumberedLine | undefined {
  if (text.charCodeAt(0) !== 0x7b2c) return undefined;
  const m = ARTICLE.exec(text);
  if (!m) return undefined;
  const after = text[m[0].length];
  const spaced = after === undefined || /[\s　]/.test(after);
  if (!spaced && after !== '（' && after !== '(') return undefined;
  const first = joinNum(m[1]!, m[2]!);
  const last = m[4] === undefined ? undefined : joinNum(m[4], m[5]!);
  if (!first || (m[4] !== undefined && !last) || (m[3] === 'から' && m[6] === undefined)) return undefined;
  const num = last ? (`${first}:${last}` as ProvisionNum) : first;
  return { num, label: m[0].replace(/[\s　]/g, ''), bodyAt: skipGap(text, m[0].length) };
}

/** 全体が括弧に入った一行（見出しかもしれない）。 */
export const isCaptionShape = (text: string): boolean => /^[（(]/.test(text) && text.length <= 120 && CAPTION.test(text);

export function supplLine(text: string): { label: string; amendLawNum: string | undefined; extract: boolean } | undefined {
  if (text[0] !== '附' && text[0] !== '付') return undefined;
  const m = SUPPL.exec(text);
  return m ? { label: m[1]!, amendLawNum: m[2]?.slice(1, -1), extract: m[3] !== undefined } : undefined;
}

export interface AppdxLine {
  readonly title: string;
  readonly related: string | undefined;
  readonly tag: 'AppdxTable' | 'AppdxStyle' | 'AppdxNote' | 'AppdxFig' | 'Appdx' | 'SupplProvisionAppdxTable';
  /** 関係条の印字が始まる位置 */
  readonly relatedAt: number;
}

/** 「別表第1（第3条関係）」「様式第2号（第5条関係）」「別記」 */
export function appdxLine(text: string): AppdxLine | undefined {
  if (text.length > 80 || !/^[（(]?[別付様第附]/.test(text)) return undefined;
  const style = STYLE.exec(text);
  if (style) return { ...withoutTail(text, style[1]), tag: 'AppdxStyle' };
  const led = RELATED_FIRST.exec(text);
  if (led) return { title: `${led[1]!}　${led[3]!}`, related: led[2], relatedAt: text.indexOf(led[2]!), tag: 'AppdxTable' };
  const m = APPDX.exec(text);
  if (!m) return undefined;
  return { ...withoutTail(text, m[3]), tag: APPDX_TAG[m[1]!.replace(/[\s　]/g, '')] ?? 'AppdxNote' };
}

const APPDX_TAG: Readonly<Record<string, AppdxLine['tag']>> = { 別表: 'AppdxTable', 附則別表: 'SupplProvisionAppdxTable', 付表: 'AppdxTable', 別図: 'AppdxFig', 付録: 'Appdx' };
const withoutTail = (text: string, tail: string | undefined) => ({ title: text.slice(0, text.length - (tail?.length ?? 0)).trim(), related: tail, relatedAt: text.length - (tail?.length ?? 0) });

/** 備考の標目。「備考」「備考　…」 */
export function remarksLine(text: string): { label: string; bodyAt: number } | undefined {
  const m = /^備[\s　]*考(?=$|[\s　])/.exec(text);
  return m ? { label: m[0], bodyAt: skipGap(text, m[0].length) } : undefined;
}

export interface LabelledLine {
  readonly label: string;
  readonly candidates: readonly { readonly form: LabelForm; readonly num: ProvisionNum }[];
  readonly bodyAt: number;
}

const PAREN_LABEL = new RegExp(`^([（(])${GAP}*([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[ア-ンヰヱ]|[A-Za-zａ-ｚＡ-Ｚ]{1,4}|[ⅰ-ⅻ])(${BRANCH})${GAP}*([)）])(${BRANCH})${GAP}*`);
const GLYPH_LABEL = /^([⑴-⒇①-⑳㋐-㋾])(の[0-9一二三四五六七八九十]+)*[\s　]*/;
const BARE_LABEL = new RegExp(`^([0-9０-９]{1,3}|[一二三四五六七八九十百]{1,5}|[ア-ンヰヱ]|[A-Za-zａ-ｚＡ-Ｚ]{1,4}|[ⅰ-ⅻⅠ-Ⅻ])(${BRANCH})(?:[.．](?![0-9０-９])${GAP}*|${GAP}+)`);

/** 「一・二　略」「三から五まで　削除」のように幾つかの号をまとめた標目 */
const RANGE_LABEL = new RegExp(`^([0-9０-９]{1,3}|[一二三四五六七八九十百]{1,5}|[ア-ンヰヱ])(${BRANCH})(?:(?:・|及び|～|〜)([0-9０-９]{1,3}|[一二三四五六七八九十百]{1,5}|[ア-ンヰヱ])(${BRANCH})|から([0-9０-９]{1,3}|[一二三四五六七八九十百]{1,5}|[ア-ンヰヱ])(${BRANCH})まで)[\\s　]+(?=略|削除|［|〔)`);

function rangeLabel(text: string): LabelledLine | undefined {
  const m = RANGE_LABEL.exec(text);
  if (!m) return undefined;
  const last = readLabel((m[3] ?? m[5]!) + (m[4] ?? m[6]!));
  const candidates = readLabel(m[1]! + m[2]!).flatMap((first) => {
    const end = last.find((l) => l.form === first.form);
    return end ? [{ form: first.form, num: `${first.num}:${end.num}` as ProvisionNum }] : [];
  });
  return candidates.length > 0 ? { label: m[0].trim(), candidates, bodyAt: m[0].length } : undefined;
}

const HALF_KANA = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ';
const WIDE_KANA = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
/** 半角の片仮名の標目「(ｱ)」は、全角と同じ番号。 */
export const wideKana = (kana: string): string => WIDE_KANA[HALF_KANA.indexOf(kana)] ?? kana;

/** 行頭の標目（(1)・ア・一・２・a・①…）。括弧の幅の混在や括弧の中の空白も読む。 */
export function labelledLine(printed: string): LabelledLine | undefined {
  const text = printed.replace(/^([（(]?[\s　]*)([ｦｱ-ﾝ])(?=[\s　)）.．の]|$)/, (_, open: string, kana: string) => open + wideKana(kana));
  const paren = PAREN_LABEL.exec(text);
  if (paren) {
    // 開きと閉じの幅が違うときは、開きの幅に合わせる
    const close = paren[1] === '(' ? ')' : '）';
    const label = `${paren[1]}${paren[2]}${paren[3]}${close}${paren[5]}`;
    const candidates = readLabel(label);
    return candidates.length > 0 ? { label, candidates, bodyAt: paren[0].length } : undefined;
  }
  const glyph = GLYPH_LABEL.exec(text);
  if (glyph) {
    const label = glyph[0].trim();
    return { label, candidates: readLabel(label), bodyAt: glyph[0].length };
  }
  const range = rangeLabel(text);
  if (range) return range;
  const bare = BARE_LABEL.exec(`${text}\n`);
  if (!bare) return undefined;
  const label = bare[1]! + bare[2]!;
  const candidates = readLabel(label);
  return candidates.length > 0 ? { label, candidates, bodyAt: Math.min(bare[0].length, text.length) } : undefined;
}

/** 表の飾りの線（-----、───、:--:、***）だけの文字列か。 */
export const isRule = (text: string): boolean => /^(?:\*{3,}|[-‐‑–—―=＝_:\u2500-\u257f]{2,})$/.test(text.replace(/[\s　]/g, ''));

/** ページ番号だけの行（- 3 -、3/7、3ページ）。 */
export const isPageNumber = (text: string): boolean => /^[-‐–—―－~〜(（]?\s*[0-9０-９]{1,4}\s*(?:[/／]\s*[0-9０-９]{1,4})?\s*(?:[-‐–—―－~〜)）]|ページ|頁)$/.test(text) || /^[0-9０-９]{1,4}\s*[/／]\s*[0-9０-９]{1,4}$/.test(text);

/** 締結文。作成・保有（所持・保管）と、記名押印・署名または正本の通数に触れる文 */
export const isClosingFormula = (text: string): boolean =>
  /(作成|保有|所持|保管)/.test(text) && (/(記名|押印|署名|調印|捺印)/.test(text) || /証(?:する|し|と).*[0-9０-９一二三四五六七八九十弐参][\s　]*通/.test(text)) && /(協約|協定|規約|契約|書|証)/.test(text) && !labelledLine(text) && !articleLine(text);

/** 日付だけの行。案では月日が空いている。 */
export const isDateLine = (text: string): boolean =>
  /^(?:(?:明治|大正|昭和|平成|令和|[MTSHR])?[\s　]*[0-9０-９〇一二三四五六七八九十元xX×○●◯＿_]*[\s　]*年)(?:[（(][^（()）]{2,12}年[)）])?[\s　]*[0-9０-９〇一二三四五六七八九十xX×○●◯＿_]*[\s　]*月(?:[\s　]*[0-9０-９〇一二三四五六七八九十xX×○●◯＿_]*[\s　]*日)?$/.test(text);
