import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalPath } from './canonical-path.js';

describe('アドレスの綴り', () => {
  test.each([
    ['そのまま', '/yamaguchi/agreements', '/yamaguchi/agreements'],
    ['起点', '/', '/'],
    ['末尾の / を落とす', '/yamaguchi/', '/yamaguchi'],
    ['重なった / をまとめる（よその場所への転送にしない）', '//example.com//x', '/example.com/x'],
    ['符号化された / は区切りになる', '/y/initiatives/1%2F%E3%82%A2', '/y/initiatives/1/%E3%82%A2'],
    ['小文字の16進は大文字に', '/y/initiatives/1/%e3%82%a2', '/y/initiatives/1/%E3%82%A2'],
    ['結合文字は合成する', `/y/${encodeURIComponent('カ\u3099')}`, `/y/${encodeURIComponent('ガ')}`],
    ['括弧は符号化しない', '/y/initiatives/3%281%29/%E3%82%AB', '/y/initiatives/3(1)/%E3%82%AB'],
    ['二重の符号化は一度だけ解く', '/a%252Fb', '/a%252Fb'],
  ])('%s: %s', (_, given, expected) => {
    expect(canonicalPath(given)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['閉じていない符号', '/%'],
    ['UTF-8 の途中で切れている', '/%E3%82'],
    ['Shift_JIS の「ア」', '/%83A%FF'],
    ['ナル文字', '/a%00b'],
    ['逆斜線', '/a%5Cb'],
    ['置換文字', '/%EF%BF%BD'],
  ])('読めない綴り: %s', (_, given) => {
    expect(canonicalPath(given)).toEqual({ ok: false, error: 'undecodable' });
  });

  test('正しい綴りは、もう一度揃えても変わらず、「//」で始まらない', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const once = canonicalPath(path);
        if (!once.ok) return;
        expect(canonicalPath(once.value)).toEqual(once);
        expect(once.value.startsWith('//')).toBe(false);
      }),
    );
  });
});
