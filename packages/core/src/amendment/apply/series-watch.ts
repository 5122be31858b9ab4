import type { ProvisionNum } from '../../text/element.js';
import type { LabelForms } from '../../text/label.js';
import type { Tag } from '../../text/tag.js';
import { closest, kids, type DraftNode } from './draft-tree.js';
import { articlesOf, compareNums, numOf } from './numbering.js';

/** 番号の並び一つ。持ち主（本則・条・項…）と種類で決まる。 */
interface Series {
  readonly holder: DraftNode;
  readonly tag: Tag;
  /** 初めて触れる前の、隣り合う番号 */
  readonly before: ReadonlySet<string>;
  readonly firstBefore: ProvisionNum | undefined;
  /** 最後に触れた改正規定の行 */
  line: number | undefined;
}

export type SeriesTrouble =
  | { readonly kind: 'gap' | 'order'; readonly line: number | undefined; readonly holder: DraftNode; readonly before: DraftNode; readonly after: DraftNode }
  | { readonly kind: 'duplicate'; readonly line: number | undefined; readonly holder: DraftNode; readonly node: DraftNode };

/** 改め文が触れた番号の並びを覚え、終わりに欠番・重複・順を調べる。元からの欠番は改め文のものではない。 */
export class SeriesWatch {
  readonly #labels: LabelForms;
  readonly #series = new Map<DraftNode, Map<Tag, Series>>();
  /** 今の改正規定（一文）の初めの番号。二つの読み方を比べるために、触れた並びだけを控える */
  #sentence = new Map<DraftNode, Map<Tag, ReadonlyMap<ProvisionNum, DraftNode>>>();

  constructor(labels: LabelForms) {
    this.#labels = labels;
  }

  startSentence(): void {
    this.#sentence = new Map();
  }

  /** これから並びを変える。 */
  note(holder: DraftNode, tag: Tag, line: number | undefined): void {
    if (!this.#sentence.get(holder)?.has(tag)) {
      const nums = new Map<ProvisionNum, DraftNode>();
      for (const node of membersOf(holder, tag)) {
        const num = numOf(node, this.#labels);
        if (num !== undefined && !nums.has(num)) nums.set(num, node);
      }
      set(this.#sentence, holder, tag, nums);
    }
    const known = this.#series.get(holder)?.get(tag);
    if (known) {
      known.line = line;
      return;
    }
    const nums = membersOf(holder, tag).map((n) => numOf(n, this.#labels));
    const before = new Set<string>();
    nums.forEach((num, i) => i > 0 && before.add(`${nums[i - 1]} ${num}`));
    set(this.#series, holder, tag, { holder, tag, before, firstBefore: nums[0], line });
  }

  /** 文の初めの番号で読んだときの節点。触れていない並びなら undefined。 */
  atSentenceStart(node: DraftNode, num: ProvisionNum): DraftNode | undefined {
    return this.#sentence.get(seriesHolder(node))?.get(node.tag)?.get(num);
  }

  troubles(isAttached: (node: DraftNode) => boolean): SeriesTrouble[] {
    const found: SeriesTrouble[] = [];
    for (const byTag of this.#series.values()) {
      for (const series of byTag.values()) if (isAttached(series.holder)) found.push(...this.#check(series));
    }
    return found;
  }

  #check({ holder, tag, before, firstBefore, line }: Series): SeriesTrouble[] {
    const found: SeriesTrouble[] = [];
    const members = membersOf(holder, tag);
    const nums = members.map((n) => numOf(n, this.#labels));
    if (nums[0] !== undefined && nums[0] !== firstBefore && !startsSeries(nums[0])) found.push({ kind: 'gap', line, holder, before: holder, after: members[0]! });
    for (let i = 1; i < members.length; i += 1) {
      const [a, b] = [nums[i - 1], nums[i]];
      if (a === undefined || b === undefined || before.has(`${a} ${b}`) || follows(a, b)) continue;
      const order = compareNums((a.split(':').at(-1) ?? a) as ProvisionNum, b);
      if (order === 0) found.push({ kind: 'duplicate', line, holder, node: members[i]! });
      else found.push({ kind: order > 0 ? 'order' : 'gap', line, holder, before: members[i - 1]!, after: members[i]! });
    }
    return found;
  }
}

function set<T>(map: Map<DraftNode, Map<Tag, T>>, holder: DraftNode, tag: Tag, value: T): void {
  const inner = map.get(holder) ?? new Map<Tag, T>();
  inner.set(tag, value);
  map.set(holder, inner);
}

const startsSeries = (num: ProvisionNum): boolean => /^1(?:$|:)/.test(num);

/** b は a の次か。3→4、3→3の2、3の2→3の3、3の2→4、3の2→3の2の2 */
export function follows(a: ProvisionNum, b: ProvisionNum): boolean {
  const prev = a.split(':').at(-1)!.split('_').map(Number);
  const next = b.split(':')[0]!.split('_').map(Number);
  if (next.length === prev.length + 1) return next.at(-1) === 2 && prev.every((v, i) => next[i] === v);
  if (next.length > prev.length) return false;
  return next.every((v, i) => v === prev[i]! + (i === next.length - 1 ? 1 : 0));
}

/** 並びの持ち主。条は章をまたいで本則・附則に一つの並び */
export const seriesHolder = (node: DraftNode): DraftNode => (node.tag === 'Article' ? articleSeries(node.parent!) : node.parent!);

/** その章などの中の条が属する並び */
export const articleSeries = (parent: DraftNode): DraftNode => closest(parent, 'MainProvision', 'SupplProvision', 'NewProvision') ?? parent;

const membersOf = (holder: DraftNode, tag: Tag): DraftNode[] => (tag === 'Article' ? articlesOf(holder) : kids(holder).filter((c) => c.tag === tag));
