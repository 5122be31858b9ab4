import type { Location, Step, Target } from '../location.js';
import { Mentions, sameStep } from './mentions.js';
import { stepName, type NameOptions, type NameStyle } from './step-name.js';

/** 並びの中で、前の場所と同じ頭を略せる段（第一項第三号及び第五号、附則第四条及び第五条） */
const ELIDABLE: ReadonlySet<Step['kind']> = new Set<Step['kind']>(['article', 'paragraph', 'item', 'subitem', 'row', 'part', 'column', 'remarks', 'note']);

/** 範囲の端になる段。見出し・本文など、これ以外の段は端ではなく端に付くもの */
const NUMBERED: ReadonlySet<Step['kind']> = new Set<Step['kind']>([...ELIDABLE, 'section', 'group', 'appendix', 'table']);

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
  if (!through) return writeLocation(from, style, mentions);
  const own = ownLength(from, through);
  return writeLocation(from.slice(0, own), style, mentions) + untilText(from, through, own, nameOptions(style));
}

/** 「から第四項まで」「から第三条まで（見出しを含む。）」。初めの場所と同じ頭は略し、両方に付く尾（見出し…）は範囲の後に言う。 */
function untilText(from: Location, through: Location, own: number, options: NameOptions): string {
  const last = through[through.length - 1];
  if (last?.kind === 'named' && last.name === '以下') return last.name;
  const ends = [{ from: from.slice(0, own) }, { from: through.slice(0, through.length - (from.length - own)) }];
  const shared = commonDepth(ends);
  const depth = canElide(ends, shared) ? shared : 0;
  return `から${names(ends[1]!.from, depth, ends[1]!.from.length, false, options)}まで${names(from, own, from.length, false, options)}`;
}

/** 範囲の初めの場所のうち、終わりの場所と共通の尾（見出し・本文…）を除いた段数 */
function ownLength(from: Location, through: Location): number {
  let cut = 0;
  while (cut < from.length - 1 && cut < through.length - 1) {
    const step = from[from.length - 1 - cut]!;
    if (NUMBERED.has(step.kind) || !sameStep(step, through[through.length - 1 - cut]!)) break;
    cut += 1;
  }
  return from.length - cut;
}

function commonDepth(targets: readonly Target[]): number {
  const [first = [], ...rest] = targets.flatMap((t) => (t.through ? [t.from, t.through] : [t.from]));
  const parted = first.findIndex((step, depth) => rest.some((l) => l[depth] === undefined || !sameStep(l[depth]!, step)));
  return parted < 0 ? first.length : parted;
}

/** depth 段の頭を略して続けられるか。続きが同じ階層でなければ（第一項及び第二号）、前の場所の中に読めてしまう。 */
function canElide(targets: readonly Target[], depth: number): boolean {
  if (depth === 0) return targets.every((t) => t.from.length > 0);
  const kind = targets[0]?.from[depth]?.kind;
  return kind !== undefined && ELIDABLE.has(kind) && targets.every((t) => t.from[depth]?.kind === kind && (t.through ?? t.from)[depth]?.kind === kind);
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
    if (group.length === 1) {
      const own = through ? ownLength(from, through) : from.length;
      return names(from, depth, own, false, options) + (through ? untilText(from, through, own, options) : '');
    }
    const head = commonDepth(group);
    return names(from, depth, head, false, options) + elided(group, head, options);
  });
  return joined(parts, groups.some((group) => group.length > 1) ? '並びに' : '及び');
}

const joined = (parts: readonly string[], last: string): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('、')}${last}${parts[parts.length - 1]!}`);
