import type { Target } from '../location.js';
import { resolveTarget } from './resolve-location.js';
import type { Scope } from './scope.js';
import type { ApplySession } from './session.js';

/** 場所を探す。無ければ、見つかった所までを添えて断る。choose は、候補が幾つもあるときに一つに決める。 */
export function locate(session: ApplySession, target: Target, choose?: (candidates: readonly Scope[]) => Scope | undefined): Scope | undefined {
  const resolved = resolveTarget(target, session);
  if (resolved.ok) return resolved.scope;
  const { location, failedAt, count, candidates } = resolved;
  const chosen = candidates.length > 1 ? choose?.(candidates) : undefined;
  if (chosen) return chosen;
  if (count > 1) session.refuse('amendment.location-ambiguous', location, { location: session.name(location), count });
  else session.refuse('amendment.location-not-found', location, { location: session.name(location), nearest: session.name(location.slice(0, failedAt)) });
  return undefined;
}
