import { describe, expect, it } from 'vitest';
import { childElements, textOf, walk, type Element, type LawDocument, type NodeId } from '../../text/element.js';
import { readText } from '../../text/plain/read-text.js';
import { sourceFromText } from '../../text/plain/source-from-text.js';
import type { Alignment } from '../diff/alignment.js';
import { AGREEMENT_PROFILE } from '../profile.js';
import { writeAmendment } from '../write/write-amendment.js';
import { findConsequences } from './find-consequences.js';
import { settle } from './settle.js';

const PURPOSE = '　（目的）\n第1条　この連携協約は、圏域を形成することを目的とする。';
const POLICY = '　（基本方針）\n第2条　両市は、前条に規定する目的を達成するため、次条に規定する取組について、相互に連携を図るものとする。';
const WORKS = '　（取組）\n第3条　両市が連携する取組は、別表に定めるとおりとする。';
const COSTS = '　（費用分担）\n第4条　前条に規定する取組を実施するために要する費用の分担については、両市が協議して別に定める。';
const MEETING = '　（連絡会議）\n第5条　両市の長は、連絡会議を開催する。\n2　前項の会議の議長は、第3条に規定する取組を担当する市の長とする。';
const CHANGE = '　（変更）\n第6条　変更するときは、第3条から第5条まで及び地方自治法第252条の2第4項の規定による。';
const ALL = [PURPOSE, POLICY, WORKS, COSTS, MEETING, CHANGE];
const PLAN = '　（実施計画）\n第3条の2　両市は、共同して、前条に規定する取組の実施計画を定めるものとする。';

const read = (articles: readonly string[], before = '', after = '\n別表（第3条関係）\n\n1　経済成長\n') =>
  readText(sourceFromText(`甲乙連携協約\n\n${before}${articles.join('\n')}${after}`)).document;

/** 見出しの同じ条を、番号だけ変える */
const shifted = (article: string, by: number) => article.replace(/(^|\n)第(\d+)条　/, (_, head: string, n: string) => `${head}第${Number(n) + by}条　`);

/** 見出しの同じ条を同じ規定とみる。ほかは並びの順 */
function aligned(base: LawDocument, next: LawDocument): Alignment {
  const toNext = new Map<NodeId, Element>();
  const toBase = new Map<NodeId, Element>();
  const key = (e: Element, i: number) => (e.tag === 'Article' ? `Article ${textOf(childElements(e).find((c) => c.tag === 'ArticleCaption') ?? e)}` : e.tag === 'Chapter' ? textOf(childElements(e)[0]!).replace(/^第.章/, '') : `${e.tag} ${i}`);
  const keyed = (e: Element) => {
    const counts = new Map<string, number>();
    return new Map(childElements(e).map((c) => {
      const nth = counts.get(c.tag) ?? 0;
      counts.set(c.tag, nth + 1);
      return [key(c, nth), c];
    }));
  };
  const visit = (a: Element, b: Element): void => {
    toNext.set(a.id, b);
    toBase.set(b.id, a);
    const partners = keyed(b);
    for (const [k, child] of keyed(a)) {
      const partner = partners.get(k);
      if (partner) visit(child, partner);
    }
  };
  visit(base.root, next.root);
  return { toNext, toBase };
}

const find = (base: LawDocument, next: LawDocument) => findConsequences(base, next, aligned(base, next), AGREEMENT_PROFILE);
const summary = (base: LawDocument, next: LawDocument) =>
  find(base, next).map((c) => `${c.finding.at.provision} ${c.finding.found}→${c.finding.code === 'amendment.reference-dangling' ? '?' : c.replacement}`);
const printed = (base: LawDocument, next: LawDocument) =>
  find(base, next).map((c) => writeAmendment(c.proposal ? [{ operations: [c.proposal] }] : [], AGREEMENT_PROFILE).trim());

describe('ハネ', () => {
  it('何も動かなければ一つもない', () => {
    expect(find(read(ALL), read(ALL))).toEqual([]);
  });

  it('第3条の2を加えると、第4条の「前条」だけがずれ、第2条の「次条」はずれない', () => {
    const [base, next] = [read(ALL), read([PURPOSE, POLICY, WORKS, PLAN, COSTS, MEETING, CHANGE])];
    expect(summary(base, next)).toEqual(['第4条 前条→第3条']);
    expect(printed(base, next)).toEqual(['第4条中「前条」を「第3条」に改める。']);
    expect(find(base, next)[0]!.finding).toMatchObject({ code: 'amendment.reference-shifted', severity: 'warning', data: { words: '前条', was: '第3条', now: '第3条の2' } });
  });

  it('第3条を加えて繰り下げると、次条・第3条・第3条関係がずれ、前条と他の法律の条はずれない', () => {
    const definition = '　（定義）\n第3条　この連携協約において「連携事業」とは、次に掲げる事業をいう。';
    const [base, next] = [read(ALL), read([PURPOSE, POLICY, definition, ...[WORKS, COSTS, MEETING, CHANGE].map((a) => shifted(a, 1))])];
    expect(summary(base, next)).toEqual(['第2条 次条→第4条', '第6条第2項 第3条→第4条', '第7条 第3条→第4条', '第7条 第5条→第6条', '別表 第3条関係→第4条関係']);
    expect(printed(base, next)[0]).toBe('第2条中「次条」を「第4条」に改める。');
    expect(printed(base, next).at(-1)).toBe('別表中「第3条関係」を「第4条関係」に改める。');
  });

  it('第2条を削って繰り上げると、削った条を指す語は直し方を決めずに知らせる', () => {
    const base = read([PURPOSE, POLICY, '　（取組）\n第3条　取組は、第2条に基づき、別表に定めるとおりとする。', COSTS]);
    const next = read([PURPOSE, '　（取組）\n第2条　取組は、第2条に基づき、別表に定めるとおりとする。', shifted(COSTS, -1)]);
    expect(summary(base, next)).toEqual(['第2条 第2条→?', '別表 第3条関係→第2条関係']);
    expect(find(base, next)[0]!.proposal).toBeUndefined();
  });

  it('条を「削除」にすると、その条を指す語は行き先がない', () => {
    const [base, next] = [read(ALL), read([PURPOSE, POLICY, '第3条　削除', COSTS, MEETING, CHANGE])];
    expect(summary(base, next)).toEqual(['第2条 次条→?', '第4条 前条→?', '第5条第2項 第3条→?', '第6条 第3条→?', '別表 第3条関係→?']);
  });

  it('起案した人が既に直した語は知らせない', () => {
    const settled = COSTS.replace('前条', '第3条');
    expect(summary(read(ALL), read([PURPOSE, POLICY, WORKS, PLAN, settled, MEETING, CHANGE]))).toEqual([]);
  });

  it('採ったハネを書き込むと、もう何も残らない', () => {
    const [base, next] = [read(ALL), read([PURPOSE, POLICY, WORKS, PLAN, COSTS, MEETING, CHANGE])];
    const done = settle(next, find(base, next));
    expect(textOf(done.root)).toContain('第3条に規定する取組を実施する');
    expect(find(base, done)).toEqual([]);
    expect(new Set([...walk(done.root)].map((e) => e.id)).size).toBe([...walk(done.root)].length);
  });

  it.each([
    ['他の法律の条', '地方自治法第3条及び第4条', []],
    ['法律番号を挟んだ条', '地方自治法（昭和22年法律第67号）第3条', []],
    ['同法の条と並ぶ条', '同法第3条第1項、第4条及び第5条', []],
    ['他の法律で準用する条', '同法第9条の規定により読み替えて適用される第3条', []],
    ['番号で呼ぶ規則の条', '規則16―0（職員の災害補償）第3条', []],
    ['旧規定', '改正前の第3条', []],
    ['かぎ括弧の中', '「第3条」とあるのは「第4条」', []],
    ['この連携協約の条', 'この連携協約第3条', ['第9条 第3条→第4条']],
    ['項まで言う', '第5条第2項', ['第9条 第5条→第6条']],
    ['並びの二つ目', '第5条第1項及び第2項', ['第9条 第5条→第6条']],
    ['括弧の中の条', '協議（第3条に基づくものに限る。）', ['第9条 第3条→第4条']],
    ['前条例ではない語', '従前条例、前条例', []],
  ])('%s', (_, words, expected) => {
    const last = `　（雑則）\n第9条　${words}による。`;
    const added = '　（定義）\n第3条　用語を定める。';
    const plain = POLICY.replace('次条', '次');
    const base = read([PURPOSE, plain, WORKS, COSTS, MEETING, last], '', '');
    const next = read([PURPOSE, plain, added, shifted(WORKS, 1), shifted(COSTS, 1), shifted(MEETING, 1).replace('第3条に', '第4条に'), last], '', '');
    expect(summary(base, next)).toEqual(expected);
  });

  it('項を加えると、後ろの項の「前項」とよその「第5条第2項」がずれる', () => {
    const base = read([PURPOSE, '　（会議）\n第2条　会議を置く。\n2　会議は、年一回開く。\n3　前項の会議の議長は、第2項の市の長とする。', '　（記録）\n第3条　前条第2項の会議の記録を残す。'], '', '');
    const next = read([PURPOSE, '　（会議）\n第2条　会議を置く。\n2　新しい項を加える。\n3　会議は、年一回開く。\n4　前項の会議の議長は、第2項の市の長とする。', '　（記録）\n第3条　前条第2項の会議の記録を残す。'], '', '');
    const alignment = aligned(base, next);
    const paragraphs = (d: LawDocument) => [...walk(d.root)].filter((e) => e.tag === 'Paragraph').slice(1, 5);
    const [, b2, b3] = paragraphs(base);
    const [, added, n3, n4] = paragraphs(next);
    const toNext = new Map([...alignment.toNext, [b2!.id, n3!], [b3!.id, n4!]]);
    const toBase = new Map([...alignment.toBase, [n3!.id, b2!], [n4!.id, b3!]]);
    toBase.delete(added!.id);
    expect(findConsequences(base, next, { toNext, toBase }, AGREEMENT_PROFILE).map((c) => `${c.finding.at.provision} ${c.finding.found}→${c.replacement}`)).toEqual(['第2条第4項 第2項→第3項', '第3条 第2項→第3項']);
  });

  it('定義を落とすと、使い続けている定義語を一度だけ知らせる', () => {
    const base = read([PURPOSE.replace('圏域を', '山口県央連携都市圏域（以下「圏域」という。）を'), '　（方針）\n第2条　圏域の発展に努める。\n2　圏域内の住民に知らせ、圏域を守る。'], '', '');
    const next = read([PURPOSE.replace('圏域を', '山口県央連携都市圏域を'), '　（方針）\n第2条　圏域の発展に努める。\n2　圏域内の住民に知らせ、圏域を守る。'], '', '');
    expect(find(base, next).map((c) => c.finding)).toMatchObject([{ code: 'amendment.term-undefined', data: { term: '圏域', count: 2 } }]);
  });

  it('目次の条の範囲と章名が変わったら、目次を直す', () => {
    const toc = (second: string, range: string) => `目次\n　第1章　総則（第1条・第2条）\n　第2章　${second}（${range}）\n\n`;
    const body = (second: string, ...more: string[]) => ['　　　第1章　総則', PURPOSE, '　（方針）\n第2条　連携する。', `　　　第2章　${second}`, '　（取組）\n第3条　取り組む。', '　（費用）\n第4条　負担する。', ...more];
    const base = read(body('連携'), toc('連携', '第3条・第4条'), '');
    const next = read(body('連携', '　（雑則）\n第5条　別に定める。'), toc('連携', '第3条・第4条'), '');
    expect(find(base, next).map((c) => [c.finding.code, c.finding.found, c.replacement])).toEqual([['amendment.toc-mismatch', '（第3条・第4条）', '（第3条―第5条）']]);
    expect(printed(base, next)).toEqual(['目次中「・第4条」を「―第5条」に改める。']);
    expect(find(base, read(body('連携', '　（雑則）\n第5条　別に定める。'), toc('連携', '第3条―第5条'), ''))).toEqual([]);
  });

  it('条や項のない文書でも、空の文書でも例外にならない', () => {
    expect(find(read([], '', ''), read([], '', ''))).toEqual([]);
    expect(find(read(ALL), read([], '', ''))).toEqual([]);
  });
});
