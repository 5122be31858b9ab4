import { childOf, textOf, type Element } from '../element.js';
import { draft, textDraft, type Draft } from './draft.js';
import type { supplLine } from './line-kind.js';
import type { LineBlock } from './prepare-blocks.js';
import { spansOf } from './traced-text.js';

/** 附則の頭の行「附　則　（平成…政令第…号）　抄」の読みと書き。 */
export function readSupplProvision(block: LineBlock, { label, amendLawNum, extract }: NonNullable<ReturnType<typeof supplLine>>): Draft {
  const node = draft('SupplProvision', [textDraft('SupplProvisionLabel', { text: label, pieces: block.body.pieces })], spansOf(block.body));
  if (amendLawNum !== undefined) node.attr['AmendLawNum'] = amendLawNum;
  if (extract) node.attr['Extract'] = 'true';
  return node;
}

export function writeSupplLabel(part: Element): string {
  const label = childOf(part, 'SupplProvisionLabel');
  const amend = part.attr['AmendLawNum'];
  return `${label ? textOf(label) : '附則'}${amend === undefined ? '' : `　（${amend}）`}${part.attr['Extract'] === 'true' ? '　抄' : ''}`;
}
