import type { Target } from '../location.js';
import type { Action } from '../operation.js';
import { RUN_BREAK } from '../run.js';
import { labelledLine } from '../../text/plain/line-kind.js';
import { insertAt, kidsOf, runText, type DraftNode } from './draft-tree.js';
import { blockText, markAdded, readNodes } from './block-nodes.js';
import { editRun } from './mark-run.js';
import { sentenceOf } from './provision-scope.js';
import { sentencePart } from './sentence-part.js';
import type { Scope } from './scope.js';
import type { ApplySession } from './session.js';

/** ただし書・後段・前段を加える。文は前の文にそのまま続く。 */
export function addSentence(session: ApplySession, target: Target, scope: Scope, action: Extract<Action, { readonly kind: 'add' }>): boolean {
  const holder = holderOf(scope);
  const run = holder && (sentenceOf(holder) ?? (holder.tag === 'TableColumn' ? holder : undefined));
  if (!run) return session.refuseScope(target.from, 'add');
  const { lines } = action.block;
  const listAt = lines.findIndex((line, i) => i > 0 && labelledLine(line.trim()) !== undefined);
  const sentences = listAt < 0 ? lines : lines.slice(0, listAt);
  const text = blockText({ lines: sentences });
  if (text === '') return session.refuse('amendment.block-missing', target.from, { expected: action.what.as ?? action.what.units[0]?.unit ?? '' });
  const before = runText(run);
  const part = action.what.as ?? action.what.units.map((u) => u.unit).find((u) => /書|段/.test(u));
  if (part !== undefined && /前段/.test(part)) editRun(session, run, [{ start: 0, end: 0, text }]);
  else {
    if (isTaken(before, part)) return session.refuse('amendment.number-occupied', target.from, { location: `${session.nameOf(target)}${part!}` });
    editRun(session, run, [{ start: before.length, end: before.length, text: before === '' || before.endsWith('。') ? text : RUN_BREAK + text }]);
  }
  if (listAt < 0) return true;
  const items = readNodes(session, { target, block: { lines: lines.slice(listAt) }, tags: ['Item'], holder: holder!, model: kidsOf(holder!, 'Item')[0] });
  if (!items) return false;
  insertAt(holder!, holder!.children.length, items);
  markAdded(session, items);
  return true;
}

/** ただし書は一つしか持てない。 */
const isTaken = (text: string, part: string | undefined): boolean => part !== undefined && part.endsWith('書') && sentencePart(text, 'ただし書') !== undefined;

function holderOf({ nodes, kind }: Scope): DraftNode | undefined {
  const [node] = nodes;
  if (!node || nodes.length !== 1) return undefined;
  if (node.tag === 'Article' || node.tag === 'SupplProvision' || node.tag === 'MainProvision') {
    const paragraphs = kidsOf(node, 'Paragraph');
    return paragraphs.length === 1 ? paragraphs[0] : undefined;
  }
  return kind === 'row' ? undefined : node;
}
