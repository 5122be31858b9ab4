import { z } from '@hono/zod-openapi';
import { list } from './list.js';

export const Provision = z
  .object({
    anchor: z.string().openapi({ description: 'ページの中の場所（#の後に書く名）', example: 'a3-p1' }),
    name: z.string().openapi({ example: '第3条第1項' }),
    tag: z.string().openapi({ description: '法令標準XML の要素名' }),
    node: z.string(),
    text: z.string().openapi({ description: 'この条項自身の文（下位の条項の文を含まない）' }),
    url: z.url(),
  })
  .openapi('Provision');

export const ProvisionList = z.object({ provisions: list(Provision) }).openapi('ProvisionList');

export type Provision = z.infer<typeof Provision>;
