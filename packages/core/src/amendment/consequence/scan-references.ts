import { NUMERAL_CLASS, readNumeral } from '../../kernel/numeral.js';

/**
 * 文の中の、条項を引く語を見つける。
 *
 * 一つの参照は、上位から下位への部分の並び: 前条第二項第一号 → [前条][第二項][第一号]。
 * ほかの法令の条項を引く語（地方自治法第252条の2、同法第三条）は outside とし、指す先を探さない。
 * 「」の中の語は、ほかの規定の読替えや用語で、この文の参照ではないので見ない。
 */
export interface Reference {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly parts: readonly ReferencePart[];
  /** 附則第三条 */
  readonly suppl: boolean;
  /** ほかの法令や、改正前・改正後の規定を引くもの */
  readonly outside: boolean;
  /** 「第三条第一項及び第二項」の第二項のように、前の参照（並びの番号）の条や項を受けるもの */
  readonly after?: number;
}

export interface ReferencePart {
  readonly kind: 'article' | 'paragraph' | 'item' | 'appendix' | '編' | '章' | '節' | '款' | '目';
  readonly form: 'number' | 'previous' | 'next' | 'same';
  /** form が number のときの番号（3_2）。appendix は印字のまま */
  readonly num?: string;
  /** 前二条の二 */
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

const N = `[${NUMERAL_CLASS}]+`;
const BRANCH = `(?:の${N}(?!分|人|割|倍|年|月|日|箇|つ|以上|以下))*`;
const TOKEN = new RegExp(
  [
    `(?<suppl>附則)(?=第${N}[条項]|別表)`,
    `(?<appendix>別表(?:第${N}${BRANCH})?|(?:別記)?様式第${N}号?${BRANCH}|第${N}号${BRANCH}様式)`,
    `第(?<article>${N})条(?<articleBranch>${BRANCH})`,
    `第(?<lower>${N})(?<lowerUnit>[項号編章節款目])(?![目機線棟俸成約的標録次])(?<lowerBranch>${BRANCH})`,
    `(?<![以従空生午直])(?<relative>[前次])(?<count>${N})?(?<relativeUnit>[条項号編章節款目])(?![例約件俸次的録標])`,
    `同(?<same>[条項号])(?![例約])`,
    `(?<open>[（(])|(?<close>[）)])|(?<quote>「)|(?<unquote>」)|(?<stop>。)`,
  ].join('|'),
  'gu',
);

/** 並びのつなぎ。これだけを挟んで続く参照は、前の参照を受ける。 */
const CONNECTOR = /^(?:、|及び|並びに|又は|若しくは|から|まで|と|の規定|各号列記以外の部分|各号|本文|ただし書|前段|後段|の見出し|[イロハニホヘトチリヌルヲワ]|（|）|[ァ-ヶ])*$/u;
/** 法第八十三条において準用する第十四条は、法の条 */
const APPLIED = /^(?:の規定により|において|により|の規定において)?(?:読み替えて)?(?:準用|適用)(?:する|される)$/u;
/** これに続く条項は、その法令のもの */
const OTHER_LAW = /(?:法|令|規則|条例|法律|規程|規約|約款|定款|条約|協定|議定書|憲章|憲法|細則|準則|通則|告示|訓令|要綱|要領|基準|契約|号|協約|指針|方針|計画|規則[0-9０-９一二三四五六七八九〇]+[―－‐-][0-9０-９一二三四五六七八九〇]+|旧|新|改正前の?|改正後の?|従前の|廃止前の)の?$/u;
const THIS_LAW = /(?:この(?:法律|政令|省令|府令|勅令|規則|条例|規約|協約|連携協約|告示|規程|訓令|命令|要綱)|本則|附則|これら)の?$/u;

interface Frame {
  /** この括弧の中で最後の参照 */
  last: number | undefined;
  /** 括弧の中の、深い括弧を除いた文字。つなぎだけかを見る */
  gap: string;
}
const GAP_LIMIT = 60;

export function scanReferences(text: string): Reference[] {
  const found: Reference[] = [];
  if (!/[条項号章節編款表式]/.test(text)) return found;
  const frames: Frame[] = [{ last: undefined, gap: '' }];
  const closers = new Map<number, number>();
  const opens: number[] = [];
  let quotes = 0;
  let at = 0;
  let open: { start: number; end: number; suppl: boolean; parts: ReferencePart[] } | undefined;
  const top = (): Frame => frames.at(-1)!;
  const skip = (to: number): void => {
    if (to > at && top().gap.length <= GAP_LIMIT) top().gap += text.slice(at, Math.min(to, at + GAP_LIMIT + 1));
    at = to;
  };
  const close = (): void => {
    if (open === undefined || open.parts.length === 0) {
      open = undefined;
      return;
    }
    const frame = top();
    const linked = frame.last !== undefined && frame.gap.length <= GAP_LIMIT && CONNECTOR.test(frame.gap) ? frame.last : undefined;
    const first = open.parts[0]!;
    const named = open.suppl || first.kind === 'article' || first.kind === 'appendix' || first.kind.length === 1;
    const before = outsideBefore(text, open.start, closers);
    const outside = before === true || (before === undefined && first.form === 'number' && frame.last !== undefined && found[frame.last]!.outside && (linked !== undefined || APPLIED.test(frame.gap)));
    const inherits = !named && first.form === 'number' && linked !== undefined;
    found.push({
      start: open.start, end: open.end, text: text.slice(open.start, open.end), parts: open.parts, suppl: open.suppl, outside,
      ...(inherits ? { after: linked } : {}),
    });
    frame.last = found.length - 1;
    frame.gap = '';
    open = undefined;
  };
  TOKEN.lastIndex = 0;
  for (let m = TOKEN.exec(text); m; m = TOKEN.exec(text)) {
    const groups = m.groups!;
    const start = m.index;
    const end = start + m[0].length;
    if (groups['quote'] !== undefined) quotes += 1;
    if (groups['unquote'] !== undefined) quotes = Math.max(0, quotes - 1);
    if (open !== undefined && (start !== open.end || !continues(open.parts, groups))) close();
    if (groups['open'] !== undefined) {
      skip(start);
      const parent = top();
      // 参照のすぐ後の括弧の中は、その参照の続き（第三条（第二項を除く。））
      const linked = parent.last !== undefined && parent.gap.length <= GAP_LIMIT && CONNECTOR.test(parent.gap);
      frames.push({ last: linked ? parent.last : undefined, gap: '' });
      opens.push(start);
      at = end;
    } else if (groups['close'] !== undefined) {
      skip(start);
      if (frames.length > 1) frames.pop();
      const from = opens.pop();
      if (from !== undefined) closers.set(start, from);
      at = end;
    } else if (groups['stop'] !== undefined) {
      skip(end);
      if (frames.length === 1) frames[0] = { last: undefined, gap: '' };
    } else if (quotes === 0 && groups['unquote'] === undefined) {
      if (open === undefined) {
        skip(start);
        open = { start, end, suppl: false, parts: [] };
      }
      at = end;
      open.end = end;
      if (groups['suppl'] !== undefined) open.suppl = true;
      else open.parts.push(partOf(groups, start, end));
    }
  }
  close();
  return found;
}

const RANK: Readonly<Record<string, number>> = { 編: 0, 章: 1, 節: 2, 款: 3, 目: 4, article: 5, paragraph: 6, item: 7, appendix: 8 };

/** 前の部分に続く、より下位の部分か。 */
function continues(parts: readonly ReferencePart[], groups: Readonly<Record<string, string | undefined>>): boolean {
  if (groups['suppl'] !== undefined) return false;
  const last = parts.at(-1);
  if (last === undefined) return true;
  if (groups['relative'] !== undefined || groups['same'] !== undefined || groups['appendix'] !== undefined) return false;
  const kind = groups['article'] !== undefined ? 'article' : groups['lowerUnit'] !== undefined ? unitKind(groups['lowerUnit']) : undefined;
  return kind !== undefined && RANK[kind]! > RANK[last.kind]!;
}

const unitKind = (unit: string): ReferencePart['kind'] => (unit === '条' ? 'article' : unit === '項' ? 'paragraph' : unit === '号' ? 'item' : (unit as ReferencePart['kind']));

function partOf(groups: Readonly<Record<string, string | undefined>>, start: number, end: number): ReferencePart {
  const place = { count: 1, start, end };
  const { article, articleBranch = '', lower, lowerUnit, lowerBranch = '', relative, relativeUnit, count, same, appendix } = groups;
  if (article !== undefined) return { kind: 'article', form: 'number', num: numOf(article, articleBranch), ...place };
  if (lower !== undefined) return { kind: unitKind(lowerUnit!), form: 'number', num: numOf(lower, lowerBranch), ...place };
  if (relative !== undefined) return { kind: unitKind(relativeUnit!), form: relative === '前' ? 'previous' : 'next', ...place, count: count === undefined ? 1 : (readNumeral(count)?.value ?? 1) };
  if (same !== undefined) return { kind: unitKind(same), form: 'same', ...place };
  return { kind: 'appendix', form: 'number', num: appendix!, ...place };
}

const numOf = (head: string, branches: string): string => [head, ...branches.split('の').slice(1)].map((n) => readNumeral(n)?.value ?? n).join('_');

/** 直前に法令名があるか。「法（平成…号）」のように括弧を挟むときは、括弧の前を見る。この法令なら false、どちらとも言えなければ undefined。 */
function outsideBefore(text: string, start: number, closers: ReadonlyMap<number, number>): boolean | undefined {
  let end = start;
  for (let from = closers.get(end - 1); from !== undefined; from = closers.get(end - 1)) end = from;
  const head = text.slice(Math.max(0, end - 12), end);
  if (THIS_LAW.test(head)) return false;
  if (end < start && /[条項号]$/.test(head)) return undefined;
  return OTHER_LAW.test(head) ? true : undefined;
}
