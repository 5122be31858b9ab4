import type { ProvisionNum } from '../../text/element.js';
import { isLabelled } from '../../text/tag.js';
import type { Target } from '../location.js';
import type { Action } from '../operation.js';
import { addPlace, type AddPlace } from './add-place.js';
import { addedKind, tagsOfUnits } from './added-kind.js';
import { addSentence } from './add-sentence.js';
import { markAdded, printedLabel, readNodes } from './block-nodes.js';
import { insertAt, type DraftNode } from './draft-tree.js';
import { locate } from './locate.js';
import { addPart, isMissingPart } from './add-part.js';
import { addRows } from './add-rows.js';
import { articleSeries, follows } from './series-watch.js';
import { numOf } from './numbering.js';
import { printFirstNumber } from './renumber.js';
import type { ApplySession } from './session.js';
import { wrapInGroup } from './wrap-in-group.js';

type AddAction = Extract<Action, { readonly kind: 'add' }>;

/** 加える。 */
export function applyAdd(session: ApplySession, target: Target, action: AddAction): boolean {
  if (isMissingPart(session, target, action)) return addPart(session, target, action);
  const scope = locate(session, target);
  if (!scope) return false;
  const kind = addedKind(scope, action);
  switch (kind) {
    case 'sentence': return addSentence(session, target, scope, action);
    case 'rows': return addRows(session, target, scope, action);
    case 'groupTitle': return wrapInGroup(session, target, scope, action);
    default: break;
  }
  const tags = tagsOfUnits(session, scope, action);
  const place = tags.length === 0 ? undefined : addPlace(session, scope, action, tags);
  if (!place) return session.refuseScope(target.from, 'add');
  const made = readNodes(session, { target, block: action.block, tags, holder: place.holder, model: place.model });
  if (!made || !countsAgree(session, target, action, made)) return false;
  return insert(session, target, action, place, made);
}

/** 「次の二条」の数と、続く規定の数が合うか。 */
function countsAgree(session: ApplySession, target: Target, action: AddAction, made: readonly DraftNode[]): boolean {
  for (const { unit, count } of action.what.units) {
    const tags = UNIT_TAGS[unit];
    if (count === undefined || !tags) continue;
    const actual = made.filter((m) => tags.test(m.tag)).length;
    if (actual !== count) return session.refuse('amendment.count-mismatch', target.from, { unit, expected: count, actual });
  }
  return true;
}

const UNIT_TAGS: Readonly<Record<string, RegExp>> = {
  条: /^Article$/, 項: /^Paragraph$/, 号: /^Item$/, 編: /^Part$/, 章: /^Chapter$/, 節: /^Section$/, 款: /^Subsection$/, 目: /^Division$/,
  表: /^(?:SupplProvision)?AppdxTable$|^TableStruct$/, 様式: /Appdx(?:Style|Format|Table|Note)?$/, 書式: /AppdxFormat$|AppdxStyle$/, 図: /AppdxFig$|AppdxStyle$/, 別記: /AppdxNote$/, 付録: /Appdx$/,
};

function insert(session: ApplySession, target: Target, action: AddAction, place: AddPlace, made: readonly DraftNode[]): boolean {
  // 「次の一号及び二項」: 号は最後の項に、項は条に
  const byHolder = new Map<DraftNode, { readonly index: number; readonly nodes: DraftNode[] }>();
  for (const node of made) {
    const home = place.homeOf(node.tag);
    if (!home) return session.refuse('amendment.block-unread', target.from, {}, printedLabel(session, node));
    const known = byHolder.get(home.holder);
    if (known) known.nodes.push(node);
    else byHolder.set(home.holder, { index: home.index, nodes: [node] });
  }
  for (const [holder, { index, nodes }] of byHolder) {
    settleNumbers(session, holder, index, nodes);
    if (!numbersFit(session, target, action, holder, index, nodes)) return false;
    for (const tag of new Set(nodes.map((n) => n.tag))) session.touchSeries(tag === 'Article' ? articleSeries(holder) : holder, tag);
    insertAt(holder, index, nodes);
    markAdded(session, nodes);
    printFirstNumber(session, holder);
  }
  return true;
}

/** 標目を印字しない項（第1項、番号の無い古い項）の番号は、置く場所で決まる。 */
function settleNumbers(session: ApplySession, holder: DraftNode, index: number, nodes: readonly DraftNode[]): void {
  for (const [i, node] of nodes.entries()) {
    if (node.tag !== 'Paragraph' || (node.label ?? '') !== '' || node.num !== String(i + 1)) continue;
    const before = holder.children.slice(0, index).findLast((c): c is DraftNode => typeof c !== 'string' && c.tag === 'Paragraph');
    const last = before && numOf(before, session.labels);
    if (!before || last === undefined || i > 0 || (before.label !== '' && before.label !== null)) return;
    nodes.forEach((n, k) => {
      n.num = String(Number(last) + 1 + k) as ProvisionNum;
      n.label = before.label!;
      n.touched = true;
    });
    return;
  }
}

/** 加える規定の標目が、前後の規定とつながるか。前後どちらともつながらなければ、標目か場所の誤りである。 */
function numbersFit(session: ApplySession, target: Target, { where }: AddAction, holder: DraftNode, index: number, nodes: readonly DraftNode[]): boolean {
  const [first] = nodes;
  const last = nodes.at(-1)!;
  if (!first || !isLabelled(first.tag)) return true;
  const same = (c: DraftNode | string | undefined): c is DraftNode => c !== undefined && typeof c !== 'string' && c.tag === first.tag;
  const before = holder.children.slice(0, index).findLast(same);
  const after = holder.children.slice(index).find(same);
  const [a, b] = [before && numOf(before, session.labels), after && numOf(after, session.labels)];
  const [x, y] = [numOf(first, session.labels), numOf(last, session.labels)];
  if (x === undefined || y === undefined) return true;
  const joinsBefore = a === undefined ? undefined : follows(a, x);
  const joinsAfter = b === undefined ? undefined : follows(y, b);
  // 条は章をまたいで続き、前後に同じ種類の規定が無い所もある。つながりを言えるものが一つも無ければ、終わりの調べに任せる
  if (joinsBefore === true || joinsAfter === true || (joinsBefore === undefined && joinsAfter === undefined)) return true;
  if (where === 'before' && joinsBefore === undefined && first.tag === 'Article') return true;
  const expected = a === undefined ? '1' : nextNum(a, b);
  return session.refuse('amendment.block-number', target.from, { expected: printedLabel(session, { tag: first.tag, num: expected as ProvisionNum }), actual: printedLabel(session, first) });
}

/** 次の番号。既に使われていれば枝番号 */
function nextNum(num: ProvisionNum, after: ProvisionNum | undefined): ProvisionNum {
  const parts = num.split(':').at(-1)!.split('_').map(Number);
  const next = [...parts.slice(0, -1), parts.at(-1)! + 1].join('_') as ProvisionNum;
  return after === next ? (`${parts.join('_')}_2` as ProvisionNum) : next;
}
