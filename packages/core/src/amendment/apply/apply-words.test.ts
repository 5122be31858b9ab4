import { describe, expect, it } from 'vitest';
import { applyText, readBase } from '../../../testing/apply-text.js';
import { isElement, textOf, walk, type Element } from '../../text/element.js';
import { writeRun } from '../run.js';

const BASE = readBase(`　　　条例

　（目的）
第一条　この条例は、市の目的を定める。

　（費用）
第二条　市は、次に掲げる費用を負担する。
　一　市の費用
　二　第一条及び第三条の費用
２　市は、毎年度、費用を公表する。ただし、市の費用は、この限りでない。

第三条　両市は、会議を置く。市は、会議に市の職員を出席させる。

　　　附　則

１　この条例は、市の公布の日から施行する。

別表（第二条関係）
区分	額
一　市	百円
二　町	市の定める額
`);

const result = (amendment: string) => applyText(BASE, amendment);
const lines = (amendment: string) => result(amendment).changes.filter((l) => l.startsWith('+ ')).map((l) => l.slice(2));

describe('字句の及ぶ範囲', () => {
  it.each([
    ['条は、その項と号のすべて', '　第二条中「市」を「町」に改める。', ['第二条　町は、次に掲げる費用を負担する。', '　一　町の費用', '２　町は、毎年度、費用を公表する。ただし、町の費用は、この限りでない。']],
    ['条は、見出しに及ばない', '　第二条中「費用」を「経費」に改める。', ['第二条　市は、次に掲げる経費を負担する。', '　一　市の経費', '　二　第一条及び第三条の経費', '２　市は、毎年度、経費を公表する。ただし、市の経費は、この限りでない。']],
    ['見出しを含む条', '　第一条（見出しを含む。）中「目的」を「狙い」に改める。', ['　（狙い）', '第一条　この条例は、市の狙いを定める。']],
    ['項は、その号に及ぶ', '　第二条第一項中「費用」を「経費」に改める。', ['第二条　市は、次に掲げる経費を負担する。', '　一　市の経費', '　二　第一条及び第三条の経費']],
    ['各号列記以外の部分は、号に及ばない', '　第二条第一項各号列記以外の部分中「費用」を「経費」に改める。', ['第二条　市は、次に掲げる経費を負担する。']],
    ['ただし書は、本文に及ばない', '　第二条第二項ただし書中「市」を「町」に改める。', ['２　市は、毎年度、費用を公表する。ただし、町の費用は、この限りでない。']],
    ['本文は、ただし書に及ばない', '　第二条第二項本文中「費用」を「経費」に改める。', ['２　市は、毎年度、経費を公表する。ただし、市の費用は、この限りでない。']],
    ['後段は、前段に及ばない', '　第三条後段中「会議」を「協議会」に改める。', ['第三条　両市は、会議を置く。市は、協議会に市の職員を出席させる。']],
    ['引用は、一つの項の文をまたげる', '　第三条中「置く。市は」を「置き、市は」に改める。', ['第三条　両市は、会議を置き、市は、会議に市の職員を出席させる。']],
    ['本則は、附則と別表に及ばない', '　本則中「市の」を「町の」に改める。', ['第一条　この条例は、町の目的を定める。', '　一　町の費用', '２　市は、毎年度、費用を公表する。ただし、町の費用は、この限りでない。', '第三条　両市は、会議を置く。市は、会議に町の職員を出席させる。']],
    ['附則', '　附則中「市の公布」を「公布」に改める。', ['１　この条例は、公布の日から施行する。']],
    ['別表', '　別表中「市」を「町」に改める。', ['一　町\t百円', '二　町\t町の定める額']],
  ])('%s', (_, amendment, expected) => expect(lines(amendment)).toEqual(expected));
});

describe('操作の順', () => {
  it('同じ文の前の操作が加えた字句には当てない', () => {
    expect(lines('　第二条第一項第二号中「第一条」の下に「及び第二条」を加え、「及び」を「並びに」に改める。')).toEqual(['　二　第一条及び第二条並びに第三条の費用']);
  });

  it('別の文なら、前の文が加えた字句にも当てる', () => {
    expect(lines('　第一条中「市」を「町」に改める。\n　第一条中「町」を「村」に改める。')).toEqual(['第一条　この条例は、村の目的を定める。']);
  });

  it('重なる引用は、先に始まる長い方を採る', () => {
    expect(lines('　第三条中「市」及び「両市」を「町」に改める。')).toEqual(['第三条　町は、会議を置く。町は、会議に町の職員を出席させる。']);
  });

  it('複数の場所は、それぞれに字句がなければならない', () => {
    expect(result('　第一条及び第三条中「職員」を「者」に改める。').findings.map((f) => f.data['location'])).toEqual(['第一条']);
  });

  it('からまでは、どれかの条にあればよい', () => {
    expect(result('　第一条から第三条までの規定中「職員」を「者」に改める。').findings).toEqual([]);
  });
});

describe('元の文字と加えた文字', () => {
  const pieces = (amendment: string) => {
    const { applied } = result(amendment);
    const after = new Map([...walk(applied!.document.root)].map((n) => [n.id, n]));
    const before = new Map([...walk(BASE.root)].map((n) => [n.id, n]));
    return [...applied!.trace.runs].map(([id, list]) => ({
      old: list.filter((p) => p.addedBy === undefined).map((p) => p.text).join(''),
      now: list.filter((p) => p.removedBy === undefined).map((p) => p.text).join(''),
      before: writeRun(before.get(id)!),
      after: writeRun(after.get(id)!),
      list,
    }));
  };

  it('幾つもの操作を重ねても、元と結果の両方が読める', () => {
    const found = pieces('　第三条中「両市」を「各市」に改め、「会議」の下に「及び部会」を加える。\n　第三条中「各市」を「両市町」に改め、「及び部会」を削る。');
    expect(found).toHaveLength(1);
    for (const { old, now, before, after } of found) expect([old, now]).toEqual([before, after]);
  });

  it('途中で加えて途中で削った文字は、どちらの側にも無い', () => {
    const [run] = pieces('　第一条中「市」を「町」に改める。\n　第一条中「町」を「村」に改める。');
    expect(run!.list.filter((p) => p.addedBy !== undefined && p.removedBy !== undefined)).toEqual([{ text: '町', addedBy: 0, removedBy: 1 }]);
  });

  it('字句の変わらない節点は、元と同じものである', () => {
    const { applied } = result('　第一条中「市」を「町」に改める。');
    const article = (root: Element, num: string) => [...walk(root)].find((n) => n.tag === 'Article' && n.num === num);
    expect(article(applied!.document.root, '2')).toBe(article(BASE.root, '2'));
    expect(article(applied!.document.root, '1')).not.toBe(article(BASE.root, '1'));
    const title = article(BASE.root, '1')!.children.filter(isElement)[0]!;
    expect(article(applied!.document.root, '1')!.children.filter(isElement)[0]).toBe(title);
    expect(textOf(title)).toBe('（目的）');
  });
});
