import { z } from '@hono/zod-openapi';
import { Bilingual } from '../schemas/common.js';
import { list } from '../schemas/list.js';
import type { AnyDataset } from './dataset.js';

/** CSV の各列の意味。CSV と同じ名の .schema.json で配る。 */
export const DatasetSchema = z
  .object({
    title: Bilingual,
    grain: Bilingual.openapi({ description: '一行が表すもの' }),
    file: z.url(),
    encoding: z.literal('UTF-8'),
    bom: z.literal(true),
    delimiter: z.literal(','),
    lineEnd: z.literal('CRLF'),
    headerRows: z.literal(1),
    formulaGuard: z.literal("'").openapi({ description: '式に見える文字の前に置いた文字' }),
    columns: list(
      z.object({
        name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
        header: z.string(),
        type: z.enum(['string', 'integer', 'number', 'date', 'boolean']),
        unit: z.string().nullable(),
        meaning: Bilingual,
      }),
    ),
  })
  .openapi('DatasetSchema');

export function describeDataset({ title, grain, columns }: AnyDataset, file: string): z.infer<typeof DatasetSchema> {
  return {
    title: { ja: title.ja, en: title.en },
    grain: { ja: grain.ja, en: grain.en },
    file,
    encoding: 'UTF-8', bom: true, delimiter: ',', lineEnd: 'CRLF', headerRows: 1, formulaGuard: "'",
    columns: columns.map(({ name, header, type, unit, meaning }) => ({ name, header, type, unit: unit ?? null, meaning: { ja: meaning.ja, en: meaning.en } })),
  };
}
