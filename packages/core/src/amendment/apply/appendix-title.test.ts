import { describe, expect, it } from 'vitest';
import { appendixName, sameHead } from './appendix-title.js';

describe('別表や様式の題名', () => {
  it.each([
    ['別表', { head: '別表' }],
    ['別表（第三条関係）', { head: '別表' }],
    ['別表第二', { head: '別表', num: '2' }],
    ['別表第一　削除', { head: '別表', num: '1' }],
    ['別表２', { head: '別表＃', num: '2' }],
    ['別　表', { head: '別表' }],
    ['様式第３号の２（第五条関係）', { head: '様式第＃号', num: '3_2' }],
    ['別記様式第２の４', { head: '別記様式', num: '2_4' }],
    ['（別記第１号様式）', { head: '別記第＃号様式', num: '1' }],
    ['第三号様式の二（特別な表示）（第六条関係）', { head: '第＃号様式', num: '3_2' }],
    ['様式第１別記', { head: '様式第＃別記', num: '1' }],
    ['別記算式', { head: '別記算式' }],
    ['', undefined],
  ])('%s', (title, expected) => expect(appendixName(title)).toEqual(expected));

  it('番号の位置と「別記」の有無は、別のものにしない', () => {
    expect(sameHead('様式第＃号', '様式')).toBe(true);
    expect(sameHead('別記様式', '様式')).toBe(true);
    expect(sameHead('別表', '様式')).toBe(false);
  });
});
