import { err, ok, type Result } from '../kernel/result.js';
import { PROFILES, type DraftingProfile } from './profile.js';

/** 書きぶりの定義の誤り。expected は取れる値（「下に / 次に」「0〜1の数」）。 */
export interface ProfileProblem {
  readonly field: string;
  readonly found: string;
  readonly expected: string;
}

type Check = readonly string[] | { readonly min: number; readonly max: number } | 'text';

const FIELDS: Readonly<Record<string, Check>> = {
  verb: ['変更', '改正'],
  instrument: 'text',
  insertWord: ['下に', '次に', '右に', '後に'],
  digits: ['half', 'full', 'kanji'],
  titleIndent: { min: 0, max: 10 },
  addAtEnd: ['本則に', 'の次に'],
  rewriteRatio: { min: 0, max: 1 },
  quoteLimit: { min: 1, max: 1000 },
};
const COMPARISON_FIELDS: Readonly<Record<string, Check>> = { left: ['new', 'old'], newTitle: 'text', oldTitle: 'text', emptySide: ['words', 'blank'] };

/**
 * 団体の書きぶりの定義（JSON の値）を読む。base（agreement / ordinance / statute）に、違う所だけを書く。
 * 例: { "base": "ordinance", "insertWord": "次に", "comparison": { "left": "old" } }
 */
export function readProfile(value: unknown): Result<DraftingProfile, readonly ProfileProblem[]> {
  const problems: ProfileProblem[] = [];
  if (!isObject(value)) return err([{ field: '', found: show(value), expected: '{ … }' }]);
  const { base = 'agreement', comparison = {}, ...rest } = value;
  const from = PROFILES.find((p) => p.name === base);
  if (!from) problems.push({ field: 'base', found: show(base), expected: PROFILES.map((p) => p.name).join(' / ') });
  if (!isObject(comparison)) problems.push({ field: 'comparison', found: show(comparison), expected: '{ … }' });
  const own = checked(rest, FIELDS, '', problems);
  const table = checked(isObject(comparison) ? comparison : {}, COMPARISON_FIELDS, 'comparison.', problems);
  if (!from || problems.length > 0) return err(problems);
  return ok({ ...from, ...own, comparison: { ...from.comparison, ...table } });
}

function checked(given: Readonly<Record<string, unknown>>, fields: Readonly<Record<string, Check>>, prefix: string, problems: ProfileProblem[]): Record<string, never> {
  for (const [name, value] of Object.entries(given)) {
    const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const expected = check === undefined ? Object.keys(fields).join(' / ') : expectation(check, value);
    if (expected !== undefined) problems.push({ field: prefix + name, found: show(value), expected });
  }
  return given as Record<string, never>;
}

/** 合わなければ、取れる値。 */
function expectation(check: Check, value: unknown): string | undefined {
  if (check === 'text') return typeof value === 'string' && value.trim() !== '' && !/[\r\n]/.test(value) ? undefined : '「…」';
  if ('min' in check) return typeof value === 'number' && value >= check.min && value <= check.max ? undefined : `${check.min}〜${check.max}`;
  return check.includes(value as string) ? undefined : check.join(' / ');
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);
