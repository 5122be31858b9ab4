import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStore } from '../open-store.js';
import { withDatabase } from '../testing/with-database.js';
import { fromJsonb, toJsonb, toText } from './jsonb.js';

const anyText = fc.string({ unit: 'binary' }).chain((text) =>
  fc.constantFrom('', '\0', '\ud800', '\udc00', '\u{FDD0}', '\u{FDD0}0000', '\\u0000', '\\', '"').map((extra) => text + extra + text));

it('どんな文字列も、jsonb の文字列にして戻すと同じになる', () => {
  fc.assert(fc.property(fc.jsonValue(), anyText, (value, text) => {
    const whole = { value: JSON.parse(JSON.stringify(value)) as unknown, text, [text]: [text] };
    expect(fromJsonb(toJsonb(whole))).toEqual(whole);
  }));
});

it('U+0000 や片割れのサロゲートを含む値も、PostgreSQL に入れて同じ値で返る', async () => {
  await withDatabase(async (databaseUrl) => {
    const { db, close } = await openStore({ databaseUrl });
    await fc.assert(fc.asyncProperty(anyText, async (text) => {
      const sources = { text };
      await db.insertInto('area').values({ slug: 's', name: 'n', nickname: toText(text), formed_on: '2017-03-30', sources: toJsonb(sources), notes: [toText(text)] }).execute();
      const row = await db.deleteFrom('area').returning(['sources', 'nickname', 'notes']).executeTakeFirstOrThrow();
      expect(row).toEqual({ sources, nickname: toText(text), notes: [toText(text)] });
    }), { numRuns: 60 });
    await close();
  });
});

it('text の列に入れる文字列は長さが変わらない（抜き書きの位置がずれない）', () => {
  fc.assert(fc.property(anyText, (text) => {
    expect(toText(text)).toHaveLength(text.length);
  }));
});
