import { z } from '@hono/zod-openapi';

/** 領域の型が読取専用の並びを持つので、応答の型も読取専用にする。 */
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
