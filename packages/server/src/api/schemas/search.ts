import { z } from '@hono/zod-openapi';
import { list } from './list.js';

export const SEARCH_KINDS = ['area', 'agreement', 'provision', 'initiative', 'municipality'] as const;

export const SearchPage = z
  .object({
    total: z.int(),
    capped: z.boolean().openapi({ description: '数え上げを上限で打ち切ったか（true なら total 以上）' }),
    limit: z.int(),
    offset: z.int(),
    hits: list(
      z.object({
        kind: z.enum(SEARCH_KINDS),
        area: z.string(),
        title: z.string(),
        excerpt: z.string(),
        marks: list(z.tuple([z.int(), z.int()]).readonly()).openapi({ description: '抜き書きの中の一致位置（始まりと終わり）' }),
        url: z.url(),
      }),
    ),
  })
  .openapi('SearchPage');
