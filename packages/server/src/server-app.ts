import type { Hono } from 'hono';
import type { RequestIdVariables } from 'hono/request-id';

/** 要求ごとに持ち回るもの（要求の番号）を備えたアプリ。 */
export interface AppEnv {
  readonly Variables: RequestIdVariables;
}
export type ServerApp = Hono<AppEnv>;
