import { z } from '@hono/zod-openapi';
import { AgreementCard } from './agreement-card.js';
import { Links } from './common.js';
import { list } from './list.js';
import { Initiative } from './initiative.js';

export const Municipality = z
  .object({
    code: z.string().regex(/^\d{6}$/).openapi({ description: '全国地方公共団体コード（6桁、検査数字付き）', example: '352039' }),
    name: z.string().openapi({ example: '山口市' }),
    kana: z.string().openapi({ example: 'やまぐちし' }),
    romaji: z.string().openapi({ example: 'Yamaguchi' }),
    prefecture: z.string().openapi({ example: '山口県' }),
    role: z.enum(['連携中枢都市', '連携市町']),
    cityHall: z.object({ lat: z.number(), lng: z.number() }).openapi({ description: '役所の位置（世界測地系）' }),
    population: list(z.object({ year: z.int(), persons: z.int() })).openapi({ description: '国勢調査の確報。調査年の順' }),
    links: Links,
  })
  .openapi('Municipality');

export const MunicipalityList = z.object({ municipalities: list(Municipality) }).openapi('MunicipalityList');

export const MunicipalityDetail = Municipality.extend({
  agreements: list(AgreementCard).openapi({ description: 'この団体が当事者である協約' }),
  initiatives: list(Initiative).openapi({ description: 'この団体が役割を負う取組' }),
}).openapi('MunicipalityDetail');

export type Municipality = z.infer<typeof Municipality>;
export type MunicipalityDetail = z.infer<typeof MunicipalityDetail>;
