import type { Location, Target } from '../location.js';
import { Antecedents } from './antecedents.js';
import type { TargetsRead } from './step-read.js';

/** 場所の並びの読み方（read-location）。改正規定の中にも場所の並びがある */
type ReadTargets = (text: string, antecedents: Antecedents) => TargetsRead;

const WORD = '改正規定';
const LAW_END = /(?:法律|法|令|則|例|程|約|綱|領|示|章|置|[）)])$/;
const LOCATION_START = /第[^、号]{1,14}[条章編節款]|別表|様式|別記|附則|目次|本則|題名|前文/g;
const SAME_LAW = /^同(法|令|省令|府令|規則|条例|規程|政令|法律|要綱|規約|協約)/;
/** 動作の始まり（第五条に１項を加える改正規定の「に」） */
const ACTING = /の次に|の前に|に|を|中/g;
const TRIES = 24;
/** 改正規定の呼び名の長さの限り */
const DESCRIPTION_LIMIT = 600;

/**
 * 改正規定を呼ぶ場所: 第四条の改正規定 / 第六条のうち〇〇規則第八条の改正規定 / 第五条に１項を加える改正規定 /
 * 第四条中〇〇規則様式第五号の四の次に一様式を加える改正規定。
 */
export function readAmendClause(text: string, at: number, antecedents: Antecedents, readTargets: ReadTargets): { readonly location: Location; readonly end: number } | undefined {
  const found = text.indexOf(WORD, at);
  if (found < 0) return undefined;
  if (found - at > DESCRIPTION_LIMIT) return undefined;
  const description = text.slice(at, found);
  const end = found + WORD.length;
  if (description === '同') return undefined;
  const { outer, rest } = cutOuter(description, antecedents, readTargets);
  const read = readInner(rest, antecedents, outer !== undefined, readTargets);
  if (!read) return undefined;
  const step = { kind: 'amendClause' as const, of: read.targets, ...(read.law === undefined ? {} : { law: read.law }), ...(read.acting === undefined ? {} : { acting: read.acting }) };
  if (read.law !== undefined) antecedents.law = read.law;
  return { location: outer ? [...outer, step] : antecedents.attach([step]), end };
}

/** 「附則第十四条のうち、」「第四条中」: 改正規定のある条。 */
function cutOuter(description: string, antecedents: Antecedents, readTargets: ReadTargets): { readonly outer?: Location; readonly rest: string } {
  const m = /^(.*?)のうち、?/.exec(description) ?? /^([^、]*?)中(?=[^、]{2,})/.exec(description);
  if (!m) return { rest: description };
  const scratch = antecedents.clone();
  const read = readTargets(m[1]!, scratch);
  if (!read.ok || read.targets.length !== 1 || read.targets[0]!.through) return { rest: description };
  return { outer: read.targets[0]!.from, rest: description.slice(m[0].length) };
}

interface Inner {
  readonly targets: readonly Target[];
  readonly law?: string;
  readonly acting?: string;
}

function readInner(text: string, antecedents: Antecedents, outer: boolean, readTargets: ReadTargets): Inner | undefined {
  const { law, rest } = cutLaw(text, antecedents);
  // 改正規定の中の場所は、改められる側の法令のもの。直前の改正規定の場所の頭を継ぐ
  const before = antecedents.same(WORD);
  const step = before?.[before.length - 1];
  const inner = Antecedents.start();
  const lastOf = step?.kind === 'amendClause' ? step.of[step.of.length - 1]?.from : undefined;
  if (lastOf) inner.mention(lastOf);
  else if (!outer && law === undefined && antecedents.last) inner.mention(antecedents.last);
  const noun = rest.replace(/の$/, '');
  const whole = readTargets(noun, inner.clone());
  if (whole.ok) return { targets: whole.targets, ...(law === undefined ? {} : { law }), ...(rest === noun ? { acting: '' } : {}) };
  ACTING.lastIndex = 0;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const m = ACTING.exec(rest);
    if (!m) return undefined;
    if (m.index === 0) continue;
    const read = readTargets(rest.slice(0, m.index), inner.clone());
    if (read.ok) return { targets: read.targets, ...(law === undefined ? {} : { law }), acting: rest.slice(m.index) };
  }
  return undefined;
}

/** 〇〇法施行規則様式第五号 → 法令名と場所。同法は直前の法令名。 */
function cutLaw(text: string, antecedents: Antecedents): { readonly law?: string; readonly rest: string } {
  const same = SAME_LAW.exec(text);
  if (same) return { law: antecedents.law ?? same[0], rest: text.slice(same[0].length) };
  LOCATION_START.lastIndex = 0;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const m = LOCATION_START.exec(text);
    if (!m || m.index > 160) break;
    const name = text.slice(0, m.index).replace(/の$/, '');
    if (name !== '' && LAW_END.test(name)) return { law: name, rest: text.slice(m.index) };
    LOCATION_START.lastIndex = m.index + 1;
  }
  return { rest: text };
}
