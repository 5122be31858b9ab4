import type { Finding, OtherKind } from '@renkei/core';
import type { SourceFailure } from './ports.js';

/** 圏域の定義の一箇所の誤り。文言は messages/failures.ts が作る。 */
export interface AreaProblem {
  /** 「municipalities[3].code」 */
  readonly field: string;
  /** 見つかったもの（短く書いた JSON。無ければ null） */
  readonly found: string | null;
  readonly expected: AreaExpectation;
}

export type AreaExpectation =
  | 'object'
  | 'list'
  | 'text'
  | 'text-or-null'
  | 'date'
  | 'municipality-code'
  | 'unique-code'
  | 'role'
  | 'latitude'
  | 'longitude'
  | 'population'
  | 'some-municipality';

/** 圏域の例を取り込めない理由。 */
export type AreaFailure =
  | { readonly code: 'area.not-json'; readonly detail: string }
  | { readonly code: 'area.invalid'; readonly problems: readonly AreaProblem[] }
  | { readonly code: 'area.agreement-unreadable'; readonly fileName: string; readonly cause: SourceFailure }
  | { readonly code: 'area.not-an-agreement'; readonly fileName: string; readonly otherKind: OtherKind }
  /** 読み直した本文に、既にある変更が当たらない */
  | { readonly code: 'area.amendment-no-longer-fits'; readonly fileName: string; readonly number: number; readonly title: string; readonly findings: readonly Finding[] }
  /** 読んでいる間に、別の人がこの協約の変更を記録した */
  | { readonly code: 'area.changed-meanwhile'; readonly agreement: string };
