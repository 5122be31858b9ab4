import type { Tag } from '../../text/tag.js';
import type { Step, Target } from '../location.js';
import type { Action } from '../operation.js';
import { markAdded, readNodes, titleText } from './block-nodes.js';
import { findOutermost, insertAt, kids, thaw, type DraftNode } from './draft-tree.js';
import { originalSuppl } from './resolve-location.js';
import type { ApplySession } from './session.js';

type AddAction = Extract<Action, { readonly kind: 'add' }>;

/** 題名・目次・前文・附則など、文書に一つしか無い部分。文書に置く順 */
const ORDER: readonly Tag[] = ['CoverLine', 'LawTitle', 'EnactStatement', 'TOC', 'Preamble', 'MainProvision', 'SupplProvision', 'Closing'];
const PART_OF_STEP: Partial<Readonly<Record<Step['kind'], Tag>>> = {
  title: 'LawTitle', enactStatement: 'EnactStatement', toc: 'TOC', preamble: 'Preamble', main: 'MainProvision', suppl: 'SupplProvision', closing: 'Closing',
};
const PART_OF_UNIT: Readonly<Record<string, Tag>> = { 題名: 'LawTitle', 制定文: 'EnactStatement', 目次: 'TOC', 前文: 'Preamble', 附則: 'SupplProvision' };

/** まだ無い部分を加えるのか（「題名の次に次の目次を加える」「次の前文を加える」）。 */
export function isMissingPart(session: ApplySession, target: Target, action: AddAction): boolean {
  return missingPart(session, target, action) !== undefined;
}

function missingPart({ body }: ApplySession, target: Target, { what, where }: AddAction): Tag | undefined {
  const unit = what.units.map((u) => PART_OF_UNIT[u.unit]).find((t) => t !== undefined);
  const [first] = target.from;
  const step = target.from.length === 1 ? PART_OF_STEP[first!.kind] : undefined;
  const tag = unit ?? (where === 'end' && what.units.length === 0 && what.as === undefined ? step : undefined);
  if (tag === undefined) return undefined;
  const exists = tag === 'SupplProvision' ? originalSuppl(body, nthOf(target)) !== undefined : kids(body).some((c) => c.tag === tag);
  return exists && unit === undefined ? undefined : tag;
}

export function addPart(session: ApplySession, target: Target, action: AddAction): boolean {
  const { body } = session;
  const tag = missingPart(session, target, action)!;
  if (kids(body).some((c) => c.tag === tag) && (tag !== 'SupplProvision' || originalSuppl(body, nthOf(target)))) return session.refuse('amendment.number-occupied', target.from, { location: session.nameOf(target) });
  const made = tag === 'LawTitle'
    ? [thaw({ tag, id: session.newId(), attr: {}, children: [titleText(action.block)] }, null)]
    : readNodes(session, { target, block: action.block, tags: [tag], holder: body, model: modelOf(session, tag) });
  if (!made) return false;
  if (made.length !== 1 || made[0]!.tag !== tag) return session.refuseScope(target.from, 'add');
  const before = tag === 'SupplProvision' ? originalSuppl(body, nthOf(target) - 1) : undefined;
  insertAt(body, before ? body.children.indexOf(before) + 1 : indexOf(body, tag), made);
  markAdded(session, made);
  return true;
}

/** 何番目の附則か */
const nthOf = ({ from: [step] }: Target): number => (step?.kind === 'suppl' ? (step.nth ?? 1) : 1);

/** その部分に置く要素の属性をならう節点 */
const modelOf = ({ body }: ApplySession, tag: Tag): DraftNode | undefined =>
  findOutermost(body, (n) => n.tag === tag)[0] ?? kids(body).find((c) => c.tag === 'MainProvision');

function indexOf(body: DraftNode, tag: Tag): number {
  const order = ORDER.indexOf(tag);
  const after = body.children.findIndex((c) => typeof c !== 'string' && (ORDER.indexOf(c.tag) > order || ORDER.indexOf(c.tag) < 0 || (c.tag === 'SupplProvision' && tag === 'SupplProvision')));
  return after < 0 ? body.children.length : after;
}
