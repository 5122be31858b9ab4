import type { Tag } from '../../text/tag.js';
import { labelOf } from '../../text/label.js';
import { isAppendix } from '../block/block-cursor.js';
import { EMPTY_TEXT, readEscaped } from '../block/block-escape.js';
import { readBlock } from '../block/read-block.js';
import type { Target } from '../location.js';
import type { Block } from '../operation.js';
import { freeze, thaw, type DraftNode } from './draft-tree.js';
import type { ApplySession } from './session.js';

export interface BlockRequest {
  readonly target: Target;
  readonly block: Block;
  readonly tags: readonly Tag[];
  /** 入れる先 */
  readonly holder: DraftNode;
  /** 属性をならう、同じ種類の節点 */
  readonly model?: DraftNode | undefined;
}

/** ブロックを木に直す。読めない行があれば断る。 */
export function readNodes(session: ApplySession, { target, block, tags, holder, model }: BlockRequest): DraftNode[] | undefined {
  const inAppendix = isInAppendix(holder);
  const context = { tags, labels: session.labels, holder: holder.tag, ...(inAppendix ? { inAppendix } : {}), ...(model ? { model: freeze(model) } : {}) };
  const read = readBlock(block, context, session.newId);
  if (!read.ok) {
    for (const finding of read.error) {
      const line = finding.at.line === undefined || session.line === undefined ? session.line : session.line + finding.at.line;
      session.errors.push({ ...finding, at: { ...finding.at, ...(line === undefined ? {} : { line }), provision: session.nameOf(target) } });
    }
    return undefined;
  }
  if (read.value.length === 0) {
    session.refuse('amendment.block-missing', target.from, { expected: session.nameOf(target) });
    return undefined;
  }
  return read.value.map((element) => thaw(element, null));
}

/** 別表の類の中の号（区分）か。 */
function isInAppendix({ tag, parent }: DraftNode): boolean {
  if (tag !== 'Item' && !tag.startsWith('Subitem')) return false;
  return parent !== null && (isAppendix(parent.tag) || isInAppendix(parent));
}

/** 文や見出しだけのブロックの印字。溶け込んだ後の配字の一字下げを除く。 */
export const blockText = (block: Block): string => block.lines.map((line) => (line.startsWith('　') ? line.slice(1) : line.trimStart())).join('');

/** 題名や章名のブロックの印字。 */
export function titleText(block: Block): string {
  const text = block.lines.map((line) => line.replace(/^[\s　]+|[\s　]+$/g, '')).join('');
  return text === EMPTY_TEXT ? '' : readEscaped(text);
}

/** 新しい節点として控える。 */
export function markAdded(session: ApplySession, nodes: readonly DraftNode[]): void {
  for (const node of nodes) {
    session.addedBy.set(node.id, session.operation);
    session.trace(node, 'added');
  }
}

/** 報告に書く標目 */
export function printedLabel(session: ApplySession, node: Pick<DraftNode, 'tag' | 'num' | 'label'>): string {
  const label = labelOf(node, session.labels);
  return label !== null && label !== '' ? label : (node.num ?? '');
}
