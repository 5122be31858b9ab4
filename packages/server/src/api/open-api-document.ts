import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Services } from '../services.js';
import { DatasetSchema } from './datasets/describe-dataset.js';
import { DATASETS } from './datasets.js';
import { ENDPOINTS } from './endpoints.js';
import { API_ROOT } from './links.js';
import { documentedPath } from './route-path.js';
import { Problem } from './schemas/problem.js';

/** OpenAPI 3.1 の仕様書。応答を確かめる型と同じ型から作る。 */
export function openApiDocument({ baseUrl, version }: Pick<Services, 'baseUrl' | 'version'>): ReturnType<OpenAPIHono['getOpenAPI31Document']> {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  const failure = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } });
  const failures = { 400: failure('指定の誤り / invalid request'), 404: failure('記録がない / no such record'), 500: failure('サーバーの都合 / server fault') };

  for (const { id, path, summary, params, query, response } of ENDPOINTS) {
    registry.registerPath({
      method: 'get',
      path: API_ROOT + documentedPath(path),
      operationId: id,
      summary: summary.ja,
      description: summary.en,
      request: { params: z.object(params), query: z.object(query) },
      responses: { 200: { description: summary.ja, content: { 'application/json': { schema: response } } }, 304: { description: '変わっていない / not modified' }, ...failures },
    });
  }
  for (const { id, path, title, grain, params, query } of DATASETS) {
    const described = { summary: `${title.ja}（CSV）`, description: `${title.en}. ${grain.ja} / ${grain.en}` };
    registry.registerPath({
      method: 'get', path: `${API_ROOT}${path}.csv`, operationId: `${id}Csv`, ...described,
      request: { params: z.object(params), query: z.object(query) },
      responses: { 200: { description: grain.ja, content: { 'text/csv': { schema: z.string() } } }, 304: { description: '変わっていない / not modified' }, ...failures },
    });
    registry.registerPath({
      method: 'get', path: `${API_ROOT}${path}.schema.json`, operationId: `${id}CsvSchema`, summary: `${title.ja}の列の説明`, description: `Columns of: ${title.en}`,
      request: { params: z.object(params) },
      responses: { 200: { description: '列の説明 / columns', content: { 'application/json': { schema: DatasetSchema } } } },
    });
  }
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Renkei API',
      version,
      description: '連携協約の公開記録。登録も鍵もいらない。協約の本文は日本語だけで、法的な効力を持つのは締結された原本である。\n\nPublic records of cooperation agreements; no registration, no key. Text is Japanese only.',
    },
    servers: [{ url: baseUrl }],
    externalDocs: { url: `${baseUrl}/api`, description: '説明のページ / human-readable page' },
  });
}
