import { z } from '@hono/zod-openapi';
import { list } from './list.js';

const ProblemFinding = z
  .object({
    at: z.string().openapi({ description: '誤りの場所（query.limit のように）', example: 'query.limit' }),
    found: z.string().nullable().openapi({ description: '受け取った値。無ければ null' }),
    expected: z.string().openapi({ description: '求める値' }),
    message: z.string().openapi({ description: '人のための説明' }),
  })
  .openapi('ProblemFinding');

/** RFC 9457 の problem details。code と findings は本製品の拡張。 */
export const Problem = z
  .object({
    type: z.url().openapi({ description: '誤りの種類の説明のアドレス' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().openapi({ example: 'request.invalid' }),
    instance: z.string().openapi({ description: '誤りの起きたアドレス' }),
    findings: list(ProblemFinding),
  })
  .openapi('Problem');

export type Problem = z.infer<typeof Problem>;
export type ProblemFinding = z.infer<typeof ProblemFinding>;
