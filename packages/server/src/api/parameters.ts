import { z } from '@hono/zod-openapi';
import { apiMessages } from '@renkei/app';

export type ParameterName = 'area' | 'agreement' | 'path' | 'code' | 'limit' | 'offset' | 'field' | 'party' | 'q' | 'kind' | 'version' | 'from' | 'to';

/** 仕様書は一つなので、説明は日英を並べる。 */
export const describeParameter = (name: ParameterName): string => {
  const { ja, en } = apiMessages[`api.parameter-${name}`];
  return `${ja} / ${en}`;
};

/** 番地と問い合わせの値の型。 */
export const areaParam = z.string().openapi({ param: { name: 'area', in: 'path' }, description: describeParameter('area'), example: 'yamaguchi' });
export const agreementParam = z.string().openapi({ param: { name: 'agreement', in: 'path' }, description: describeParameter('agreement'), example: 'yamaguchi-ube' });
export const pathParam = z.string().openapi({ param: { name: 'path', in: 'path' }, description: describeParameter('path'), example: '3(1)/カ' });
export const codeParam = z.string().openapi({ param: { name: 'code', in: 'path' }, description: describeParameter('code'), example: '352039' });

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
    param: { name: 'limit', in: 'query' }, type: 'integer', minimum: 1, maximum: 100, default: fallback, description: describeParameter('limit'),
  });
export const offsetParam = wholeNumber(0, 100_000, 0).openapi({
  param: { name: 'offset', in: 'query' }, type: 'integer', minimum: 0, maximum: 100_000, default: 0, description: describeParameter('offset'),
});

export const versionParam = z.string().openapi({ param: { name: 'version', in: 'path' }, description: describeParameter('version'), example: '0' });
export const fromVersionParam = z.string().min(1).max(10).optional().openapi({ param: { name: 'from', in: 'query' }, description: describeParameter('from') });
export const toVersionParam = z.string().min(1).max(10).optional().openapi({ param: { name: 'to', in: 'query' }, description: describeParameter('to') });
