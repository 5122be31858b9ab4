import type { PlainDate } from '../calendar/plain-date.js';
import { err, ok, type Result } from '../kernel/result.js';
import type { LawDocument } from '../text/element.js';
import type { Finding } from '../text/finding.js';
import { applyAmendment } from './apply/apply-amendment.js';
import { largestId } from './apply/draft-tree.js';
import type { Amendment } from './operation.js';
import type { Applied } from './trace.js';

/** 施行の日の決まった改め文。 */
export interface DatedAmendment {
  readonly amendment: Amendment;
  readonly inForceOn: PlainDate;
  readonly lines?: readonly number[];
}

/** 溶け込みの一つの版。applied は、一つ前の版からの変わり方。 */
export interface Version {
  readonly inForceOn: PlainDate;
  /** 渡された改め文の何番目か */
  readonly amendment: number;
  readonly document: LawDocument;
  readonly applied: Applied;
}

/** 当たらなかった改め文と、その理由。それより前の版までは成り立っている。 */
export interface ConsolidationFailure {
  readonly amendment: number;
  readonly inForceOn: PlainDate;
  readonly findings: readonly Finding[];
  readonly versions: readonly Version[];
}

/** 施行の順に当てて、版を重ねる。同じ日に施行するものは、渡された順（公布・締結の順）に当てる。 */
export function consolidate(base: LawDocument, amendments: readonly DatedAmendment[]): Result<readonly Version[], ConsolidationFailure> {
  const versions: Version[] = [];
  let document = base;
  let idsAfter = largestId(base.root);
  for (const { dated, at } of inForceOrder(amendments)) {
    const { amendment, inForceOn, lines } = dated;
    const applied = applyAmendment(document, amendment, { inForceOn, idsAfter, ...(lines === undefined ? {} : { lines }) });
    if (!applied.ok) return err({ amendment: at, inForceOn, findings: applied.error, versions });
    document = applied.value.document;
    idsAfter = Math.max(idsAfter, largestId(document.root));
    versions.push({ inForceOn, amendment: at, document, applied: applied.value });
  }
  return ok(versions);
}

/** その日に効力のある本文。施行の日の当日から新しい本文になる。 */
export function asOf(base: LawDocument, amendments: readonly DatedAmendment[], day: PlainDate): Result<LawDocument, ConsolidationFailure> {
  // 番号は渡された並びの番号のまま報告する
  const due = inForceOrder(amendments).filter(({ dated }) => dated.inForceOn <= day);
  const versions = consolidate(base, due.map(({ dated }) => dated));
  if (!versions.ok) return err({ ...versions.error, amendment: due[versions.error.amendment]!.at });
  return ok(versions.value.at(-1)?.document ?? base);
}

const inForceOrder = (amendments: readonly DatedAmendment[]) =>
  amendments.map((dated, at) => ({ dated, at })).sort((a, b) => (a.dated.inForceOn < b.dated.inForceOn ? -1 : a.dated.inForceOn > b.dated.inForceOn ? 1 : a.at - b.at));
