import { textOf } from '../../text/element.js';
import { NUMERAL_CLASS, readNumeral, writeNumeral, type NumeralForm } from '../../kernel/numeral.js';
import type { Location, Step, Target } from '../location.js';
import { appendixTitle, isAppendix } from '../appendix/appendix-call.js';
import { appendixName, sameHead } from './appendix-title.js';
import { detach, insertAfter, insertBefore, kids, runText, type DraftNode } from './draft-tree.js';
import { rewriteRun } from './mark-run.js';
import { compareNums } from './numbering.js';
import type { ApplySession } from './session.js';

/** 別表を別表第1とする・別表第二を別表第三とする。題名の番号を付け替え、番号の順に置く。 */
export function moveAppendix(session: ApplySession, target: Target, node: DraftNode, to: Location, step: Extract<Step, { readonly kind: 'appendix' }>): boolean {
  const title = appendixTitle(node);
  if (!title) return session.refuseScope(target.from, 'move');
  const siblings = (node.parent ? kids(node.parent) : []).filter((n) => isAppendix(n) && n !== node);
  const named = siblings.flatMap((n) => {
    const other = appendixTitle(n);
    const name = other && appendixName(textOf(other));
    return name && sameHead(name.head, step.head) ? [{ node: n, num: name.num }] : [];
  });
  if (named.some((n) => n.num === step.num)) return session.refuse('amendment.number-occupied', target.from, { location: session.name(to) });
  session.trace(node, 'moved');
  rewriteRun(session, title, retitled(session, runText(title), step, siblings));
  if (step.num === undefined) return true;
  const num = step.num;
  const ordered = named.filter((n) => n.num !== undefined);
  const previous = ordered.findLast((n) => compareNums(n.num!, num) < 0);
  const next = ordered.find((n) => compareNums(n.num!, num) > 0);
  const order = node.parent!.children;
  const inPlace = (!previous || order.indexOf(previous.node) < order.indexOf(node)) && (!next || order.indexOf(node) < order.indexOf(next.node));
  if (inPlace) return true;
  detach(node);
  if (previous) insertAfter(previous.node, [node]);
  else insertBefore(next!.node, [node]);
  return true;
}

const NUMBER = new RegExp(`(第?)([${NUMERAL_CLASS}]+)(号?)((?:の[${NUMERAL_CLASS}]+)*)`);

/** 題名の番号だけを替える。番号の書きぶり（第一・第１・1）は元の題名、無ければほかの別表、無ければ条の書きぶりにならう。 */
function retitled(session: ApplySession, text: string, { head, num }: Extract<Step, { readonly kind: 'appendix' }>, siblings: readonly DraftNode[]): string {
  const own = NUMBER.exec(text);
  if (num === undefined) return own ? text.replace(own[0], '') : text;
  const model = own ?? siblings.map((s) => NUMBER.exec(textOf(appendixTitle(s) ?? ''))).find((m) => m !== null);
  const digits: NumeralForm = model ? (readNumeral(model[2]!)?.form ?? session.digits) : session.digits;
  const [first, ...branches] = num.split('_').map((n) => writeNumeral(Number(n), digits));
  const printed = `${model ? model[1]! : '第'}${first!}${model ? model[3]! : head.endsWith('様式') ? '号' : ''}${branches.map((b) => `の${b}`).join('')}`;
  if (own) return text.replace(own[0], printed);
  const bare = head.replace(/＃号?.*$/, '').replace(/第$/, '');
  const at = text.startsWith(bare) ? bare.length : (/^[^（(\s　]*/.exec(text)?.[0].length ?? 0);
  return text.slice(0, at) + printed + text.slice(at);
}
