import type { z } from '@hono/zod-openapi';
import type { Message } from '@renkei/app';
import type { Result } from '@renkei/core';
import type { Services } from '../services.js';
import type { ProblemInit } from './problem.js';

type Shape = Readonly<Record<string, z.ZodType>>;
type Values<S extends Shape> = { readonly [K in keyof S]: z.infer<S[K]> };

export interface EndpointRequest<P extends Shape, Q extends Shape> {
  readonly params: Values<P>;
  readonly query: Values<Q>;
  readonly services: Services;
}

/** API の番地一つ。確かめる型・仕様書（OpenAPI）・説明の頁・試験は、すべてここから作る。 */
export interface Endpoint<P extends Shape = Shape, Q extends Shape = Shape, R extends z.ZodType = z.ZodType> {
  readonly id: string;
  /** /api/v1 からの番地。「{path+}」は / を含む値 */
  readonly path: string;
  readonly summary: Message;
  readonly params: P;
  readonly query: Q;
  readonly response: R;
  /** 説明の頁と試験で使う例（番地の値）。例の記録があれば必ず答えられる */
  readonly example: Readonly<Record<string, string>>;
  /** 見つからなければ null */
  readonly handle: (request: EndpointRequest<P, Q>) => Promise<Result<z.infer<R>, ProblemInit> | null>;
}

/** 型を引数から推し量らせるための関数。 */
export function defineEndpoint<P extends Shape, Q extends Shape, R extends z.ZodType>(endpoint: Endpoint<P, Q, R>): Endpoint {
  return endpoint as unknown as Endpoint;
}
