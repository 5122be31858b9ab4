import { childElements, type Element, type LawDocument, type NodeId } from '../../text/element.js';
import type { Finding } from '../../text/finding.js';
import { amendableParts, isAmendable } from '../amendable-parts.js';
import type { Consequence } from '../consequence.js';
import { findConsequences } from '../consequence/find-consequences.js';
import type { Amendment } from '../operation.js';
import { printedPart } from '../printed-part.js';
import type { DraftingProfile } from '../profile.js';
import type { Alignment } from './alignment.js';
import { isAppendix } from '../appendix/appendix-call.js';
import { draftAppendices } from './draft-appendices.js';
import type { DraftContext } from './draft-context.js';
import { draftPart } from './draft-part.js';
import { joinProvisions } from './join-provisions.js';
import { Pen, type DraftedProvision } from './pen.js';
import { provisionPrints } from './provision-print.js';
import { relabelled } from './relabel.js';
import { coarserNodes, unsettledOrigins } from './settle-draft.js';

/** 二つの本文から起こした改め文。 */
export interface Drafted {
  readonly amendment: Amendment;
  readonly consequences: readonly Consequence[];
  readonly findings: readonly Finding[];
  readonly alignment: Alignment;
}

/** 書き直しの回数の上限（下位規定 → 規定 → 部分と粗くする） */
const ROUNDS = 6;
/** この回からは、部分の全部を書き直す */
const LATE = 3;

/**
 * base を next にする改め文を起こす。刷って読み戻し、当ててみて、正確でない規定だけを粗く書き直す。
 */
export function draftAmendment(base: LawDocument, next: LawDocument, profile: DraftingProfile): Drafted {
  const target = relabelled(next, base.labels);
  const coarse = new Set<NodeId>();
  const tries = new Map<Element, number>();
  const prints = provisionPrints(base.labels, target.labels);
  for (let round = 0; ; round += 1) {
    const context: DraftContext = { profile, ...prints, coarse, toNext: new Map(), toBase: new Map() };
    const drafted = draftParts(context, base, target);
    const unsettled = unsettledOrigins(context, base, target, drafted);
    if (unsettled.size === 0 || round === ROUNDS) {
      const amendment = drafted.map((d) => d.provision);
      const alignment: Alignment = { toNext: context.toNext, toBase: context.toBase };
      return { amendment, consequences: findConsequences(base, next, alignment, profile), findings: [...outsideFindings(base, target), ...unsettledFindings(unsettled, base)], alignment };
    }
    for (const origin of unsettled) {
      const level = tries.get(origin) ?? 0;
      tries.set(origin, level + 1);
      const wider = level < 2 && round < LATE ? [] : amendableParts(base).filter((part) => contains(part, origin));
      for (const node of [...coarserNodes(origin, level), ...wider]) coarse.add(node.id);
    }
  }
}

function draftParts(context: DraftContext, base: LawDocument, next: LawDocument): DraftedProvision[] {
  const pen = new Pen(context.profile);
  const [olds, nows] = [amendableParts(base), amendableParts(next)];
  const left = new Set(nows.filter((p) => !isAppendix(p)));
  let suppls = 0;
  for (const old of olds) {
    if (isAppendix(old)) continue;
    const now = [...left].find((p) => p.tag === old.tag);
    if (now) left.delete(now);
    draftPart(context, pen, old, now, suppls + 1);
    if (now?.tag === 'SupplProvision') suppls += 1;
    pen.end();
  }
  for (const now of left) {
    draftPart(context, pen, undefined, now, suppls + 1);
    if (now.tag === 'SupplProvision') suppls += 1;
    pen.end();
  }
  draftAppendices(context, pen, suppls > 0, olds.filter(isAppendix), nows.filter(isAppendix));
  return joinProvisions(pen.provisions(), base);
}

const contains = (element: Element, node: Element): boolean => element === node || childElements(element).some((c) => contains(c, node));

/** 改め文の及ばない部分（改正附則・法令番号・表紙）が違うとき。 */
function outsideFindings(base: LawDocument, next: LawDocument): Finding[] {
  const outside = ({ root, labels }: LawDocument) => childElements(root).flatMap((part) => (part.tag === 'LawBody' ? childElements(part).filter((p) => !isAmendable(p)) : [part]))
    .map((part) => ({ tag: part.tag, text: printedPart(part, labels) }));
  const [a, b] = [outside(base), outside(next)];
  const tags = [...new Set([...a, ...b].map((p) => p.tag))];
  const texts = (parts: typeof a, tag: string) => parts.filter((p) => p.tag === tag).map((p) => p.text).join('\n');
  return tags.filter((tag) => texts(a, tag) !== texts(b, tag)).map((tag): Finding => ({ code: 'amendment.outside-comparison', severity: 'advice', at: {}, data: { part: tag } }));
}

/** どう書いても正確に当たらない規定。 */
const unsettledFindings = (origins: ReadonlySet<Element>, base: LawDocument): Finding[] => [...origins].map((origin): Finding => ({
  code: 'amendment.proof-failed', severity: 'error', at: { node: origin.id }, data: { stage: 'compare', expected: '', actual: printedPart(origin, base.labels).slice(0, 200) },
}));
