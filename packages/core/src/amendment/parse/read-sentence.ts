import { append } from '../../kernel/append.js';
import type { Operation } from '../operation.js';
import type { Antecedents } from './antecedents.js';
import type { Slip } from './clause-read.js';
import { QUOTE } from './mask-quotes.js';
import { readComparisonForm } from './read-comparison-form.js';
import { readStructureClause } from './read-structure-clause.js';
import { readWordsClause } from './read-words-clause.js';
import { splitClauses } from './split-clauses.js';

/** 一つの文（引用を置き換え、句点を除いたもの）の読取。 */
export type SentenceRead =
  | { readonly ok: true; readonly operations: readonly Operation[]; readonly slips: readonly Slip[]; readonly antecedents: Antecedents }
  | { readonly ok: false; readonly rest: string; readonly same?: string };

/** 句の途中に動詞に見える名があって読めないとき、次の句とつないで読み直す数の限り */
const JOIN_LIMIT = 4;

/** 句を順に読む。句は前の句の場所を継ぐ。 */
export function readSentence(text: string, quotes: readonly string[], start: Antecedents): SentenceRead {
  let at = 0;
  const comparison = readComparisonForm(text.replaceAll(QUOTE, () => `「${quotes[at++] ?? ''}」`));
  if (comparison) return { ok: true, operations: [comparison], slips: [], antecedents: start };
  const clauses = splitClauses(text);
  let antecedents = start;
  const operations: Operation[] = [];
  const slips: Slip[] = [];
  let quote = 0;
  for (let i = 0; i < clauses.length;) {
    let whole = clauses[i]!;
    let failure: { readonly rest: string; readonly same?: string } | undefined;
    let used = 0;
    for (let joined = 1; joined <= JOIN_LIMIT && i + joined <= clauses.length; joined += 1) {
      if (joined > 1) whole += `、${clauses[i + joined - 1]!}`;
      const count = whole.split(QUOTE).length - 1;
      const scratch = antecedents.clone();
      const own = quotes.slice(quote, quote + count);
      const read = count > 0 ? readWordsClause({ text: whole, quotes: own, antecedents: scratch }) : readStructureClause(whole, scratch);
      if (read.ok) {
        append(operations, read.operations);
        append(slips, read.slips);
        antecedents = scratch;
        quote += count;
        used = joined;
        break;
      }
      failure ??= read;
    }
    if (used === 0) return { ok: false, rest: failure?.rest ?? whole, ...(failure?.same === undefined ? {} : { same: failure.same }) };
    i += used;
  }
  return { ok: true, operations, slips, antecedents };
}
