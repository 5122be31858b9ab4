import type { Step } from '../location.js';
import { locationName } from '../write/location-name.js';
import { closest, collectRuns, runText, type DraftNode } from './draft-tree.js';
import { foldName } from './fold-name.js';
import type { Scope } from './scope.js';

/**
 * 改正規定（まだ溶け込んでいない改め文が、改められる文書の中にある）。
 * 「第四条の改正規定」は「第四条中…」「第四条を…」で始まる文、「第五条に1項を加える改正規定」はその動作の文。
 */
export function findAmendClauses(scope: Scope, step: Extract<Step, { readonly kind: 'amendClause' }>): Scope[] {
  const names = step.of.map(({ from }) => foldName(locationName(from, 'half')));
  const first = names[0];
  if (first === undefined) return [];
  const clauses = scope.nodes.flatMap((node) => collectRuns(node)).filter((run) => startsWithPlace(foldName(runText(run)), first));
  const acting = step.acting === undefined ? undefined : actionOf(step.acting);
  const fitting = acting === undefined ? clauses : clauses.filter((run) => foldName(runText(run)).includes(acting));
  const all = fitting.filter((run) => names.every((n) => foldName(runText(run)).includes(n)));
  const chosen = all.length > 0 ? all : fitting;
  return chosen.map((run) => ({ kind: 'amendClause', nodes: [clauseOf(run)] }));
}

/** 「第四条」が「第四条の二」に当たらないように、番号が続かないことを見る。 */
const startsWithPlace = (text: string, name: string): boolean => text.startsWith(name) && !/^(?:の\d|\d|条|項|号)/.test(text.slice(name.length));

/** 「に1項を加える」の「加える」 */
const actionOf = (acting: string): string => {
  const verb = /(加え|改め|削)る?/.exec(acting);
  return verb ? verb[1]! : foldName(acting);
};

const clauseOf = (run: DraftNode): DraftNode => closest(run, 'AmendProvision') ?? run;
