import type { Operation } from '../operation.js';
import type { Antecedents } from './antecedents.js';

/** 一つの句（…に改め）の読取。 */
export type ClauseRead =
  | { readonly ok: true; readonly operations: readonly Operation[]; readonly slips: readonly Slip[] }
  /** 読めなかった残りと、指す先のなかった「同○」 */
  | { readonly ok: false; readonly rest: string; readonly same?: string };

/** 意味は通るが決まった形でない書きぶり（「と改める」） */
export interface Slip {
  readonly found: string;
  readonly assumed: string;
}

export interface Clause {
  /** 引用を QUOTE に置き換えた句 */
  readonly text: string;
  readonly quotes: readonly string[];
  readonly antecedents: Antecedents;
}

export const unread = (rest: string, same?: string): ClauseRead => ({ ok: false, rest, ...(same === undefined ? {} : { same }) });
export const operations = (list: readonly Operation[], slips: readonly Slip[] = []): ClauseRead => ({ ok: true, operations: list, slips });
