import type { Content, Element, ProvisionNum } from '../../text/element.js';
import { readNumeral } from '../../kernel/numeral.js';
import { GROUP_TAGS, type GroupTag, type Tag } from '../../text/tag.js';
import { peek, type BlockCursor } from './block-cursor.js';
import { readEscaped } from './block-escape.js';
import { groupOf } from './block-line.js';
import { readMark } from './block-mark.js';

const rank = (tag: Tag | undefined): number => (GROUP_TAGS as readonly (Tag | undefined)[]).indexOf(tag);

/** 編・章・節・款・目。次の同じ階層か上の階層の名まで。 */
export function readGroup(cursor: BlockCursor, tag: GroupTag, readOne: (cursor: BlockCursor) => readonly Content[]): Element {
  const { text } = peek(cursor)!;
  cursor.at += 1;
  const children: Content[] = [cursor.make.run(`${tag}Title`, readEscaped(text))];
  for (let line = peek(cursor); line; line = peek(cursor)) {
    const next = groupOf(line.text) ?? readMark(line.text)?.tag;
    if (next !== undefined && (endsGroup(next) || (rank(next) >= 0 && rank(next) <= rank(tag)))) break;
    for (const child of readOne(cursor)) children.push(child);
  }
  const num = groupNum(text);
  return cursor.make.element(tag, num === undefined ? {} : { num }, children);
}

const endsGroup = (tag: Tag): boolean => /^(?:MainProvision|SupplProvision|Appdx)/.test(tag);

const NUMERAL = '[0-9０-９〇一二三四五六七八九十百千]+';
const ONE = new RegExp(`第(${NUMERAL})(?:編|章|節|款|目)((?:[のノ]${NUMERAL})*)`, 'g');

/** 「第二章の二」の番号 2_2。「第三章から第五章まで」は 3:5。 */
export function groupNum(title: string): ProvisionNum | undefined {
  const head = title.split(/[　 ]/)[0]!;
  const nums = [...head.matchAll(ONE)].map((m) => [m[1]!, ...m[2]!.split(/[のノ]/).slice(1)].map((n) => readNumeral(n)?.value).join('_'));
  if (nums.length === 0) return undefined;
  return (nums.length === 1 ? nums[0]! : `${nums[0]!}:${nums.at(-1)!}`) as ProvisionNum;
}
