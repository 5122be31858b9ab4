import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statuteDocument } from '../../testing/arbitrary-document.js';
import { elementFactory, isElement, type Content, type Element, type NodeId, type ProvisionNum } from '../text/element.js';
import type { Tag } from '../text/tag.js';
import { readRun, RUN_BREAK, runsOf, splitSentences, writeRun } from './run.js';

const make = elementFactory();
const el = (tag: Tag, ...children: Content[]): Element => make(tag, {}, children);
const sentence = (num: number, ...children: Content[]): Element => make('Sentence', { num: String(num) as ProvisionNum, attr: { WritingMode: 'vertical' } }, children);
const newId = (): NodeId => 'new' as NodeId;
const ids = (element: Element): string[] => element.children.filter(isElement).map((c) => c.id);

describe('run の印字', () => {
  test('文は続けて、「。」で終わらない文の後は ↵、欄は全角空白、ルビは ｜親《よみ》', () => {
    expect(writeRun(el('ParagraphSentence', sentence(1, '甲は、乙とする。'), sentence(2, 'ただし、丙を除く。')))).toBe('甲は、乙とする。ただし、丙を除く。');
    expect(writeRun(el('TableColumn', sentence(1, '甲'), sentence(2, '乙')))).toBe(`甲${RUN_BREAK}乙`);
    expect(writeRun(el('ItemSentence', el('Column', el('Sentence', '甲')), el('Column', el('Sentence', '乙'))))).toBe('甲　乙');
    expect(writeRun(el('Sentence', '粉', el('Ruby', '塵', el('Rt', 'じん')), 'の量'))).toBe('粉｜塵《じん》の量');
  });

  test('（）や「」の中の「。」では文を分けない', () => {
    expect(splitSentences('甲（乙をいう。以下同じ。）は、「丙。丁」とする。ただし、戊を除く。')).toEqual(['甲（乙をいう。以下同じ。）は、「丙。丁」とする。', 'ただし、戊を除く。']);
  });
});

describe('run の文字列を改める', () => {
  test('変わらない文は、要素ごと残る', () => {
    const run = el('ParagraphSentence', sentence(1, '甲は、乙とする。'), sentence(2, 'ただし、丙を除く。'));
    const next = readRun(run, '甲は、乙とする。ただし、丁を除く。', newId);
    expect(next.children[0]).toBe(run.children[0]);
    expect(ids(next)).toEqual(ids(run));
    expect(writeRun(next)).toBe('甲は、乙とする。ただし、丁を除く。');
  });

  test('変わった文の中でも、変わらない字のルビと添字は残る', () => {
    const run = el('ParagraphSentence', el('Sentence', '粉', el('Ruby', '塵', el('Rt', 'じん')), 'の量は、十', el('Sup', '２'), '立方メートル毎時', el('Sub', '０'), 'とする。'));
    const next = readRun(run, '粉｜塵《じん》の濃度は、二十２立方メートル毎時０と定める。', newId);
    const inner = next.children[0] as Element;
    expect(inner.children.map((c) => (isElement(c) ? c.tag : c))).toEqual(['粉', 'Ruby', 'の濃度は、二十', 'Sup', '立方メートル毎時', 'Sub', 'と定める。']);
    expect(inner.children.filter(isElement).map((c) => c.id)).not.toContain('new');
  });

  test('ただし書を加えれば本文とただし書になり、削れば一つの文に戻る', () => {
    const run = el('ParagraphSentence', el('Sentence', '甲とする。'));
    const added = readRun(run, '甲とする。ただし、乙を除く。', newId);
    expect(added.children.map((c) => isElement(c) && [c.id, c.num, c.attr['Function']])).toEqual([[ids(run)[0], '1', 'main'], ['new', '2', 'proviso']]);
    expect(readRun(added, '甲とする。', newId)).toEqual(run);
  });

  test('「。」を含む一つの文は、字句を改めても一つの文のままである', () => {
    const run = el('TableColumn', sentence(1, '甲とする。乙とする。'), sentence(2, '丙'));
    const next = readRun(run, '甲とする。丁とする。丙', newId);
    expect(next.children.map(writeRun)).toEqual(['甲とする。丁とする。', '丙']);
    expect(next.children[1]).toBe(run.children[1]);
  });

  test('欄は、変わらない欄を残して数の増減に合わせる', () => {
    const column = (num: number, text: string) => make('Column', { num: String(num) as ProvisionNum, attr: { LineBreak: 'false' } }, [el('Sentence', text)]);
    const run = el('ItemSentence', column(1, '甲　乙'), column(2, '丙'));
    const next = readRun(run, '甲　乙　丁', newId);
    expect(next.children[0]).toBe(run.children[0]);
    expect(next.children).toHaveLength(2);
    expect(readRun(run, '甲　乙　丙　戊', newId).children.map((c) => isElement(c) && [c.num, c.attr['LineBreak'], writeRun(c)])).toEqual([['1', 'false', '甲　乙'], ['2', 'false', '丙'], ['3', 'false', '戊']]);
  });

  test('図や文字を直に持つ要素を、文で包まない', () => {
    const style = el('Style', make('Fig', { attr: { src: 'a.pdf' } }));
    expect(readRun(style, '［図 a.pdf］（裏面）', newId).children).toEqual([style.children[0], '（裏面）']);
    expect(readRun(el('ArticleCaption', '（目的）'), '（趣旨）', newId).children).toEqual(['（趣旨）']);
  });

  test('どの run も、どの文字列にも改められ、その印字になる', () => {
    const runs = statuteDocument('any').map((doc) => [...runsOf(doc.root)]);
    const text = fc.array(fc.constantFrom('甲', '乙。', 'ただし、', '　', '（', '）', '２', '｜塵《じん》', '［図 a.pdf］', `丙${RUN_BREAK}`, '「', '」'), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(fc.property(runs, text, (all, next) => {
      for (const run of all.slice(0, 40)) if (run.tag !== 'Fig') expect(writeRun(readRun(run, next, newId))).toBe(next);
    }), { numRuns: 60 });
  });
});
