import { describe, expect, it } from 'vitest';
import { anchorsOf } from './anchor.js';
import { elementFactory, type Element, type LawDocument, type ProvisionNum } from './element.js';
import { AGREEMENT_LABELS } from './label.js';

const num = (text: string) => ({ num: text as ProvisionNum });

function documentOf(build: (make: ReturnType<typeof elementFactory>) => Element[]): LawDocument {
  const make = elementFactory();
  const body = make('LawBody', {}, build(make));
  return { root: make('Law', {}, [body]), labels: AGREEMENT_LABELS };
}

describe('条項の錨', () => {
  it('条・枝番号の条・項・号・細分を番号から作る', () => {
    let article: Element | undefined, branch: Element | undefined, paragraph: Element | undefined, item: Element | undefined, subitem: Element | undefined;
    const anchors = anchorsOf(documentOf((make) => {
      subitem = make('Subitem1', num('1'));
      item = make('Item', num('1'), [subitem]);
      paragraph = make('Paragraph', num('1'), [item]);
      article = make('Article', num('3'), [paragraph, make('Paragraph', num('2'))]);
      branch = make('Article', num('3_2'), []);
      return [make('MainProvision', {}, [article, branch])];
    }));
    expect([article, branch, paragraph, item, subitem].map((e) => anchors.get(e!.id))).toEqual(['a3', 'a3_2', 'a3-p1', 'a3-p1-i1', 'a3-p1-i1-1']);
  });

  it('編・章の中の条にも編・章を前に付けない', () => {
    let chapter: Element | undefined, article: Element | undefined;
    const anchors = anchorsOf(documentOf((make) => {
      article = make('Article', num('9'));
      chapter = make('Chapter', num('1'), [article]);
      return [make('MainProvision', {}, [make('Part', num('2'), [chapter])])];
    }));
    expect([chapter, article].map((e) => anchors.get(e!.id))).toEqual(['part2-ch1', 'a9']);
  });

  it('附則は何番目の附則かを前に付ける', () => {
    const made: Element[] = [];
    const anchors = anchorsOf(documentOf((make) => {
      made.push(make('Paragraph', num('1')), make('Article', num('2')));
      return [make('MainProvision'), make('SupplProvision', {}, [made[0]!]), make('SupplProvision', {}, [made[1]!])];
    }));
    expect(made.map((e) => anchors.get(e.id))).toEqual(['s1-p1', 's2-a2']);
  });

  it('別表は題名の番号から、区分・行はその下に作り、見出しの行は数えない', () => {
    const made: Element[] = [];
    const anchors = anchorsOf(documentOf((make) => {
      const row = make('TableRow');
      const second = make('TableRow');
      const table = make('TableStruct', {}, [make('Table', {}, [make('TableHeaderRow'), row, second])]);
      const inner = make('Subitem1', num('1'), [table]);
      const section = make('Item', num('3'), [inner]);
      const plain = make('AppdxTable', {}, [make('AppdxTableTitle', {}, ['別表']), section]);
      const numbered = make('AppdxTable', {}, [make('AppdxTableTitle', {}, ['別表第三の二'])]);
      made.push(plain, section, inner, row, second, numbered);
      return [plain, numbered];
    }));
    expect(made.map((e) => anchors.get(e.id))).toEqual(['t1', 't1-s3', 't1-s3-1', 't1-s3-1-r1', 't1-s3-1-r2', 't3_2']);
  });

  it('締結文と署名欄に錨がある', () => {
    const made: Element[] = [];
    const anchors = anchorsOf(documentOf((make) => {
      const first = make('SignatureBlock');
      const second = make('SignatureBlock');
      const closing = make('Closing', {}, [make('ClosingFormula'), first, second]);
      made.push(closing, first, second);
      return [closing];
    }));
    expect(made.map((e) => anchors.get(e.id))).toEqual(['closing', 'sign1', 'sign2']);
  });

  it('同じ番号の条が二つあっても錨は重ならない', () => {
    const anchors = anchorsOf(documentOf((make) => [make('MainProvision', {}, [make('Article', num('3')), make('Article', num('3')), make('Article', num('3'))])]));
    expect([...anchors.values()]).toEqual(['a3', 'a3-x2', 'a3-x3']);
  });

  it('崩れた番号でも URL に使える文字だけになる', () => {
    const anchors = anchorsOf(documentOf((make) => [make('MainProvision', {}, [make('Article', num('"><b>')), make('Article', num('38:84'))])]));
    expect([...anchors.values()]).toEqual(['a1', 'a38to84']);
  });

  it('改正規定に引用された条は錨を持たない', () => {
    const anchors = anchorsOf(documentOf((make) => {
      const quoted = make('NewProvision', {}, [make('Article', num('5'))]);
      return [make('MainProvision', {}, [make('Paragraph', num('1'), [make('AmendProvision', {}, [quoted])])])];
    }));
    expect([...anchors.values()]).toEqual(['p1']);
  });
});
