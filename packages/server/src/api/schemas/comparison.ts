import { z } from '@hono/zod-openapi';
import { list } from './list.js';

const Span = z.object({
  text: z.string(),
  changed: z.boolean().openapi({ description: '変わった文字（旧ではなくなる、新では加わる）' }),
  omitted: z.boolean().openapi({ description: '本文の字でなく、（略）（新設）（削る）と書いたもの' }),
});

const Line = z.object({
  indent: z.int().openapi({ description: '全角何字下げか' }),
  spans: list(Span),
  cells: list(z.object({ spans: list(Span), rowspan: z.int(), colspan: z.int(), header: z.boolean() })).nullable().openapi({ description: '表の行なら、その欄（spans は空）。表の行でなければ null' }),
});

/** 新旧対照表 */
export const Comparison = z
  .object({
    from: z.int(),
    to: z.int(),
    rows: list(
      z.object({
        old: list(Line).nullable().openapi({ description: '変更前。新設なら null' }),
        new: list(Line).nullable().openapi({ description: '変更後。削るなら null' }),
        origins: list(z.object({ amendment: z.int(), line: z.int() })).openapi({ description: 'この行を作った改め文（変更の番号）とその行' }),
      }),
    ),
    links: z.object({ self: z.url(), html: z.url() }),
  })
  .openapi('Comparison');

export type Comparison = z.infer<typeof Comparison>;
