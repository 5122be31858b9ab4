import { z } from '@hono/zod-openapi';
import { Body, Day, Links } from './common.js';
import { list } from './list.js';

export const AgreementCard = z
  .object({
    slug: z.string().openapi({ example: 'yamaguchi-ube' }),
    title: z.string(),
    parties: list(Body),
    concludedOn: Day.nullable().openapi({ description: '締結日。日の欠ける案は null' }),
    sample: z.boolean().openapi({ description: '説明のためのサンプルの記録か' }),
    initiativeCount: z.int(),
    links: Links,
  })
  .openapi('AgreementCard');

export const AgreementList = z.object({ agreements: list(AgreementCard) }).openapi('AgreementList');

export type AgreementCard = z.infer<typeof AgreementCard>;
