import { describe, expect, it } from 'vitest';
import { elementFactory, renumberIds, type Element } from '../text/element.js';
import { AGREEMENT_LABELS } from '../text/label.js';
import { InitiativeCollector, OUTSIDE } from './initiative-collector.js';
import { readTableInitiatives } from './read-table-initiatives.js';

type Cell = string | { text: string; rowspan?: number; colspan?: number };

/** 欄の文字は「／」で文に分かれる（一つの欄に名と内容の二行があるもの）。 */
function table(header: readonly Cell[][], ...rows: readonly Cell[][]): Element<'Table'> {
  const make = elementFactory();
  const cell = (tag: 'TableHeaderColumn' | 'TableColumn', c: Cell) => {
    const { text, rowspan, colspan } = typeof c === 'string' ? { text: c } : { rowspan: undefined, colspan: undefined, ...c };
    const attr = { ...(rowspan ? { rowspan: String(rowspan) } : {}), ...(colspan ? { colspan: String(colspan) } : {}) };
    return make(tag, { attr }, text === '' ? [] : text.split('／').map((line) => make('Sentence', {}, [line])));
  };
  return renumberIds(make('Table', {}, [
    ...header.map((row) => make('TableHeaderRow', {}, row.map((c) => cell('TableHeaderColumn', c)))),
    ...rows.map((row) => make('TableRow', {}, row.map((c) => cell('TableColumn', c)))),
  ]));
}

const context = { parties: [{ name: '青葉市', designation: '甲' }, { name: '白浜町', designation: '乙' }], collectives: [], inferred: new Set<never>() };

function read(source: Element<'Table'>, scope = OUTSIDE) {
  const collector = new InitiativeCollector();
  readTableInitiatives(source, AGREEMENT_LABELS, { scope, provision: '別表', article: null }, context, collector);
  return {
    rows: collector.initiatives.map((i) => `${i.path}|${i.label}|${i.name}|${i.content}|${i.roles.map((r) => `${r.party}:${r.text}`).join(';')}`),
    fields: collector.policyFields.map((f) => f.path),
    findings: collector.findings.map((f) => f.code),
  };
}

describe('取組の表', () => {
  it('取組・内容・甲・乙の4列', () => {
    const { rows } = read(table([['取組', '取組内容', '甲の役割', '乙の役割']], ['ア　医療', '救急を守る。', '営む。', '－']));
    expect(rows).toEqual(['ア|ア|医療|救急を守る。|青葉市:営む。']);
  });

  it('一つの欄に名と内容の二行', () => {
    const { rows } = read(table([['取組の内容', '甲の役割', '乙の役割']], ['ア　医療／救急を守る。', '営む。', '助ける。']));
    expect(rows).toEqual(['ア|ア|医療|救急を守る。|青葉市:営む。;白浜町:助ける。']);
  });

  it('標目の後の区切りが失われた名は、番号が続けば標目を分けて報告する', () => {
    const { rows, findings } = read(table([['取組', '内容', '甲の役割']], ['ア医療', '守る。', '営む。'], ['イ　観光', '進める。', '営む。']));
    expect(rows.map((row) => row.split('|')[0])).toEqual(['ア', 'イ']);
    expect(findings).toEqual(['agreement.label-repaired']);
  });

  it('取組の欄だけの行の下に別の書きぶりの標目が並べば、分野の見出し', () => {
    const header = ['取組', '内容', '甲の役割', '乙の役割'];
    const { rows, fields, findings } = read(table([header], ['1 経済', '', '', ''], ['(1) 観光', '進める。', '営む。', '助ける。'], ['2 生活', '', '', ''], ['(1) 医療', '守る。', '営む。', '助ける。']));
    expect(rows.map((row) => row.split('|').slice(0, 3).join('|'))).toEqual(['1/(1)|(1)|観光', '2/(1)|(1)|医療']);
    expect({ fields, findings }).toEqual({ fields: ['1', '2'], findings: [] });
  });

  it('標目の書きぶりが同じなら、内容の無い取組', () => {
    const { rows } = read(table([['取組', '内容', '甲の役割']], ['ア 医療', '', ''], ['イ 観光', '進める。', '営む。']));
    expect(rows.map((row) => row.split('|')[0])).toEqual(['ア', 'イ']);
  });

  it('内容の列があれば、名の欄の二行目は折り返し', () => {
    const { rows } = read(table([['取組', '内容', '甲の役割']], ['ア　地域医療の／充実', '救急を守る。', '営む。']));
    expect(rows).toEqual(['ア|ア|地域医療の充実|救急を守る。|青葉市:営む。']);
  });

  it('標目だけの列', () => {
    const { rows } = read(table([[{ text: '取組', colspan: 2 }, '内容', '甲の役割']], ['ア', '医療', '救急を守る。', '営む。'], ['イ', '福祉', '子を育む。', '支える。']));
    expect(rows).toEqual(['ア|ア|医療|救急を守る。|青葉市:営む。', 'イ|イ|福祉|子を育む。|青葉市:支える。']);
  });

  it('番号の列', () => {
    const { rows } = read(table([['番号', '事業', '概要', '役割分担／']], ['1', '医療', '救急を守る。', '甲は、営む。']));
    expect(rows).toEqual(['1|1|医療|救急を守る。|青葉市:甲は、営む。']);
  });

  it('二段の見出し（役割分担の下に甲・乙）', () => {
    const { rows } = read(table(
      [[{ text: '取組', rowspan: 2 }, { text: '内容', rowspan: 2 }, { text: '役割分担', colspan: 2 }], ['甲', '乙']],
      ['ア　医療', '救急を守る。', '営む。', '助ける。'],
    ));
    expect(rows).toEqual(['ア|ア|医療|救急を守る。|青葉市:営む。;白浜町:助ける。']);
  });

  it('縦に結合した役割は、どの行の役割でもある', () => {
    const { rows } = read(table([['取組', '内容', '両市町の役割']], ['ア　医療', 'x。', { text: '連携する。', rowspan: 2 }], ['イ　福祉', 'y。']));
    expect(rows).toEqual(['ア|ア|医療|x。|両市町:連携する。', 'イ|イ|福祉|y。|両市町:連携する。']);
  });

  it('横に結合した役割は、両者の役割', () => {
    const { rows } = read(table([['取組', '内容', '甲の役割', '乙の役割']], ['ア　医療', 'x。', { text: '連携する。', colspan: 2 }]));
    expect(rows).toEqual(['ア|ア|医療|x。|甲及び乙:連携する。']);
  });

  it('縦に結合した取組は一つの取組で、内容と役割を行ごとにつなぐ', () => {
    const { rows } = read(table([['取組', '内容', '甲の役割']], [{ text: 'ア　医療', rowspan: 2 }, 'x。', '営む。'], ['y。', '支える。']));
    expect(rows).toEqual(['ア|ア|医療|x。\ny。|青葉市:営む。\n支える。']);
  });

  it('分野の列が政策分野になる', () => {
    const { rows, fields } = read(table([['分野', '取組', '甲の役割']], [{ text: '1　経済', rowspan: 2 }, 'ア　観光', 'a。'], ['イ　農業', 'b。'], ['2　生活', 'ア　医療', 'c。']));
    expect(fields).toEqual(['1', '2']);
    expect(rows.map((r) => r.split('|')[0])).toEqual(['1/ア', '1/イ', '2/ア']);
  });

  it('表の幅いっぱいの行は政策分野', () => {
    const { rows } = read(table([['取組', '内容', '甲の役割']], [{ text: '1　経済', colspan: 3 }], ['ア　観光', 'x。', 'a。'], [{ text: '2　生活', colspan: 3 }], ['ア　医療', 'y。', 'b。']));
    expect(rows.map((r) => r.split('|')[0])).toEqual(['1/ア', '2/ア']);
  });

  it('頁の切れ目で続く行は、文の途中なら改行せずにつなぐ', () => {
    const { rows } = read(table([['取組', '内容', '甲の役割']], ['ア　医療', '救急を', '営む。'], ['', '守る。', '']));
    expect(rows).toEqual(['ア|ア|医療|救急を守る。|青葉市:営む。']);
  });

  it('見出しの無い表は、列の数と標目から見分けて報告する', () => {
    const { rows, findings } = read(table([], ['ア　医療', '救急を守る。', '営む。', '助ける。']));
    expect(rows).toEqual(['ア|ア|医療|救急を守る。|青葉市:営む。;白浜町:助ける。']);
    expect(findings).toEqual(['agreement.table-header-assumed']);
  });

  it('見出しと言われない先頭の行も、見出しの語だけなら見出し', () => {
    const { rows, findings } = read(table([], ['取組', '内容', '甲の役割', '乙の役割'], ['ア　医療', '救急を守る。', '営む。', '助ける。']));
    expect(rows).toHaveLength(1);
    expect(findings).toEqual([]);
  });

  it('備考の列と備考の行は取組にしない', () => {
    const { rows, findings } = read(table([['取組', '内容', '甲の役割', '備考']], ['ア　医療', 'x。', '営む。', '継続'], [{ text: '※令和4年度から', colspan: 4 }]));
    expect(rows).toEqual(['ア|ア|医療|x。|青葉市:営む。']);
    expect(findings).toEqual(['agreement.row-unread']);
  });

  it('取組の列の無い表は、読まずに報告する', () => {
    const { rows, findings } = read(table([['年度', '負担金']], ['令和4年度', '100円']));
    expect(rows).toEqual([]);
    expect(findings).toEqual(['agreement.table-unread']);
  });

  it('空の役割の欄は報告し、ダッシュの欄は報告しない', () => {
    expect(read(table([['取組', '甲の役割', '乙の役割']], ['ア　医療', '営む。', ''])).findings).toEqual(['agreement.role-missing']);
    expect(read(table([['取組', '甲の役割', '乙の役割']], ['ア　医療', '営む。', '―'])).findings).toEqual([]);
  });

  it('壊れた結合数でも終わる', () => {
    const { rows } = read(table([['取組', '甲の役割']], [{ text: 'ア　医療', colspan: 1_000_000_000, rowspan: 1_000_000_000 }, '営む。']));
    expect(rows.length).toBeLessThanOrEqual(1);
  });
});
