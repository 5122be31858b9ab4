import type { Location, Step, Target } from '../location.js';
import { Mentions, sameStep } from './mentions.js';
import { stepName, type NameOptions, type NameStyle } from './step-name.js';

/** 並びの中で、前の場所と同じ頭を略せる段（第一項第三号及び第五号、附則第四条及び第五条） */
const ELIDABLE: ReadonlySet<Step['kind']> = new Set<Step['kind']>(['article', 'paragraph', 'item', 'subitem', 'row', 'part', 'column', 'section', 'remarks', 'note']);

/** 場所の並びの印字。言ったことは mentions に残る。 */
export function writeTargets(targets: readonly Target[], style: NameStyle, mentions: Mentions): string {
  const text = listOf(targets, style, mentions);
  mentions.mention(targets);
  return text;
}

export function writeLocation(location: Location, style: NameStyle, mentions: Mentions): string {
  const short = mentions.shorten(location);
  const options = nameOptions(style);
  // 「第六章中同条」: 章は条の外にあって、略した条の前に残る
  const group = short ? location.slice(0, short.length).findLastIndex((s) => s.kind === 'group') : -1;
  const outside = short && location[short.length - 1]?.kind === 'article' && group >= 0 ? names(location, 0, group + 1, false, options) + '中' : '';
  return short ? `${outside}同${short.word}${names(location, short.length, location.length, true, options)}` : names(location, 0, location.length, false, options);
}

export function nameOptions(style: NameStyle): NameOptions {
  return { ...style, list: (targets) => listOf(targets, style, new Mentions()) };
}

/** location の from 段目から to 段目の前までの印字 */
function names(location: Location, from: number, to: number, same: boolean, options: NameOptions): string {
  let text = '';
  for (let i = from; i < to; i += 1) text += stepName(location[i]!, { step: location[i - 1], same: same && i === from }, options);
  return text;
}

function listOf(targets: readonly Target[], style: NameStyle, mentions: Mentions): string {
  const [first] = targets;
  if (!first) return '';
  if (targets.length === 1) return writeTarget(first, style, mentions);
  const depth = commonDepth(targets);
  if (!canElide(targets, depth)) return separately(targets, style, mentions);
  const head = depth === 0 ? '' : writeLocation(first.from.slice(0, depth), style, mentions);
  return head + elided(targets, depth, nameOptions(style));
}

/** 頭を略せない並び（第四条の見出し及び同条第一項）は、一つずつ書く。 */
function separately(targets: readonly Target[], style: NameStyle, mentions: Mentions): string {
  const parts = targets.map((target) => {
    const text = writeTarget(target, style, mentions);
    mentions.mention([target]);
    return text;
  });
  return joined(parts, '及び');
}

function writeTarget({ from, through }: Target, style: NameStyle, mentions: Mentions): string {
  return writeLocation(from, style, mentions) + (through ? through_(from, through, nameOptions(style)) : '');
}

/** 「から第四項まで」。初めの場所と同じ頭は略す。 */
function through_(from: Location, through: Location, options: NameOptions): string {
  let depth = commonDepth([{ from }, { from: through }]);
  if (!canElide([{ from }, { from: through }], depth)) depth = 0;
  return `から${names(through, depth, through.length, false, options)}まで`;
}

function commonDepth(targets: readonly Target[]): number {
  const [first = [], ...rest] = targets.flatMap((t) => (t.through ? [t.from, t.through] : [t.from]));
  const parted = first.findIndex((step, depth) => rest.some((l) => l[depth] === undefined || !sameStep(l[depth]!, step)));
  return parted < 0 ? first.length : parted;
}

function canElide(targets: readonly Target[], depth: number): boolean {
  return depth === 0
    ? targets.every((t) => t.from.length > 0)
    : targets.every((t) => [t.from, t.through ?? t.from].every((l) => l[depth] !== undefined && ELIDABLE.has(l[depth].kind)));
}

/** 頭（depth 段）を略した並び。条ごと・項ごとにまとめ、まとまりの中に並びがあれば「並びに」でつなぐ。 */
function elided(targets: readonly Target[], depth: number, options: NameOptions): string {
  const groups: Target[][] = [];
  for (const target of targets) {
    const last = groups[groups.length - 1];
    const tried = last && [...last, target];
    const head = tried && commonDepth(tried);
    if (tried && head! > depth && canElide(tried, head!)) last.push(target);
    else groups.push([target]);
  }
  const parts = groups.map((group) => {
    const { from, through } = group[0]!;
    if (group.length === 1) return names(from, depth, from.length, false, options) + (through ? through_(from, through, options) : '');
    const head = commonDepth(group);
    return names(from, depth, head, false, options) + elided(group, head, options);
  });
  return joined(parts, groups.some((group) => group.length > 1) ? '並びに' : '及び');
}

const joined = (parts: readonly string[], last: string): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('、')}${last}${parts[parts.length - 1]!}`);
