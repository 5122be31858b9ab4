import { z } from '@hono/zod-openapi';

/** 番地と問い合わせの値の型。 */
export const areaParam = z.string().openapi({ param: { name: 'area', in: 'path' }, description: '圏域の slug', example: 'yamaguchi' });
export const agreementParam = z.string().openapi({ param: { name: 'agreement', in: 'path' }, description: '協約の slug', example: 'yamaguchi-ube' });
export const pathParam = z.string().openapi({ param: { name: 'path', in: 'path' }, description: '取組の番号。「/」はそのまま書く', example: '3(1)/カ' });
export const codeParam = z.string().openapi({ param: { name: 'code', in: 'path' }, description: '全国地方公共団体コード（6桁）', example: '352039' });

/** 「020」「1e2」「 5」のような書き方を数として受けない。 */
const wholeNumber = (min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^(0|[1-9]\d*)$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .default(fallback);

export const limitParam = (fallback: number) =>
  wholeNumber(1, 100, fallback).openapi({
    param: { name: 'limit', in: 'query' }, type: 'integer', minimum: 1, maximum: 100, default: fallback, description: '一度に返す件数',
  });
export const offsetParam = wholeNumber(0, 100_000, 0).openapi({
  param: { name: 'offset', in: 'query' }, type: 'integer', minimum: 0, maximum: 100_000, default: 0, description: '飛ばす件数',
});
