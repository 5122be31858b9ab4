import { z } from '@hono/zod-openapi';
import { Day } from './common.js';
import { TextDocument } from './document.js';
import { list } from './list.js';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const Change = z.object({
  kind: z.enum(['replaceWords', 'insertWords', 'deleteWords', 'replaceWhole', 'replaceText', 'attachCaption', 'add', 'delete', 'move', 'shift']).openapi({ description: '動作（字句を改める・加える・削る・移す…）' }),
  places: list(z.string()).openapi({ description: '場所の呼び名', example: ['第4条'] }),
});

const Amendment = z
  .object({
    number: z.int(),
    title: z.string(),
    concludedOn: Day.nullable(),
    inForceOn: Day.openapi({ description: '施行の日' }),
    sample: z.boolean().openapi({ description: '説明のためのサンプルの記録か' }),
    changes: list(Change).openapi({ description: '操作。改め文に書かれた順' }),
    text: z.string().openapi({ description: '改め文（原本から読み取った文字のまま）' }),
    proof: z.object({ base: sha256, amendment: sha256, result: sha256 }).openapi({ description: '証明。元の本文・改め文・変更後の本文の SHA-256' }),
    recordedAt: z.iso.datetime({ offset: true }),
    links: z.object({ html: z.url(), file: z.url().openapi({ description: '改め文の原本のファイル' }) }),
  })
  .openapi('Amendment');

export const Version = z
  .object({
    number: z.int().openapi({ description: '0 は締結時、k は k 回目の変更の後', example: 0 }),
    from: Day.nullable().openapi({ description: '効く初めの日。締結日の欠ける案では null' }),
    until: Day.nullable().openapi({ description: '次の版が効く日（その日を含まない）。無ければ null' }),
    amendment: Amendment.nullable().openapi({ description: 'この版にした変更。締結時の版は null' }),
    links: z.object({ self: z.url(), html: z.url() }),
  })
  .openapi('Version');

export const VersionList = z
  .object({
    current: z.int().openapi({ description: '今日の版の番号' }),
    versions: list(Version),
  })
  .openapi('VersionList');

export const VersionText = z
  .object({
    number: z.int(),
    from: Day.nullable(),
    until: Day.nullable(),
    document: TextDocument,
  })
  .openapi('VersionText');

export type Version = z.infer<typeof Version>;
