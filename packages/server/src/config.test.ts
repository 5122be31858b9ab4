import { describe, expect, test } from 'vitest';
import { CONFIG_KEYS, addressOf, readConfig, unknownKeys } from './config.js';

describe('設定', () => {
  test('何も無ければ、この端末だけで使う既定の値になる', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: { port: 8080, host: '127.0.0.1', databaseUrl: null, dataFolder: '.renkei', baseUrl: null, examples: 'auto', cache: true, lang: 'ja' },
    });
  });

  test('空の値は省いたものとみなす', () => {
    expect(readConfig({ PORT: '', RENKEI_CACHE: ' ' })).toEqual(readConfig({}));
  });

  test('誤りはすべて一度に、鍵と見つかった値を添えて報告する', () => {
    const result = readConfig({ PORT: '80x', HOST: 'a b', DATABASE_URL: 'mysql://x', RENKEI_BASE_URL: 'https://x.jp/sub', RENKEI_EXAMPLES: 'maybe', RENKEI_CACHE: '?', RENKEI_LANG: 'fr' });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.map((p) => [p.key, p.found])).toEqual([
      ['PORT', '80x'],
      ['HOST', 'a b'],
      ['DATABASE_URL', 'mysql://x'],
      ['RENKEI_BASE_URL', 'https://x.jp/sub'],
      ['RENKEI_EXAMPLES', 'maybe'],
      ['RENKEI_CACHE', '?'],
      ['RENKEI_LANG', 'fr'],
    ]);
  });

  test.each([['65535', true], ['0', true], ['65536', false], ['-1', false], ['1.5', false], ['0x10', false]])('ポート %s は受け付けるか: %s', (text, accepted) => {
    expect(readConfig({ PORT: text }).ok).toBe(accepted);
  });

  test('公開の起点の末尾の / は落とす', () => {
    expect(readConfig({ RENKEI_BASE_URL: 'https://renkei.example.lg.jp/' })).toMatchObject({ value: { baseUrl: 'https://renkei.example.lg.jp' } });
  });

  test.each([['127.0.0.1', 'http://127.0.0.1:80'], ['0.0.0.0', 'http://localhost:80'], ['::', 'http://localhost:80'], ['::1', 'http://[::1]:80']])('%s で待ち受けるときに見せるアドレスは %s', (host, address) => {
    expect(addressOf(host, 80)).toBe(address);
  });

  test('知らない RENKEI_ の名前を見つける', () => {
    expect(unknownKeys({ RENKEI_CASHE: 'on', RENKEI_DATA: 'x', PATH: '' })).toEqual(['RENKEI_CASHE']);
  });

  test('どの鍵にも日英の説明・既定値・例がある', () => {
    for (const entry of Object.values(CONFIG_KEYS)) {
      expect([entry.ja, entry.en, entry.default.ja, entry.default.en, entry.example].every((t) => t.trim() !== '')).toBe(true);
    }
  });

  test('例の値はどれもそのまま使える', () => {
    const env = Object.fromEntries(Object.entries(CONFIG_KEYS).map(([key, entry]) => [key, entry.example]));
    expect(readConfig(env).ok).toBe(true);
  });
});
