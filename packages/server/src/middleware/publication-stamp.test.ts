import { describe, expect, test } from 'vitest';
import { publicationStamp } from './publication-stamp.js';

function watched() {
  const state = { asked: 0, stamp: 'p1', down: false, at: 0 };
  const stampOf = publicationStamp(
    {
      publication: async () => {
        state.asked += 1;
        if (state.down) throw new Error('保存先が答えない');
        return state.stamp;
      },
    },
    () => new Date(state.at).toISOString(),
  );
  return { state, stampOf };
}

describe('公開の印', () => {
  test('1秒の間は保存先に尋ねず、過ぎれば尋ね直す', async () => {
    const { state, stampOf } = watched();
    await stampOf();
    state.stamp = 'p2';
    state.at = 999;
    expect([await stampOf(), state.asked]).toEqual(['p1', 1]);
    state.at = 1000;
    expect([await stampOf(), state.asked]).toEqual(['p2', 2]);
  });

  test('同時に来た要求は、一度の問い合わせを分け合う', async () => {
    const { state, stampOf } = watched();
    expect(await Promise.all([stampOf(), stampOf(), stampOf()])).toEqual(['p1', 'p1', 'p1']);
    expect(state.asked).toBe(1);
  });

  test('保存先が止まっても、最後に知った印を返す', async () => {
    const { state, stampOf } = watched();
    await stampOf();
    state.down = true;
    state.at = 5000;
    expect(await stampOf()).toBe('p1');
  });

  test('一度も知らないまま止まっていれば、故障を伝える', async () => {
    const { state, stampOf } = watched();
    state.down = true;
    await expect(stampOf()).rejects.toThrow('保存先が答えない');
  });
});
