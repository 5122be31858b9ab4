import { formatWareki } from '../../calendar/era.js';
import { readWareki } from '../../calendar/read-wareki.js';
import { isAppendixTag } from './appended-tags.js';
import { collectRuns, isAttached, runText, walkNodes, type DraftNode } from './draft-tree.js';
import { locationOf } from './location-of.js';
import type { ApplySession } from './session.js';
import type { SeriesTrouble } from './series-watch.js';

/** すべての操作を終えた後の調べ。番号の並びと、加えた字句の日付。 */
export function finalFindings(session: ApplySession): void {
  for (const trouble of session.series.troubles((node) => isAttached(node, session.root))) refuseSeries(session, trouble);
  if (session.errors.length === 0 && session.inForceOn !== undefined) oldDates(session);
}

function refuseSeries(session: ApplySession, trouble: SeriesTrouble): void {
  session.line = trouble.line;
  if (trouble.kind === 'duplicate') {
    const location = locationOf(trouble.node, session);
    session.refuse('amendment.number-duplicate', location, { location: session.name(location) });
    return;
  }
  const after = locationOf(trouble.after, session);
  const before = trouble.before === trouble.holder ? '' : session.name(locationOf(trouble.before, session));
  const code = trouble.kind === 'gap' ? 'amendment.number-gap' : 'amendment.order-broken';
  // 様式を削ったきり番号を詰めないことは、省令や規則に多い。改めた本文にその番号で書かれた規定の前の欠番は、わざと空けたもの
  // （施行の日が分かれ、間の条がまだ無いときなど）
  const meant = isAppendixTag(trouble.after.tag) || (trouble.kind === 'gap' && session.statedNumbers.has(trouble.after.id));
  if (meant) session.warn(code, after, { before, after: session.name(after) });
  else session.refuse(code, after, { before, after: session.name(after) });
}

/** 施行の日より前の日付を加えたとき。 */
function oldDates(session: ApplySession): void {
  const inForceOn = session.inForceOn!;
  const seen = new Set<string>();
  const check = (text: string, node: DraftNode): void => {
    let rest = text;
    for (let date = readWareki(rest); date; date = readWareki(rest)) {
      rest = rest.slice(date.end);
      if (date.date === null || date.date >= inForceOn || seen.has(date.found)) continue;
      seen.add(date.found);
      session.warn('amendment.date-before-force', locationOf(node, session), { date: date.found, inForceOn: formatWareki(inForceOn) }, { node: node.id });
    }
  };
  for (const [id, pieces] of session.livingRuns()) {
    const added = pieces.filter((p) => p.addedBy !== undefined && p.removedBy === undefined);
    for (const piece of added) check(piece.text, session.runNodes.get(id)!);
  }
  if (session.addedBy.size === 0) return;
  for (const node of walkNodes(session.body)) if (session.addedBy.has(node.id)) for (const run of collectRuns(node)) check(runText(run), run);
}
