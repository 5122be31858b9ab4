import type { Party } from './agreement-reading.js';
import { readBodyName, sameBody } from './body-name.js';
import { comparisonForm } from './comparison-form.js';
import { isCollective } from './scan-parties.js';

/** 呼び名が指す者。 */
export interface Bearer {
  /** 一つの当事者を指すならその名、そうでなければ印字のまま */
  readonly party: string;
  /** 指される当事者の名。指す者が分からなければ空 */
  readonly bodies: readonly string[];
}

/** 本文での呼び方（甲、両市、甲及び乙、熊本市）を当事者に結ぶ。 */
export function resolveDesignation(printed: string, parties: readonly Party[]): Bearer {
  const text = printed.trim();
  const found = single(text, parties);
  if (found.length === 1) return { party: found[0]!, bodies: found };
  if (found.length > 1) return { party: text, bodies: found };
  const joined = composite(text, parties);
  if (joined.length === 1) return { party: joined[0]!, bodies: joined };
  if (joined.length > 0) return { party: text, bodies: joined };
  if (isCollective(comparisonForm(text))) return { party: text, bodies: parties.map((p) => p.name) };
  return { party: text, bodies: [] };
}

function single(text: string, parties: readonly Party[]): string[] {
  const form = comparisonForm(text);
  const outer = form.replace(/\(.*\)$/, '');
  const byDesignation = parties.filter((p) => p.designation !== undefined && [form, outer].includes(comparisonForm(p.designation)));
  if (byDesignation.length > 0) return byDesignation.map((p) => p.name);
  const body = readBodyName(outer);
  const byName = parties.filter((p) => [form, outer].some((t) => sameBody(p.name, t)) || (body !== undefined && sameBody(p.name, body.name) && (body.prefecture === undefined || p.prefecture === undefined || body.prefecture === p.prefecture)));
  return byName.map((p) => p.name);
}

/** 「甲及び乙」「甲・乙」「甲、乙及び丙」「甲乙」。一つでも分からなければ空。 */
function composite(text: string, parties: readonly Party[]): string[] {
  const words = comparisonForm(text).split(/及び|並びに|又は|および|または|と|[・、,／/]/).filter((w) => w !== '');
  const parts = words.length > 1 ? words : [...(words[0] ?? '')];
  if (parts.length < 2) return [];
  const names = parts.map((word) => single(word, parties));
  return names.some((n) => n.length === 0) ? [] : [...new Set(names.flat())];
}
