import type { LabelForms } from '../../text/label.js';
import { PROVISION_TAGS, type ProvisionTag } from '../../text/tag.js';
import { foldForm, type LabelToken } from './block-line.js';

/** 項・号・細分の標目が、どの階層のものか。配字（字下げ）を先に見て、合わなければ書きぶりで決める。 */
export interface Levels {
  /** 号の行の桁 */
  readonly itemAt: number;
  /** 一番浅い階層（条の中なら項、別表の中なら号） */
  readonly top: ProvisionTag;
  /** 一番上に来る階層が決まっていれば、それだけ */
  readonly first: readonly ProvisionTag[];
  /** 階層ごとの、今の並びの初めの標目の書きぶり */
  readonly seen: Map<ProvisionTag, ReadonlySet<string>>;
}

export const depthOf = (tag: ProvisionTag): number => PROVISION_TAGS.indexOf(tag);

export function levels(itemAt: number, top: ProvisionTag, first: readonly ProvisionTag[] = []): Levels {
  return { itemAt, top, first, seen: new Map() };
}

/** open は今開いている一番深い階層。無ければ並びの一番上。 */
export function levelOf(token: LabelToken, indent: number, { itemAt, top, first, seen }: Levels, open: ProvisionTag | undefined, labels: LabelForms): ProvisionTag {
  const depths = allowedDepths(top, first, open);
  const byIndent = nearest(depths, indent - itemAt + 1);
  const series = seen.get(PROVISION_TAGS[byIndent]!);
  if (series && !overlaps(series, token.forms) && token.starts && depths.includes(byIndent + 1)) {
    // 同じ桁でも、続きでない書きぶりの初めの番号なら、一つ下の階層の始まり
    return PROVISION_TAGS[byIndent + 1]!;
  }
  const prints = (depth: number): boolean => token.forms.has(foldForm(labels[PROVISION_TAGS[depth]!])) || overlaps(seen.get(PROVISION_TAGS[depth]!), token.forms);
  if (prints(byIndent)) return PROVISION_TAGS[byIndent]!;
  const byForm = depths.filter(prints);
  // 桁どおりの階層がまだ現れていない別の書きぶりなら、桁を信じる（別表の区分 1・(1) など）
  if (byForm.length === 0 || (top === 'Item' && !series)) return PROVISION_TAGS[byIndent]!;
  return PROVISION_TAGS[byForm.at(-1)!]!;
}

/** この階層の並びに、この書きぶりの標目が現れた。深い階層の並びはここで終わる。 */
export function noteLevel({ seen }: Levels, tag: ProvisionTag, forms: ReadonlySet<string>): void {
  for (const deeper of PROVISION_TAGS.slice(depthOf(tag) + 1)) seen.delete(deeper);
  if (!seen.has(tag)) seen.set(tag, forms);
}

function allowedDepths(top: ProvisionTag, first: readonly ProvisionTag[], open: ProvisionTag | undefined): number[] {
  const starts = first.length > 0 ? first.map(depthOf) : [depthOf(top), depthOf(top) + 1];
  const deepest = open === undefined ? Math.max(...starts) : Math.min(depthOf(open) + 1, PROVISION_TAGS.length - 1);
  const shallowest = Math.min(...starts);
  const depths: number[] = [];
  for (let d = shallowest; d <= Math.max(deepest, shallowest); d += 1) if (open !== undefined || starts.includes(d)) depths.push(d);
  return depths;
}

function nearest(depths: readonly number[], wanted: number): number {
  return depths.reduce((best, d) => (Math.abs(d - wanted) < Math.abs(best - wanted) ? d : best), depths[0]!);
}

function overlaps(a: ReadonlySet<string> | undefined, b: ReadonlySet<string>): boolean {
  if (!a) return false;
  for (const form of b) if (a.has(form)) return true;
  return false;
}
