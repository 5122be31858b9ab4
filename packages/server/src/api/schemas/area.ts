import { z } from '@hono/zod-openapi';
import { AgreementCard } from './agreement-card.js';
import { Day, Links } from './common.js';
import { list } from './list.js';
import { Municipality } from './municipality.js';

export const AreaSummary = z
  .object({
    slug: z.string().openapi({ example: 'yamaguchi' }),
    name: z.string().openapi({ example: '山口県央連携都市圏域' }),
    nickname: z.string().nullable().openapi({ description: '愛称', example: '山口ゆめ回廊' }),
    links: Links,
  })
  .openapi('AreaSummary');

export const AreaList = z.object({ areas: list(AreaSummary) }).openapi('AreaList');

export const Area = AreaSummary.extend({
  formedOn: Day.openapi({ description: '圏域の形成の日' }),
  sources: z.record(z.string(), z.string()).readonly().openapi({ description: '項目ごとの出典' }),
  notes: list(z.string()),
  municipalities: list(Municipality),
  agreements: list(AgreementCard),
}).openapi('Area');

export type AreaSummary = z.infer<typeof AreaSummary>;
export type Area = z.infer<typeof Area>;
