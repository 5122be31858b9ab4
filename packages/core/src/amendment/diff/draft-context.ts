import { childElements, type Element, type NodeId } from '../../text/element.js';
import type { Tag } from '../../text/tag.js';
import { writeBlock } from '../block/write-block.js';
import type { Location, Target } from '../location.js';
import type { Action, Block, Operation } from '../operation.js';
import type { DraftingProfile } from '../profile.js';
import { isRun } from '../run.js';
import type { Sibling } from './align-siblings.js';
import type { ProvisionPrint } from './provision-print.js';

/** 起案の間、持ち回るもの。 */
export interface DraftContext {
  readonly profile: DraftingProfile;
  readonly base: ProvisionPrint;
  readonly next: ProvisionPrint;
  /** 細かく書いては正確に当たらなかった旧の節点。全部を改める */
  readonly coarse: ReadonlySet<NodeId>;
  /** 旧から新へ、新から旧への対応 */
  readonly toNext: Map<NodeId, Element>;
  readonly toBase: Map<NodeId, Element>;
}

/** 同じ規定として対応させる。 */
export function pair(context: DraftContext, base: Element, next: Element): void {
  context.toNext.set(base.id, next);
  context.toBase.set(next.id, base);
}

/** 印字の同じ規定を、中の run まで対応させる（文の区切りは印字でないので、run の中は対応させない）。 */
export function pairAll(context: DraftContext, base: Element, next: Element): void {
  pair(context, base, next);
  if (isRun(base)) return;
  const [olds, nows] = [childElements(base), childElements(next)];
  if (olds.length === nows.length) olds.forEach((old, i) => pairAll(context, old, nows[i]!));
}

export const isSame = ({ base, next }: DraftContext, a: Element, b: Element): boolean => a.tag === b.tag && base.content(a) === next.content(b);

export const siblingsOf = (elements: readonly Element[], print: ProvisionPrint): Sibling[] =>
  elements.map((element): Sibling => ({ num: element.num, content: print.content(element), bigrams: () => print.bigrams(element) }));

/** 新しい規定の本文。 */
export function blockOf(context: DraftContext, elements: readonly Element[], holder: Tag, model?: Element, inAppendix = false): Block {
  return writeBlock(elements, { tags: [...new Set(elements.map((e) => e.tag))], labels: context.next.labels, holder, ...(model ? { model } : {}), ...(inAppendix ? { inAppendix } : {}) });
}

/** 印字をそのまま置くブロック。ただし書・後段・各号列記以外の部分は全角一字を下げる。 */
export const textBlock = (text: string, indent = 1): Block => ({ lines: [`${'　'.repeat(indent)}${text}`] });

export const operation = (location: Location, action: Action): Operation => ({ targets: [{ from: location }], action });

/** 続いた場所は「から…まで」にまとめる。 */
export function targetsOf(locations: readonly Location[]): Target[] {
  if (locations.length < 3) return locations.map((from) => ({ from }));
  return [{ from: locations[0]!, through: locations.at(-1)! }];
}
