import type { PlainDate } from '../../calendar/plain-date.js';
import { err, ok, type Result } from '../../kernel/result.js';
import type { LawDocument } from '../../text/element.js';
import type { Finding } from '../../text/finding.js';
import type { Target } from '../location.js';
import type { Amendment, Operation } from '../operation.js';
import type { Applied } from '../trace.js';
import { applyBlock } from './apply-block.js';
import { applyCaption } from './apply-caption.js';
import { applyDelete } from './apply-delete.js';
import { applyMove, applyShift } from './apply-move.js';
import { applyWords } from './apply-words.js';
import { freeze } from './draft-tree.js';
import { finalFindings } from './final-findings.js';
import { locate } from './locate.js';
import type { Scope } from './scope.js';
import { ApplySession } from './session.js';
import { twoReadings } from './two-readings.js';

/** 挙げる理由の数の上限。別の本文の改め文を当てたときに、際限なく調べない */
const MOST_ERRORS = 100;

export interface ApplyOptions {
  /** 改正規定ごとの、改め文の行番号。報告の場所に使う */
  readonly lines?: readonly number[];
  /** 施行の日。これより前の日付を加えると知らせる */
  readonly inForceOn?: PlainDate;
  /** 前の版までに使った id の最大（largestId）。削られた規定の id を、新しい規定に使い回さない */
  readonly idsAfter?: number;
}

/**
 * 溶け込み。操作を書かれた順に当て、どの操作も前の操作の結果を見る。
 * 断る理由が一つでもあれば、理由だけを返し、base は変わらない。
 */
export function applyAmendment(base: LawDocument, amendment: Amendment, options: ApplyOptions = {}): Result<Applied, readonly Finding[]> {
  const session = new ApplySession(base, options.inForceOn, options.idsAfter);
  let broken = false;
  for (const [at, provision] of amendment.entries()) {
    session.line = options.lines?.[at];
    session.provisionStart = session.operation + 1;
    session.series.startSentence();
    let previous: Operation | undefined;
    for (const operation of provision.operations) {
      session.operation += 1;
      // 移動や追加に失敗した後の番号は当てにならないので、後の操作は字句だけを調べる
      if ((broken && !isWords(operation)) || session.errors.length >= MOST_ERRORS) continue;
      if (!applyOperation(session, operation, previous) && !isWords(operation)) broken = true;
      session.endOperation();
      previous = operation;
    }
  }
  if (session.errors.length === 0) finalFindings(session);
  if (session.errors.length > 0) return err(session.errors);
  return ok({
    document: { root: freeze(session.root) as LawDocument['root'], labels: base.labels },
    trace: { entries: session.entries, runs: session.livingRuns() },
    findings: session.warnings,
  });
}

const isWords = ({ action }: Operation): boolean => action.kind === 'replaceWords' || action.kind === 'insertWords' || action.kind === 'deleteWords';

/** 同じ題名の様式が幾つもあるとき、字句の操作はそのすべてに及ぶ。 */
const together = (candidates: readonly Scope[]): Scope | undefined =>
  candidates.every((c) => c.kind === 'appendix') ? { kind: 'appendix', nodes: candidates.flatMap((c) => c.nodes) } : undefined;

function applyOperation(session: ApplySession, operation: Operation, previous: Operation | undefined): boolean {
  const { action, targets } = operation;
  twoReadings(session, operation, previous);
  if (action.kind === 'replaceWhole' || action.kind === 'add') return applyBlock(session, targets, action);
  if (action.kind === 'attachCaption' || action.kind === 'replaceText') return applyCaption(session, targets, action);
  const resolved: [Target, Scope][] = [];
  for (const target of targets) {
    const scope = locate(session, target, isWords(operation) ? together : undefined);
    if (scope) resolved.push([target, scope]);
  }
  if (resolved.length !== targets.length || targets.length === 0) return false;
  return resolved.map(([target, scope]) => {
    switch (action.kind) {
      case 'replaceWords':
      case 'insertWords':
      case 'deleteWords': return applyWords(session, target, scope, action);
      case 'delete': return applyDelete(session, target, scope);
      case 'move': return applyMove(session, target, scope, action.to);
      case 'shift': return applyShift(session, target, scope, action);
    }
  }).every(Boolean);
}
