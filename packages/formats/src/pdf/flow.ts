import type { CellInit } from '@renkei/core';
import type { PageLine } from './page-lines.js';

/** 紙面を上から下へ読んだ並び。 */
export type FlowBlock = FlowLine | FlowTable;

export interface FlowLine {
  readonly kind: 'line';
  readonly page: number;
  readonly line: PageLine;
}

export interface FlowTable {
  readonly kind: 'table';
  readonly page: number;
  /** 罫線から組んだか。そうでなければ文字の位置から推した */
  readonly ruled: boolean;
  readonly top: number;
  readonly bottom: number;
  /** 列の境の位置。頁をまたぐ表が同じ表かを見る */
  readonly xs: readonly number[];
  readonly rows: readonly (readonly CellInit[])[];
}
