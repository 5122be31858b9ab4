import type { Finding, PlainDate } from '@renkei/core';
import type { SourceFailure } from './ports.js';

/** 変更を採れない理由。何も保存していない。文言は messages/failures.ts が作る。 */
export type AdoptionFailure =
  | { readonly code: 'adoption.no-agreement'; readonly area: string; readonly agreement: string }
  | { readonly code: 'adoption.unreadable'; readonly fileName: string; readonly cause: SourceFailure }
  /** 一部を変更する文書でない（全部変更・廃止・新旧対照表方式） */
  | { readonly code: 'adoption.not-partial'; readonly title: string }
  /** 読めない、当たらない、証明が成り立たない。理由はすべて findings に */
  | { readonly code: 'adoption.refused'; readonly findings: readonly Finding[] }
  /** 施行の日が附則から読み取れず、指定もない */
  | { readonly code: 'adoption.no-day' }
  /** 前の変更（締結）より早く効く変更は、前の変更の対象を変えてしまう */
  | { readonly code: 'adoption.too-early'; readonly inForceOn: PlainDate; readonly last: PlainDate }
  /** 読んでいる間に、別の人がこの協約を変えた */
  | { readonly code: 'adoption.changed-meanwhile'; readonly agreement: string };
