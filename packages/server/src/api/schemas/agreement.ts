import { z } from '@hono/zod-openapi';
import { AgreementCard } from './agreement-card.js';
import { Body } from './common.js';
import { TextDocument } from './document.js';
import { list } from './list.js';

const Party = Body.extend({
  prefecture: z.string().nullable(),
  designation: z.string().nullable().openapi({ description: '本文での呼び名（甲など）' }),
});

const Article = z.object({
  number: z.string().openapi({ example: '3' }),
  caption: z.string().nullable().openapi({ example: '連携する取組及び役割' }),
  paragraphs: list(z.string()),
  url: z.url(),
});

const PolicyField = z
  .object({
    path: z.string().openapi({ example: '3(1)' }),
    label: z.string(),
    heading: z.string(),
    parent: z.object({ label: z.string(), heading: z.string() }).nullable(),
  })
  .openapi('PolicyField');

const Duty = z
  .object({
    kind: z.enum(['cost-sharing', 'conference', 'change-procedure', 'vision', 'term', 'termination-notice', 'doubt']),
    article: z.string(),
    caption: z.string().nullable(),
    text: z.string(),
    bearer: z.string().nullable(),
    frequency: z.enum(['yearly']).nullable(),
    url: z.url(),
  })
  .openapi('Duty');

export const Agreement = AgreementCard.extend({
  area: z.object({ slug: z.string(), name: z.string(), nickname: z.string().nullable() }),
  revision: z.int().openapi({ description: '原文を読み取った版（1から）' }),
  version: z.int().openapi({ description: '何番目の変更までを当てた本文か。0 は締結時' }),
  recordedAt: z.iso.datetime({ offset: true }).openapi({ description: '記録した時刻' }),
  legalBasis: z.string().nullable().openapi({ example: '地方自治法第252条の2第1項' }),
  parties: list(Party),
  originals: z.int().nullable().openapi({ description: '作成した正本の数' }),
  custody: z.string().nullable().openapi({ description: '正本の保有者の書きぶり' }),
  articles: list(Article),
  policyFields: list(PolicyField),
  duties: list(Duty),
  signatories: list(z.object({ body: z.string(), title: z.string(), name: z.string(), address: z.string().nullable() })).openapi({
    description: '署名欄。氏名は印字のまま',
  }),
  findingCount: z.int().openapi({ description: '読取の報告の数' }),
  source: z.object({
    fileName: z.string(),
    format: z.enum(['text', 'markdown', 'html', 'docx', 'pdf', 'xml', 'akn', 'json']),
    encoding: z.string().nullable(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    byteLength: z.int(),
    note: z.string().nullable(),
    url: z.url(),
  }),
  formats: list(z.object({ format: z.enum(['text', 'html', 'xml', 'akn', 'json']), mediaType: z.string(), url: z.url() })),
  document: TextDocument,
}).openapi('Agreement');

export type Agreement = z.infer<typeof Agreement>;
