import type { NodeId } from '../text/element.js';
import type { Party, Role } from './agreement-reading.js';
import { resolveDesignation, type Bearer } from './designation.js';

/** 役割の欄を読むのに要る、文書全体のこと。 */
export interface RoleContext {
  readonly parties: readonly Party[];
  /** 全員を指す呼び名として定義された語（両市） */
  readonly collectives: readonly string[];
  /** 推定で補った節点 */
  readonly inferred: ReadonlySet<NodeId>;
}

export interface RolesReading {
  readonly roles: readonly Role[];
  /** 見出しから負う者が決まらず、推した呼び名 */
  readonly assumed?: string;
}

/** 役割が無いことを表す欄（空、－、―、ー、なし）。 */
export const isBlankRole = (text: string): boolean => /^[\s\-－―ー—–‐−─━ｰ…]*$|^[(（]?(なし|無し|該当なし)[)）]?$/.test(text.trim());

/**
 * 役割の見出しと欄の行から、当事者ごとの役割を読む。
 * 見出し「両市の役割」「役割分担／甲」。見出しが「役割分担」だけなら、欄の行頭（甲：、【乙】、甲は）から。
 */
export function readRoles(header: string, lines: readonly string[], inferred: boolean, context: RoleContext): RolesReading {
  const text = lines.join('\n');
  if (isBlankRole(text)) return { roles: [] };
  const named = bearerWord(header);
  if (named !== '') return { roles: [role(resolveDesignation(named, context.parties), text, inferred)] };
  const marked = markedLines(lines.flatMap((line) => line.split(/(?<=[。\s])(?=[甲乙丙丁戊]\s*[:：])/)).map((line) => line.trim()), context);
  if (marked) return { roles: marked.filter((m) => !isBlankRole(m.text)).map((m) => role(m.bearer, m.text, inferred)) };
  const bySubject = sentencesBySubject(text, context);
  if (bySubject) return { roles: bySubject.map((s) => role(s.bearer, s.text, inferred)) };
  const all = context.collectives[0] ?? context.parties.map((p) => p.name).join('及び');
  return { roles: [role({ party: all, bodies: context.parties.map((p) => p.name) }, text, inferred)], assumed: all };
}

const role = ({ party, bodies }: Bearer, text: string, inferred: boolean): Role => (inferred ? { party, bodies, text, inferred: true } : { party, bodies, text });

/** 「両市の役割」→ 両市、「役割分担／甲」→ 甲、「甲が担う役割」→ 甲、「役割分担」→ 空。 */
export function bearerWord(header: string): string {
  const last = header.split('／').at(-1)!.trim();
  return last.replace(/(?:の|が(?:担う|果たす))?(?:主な)?役割(?:分担)?(?:等|の内容)?$/, '').trim();
}

/** 一つの欄に当事者ごとの行が並ぶもの。最初の行に呼び名の印がなければ undefined。 */
function markedLines(lines: readonly string[], context: RoleContext): { bearer: Bearer; text: string }[] | undefined {
  const found: { bearer: Bearer; text: string }[] = [];
  for (const line of lines) {
    const m = /^[【〔［[(（]?([^\s:：】〕］\])）]{1,16}?)(?:の役割)?(?:[】〕］\])）][\s:：]*|[\s　]*[:：][\s　]*|[\s　]+|$)(.*)$/.exec(line);
    const bearer = m && resolveDesignation(m[1]!, context.parties);
    const last = found.at(-1);
    if (bearer && bearer.bodies.length > 0) found.push({ bearer, text: m[2]! });
    else if (last) last.text = last.text === '' ? line : `${last.text}\n${line}`;
    else return undefined;
  }
  return found;
}

/** 主語（両市が、甲は）で始まる文を、負う者ごとにまとめる。最初の文に主語が無ければ undefined。 */
function sentencesBySubject(text: string, context: RoleContext): { bearer: Bearer; text: string }[] | undefined {
  const found: { bearer: Bearer; text: string }[] = [];
  for (const sentence of text.match(/[^。\n]+。?\n?/g) ?? []) {
    const subject = /^\s*([^。]{1,24}?)(?:(?<!又|また)は|が)/.exec(sentence)?.[1];
    const bearer = subject === undefined ? undefined : resolveDesignation(subject, context.parties);
    const same = bearer && found.find((f) => f.bearer.party === bearer.party);
    const target = bearer === undefined || bearer.bodies.length === 0 ? found.at(-1) : same;
    if (target) target.text += sentence;
    else if (bearer && bearer.bodies.length > 0) found.push({ bearer, text: sentence });
    else return undefined;
  }
  return found.length === 0 ? undefined : found.map((f) => ({ ...f, text: f.text.trim() }));
}
