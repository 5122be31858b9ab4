import { z } from '@hono/zod-openapi';
import { LABEL_FORMS, LABEL_TAG, type LabelForms, type LabelledTag } from '@renkei/core';
import { list } from './list.js';

/** 本文の木の節点。要素名は法令標準XML。 */
export interface TextElement {
  readonly tag: string;
  readonly id: string;
  readonly num?: string | undefined;
  readonly label?: string | null | undefined;
  readonly attr: Readonly<Record<string, string>>;
  readonly children: readonly (TextElement | string)[];
}

export const TextElement: z.ZodType<TextElement> = z
  .object({
    tag: z.string().openapi({ description: '法令標準XML の要素名', example: 'Article' }),
    id: z.string().openapi({ description: 'この文書の中の節点の名', example: 'n12' }),
    num: z.string().optional().openapi({ description: '番号（枝番号は 3_2）' }),
    label: z.string().nullable().optional().openapi({ description: '番号から導けない印字だけを置く' }),
    attr: z.record(z.string(), z.string()).readonly(),
    children: list(z.union([z.lazy(() => TextElement), z.string()])),
  })
  .openapi('TextElement');

const form = z.enum(LABEL_FORMS).openapi('LabelForm', { description: '番号の書きぶり。最初の番号の表示で名付ける' });
const labels = Object.fromEntries(Object.keys(LABEL_TAG).map((tag) => [tag, form])) as Record<LabelledTag, typeof form>;

export const TextDocument = z
  .object({
    labels: z.object(labels).openapi({ description: '番号の書きぶり（最初の番号の表示で示す）' }) as z.ZodType<LabelForms>,
    root: TextElement,
  })
  .openapi('TextDocument');
