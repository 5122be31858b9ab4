import type { Element } from '../../text/element.js';
import type { Location } from '../location.js';
import type { AmendingProvision, Operation } from '../operation.js';
import type { DraftingProfile } from '../profile.js';
import type { ScopedRun } from './scoped-run.js';
import { wordOperations } from './words/word-operations.js';

/** 改正規定の切れ目。条が替わるときに置く（ブロックの後は、置かなくても切れる）。 */
export const BREAK = 'break';
export type Piece = Operation | typeof BREAK;

/** 改正規定と、それが改めようとした旧の規定（条・別表・部分）。当たらなかったときに、そこだけ書き直す */
export interface DraftedProvision {
  readonly provision: AmendingProvision;
  readonly origins: ReadonlySet<Element>;
}

/** 字句で改めるか、全部を改めるか。全部のときの書き方は run の種類による。 */
export interface RunChange extends ScopedRun {
  readonly rewrite: () => Operation;
}

/** 書かれた順に操作を貯める。字句の変わった run は、構造の操作が来るまで貯めてから、まとめて字句の操作にする。 */
export class Pen {
  readonly #profile: DraftingProfile;
  readonly #pieces: { readonly piece: Piece; readonly origin: Element | undefined }[] = [];
  #origin: Element | undefined;
  #runs: RunChange[] = [];

  constructor(profile: DraftingProfile) {
    this.#profile = profile;
  }

  /** これから書く操作が、どの旧の規定を改めるものか。 */
  from(origin: Element): void {
    this.flush();
    this.#origin = origin;
  }

  #put(piece: Piece): void {
    this.#pieces.push({ piece, origin: this.#origin });
  }

  run(change: RunChange): void {
    this.#runs.push(change);
  }

  write(operation: Operation): void {
    this.flush();
    this.#put(operation);
  }

  end(): void {
    this.flush();
    if (this.#pieces.length > 0 && this.#pieces.at(-1)!.piece !== BREAK) this.#put(BREAK);
  }

  /** ここまでの長さ。since と併せ、一つの規定の分を取り出して書き直すのに使う。 */
  mark(): number {
    this.flush();
    return this.#pieces.length;
  }

  since(mark: number): readonly Piece[] {
    this.flush();
    return this.#pieces.slice(mark).map((p) => p.piece);
  }

  /** 最後に書いた操作 */
  last(): Piece | undefined {
    this.flush();
    return this.#pieces.at(-1)?.piece;
  }

  rewind(mark: number): void {
    this.#runs = [];
    this.#pieces.length = mark;
  }

  flush(): void {
    const runs = this.#runs;
    this.#runs = [];
    if (runs.every((r) => r.before === r.after)) return;
    const { operations, rewrite } = wordOperations(runs, this.#profile);
    const wanted = new Set(rewrite.map(locationKey));
    const rewrites = new Map<string, Operation>();
    for (const run of runs) {
      if (run.before === run.after || !wanted.has(locationKey(run.location))) continue;
      // 同じ場所の文が幾つも変わったとき、全部改めは一度でよい
      const operation = run.rewrite();
      rewrites.set(JSON.stringify(operation), operation);
    }
    const whole = [...rewrites.values()].map((o) => o.targets[0]!.from);
    for (const { targets, action } of operations) {
      // この後で全部を改める規定の字句は、改めるまでもない
      const left = targets.filter(({ from }) => !whole.some((w) => isWithin(from, w)));
      if (left.length > 0) this.#put({ targets: left, action });
    }
    for (const operation of rewrites.values()) this.#put(operation);
  }

  provisions(): DraftedProvision[] {
    this.flush();
    const provisions: DraftedProvision[] = [];
    let operations: Operation[] = [];
    let origins = new Set<Element>();
    const close = () => {
      const last = provisions.at(-1);
      const joined = last && itemsAndParagraphs(last.provision, operations);
      if (joined) provisions[provisions.length - 1] = { provision: joined, origins: new Set([...last.origins, ...origins]) };
      else if (operations.length > 0) provisions.push({ provision: { operations }, origins });
      operations = [];
      origins = new Set();
    };
    for (const { piece, origin } of this.#pieces) {
      if (piece === BREAK) {
        close();
        continue;
      }
      operations.push(piece);
      if (origin) origins.add(origin);
      if (hasBlock(piece)) close();
    }
    close();
    return provisions;
  }
}

/** 一項だけの条の末尾に号を加え、続けて項を加えるときは、「次の一号及び二項を加える」と一緒に言う。 */
function itemsAndParagraphs({ operations }: AmendingProvision, following: readonly Operation[]): AmendingProvision | undefined {
  const [items, paragraphs] = [operations.at(-1), following[0]];
  if (following.length !== 1 || items?.action.kind !== 'add' || paragraphs?.action.kind !== 'add') return undefined;
  const { action: a, targets } = items;
  const { action: b } = paragraphs;
  if (a.where !== 'end' || b.where !== 'end' || a.what.as !== undefined || b.what.as !== undefined) return undefined;
  if (a.what.units[0]?.unit !== '号' || b.what.units[0]?.unit !== '項' || JSON.stringify(targets) !== JSON.stringify(paragraphs.targets)) return undefined;
  const action = { ...a, what: { units: [...a.what.units, ...b.what.units] }, block: { lines: [...a.block.lines, ...b.block.lines] } };
  return { operations: [...operations.slice(0, -1), { targets, action }] };
}

export const locationKey = (location: Location): string => JSON.stringify(location);

const isWithin = (location: Location, outer: Location): boolean => outer.every((step, i) => JSON.stringify(step) === JSON.stringify(location[i]));

export const hasBlock = ({ action }: Operation): boolean => action.kind === 'replaceWhole' || action.kind === 'add';

/** 場所を言うのにかかる、おおよその字数 */
const ADDRESS = 8;

/** 項や欄の名は、長いまま言う。 */
const addressSize = (location: Location): number => location.reduce((n, step) => n + ('name' in step ? step.name.length : 0), ADDRESS);

/** 刷ったときのおおよその字数。書き方を比べるのに使う。 */
export function printedSize(pieces: readonly Piece[]): number {
  let size = 0;
  for (const piece of pieces) {
    if (piece === BREAK) continue;
    const { targets, action } = piece;
    for (const { from, through } of targets) size += addressSize(from) + (through ? addressSize(through) : 0);
    switch (action.kind) {
      case 'replaceWords':
        size += action.to.length + action.words.reduce((n, q) => n + q.text.length + (q.until?.length ?? 0), 0);
        break;
      case 'insertWords':
        size += action.text.length + action.after.reduce((n, q) => n + q.text.length, 0);
        break;
      case 'deleteWords':
        size += action.words.reduce((n, q) => n + q.text.length, 0);
        break;
      case 'replaceWhole':
      case 'add':
        size += action.block.lines.reduce((n, line) => n + line.length, 0);
        break;
      case 'replaceText':
      case 'attachCaption':
        size += action.text.length;
        break;
      default:
        size += ADDRESS;
    }
  }
  return size;
}
