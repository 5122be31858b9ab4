import type { Location } from '../location.js';
import type { Operation } from '../operation.js';
import { diffSequences } from '../diff/words/diff-sequences.js';
import { wordOperations } from '../diff/words/word-operations.js';
import type { DraftingProfile } from '../profile.js';
import { appendixName } from '../apply/appendix-title.js';
import { appendixTitle, locationOf, type IndexedRun, type ProvisionIndex } from './provision-index.js';

export interface Proposing {
  /** 旧の規定の場所。言い表せなければ無い */
  readonly location: Location | undefined;
  readonly before: string;
  readonly after: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly profile: DraftingProfile;
}

/** 語の直し方を、旧の規定に対する字句の操作にする。一つの操作で言えなければ無い。 */
export function wordProposal({ location, before, after, start, end, replacement, profile }: Proposing): Operation | undefined {
  const at = positionIn(before, after, start);
  const words = after.slice(start, end);
  if (location === undefined || at === undefined || !before.startsWith(words, at)) return undefined;
  const settled = before.slice(0, at) + replacement + before.slice(at + words.length);
  const [operation, ...others] = wordOperations([{ location, before, after: settled }], profile).operations;
  return others.length === 0 ? operation : undefined;
}

/** 新の文字の位置の、旧での位置。手を入れられた所の中なら undefined。 */
function positionIn(before: string, after: string, at: number): number | undefined {
  if (before === after) return at;
  let shift = 0;
  for (const { aStart, aEnd, bStart, bEnd } of diffSequences([...before].flatMap(units), [...after].flatMap(units))) {
    if (at < bStart) break;
    if (at < bEnd) return undefined;
    shift = aEnd - bEnd;
    if (aStart > before.length) break;
  }
  return at + shift;
}

/** 文字列の位置と同じ単位 */
const units = (char: string): string[] => char.split('');

/** run の場所（条の見出しは見出し、別表は別表）。 */
export function runLocation(index: ProvisionIndex, { place, run }: IndexedRun): Location | undefined {
  if (place.appendix) {
    const name = appendixName(appendixTitle(place.appendix));
    return name && [{ kind: 'appendix', head: name.head, ...(name.num === undefined ? {} : { num: name.num }) }];
  }
  const location = locationOf(index, place);
  if (run.tag === 'ArticleCaption') return [...location, { kind: 'caption' }];
  return location.length > 0 ? location : undefined;
}
