import type { Location } from '../location.js';
import type { Operation } from '../operation.js';
import { locationOf } from './location-of.js';
import { resolveLocation } from './resolve-location.js';
import type { ApplySession } from './session.js';

/**
 * 番号には二つの読み方がある。書かれた順に読む（前の操作の後の番号）か、一文の中の番号をすべて文の初めの番号と読むか。
 * 読み方で別の規定になる場所を知らせる。直前に言った規定は「同条」「同項」と書けるので、番号では読まれない。
 */
export function twoReadings(session: ApplySession, { targets }: Operation, previous: Operation | undefined): void {
  if (!previous) return;
  const mentioned = mentionsOf(previous);
  for (const { from, through } of targets) {
    for (const location of through ? [from, through] : [from]) {
      if (!checkLocation(session, location, mentioned)) return;
    }
  }
}

function checkLocation(session: ApplySession, location: Location, mentioned: readonly Location[]): boolean {
  for (const [i, step] of location.entries()) {
    if (step.kind !== 'article' && step.kind !== 'paragraph' && step.kind !== 'item') continue;
    const prefix = location.slice(0, i + 1);
    if (mentioned.some((m) => startsWith(m, prefix))) continue;
    const resolved = resolveLocation(prefix, session);
    const node = resolved.ok ? resolved.scope.nodes[0] : undefined;
    if (!node?.parent) return true;
    const other = session.series.atSentenceStart(node, step.num);
    if (!other || other === node || !other.parent) continue;
    session.warn('amendment.two-readings', location, { location: session.name(location), other: session.name(locationOf(other, session)) }, { node: other.id });
    return false;
  }
  return true;
}

/** 直前の操作が言った場所。移したものは移した先で言う。 */
function mentionsOf({ targets, action }: Operation): Location[] {
  const named = targets.flatMap((t) => (t.through ? [t.from, t.through] : [t.from]));
  return action.kind === 'move' ? [action.to, ...named] : named;
}

const startsWith = (location: Location, prefix: Location): boolean => prefix.every((step, i) => location[i] !== undefined && sameStep(location[i], step));

const sameStep = (a: Location[number], b: Location[number]): boolean => {
  if (a.kind !== b.kind) return false;
  return !('num' in a) || !('num' in b) || a.num === b.num;
};
