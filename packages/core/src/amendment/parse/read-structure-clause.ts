import type { Location, Step, Target } from '../location.js';
import type { Added, AddedUnit, AddPosition, Operation } from '../operation.js';
import { ordinal, startsWith, type Antecedents } from './antecedents.js';
import { operations, unread, type ClauseRead } from './clause-read.js';
import { count, NUMBER } from './numbers.js';
import { readTargets } from './read-location.js';

/** 引用のない句: 全部改め・加え・削り・移動・繰下げ。後ろの動詞から読む。 */
export function readStructureClause(text: string, antecedents: Antecedents): ClauseRead {
  const whole = WHOLE.exec(text);
  if (whole) return readWhole(whole, antecedents);
  const tail = Math.max(0, text.length - TAIL);
  const add = ADD.exec(text.slice(tail));
  if (add) return readAdd(text.slice(0, tail + add.index), add, antecedents);
  const deleted = DELETE.exec(text);
  if (deleted) return readDelete(deleted, antecedents);
  const shift = SHIFT.exec(text);
  if (shift) return readShift(shift, antecedents);
  const move = MOVE.exec(text);
  return move ? readMove(text, move, antecedents) : unread(text);
}

const WHOLE = /^(.*?)の?(?:全部)?を(?:次|左|別紙|別記|別表|下記)[^、をに]{0,10}の(?:よう|とおり|通り)(?:に|)(改め|する|とし|とする|変更し|改正し|変更する|改正する)(?:る)?$/;
const AS = '(?:([^、に]{1,40}?)として)?、?';
const WHAT = `((?:次|左)の(?:よう|とおり|通り)に?|(?:次|左)の(?:(?!次の|左の)[^に])+?を?|${NUMBER}(?:条|項|号|編|章|節|款|目|表|様式)を)`;
const ADD = new RegExp(`(?:(の次|の前|の後|の末尾|の最後|の下)?に)?、?${AS}${WHAT}(加え|付し|付す|附し|追加し|付け|置き|置く|設け|付け加え)(?:る|する)?$`);
const DELETE = /^(.*?)を(?:それぞれ|いずれも)?、?(削り|削る|削除し|削除する|除き|除く)$/;
const SHIFT = new RegExp(`^(.*?)を?(?:それぞれ|順次)?(${NUMBER})?(条|項|号|編|章|節|款|目|表|様式|の)?(?:ずつ|宛|づつ)?(?:順次)?(繰り?|くり)(下げ|上げ|さげ|あげ)(?:る)?$`);
const MOVE = /(?:と(?:し|する|す|改め|改める|変更し|変更する)|に(?:改め|改める|変更し|変更する|繰り下げ|繰り下げる|繰り上げ|繰り上げる))$/;
/** 加える句の動詞の前を見る長さ */
const TAIL = 200;

function readWhole(m: RegExpExecArray, antecedents: Antecedents): ClauseRead {
  const read = readTargets(m[1]!, antecedents);
  if (!read.ok) return unread(m[0].slice(read.at), read.same);
  antecedents.words = read.targets;
  return operations([{ targets: read.targets, action: { kind: 'replaceWhole', block: { lines: [] } } }], m[2] === '改め' ? [] : [{ found: m[2]!, assumed: '改める' }]);
}

const POSITION: Readonly<Record<string, AddPosition>> = { の次: 'after', の後: 'after', の下: 'after', の前: 'before' };

function readAdd(place: string, [whole, position, as, what, verb]: RegExpExecArray, antecedents: Antecedents): ClauseRead {
  const units = readUnits(what!);
  if (!units) return unread(what!);
  let targets: readonly Target[];
  let name = as;
  if (place === '') {
    const base = as === undefined ? undefined : baseOf(as, antecedents);
    const holder = base ?? antecedents.last;
    if (!holder) return unread(whole);
    if (base) name = /第[^第]+$/.exec(as!)?.[0] ?? as;
    targets = [{ from: holder }];
  } else {
    const read = readTargets(place, antecedents);
    if (!read.ok) return unread(place.slice(read.at) + whole, read.same);
    targets = read.targets;
  }
  const added: Added = { units, ...(name === undefined ? {} : { as: name }) };
  antecedents.words = targets;
  const slips = verb === '加え' || /見出し|[編章節款目]名|題名|目次/.test(what!) ? [] : [{ found: verb!, assumed: '加える' }];
  return operations([{ targets, action: { kind: 'add', where: POSITION[position ?? ''] ?? 'end', what: added, block: { lines: [] } } }], slips);
}

/** 「附則第五項として次の一項を加える」: 加える先を言わなければ、その番号の親。 */
function baseOf(as: string, antecedents: Antecedents): Location | undefined {
  const read = readTargets(as, antecedents.clone());
  if (!read.ok) return undefined;
  const parent = read.targets[0]!.from.slice(0, -1);
  return parent.length > 0 ? parent : [{ kind: 'main' }];
}

const UNIT = new RegExp(`^(${NUMBER})?([^、をにはが]{1,14})$`);

/** 「次の見出し及び二条を」「次のように」。 */
function readUnits(what: string): readonly AddedUnit[] | undefined {
  if (/^(?:次|左)の(?:よう|とおり|通り)に?$/.test(what)) return [];
  const body = what.replace(/^(?:次|左)の/, '').replace(/を$/, '');
  const units: AddedUnit[] = [];
  for (const part of body.split(/、|及び|並びに/)) {
    const m = UNIT.exec(part);
    if (!m) return undefined;
    const counted = m[1] === undefined ? undefined : count(m[1]);
    units.push(counted === undefined ? { unit: part } : { unit: m[2]!, count: counted });
  }
  return units;
}

function readDelete(m: RegExpExecArray, antecedents: Antecedents): ClauseRead {
  const read = readTargets(m[1]!, antecedents);
  if (!read.ok) return unread(m[0].slice(read.at), read.same);
  return operations([{ targets: withSharedEnd(read.targets), action: { kind: 'delete' } }], /^削[りる]$/.test(m[2]!) ? [] : [{ found: m[2]!, assumed: '削る' }]);
}

/** 「第五条及び第六条の見出しを削る」は、どちらも見出し。条を丸ごと削るなら「第五条及び第六条の見出し」とは並べない。 */
function withSharedEnd(targets: readonly Target[]): readonly Target[] {
  const last = targets[targets.length - 1]?.from ?? [];
  const end = last[last.length - 1];
  if (end?.kind !== 'caption' && end?.kind !== 'sharedCaption') return targets;
  const holder = last[last.length - 2]?.kind;
  return targets.map((t) => (!t.through && t.from[t.from.length - 1]?.kind === holder ? { from: [...t.from, end] } : t));
}

function readShift(m: RegExpExecArray, antecedents: Antecedents): ClauseRead {
  const by = (m[2] === undefined ? 1 : (count(m[2]) ?? 1)) * (/[下さ]/.test(m[5]!) ? 1 : -1);
  const following = /^以下(?:順次)?$/.test(m[1]!) ? followers(antecedents, by) : undefined;
  if (following) return operations([{ targets: [following], action: { kind: 'shift', by } }]);
  const read = readTargets(m[1]!.replace(/以下順次$/, '以下'), antecedents);
  if (!read.ok) return unread(m[0].slice(read.at), read.same);
  for (const target of read.targets) antecedents.shifted(target, by);
  return operations([{ targets: read.targets, action: { kind: 'shift', by } }]);
}

/** 「第六条を削り、以下一条ずつ繰り上げる」: 削った条の次から。繰り下げるときは、移した先と同じ番号の条から。 */
function followers({ last }: Antecedents, by: number): Target | undefined {
  const step = last?.[last.length - 1];
  const num = step && ordinal(step);
  if (!last || !step || num === undefined) return undefined;
  const from = [...last.slice(0, -1), { ...step, num: String(by < 0 ? num + 1 : num) } as Step];
  return { from, through: [...last.slice(0, -1), { kind: 'named', name: '以下' }] };
}

/** 「を」で分ける所の試しの限り。項の名に「を」があると一つ前で分ける */
const CUTS = 4;

function readMove(text: string, verb: RegExpExecArray, antecedents: Antecedents): ClauseRead {
  const body = text.slice(0, verb.index);
  let failure: ClauseRead = unread(text);
  let cut = body.length;
  for (let tries = 0; tries < CUTS; tries += 1) {
    cut = body.lastIndexOf('を', cut - 1);
    if (cut <= 0) break;
    const scratch = antecedents.clone();
    const read = moveBetween(body.slice(0, cut), body.slice(cut + 1).replace(/^それぞれ/, ''), scratch);
    if (read.ok) {
      antecedents.take(scratch);
      const slips = /^と(?:し|する|す)$/.test(verb[0]) ? [] : [{ found: verb[0], assumed: 'とする' }];
      return operations(read.operations, slips);
    }
    if (tries === 0) failure = read;
  }
  return failure;
}

function moveBetween(before: string, after: string, antecedents: Antecedents): ClauseRead {
  const from = readTargets(before, antecedents);
  if (!from.ok) return unread(before.slice(from.at), from.same);
  const to = readTargets(after, antecedents, true);
  if (!to.ok) return unread(after.slice(to.at), to.same);
  const pairs = pairUp(from.targets, to.targets.map(({ from: f, through }) => ({ from: withoutOuterGroup(f), ...(through ? { through: withoutOuterGroup(through) } : {}) })));
  if (!pairs) return unread(after);
  for (const op of pairs) if (op.action.kind === 'move') antecedents.moved(op.targets[0]!.from, op.action.to);
  const last = to.targets[to.targets.length - 1]!;
  antecedents.mention(withoutOuterGroup(last.through ?? last.from));
  return operations(pairs);
}

/** 「第六章中同条を第三十一条とする」: 条の番号は章によらない。 */
function withoutOuterGroup(location: Location): Location {
  const article = location.findIndex((s) => s.kind === 'article');
  return article < 0 ? location : location.filter((s, i) => i >= article || s.kind !== 'group');
}

/** 並びの移動を一つずつに。番号を大きくするときは後ろから、小さくするときは前から動かす。 */
function pairUp(from: readonly Target[], to: readonly Target[]): Operation[] | undefined {
  if (from.length !== to.length) return undefined;
  const moves: Operation[] = [];
  for (let i = 0; i < from.length; i += 1) {
    const [a, b] = [from[i]!, to[i]!];
    if (a.through && b.through) {
      const by = distance(a.from, b.from);
      if (by === undefined || by !== distance(a.through, b.through)) return undefined;
      moves.push({ targets: [a], action: { kind: 'shift', by } });
    } else if (a.through || b.through) return undefined;
    else moves.push({ targets: [a], action: { kind: 'move', to: b.from } });
  }
  const first = moves[0]!;
  const by = first.action.kind === 'move' ? distance(from[0]!.from, first.action.to) : first.action.kind === 'shift' ? first.action.by : 0;
  return by !== undefined && by > 0 ? moves.reverse() : moves;
}

/** 同じ親の下で番号がどれだけずれるか */
function distance(a: Location, b: Location): number | undefined {
  const [x, y]: (Step | undefined)[] = [a[a.length - 1], b[b.length - 1]];
  if (!x || !y || x.kind !== y.kind || a.length !== b.length || !startsWith(b, a.slice(0, -1))) return undefined;
  const [m, n] = [ordinal(x), ordinal(y)];
  return m === undefined || n === undefined ? undefined : n - m;
}
