import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutNet, NODE_RADIUS, overlap, type NetEdge, type NetNode } from './net-layout.js';

const YAMAGUCHI: readonly (readonly [string, string, number, number])[] = [
  ['山口市', 'Yamaguchi City', 34.1783, 131.4739], ['宇部市', 'Ube City', 33.9517, 131.2467], ['萩市', 'Hagi City', 34.4081, 131.3992],
  ['防府市', 'Hofu City', 34.0519, 131.5628], ['美祢市', 'Mine City', 34.1667, 131.2058], ['山陽小野田市', 'Sanyo-Onoda City', 34.0033, 131.1819], ['津和野町', 'Tsuwano Town', 34.542, 131.8351],
];
const nodes = (lang: 0 | 1): NetNode[] => YAMAGUCHI.map((m) => ({ id: m[0], label: m[lang], lat: m[2], lng: m[3] }));
/** 二つの中心市が、互いに、またほかの5市町のそれぞれと結ぶ11件 */
const ELEVEN: NetEdge[] = [{ from: '山口市', to: '宇部市' }, ...['萩市', '防府市', '美祢市', '山陽小野田市', '津和野町'].flatMap((to) => ['山口市', '宇部市'].map((from) => ({ from, to })))];

describe('市町と協約の網の配置', () => {
  test.each([['日本語・1件', 0, ELEVEN.slice(0, 1)], ['日本語・11件', 0, ELEVEN], ['英語・11件', 1, ELEVEN]] as const)('実際の7市町の名は、互いにも印にも重ならず、枠に収まる（%s）', (_, lang, edges) => {
    const { width, height, nodes: placed } = layoutNet(nodes(lang), edges);
    for (const [i, a] of placed.entries()) {
      expect(a.box.x >= 0 && a.box.y >= 0 && a.box.x + a.box.width <= width && a.box.y + a.box.height <= height, a.label).toBe(true);
      for (const b of placed) expect(overlap(a.box, { x: b.x - NODE_RADIUS, y: b.y - NODE_RADIUS, width: NODE_RADIUS * 2, height: NODE_RADIUS * 2 }), `${a.label} と ${b.label} の印`).toBe(0);
      for (const b of placed.slice(i + 1)) expect(overlap(a.box, b.box), `${a.label} と ${b.label}`).toBe(0);
    }
  });

  test('北は上、東は右', () => {
    const at = new Map(layoutNet(nodes(0), []).nodes.map((n) => [n.id, n]));
    expect(at.get('津和野町')!.y).toBeLessThan(at.get('宇部市')!.y);
    expect(at.get('津和野町')!.x).toBeGreaterThan(at.get('宇部市')!.x);
  });

  test('市町が無ければ大きさ0、一つならその名が収まる', () => {
    expect(layoutNet([], [])).toEqual({ width: 0, height: 0, nodes: [] });
    const one = layoutNet(nodes(0).slice(0, 1), []);
    expect(one.nodes).toHaveLength(1);
    expect(one.width).toBeGreaterThan(one.nodes[0]!.box.width);
  });

  test('庁舎が同じ場所にあっても印は離れ、無い市町を指す線は数えない', () => {
    const same = ['a', 'b', 'c'].map((id) => ({ id, label: id, lat: 34, lng: 131 }));
    const placed = layoutNet(same, [{ from: 'a', to: 'x' }]).nodes;
    for (const [i, a] of placed.entries()) for (const b of placed.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(NODE_RADIUS * 2);
  });

  test('どんな位置でも、有限の座標で、同じ入力から同じ図になる', () => {
    const node = fc.record({ lat: fc.double({ min: -85, max: 85, noNaN: true }), lng: fc.double({ min: -180, max: 180, noNaN: true }), label: fc.string({ maxLength: 12 }) });
    fc.assert(
      fc.property(fc.array(node, { maxLength: 12 }), (made) => {
        const input = made.map((n, i) => ({ ...n, id: String(i) }));
        const layout = layoutNet(input, []);
        expect(layout).toEqual(layoutNet(input, []));
        expect(layout.nodes.every((n) => [n.x, n.y, n.box.x, n.box.y].every(Number.isFinite))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
