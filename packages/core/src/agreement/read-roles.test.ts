import { describe, expect, it } from 'vitest';
import { readRoles } from './read-roles.js';

const context = {
  parties: [{ name: '青葉市', designation: '甲' }, { name: '白浜町', designation: '乙' }],
  collectives: [],
  inferred: new Set<never>(),
};
const print = (header: string, ...lines: string[]) => readRoles(header, lines, false, context).roles.map((r) => `${r.party}[${r.bodies.join()}]${r.text}`);

describe('役割の欄', () => {
  it.each([
    ['甲は団体の名に', '甲の役割', ['運営する。'], ['青葉市[青葉市]運営する。']],
    ['二段の見出し', '役割分担／乙', ['協力する。'], ['白浜町[白浜町]協力する。']],
    ['団体の名の見出し', '白浜町の役割', ['協力する。'], ['白浜町[白浜町]協力する。']],
    ['甲（名）の見出し', '甲（青葉市）の役割', ['運営する。'], ['青葉市[青葉市]運営する。']],
    ['甲及び乙は印字のまま', '甲及び乙の役割', ['運営する。'], ['甲及び乙[青葉市,白浜町]運営する。']],
    ['両市町は全員', '両市町の役割', ['運営する。'], ['両市町[青葉市,白浜町]運営する。']],
    ['行ごとの甲乙', '役割分担', ['甲：運営する。', '乙：協力する。'], ['青葉市[青葉市]運営する。', '白浜町[白浜町]協力する。']],
    ['隅付き括弧の甲乙', '役割', ['【甲】', '運営する。', '【乙】協力する。'], ['青葉市[青葉市]運営する。', '白浜町[白浜町]協力する。']],
    ['一行の甲乙', '役割分担', ['甲：運営する。 乙：協力する。'], ['青葉市[青葉市]運営する。', '白浜町[白浜町]協力する。']],
    ['主語で分かれる文', '役割分担', ['甲は、運営する。費用も持つ。乙は、協力する。'], ['青葉市[青葉市]甲は、運営する。費用も持つ。', '白浜町[白浜町]乙は、協力する。']],
    ['定義の無い呼び名は誰も指さない', '丙の役割', ['運営する。'], ['丙[]運営する。']],
  ])('%s', (_, header, lines, expected) => {
    expect(print(header, ...lines)).toEqual(expected);
  });

  it.each([[''], ['－'], ['―'], ['ー'], ['-'], ['—'], ['なし'], ['（該当なし）'], ['　']])('「%s」は役割が無い', (text) => {
    expect(print('甲の役割', text)).toEqual([]);
  });

  it('見出しからも文からも決まらなければ、全員の役割と推して報告する', () => {
    const { roles, assumed } = readRoles('役割', ['利用を広める。'], false, context);
    expect(roles.map((r) => r.bodies)).toEqual([['青葉市', '白浜町']]);
    expect(assumed).toBe('青葉市及び白浜町');
  });

  it('推定で補った欄の役割には印が付く', () => {
    expect(readRoles('甲の役割', ['運営する。'], true, context).roles[0]!.inferred).toBe(true);
  });
});
