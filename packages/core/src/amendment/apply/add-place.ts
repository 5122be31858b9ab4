import { GROUP_TAGS, SUBITEM_TAGS, type GroupTag, type Tag } from '../../text/tag.js';
import { isAppendix } from '../appendix/appendix-call.js';
import type { Action } from '../operation.js';
import { append, closest, findOutermost, kids, kidsOf, thaw, type DraftNode } from './draft-tree.js';
import { articlesOf } from './numbering.js';
import type { Scope } from './scope.js';
import type { ApplySession } from './session.js';

/** 加える所。 */
export interface AddPlace {
  /** ブロックを読むときの入れ先 */
  readonly holder: DraftNode;
  readonly model: DraftNode | undefined;
  /** その種類の要素を置く親と位置 */
  readonly homeOf: (tag: Tag) => Home | undefined;
}

export interface Home {
  readonly holder: DraftNode;
  readonly index: number;
}

const GROUPS: readonly Tag[] = GROUP_TAGS;
const SUBITEMS: readonly Tag[] = SUBITEM_TAGS;

export function addPlace(session: ApplySession, scope: Scope, { where, what }: Extract<Action, { readonly kind: 'add' }>, tags: readonly Tag[]): AddPlace | undefined {
  if (scope.nodes.length === 0 || scope.spans) return undefined;
  const node = where === 'before' ? scope.nodes[0]! : scope.nodes.at(-1)!;
  const made = (home: Home, homeOf: AddPlace['homeOf'] = () => home): AddPlace => ({ holder: home.holder, model: modelFor(session, home.holder, tags[0]!, node), homeOf });
  if (tags.every((t) => /^(?:SupplProvision)?Appdx/.test(t))) return made(appendixHome(session, node, where));
  if (where !== 'end') {
    const anchor = anchorFor(node, tags[0]!);
    if (!anchor?.parent) return undefined;
    const index = anchor.parent.children.indexOf(anchor) + (where === 'after' ? 1 : 0);
    return made({ holder: anchor.parent, index });
  }
  // 改正規定に加えるのは、その改正規定が加える規定（NewProvision）の続き
  if (node.tag === 'AmendProvision') return made(endOfNewProvision(session, node));
  const first = /^第1項|^第一項|^第１項/.test(what.as ?? '');
  const homes = new Map<Tag, Home>();
  for (const tag of tags) {
    const home = endHome(node, tag, first);
    if (!home) return undefined;
    homes.set(tag, home);
  }
  return made(homes.get(tags[0]!)!, (tag) => homes.get(tag));
}

function endOfNewProvision(session: ApplySession, clause: DraftNode): Home {
  let holder = kidsOf(clause, 'NewProvision').at(-1);
  if (!holder) {
    holder = thaw({ tag: 'NewProvision', id: session.newId(), attr: {}, children: [] }, null);
    append(clause, [holder]);
  }
  return { holder, index: holder.children.length };
}

/** 「第三条の次に次の一章を加える」なら、その条を含む章の次。 */
function anchorFor(node: DraftNode, tag: Tag): DraftNode | undefined {
  if (node.tag === tag) return node;
  if (tag === 'TableStruct') return node.tag === 'Table' ? (node.parent ?? undefined) : node;
  const outer = closest(node, tag);
  return outer ?? node;
}

/** 末尾に加えるときの親と位置。 */
function endHome(node: DraftNode, tag: Tag, first: boolean): Home | undefined {
  const end = (holder: DraftNode): Home => ({ holder, index: endIndex(holder, tag) });
  if (tag === 'Article') {
    if (node.tag !== 'MainProvision' && node.tag !== 'SupplProvision' && !GROUPS.includes(node.tag)) return undefined;
    const last = articlesOf(node).at(-1);
    // 章のある本則の末尾の条は、最後の章に入る
    const holder = last ? last.parent! : lastGroup(node);
    return { holder, index: last ? holder.children.indexOf(last) + 1 : endIndex(holder, tag) };
  }
  if (GROUPS.includes(tag)) return closest(node, 'MainProvision', 'SupplProvision', ...GROUP_TAGS) ? end(groupHolder(node, tag as GroupTag)) : undefined;
  if (tag === 'Paragraph') {
    const [firstParagraph] = kidsOf(node, 'Paragraph');
    if (first && firstParagraph) return { holder: node, index: node.children.indexOf(firstParagraph) };
    return end(node);
  }
  if (tag === 'Item') {
    if (node.tag !== 'Article') return end(node.tag === 'MainProvision' || node.tag === 'SupplProvision' ? (kidsOf(node, 'Paragraph').at(-1) ?? node) : node);
    const paragraphs = kidsOf(node, 'Paragraph');
    const listing = paragraphs.filter((p) => kidsOf(p, 'Item').length > 0);
    const holder = paragraphs.length === 1 ? paragraphs[0] : listing.length === 1 ? listing[0] : undefined;
    return holder && end(holder);
  }
  if (SUBITEMS.includes(tag)) return end(node);
  if (tag === 'TableStruct') return end(node.tag === 'Article' ? (kidsOf(node, 'Paragraph').at(-1) ?? node) : node);
  if (tag === 'Remarks') return end(remarksHolder(node));
  return end(node);
}

/** 備考の入る所。別表の中身が一つの表だけなら、その表の枠に入る。 */
function remarksHolder(node: DraftNode): DraftNode {
  if (node.tag === 'Table') return node.parent ?? node;
  const [only, ...others] = isAppendix(node) ? kids(node).filter((c) => !/(?:Title|RelatedArticleNum)$/.test(c.tag)) : [];
  return only?.tag === 'TableStruct' && others.length === 0 ? only : node;
}

function lastGroup(node: DraftNode): DraftNode {
  const inner = kids(node).findLast((c) => GROUPS.includes(c.tag));
  return inner ? lastGroup(inner) : node;
}

/** 節は章に、章は編か本則に入る。 */
function groupHolder(node: DraftNode, tag: GroupTag): DraftNode {
  const same = kids(node).some((c) => c.tag === tag);
  if (same) return node;
  const inner = kids(node).findLast((c) => GROUPS.includes(c.tag) && GROUPS.indexOf(c.tag) < GROUPS.indexOf(tag));
  return inner ? groupHolder(inner, tag) : node;
}

/** 同じ種類の最後の次。号は項の文の後、表は号の後、備考は最後。 */
function endIndex(holder: DraftNode, tag: Tag): number {
  const last = kidsOf(holder, tag).at(-1);
  if (last) return holder.children.indexOf(last) + 1;
  if (tag !== 'Item' && !SUBITEMS.includes(tag)) return holder.children.length;
  const sentence = kids(holder).findLast((c) => c.tag.endsWith('Sentence') || c.tag.endsWith('Caption'));
  return sentence ? holder.children.indexOf(sentence) + 1 : holder.children.length;
}

/** 別表や様式。名指した別表の次・前、附則や本則の次なら初めの別表の前。 */
function appendixHome({ body }: ApplySession, node: DraftNode, where: 'end' | 'after' | 'before'): Home {
  const holder = node.parent ?? body;
  if (isAppendix(node)) {
    if (where === 'before') return { holder, index: holder.children.indexOf(node) };
    return { holder, index: holder.children.indexOf(node) + 1 };
  }
  const appendices = kids(body).filter(isAppendix);
  if (where !== 'end' && appendices.length > 0) return { holder: body, index: body.children.indexOf(appendices[0]!) };
  return { holder: body, index: body.children.length };
}

/** 属性をならう節点。同じ種類の隣、無ければ文書の中の同じ種類。 */
function modelFor({ body }: ApplySession, holder: DraftNode, tag: Tag, near: DraftNode): DraftNode | undefined {
  if (near.tag === tag) return near;
  const sibling = kidsOf(holder, tag)[0];
  return sibling ?? findOutermost(body, (n) => n.tag === tag)[0] ?? (isAppendix(near) ? near : holder);
}
