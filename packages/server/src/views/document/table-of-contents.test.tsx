import { AGREEMENT_LABELS, anchorsOf, elementFactory, type LawDocument, type ProvisionNum } from '@renkei/core';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { contentsOf, type ContentsEntry } from './contents-of.js';
import { TableOfContents } from './table-of-contents.js';

const num = (text: string) => ({ num: text as ProvisionNum });

function sample(): LawDocument {
  const make = elementFactory();
  const table = () => make('TableStruct', {}, [make('Table', {}, [])]);
  return {
    labels: AGREEMENT_LABELS,
    root: make('Law', {}, [make('LawBody', {}, [
      make('Preamble', {}, []),
      make('MainProvision', {}, [
        make('Article', num('1'), [make('ArticleCaption', {}, ['（目的）'])]),
        make('Chapter', num('1'), [make('ChapterTitle', {}, ['第1章 雑則']), make('Article', num('2'), [])]),
      ]),
      make('SupplProvision', {}, [make('SupplProvisionLabel', {}, ['附　則'])]),
      make('Closing', {}, []),
      make('AppdxTable', {}, [
        make('AppdxTableTitle', {}, ['別表']), make('RelatedArticleNum', {}, ['（第3条関係）']),
        make('Item', { ...num('3'), label: '3' }, [make('ItemSentence', {}, [make('Sentence', {}, ['生活関連'])]), make('Subitem1', { ...num('1'), label: '(1)' }, [make('Subitem1Sentence', {}, [make('Sentence', {}, ['生活機能'])]), table()])]),
        make('Item', { ...num('4') }, [make('ItemSentence', {}, [make('Sentence', {}, ['表のない号'])])]),
      ]),
    ])]),
  };
}

const flat = (entries: readonly ContentsEntry[], depth = 0): string[] =>
  entries.flatMap((e) => [`${'-'.repeat(depth)}${'text' in e ? e.text : e.key} #${e.anchor}`, ...flat(e.below, depth + 1)]);

describe('頁の目次', () => {
  it('前文・条・章・附則・締結文・別表とその区分を、本文の順に並べる', () => {
    const document = sample();
    expect(flat(contentsOf(document, anchorsOf(document)))).toEqual([
      'document.preamble #preamble',
      '第1条（目的） #a1',
      '第1章 雑則 #ch1',
      '-第2条 #a2',
      '附則 #s1',
      'document.closing #closing',
      '別表（第3条関係） #t1',
      '-3 生活関連 #t1-s3',
      '--(1) 生活機能 #t1-s3-1',
    ]);
  });

  it('題のないものの呼び名は画面の言語で、本文の言葉は日本語のまま示す', () => {
    const document = sample();
    const html = render(<TableOfContents document={document} anchors={anchorsOf(document)} lang="en" />);
    expect(html).toContain('<a href="#preamble">Preamble</a>');
    expect(html).toContain('<a href="#a1"><span lang="ja">第1条（目的）</span></a>');
  });

  it('見出しの一つもない文書には目次を置かない', () => {
    const make = elementFactory();
    const document = { root: make('Law'), labels: AGREEMENT_LABELS };
    expect(render(<TableOfContents document={document} anchors={anchorsOf(document)} lang="ja" />)).toBe('');
  });
});
