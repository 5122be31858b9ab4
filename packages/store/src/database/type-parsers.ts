import pg from 'pg';
import { fromJsonb } from './jsonb.js';

type Parse = (text: string) => unknown;

const { builtins } = pg.types;
const asText: Parse = (text) => text;
const TEXT_ARRAY = 1009;
const NUMERIC_ARRAY = 1231;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const asTexts = pg.types.getTypeParser(TEXT_ARRAY as number) as (text: string) => (string | null)[];

/**
 * 実行時の型。pg の既定では int8 は文字列、date は地方時の午前0時になり、値や日がずれる。
 * int8 → bigint、numeric → 文字列（桁を失わない）、date → 'YYYY-MM-DD'、jsonb → fromJsonb。
 */
const PARSERS = new Map<number, Parse>([
  [builtins.INT8, BigInt],
  [INT8_ARRAY, (text) => asTexts(text).map((n) => (n === null ? null : BigInt(n)))],
  [builtins.NUMERIC, asText],
  [NUMERIC_ARRAY, asTexts],
  [builtins.DATE, asText],
  [DATE_ARRAY, asTexts],
  [builtins.JSON, fromJsonb],
  [builtins.JSONB, fromJsonb],
]);

/** 接続の設定に渡す型の読み方。pg 全体の設定は変えない。 */
export const typeParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ?? pg.types.getTypeParser(oid, format as 'text'),
};
