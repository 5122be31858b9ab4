import { z } from '@hono/zod-openapi';
import { Bilingual } from './common.js';
import { list } from './list.js';

export const Finding = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'advice']),
    at: z.object({
      line: z.int().nullable().openapi({ description: '原文の行（1から）' }),
      provision: z.string().nullable(),
      node: z.string().nullable(),
    }),
    found: z.string().nullable().openapi({ description: '原文にあった文字そのまま' }),
    assumed: z.string().nullable().openapi({ description: '読取で採った文字' }),
    confidence: z.enum(['certain', 'likely', 'guess']).nullable(),
    message: Bilingual,
  })
  .openapi('Finding');

export const FindingList = z
  .object({ sourceSha256: z.string().regex(/^[0-9a-f]{64}$/), findings: list(Finding) })
  .openapi('FindingList');

export type Finding = z.infer<typeof Finding>;
