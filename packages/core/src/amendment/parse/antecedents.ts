import { GROUP_TAGS } from '../../text/tag.js';
import type { Location, Step, Target } from '../location.js';
import { GROUP_WORD } from '../write/step-name.js';

/** 編章節款目の語 */
export const GROUP_LEVEL = { 編: 'Part', 章: 'Chapter', 節: 'Section', 款: 'Subsection', 目: 'Division' } as const;

/**
 * 同条・同項・同表が指す先と、頭を略した場所（第四条第一項、第二項及び第四項）の頭。
 * 書かれた順に言った場所を覚え、移すと覚えた場所の番号も移す（第1条を第2条とし、同条の前に → 第2条の前に）。
 */
export class Antecedents {
  #same: Map<string, Location>;
  /** 前の文で言った場所 */
  readonly #before: ReadonlyMap<string, Location>;
  /** 直前に言った場所。頭を略した場所はこの頭を継ぐ */
  last: Location | undefined;
  /** 「第九条中…」の字句の場所。場所を言わない字句の操作が継ぐ */
  words: readonly Target[] | undefined;
  /** 同法・同令が指す法令名 */
  law: string | undefined;
  /** 「附則中第五条を…」と、附則の中の条を言っているか */
  inSuppl = false;
  /** 前の文に戻って読んだ「同○」 */
  borrowed: readonly { readonly word: string; readonly location: Location }[];

  private constructor(same: Map<string, Location>, before: ReadonlyMap<string, Location>, from?: Antecedents) {
    this.#same = same;
    this.#before = before;
    this.last = from?.last;
    this.words = from?.words;
    this.law = from?.law;
    this.inSuppl = from?.inSuppl ?? false;
    this.borrowed = from?.borrowed ?? [];
  }

  /** 文の初め。before は前の文 */
  static start(before?: Antecedents): Antecedents {
    return new Antecedents(new Map(), before ? new Map([...before.#before, ...before.#same]) : new Map());
  }

  /** 読み直しに備えた写し。 */
  clone(): Antecedents {
    return new Antecedents(new Map(this.#same), this.#before, this);
  }

  /** 読み直しがうまくいった写しを採る。 */
  take(copy: Antecedents): void {
    this.#same = copy.#same;
    this.last = copy.last;
    this.words = copy.words;
    this.law = copy.law;
    this.inSuppl = copy.inSuppl;
    this.borrowed = copy.borrowed;
  }

  /** 「同○」の指す場所。 */
  same(word: string): Location | undefined {
    const location = this.#same.get(word);
    if (location) return location;
    const before = this.#before.get(word);
    if (before && !this.borrowed.some((b) => b.location === before)) this.borrowed = [...this.borrowed, { word: `同${word}`, location: before }];
    return before;
  }

  mention(location: Location): void {
    location.forEach((step, i) => {
      const word = sameWord(step);
      if (word !== undefined) this.#same.set(word, location.slice(0, i + 1));
    });
    this.last = location;
  }

  /** from にあったものが to に移った。 */
  moved(from: Location, to: Location): void {
    const move = (location: Location): Location => (startsWith(location, from) ? [...to, ...location.slice(from.length)] : location);
    for (const [word, location] of this.#same) this.#same.set(word, move(location));
    this.words = this.words?.map(({ from: f, through }) => ({ from: move(f), ...(through ? { through: move(through) } : {}) }));
    this.mention(to);
  }

  /** 範囲の番号が by だけずれた。 */
  shifted({ from, through }: Target, by: number): void {
    const move = (location: Location): Location => {
      const depth = from.length - 1;
      const step = location[depth];
      if (step === undefined || !startsWith(location, from.slice(0, depth)) || step.kind !== from[depth]!.kind) return location;
      const [low, high, here] = [from[depth]!, through?.[depth] ?? from[depth]!, step].map(ordinal);
      if (low === undefined || high === undefined || here === undefined || here < low || here > high) return location;
      return [...location.slice(0, depth), { ...step, num: String(here + by) } as Step, ...location.slice(depth + 1)];
    };
    for (const [word, location] of this.#same) this.#same.set(word, move(location));
    if (this.last) this.last = move(this.last);
  }

  /** 頭を略した場所に、直前に言った場所の頭を継ぐ。listed は、並びの二つ目からか（附則第四条及び第五条）。 */
  attach(steps: Location, listed = false): Location {
    const first = steps[0];
    const last = this.last;
    if (!first || !last || isRoot(first)) return steps;
    if ((first.kind === 'article' || first.kind === 'group') && last[0]?.kind === 'suppl' && !listed && !this.inSuppl) return steps;
    for (let i = last.length - 1; i >= 0; i -= 1) if (sameClass(last[i]!, first)) return [...last.slice(0, i), ...steps];
    let end = last.length;
    while (end > 0 && !canHold(last[end - 1]!, first)) end -= 1;
    return [...last.slice(0, end), ...steps];
  }
}

/** 枝番号のない番号の数 */
export function ordinal(step: Step): number | undefined {
  const num = 'num' in step ? step.num : undefined;
  return num !== undefined && /^[0-9]+$/.test(num) ? Number(num) : undefined;
}

export const sameStep = (a: Step, b: Step): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

export function startsWith(location: Location, head: Location): boolean {
  return location.length >= head.length && head.every((step, i) => sameStep(step, location[i]!));
}

/** 「同○」の ○ */
function sameWord(step: Step): string | undefined {
  switch (step.kind) {
    case 'article': return '条';
    case 'paragraph':
    case 'row': return '項';
    case 'item': return '号';
    case 'group': return GROUP_WORD[step.level];
    case 'part': return '部';
    case 'column': return '欄';
    case 'table': return '表';
    case 'appendix': return step.head.includes('様式') ? '様式' : step.head.includes('書式') ? '書式' : step.head.includes('表') ? '表' : step.head.replace(/第?＃号?/, '');
    case 'remarks': return '備考';
    case 'note': return '注';
    case 'amendClause': return '改正規定';
    case 'caption': return '見出し';
    case 'toc': return '目次';
    case 'preamble': return '前文';
    case 'suppl': return '附則';
    case 'title': return '題名';
    case 'named': return step.name.endsWith('表') ? '表' : undefined;
    default: return undefined;
  }
}

const ROOTS: ReadonlySet<Step['kind']> = new Set<Step['kind']>(['title', 'enactStatement', 'toc', 'preamble', 'main', 'suppl', 'closing']);
export const isRoot = (step: Step): boolean => ROOTS.has(step.kind) || step.kind === 'appendix';

/** 別表や表の中か。中なら「〇〇の項」は項の名 */
const TABULAR: ReadonlySet<Step['kind']> = new Set<Step['kind']>(['appendix', 'section', 'table', 'part', 'row', 'column', 'remarks', 'note', 'named', 'amendClause', 'outsideTable', 'outsideRemarks']);
export const isTabular = (step: Step | undefined): boolean => step !== undefined && TABULAR.has(step.kind);

function sameClass(a: Step, b: Step): boolean {
  if (a.kind === 'group' && b.kind === 'group') return a.level === b.level;
  if (a.kind === 'subitem' && b.kind === 'subitem') return labelStyle(a.label) === labelStyle(b.label);
  if (a.kind === 'section' && b.kind === 'section') return labelStyle(a.label) === labelStyle(b.label);
  if (a.kind === 'named' && b.kind === 'named') return isTariff(a.name) && isTariff(b.name);
  return a.kind === b.kind;
}

/** 関税率表などの「第〇四・〇二項」 */
const isTariff = (name: string): boolean => /^第[^、]*[・．.][^、]*[項号類]$/.test(name);

/** 標目の書きぶり（ア・(ア)・（１）・a）。同じ書きぶりの標目は同じ階層 */
const labelStyle = (label: string): string =>
  label.replace(/の[^の]+$/, '').replace(/[0-9０-９〇一二三四五六七八九十百千]+/, '1').replace(/[ァ-ヶ]/, 'ア').replace(/[ぁ-ゖ]/, 'あ').replace(/[a-zａ-ｚⅰ-ⅻ]+/, 'a').replace(/[A-ZＡ-ＺⅠ-Ⅻ]+/, 'A');

const PROVISION_RANK: Partial<Record<Step['kind'], number>> = { article: 6, paragraph: 7, item: 8, subitem: 9 };

/** holder の下に step が直に来られるか。 */
function canHold(holder: Step, step: Step): boolean {
  if (step.kind === 'group') return (holder.kind === 'group' && GROUP_TAGS.indexOf(holder.level) < GROUP_TAGS.indexOf(step.level)) || holder.kind === 'suppl';
  if (step.kind === 'article') return holder.kind === 'suppl' || (holder.kind === 'named' && /法|令|則|例|程/.test(holder.name));
  if (step.kind === 'amendClause') return holder.kind === 'article' || holder.kind === 'suppl' || holder.kind === 'paragraph' || holder.kind === 'item';
  if (step.kind === 'groupTitle') return holder.kind === 'group';
  const rank = PROVISION_RANK[step.kind];
  const own = PROVISION_RANK[holder.kind];
  if (rank !== undefined && own !== undefined) return own < rank;
  if (rank !== undefined) return holder.kind === 'suppl' || holder.kind === 'main' || holder.kind === 'preamble' || (isTabular(holder) && holder.kind !== 'outsideTable' && holder.kind !== 'outsideRemarks');
  if (own !== undefined || holder.kind === 'suppl' || holder.kind === 'main') return true;
  return isTabular(holder) && !(holder.kind === 'row' && (step.kind === 'part' || step.kind === 'remarks')) && holder.kind !== 'column';
}
