import { childElements, textOf, type Element } from '../../text/element.js';
import { appdxLine } from '../../text/plain/line-kind.js';
import type { Tag } from '../../text/tag.js';
import { appendixName } from './appendix-title.js';

/** 文書にある別表や様式の、呼び名と要素名。 */
export type KnownAppendices = ReadonlyMap<string, Tag>;

export const isAppendixTag = (tag: Tag): boolean => /^(?:SupplProvision)?Appdx/.test(tag);

export function knownAppendices(parts: Iterable<Element>): KnownAppendices {
  const known = new Map<string, Tag>();
  for (const part of parts) {
    if (!isAppendixTag(part.tag)) continue;
    const title = childElements(part).find((c) => /Title$|^ArithFormulaNum$/.test(c.tag));
    const head = title && appendixName(textOf(title))?.head;
    if (head !== undefined && !known.has(head)) known.set(head, part.tag);
  }
  return known;
}

/**
 * 加える別表や様式の要素名。改め文は要素名を言わないので、同じ呼び名のものが文書にあればそれに、
 * なければ題名と「次の一様式」の呼び方による。neighbour は「〇〇の次に」の〇〇の要素名。
 */
export function appendedTags(lines: readonly string[], unit: string, known: KnownAppendices, neighbour: Tag | undefined): Tag[] {
  const titled = lines.flatMap((line) => {
    const head = appdxLine(line.trim());
    if (!head) return [];
    const name = appendixName(head.title)?.head;
    return [(name === undefined ? undefined : known.get(name)) ?? head.tag];
  });
  if (titled.length > 0) return [...new Set(titled)];
  if (neighbour !== undefined && isAppendixTag(neighbour)) return [neighbour];
  return [TAG_OF_UNIT.find(([name]) => name.test(unit))?.[1] ?? 'AppdxTable'];
}

const TAG_OF_UNIT: readonly (readonly [RegExp, Tag])[] = [
  [/様式/, 'AppdxStyle'], [/書式/, 'AppdxFormat'], [/図/, 'AppdxFig'], [/[付附]録|算式/, 'Appdx'], [/別記/, 'AppdxNote'],
];
