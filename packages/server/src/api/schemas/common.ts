import { z } from '@hono/zod-openapi';

/** 暦の一日 */
export const Day = z.iso.date();

export const Links = z
  .object({
    self: z.url().openapi({ description: 'この記録のアドレス' }),
    html: z.url().openapi({ description: '人のためのページ' }),
  })
  .openapi('Links');

/** 団体。名簿に無い団体の code は null */
export const Body = z
  .object({
    code: z.string().nullable().openapi({ description: '全国地方公共団体コード（6桁）', example: '352039' }),
    name: z.string().openapi({ example: '山口市' }),
  })
  .openapi('Body');

/** 日英の文 */
export const Bilingual = z.object({ ja: z.string(), en: z.string() }).openapi('Bilingual');
