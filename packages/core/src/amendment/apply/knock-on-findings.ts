import { walk, type Element, type LawDocument, type NodeId } from '../../text/element.js';
import type { Finding } from '../../text/finding.js';
import { findConsequences } from '../consequence/find-consequences.js';
import type { DraftingProfile } from '../profile.js';
import type { Applied } from '../trace.js';

/**
 * 当てた結果に残ったハネ。前条・次条・第n条・別表（第n条関係）・定義語・目次が、改め文の後に違うものを指すところ。
 * 当てた木は節点の id を保つので、対応は id から分かる。全部改めた規定と加えた規定の中は、起案した人が書いたので見ない。
 */
export function knockOnFindings(base: LawDocument, { document, trace }: Applied, profile: DraftingProfile): Finding[] {
  if (trace.entries.length === 0) return [];
  const written = new Set(trace.entries.filter((e) => e.effect === 'replaced').map((e) => e.node));
  const before = byId(base);
  const toNext = new Map<NodeId, Element>();
  const toBase = new Map<NodeId, Element>();
  for (const [id, element] of byId(document)) {
    const old = before.get(id);
    if (!old || written.has(id)) continue;
    toNext.set(id, element);
    toBase.set(id, old);
  }
  return findConsequences(base, document, { toNext, toBase }, profile).map((c) => c.finding);
}

const byId = ({ root }: LawDocument): Map<NodeId, Element> => new Map([...walk(root)].map((n) => [n.id, n]));
