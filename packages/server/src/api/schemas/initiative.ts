import { z } from '@hono/zod-openapi';
import { Body, Links } from './common.js';
import { list } from './list.js';

export const Role = z
  .object({
    party: z.string().openapi({ description: '役割を負う者。呼び名が一つの団体を指すときは団体の名、そうでなければ印字のまま', example: '両市' }),
    bodies: list(Body).openapi({ description: '役割を負う団体' }),
    text: z.string(),
    inferred: z.boolean().openapi({ description: '原文から失われた文字を推定で補ったか' }),
  })
  .openapi('Role');

const FieldRef = z.object({ path: z.string(), label: z.string(), heading: z.string() });

export const Initiative = z
  .object({
    agreement: z.string().openapi({ description: '協約の slug', example: 'yamaguchi-ube' }),
    path: z.string().openapi({ description: '区分と符号を外側から / でつないだもの', example: '3(1)/カ' }),
    label: z.string().openapi({ example: 'カ' }),
    name: z.string(),
    content: z.string(),
    contentInferred: z.boolean().openapi({ description: '内容に推定で補った文字があるか' }),
    field: FieldRef.nullable().openapi({ description: '政策分野' }),
    roles: list(Role),
    article: z.object({ number: z.string(), url: z.url() }).nullable().openapi({ description: 'この取組を定める条' }),
    links: Links,
  })
  .openapi('Initiative');

export const InitiativePage = z
  .object({
    total: z.int().openapi({ description: '絞り込んだ後の全件数' }),
    limit: z.int(),
    offset: z.int(),
    items: list(Initiative),
    links: z.object({ self: z.url(), next: z.url().nullable(), previous: z.url().nullable(), csv: z.url() }),
  })
  .openapi('InitiativePage');

/** 同じ番号の取組は協約ごとに一つずつ並ぶ。 */
export const InitiativeDetail = z.object({ path: z.string(), items: list(Initiative) }).openapi('InitiativeDetail');

export type Initiative = z.infer<typeof Initiative>;
export type InitiativePage = z.infer<typeof InitiativePage>;
