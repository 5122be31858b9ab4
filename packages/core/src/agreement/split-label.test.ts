import { describe, expect, it } from 'vitest';
import { detachLabel, repairLabel, splitLabel } from './split-label.js';

describe('標目を切り離す', () => {
  it.each([
    ['ア　経済戦略の策定', 'ア', '経済戦略の策定'],
    ['ア 経済戦略', 'ア', '経済戦略'],
    ['（１）　地域医療', '(1)', '地域医療'],
    ['(1)地域医療', '(1)', '地域医療'],
    ['( 1 ) 地域医療', '(1)', '地域医療'],
    ['(ｱ)　用地', '(ア)', '用地'],
    ['１．観光', '1', '観光'],
    ['1圏域全体の経済', '1', '圏域全体の経済'],
    ['①　防災', '①', '防災'],
    ['⑵ 防犯', '⑵', '防犯'],
    ['一　経済', '一', '経済'],
    ['a　連携', 'a', '連携'],
    ['(3)の2　新しい取組', '(3)の2', '新しい取組'],
    ['ア', 'ア', ''],
    ['イベントの開催', '', 'イベントの開催'],
    ['3歳児健診', '', '3歳児健診'],
    ['一体的な整備', '', '一体的な整備'],
    ['救急医療', '', '救急医療'],
    ['', '', ''],
  ])('「%s」', (text, label, rest) => {
    expect(splitLabel(text)).toEqual({ label, rest });
  });

  it('漢字の「力」は、前がオのときだけカと読む', () => {
    expect(repairLabel('力', 'オ')).toBe('カ');
    expect(repairLabel('(力)', '(オ)')).toBe('(カ)');
    expect(repairLabel('力', 'ア')).toBeUndefined();
    expect(repairLabel('力', undefined)).toBeUndefined();
    expect(repairLabel('カ', 'オ')).toBeUndefined();
  });

  it.each([
    ['ア地域公共交通', undefined, 'ア', '地域公共交通'],
    ['イその他', 'ア', 'イ', 'その他'],
  ])('区切りの無い「%s」は、番号が続くときだけ標目を分ける', (name, previous, label, rest) => {
    expect(detachLabel(name, previous)).toEqual({ label, rest });
    expect(detachLabel(name, 'カ')).toBeUndefined();
  });

  it.each([['イベントの開催', 'ア'], ['アーツの振興', undefined], ['ア', undefined], ['ア、イの取組', undefined]])('「%s」は名の初めの字', (name, previous) => {
    expect(detachLabel(name, previous)).toBeUndefined();
  });
});
