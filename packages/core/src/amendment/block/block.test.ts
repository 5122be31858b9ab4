import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementDocument, statuteDocument } from '../../../testing/arbitrary-document.js';
import { childElements, elementFactory, isElement, walk, type Content, type Element, type ElementInit, type NodeId, type ProvisionNum } from '../../text/element.js';
import { AGREEMENT_LABELS, labelOf, STATUTE_LABELS } from '../../text/label.js';
import { TAGS, type Tag } from '../../text/tag.js';
import { parseAmendment } from '../parse/parse-amendment.js';
import { isRun, writeRun } from '../run.js';
import { sameProvision } from '../same-provision.js';
import type { BlockContext } from './block-context.js';
import { readBlock } from './read-block.js';
import { writeBlock } from './write-block.js';

const newId = (): NodeId => 'x' as NodeId;

/** 木の形を「要素名 標目「印字」」の行で見る */
function outline(element: Element, context: BlockContext, depth = 0): string[] {
  const label = labelOf(element, context.labels) ?? '';
  const own = '  '.repeat(depth) + element.tag + (label === '' ? '' : ` ${label}`) + (isRun(element) ? `「${writeRun(element)}」` : '');
  return isRun(element) ? [own] : [own, ...childElements(element).flatMap((child) => outline(child, context, depth + 1))];
}

function read(lines: readonly string[], context: BlockContext): string[] {
  const result = readBlock({ lines }, context, newId);
  return result.ok ? result.value.flatMap((element) => outline(element, context)) : result.error.map((f) => `${f.code} ${f.at.line} ${f.found}`);
}

const make = elementFactory();
const el = (tag: Tag, ...children: Content[]): Element => make(tag, {}, children);
const numbered = (tag: Tag, num: string, init: ElementInit, ...children: Content[]): Element => make(tag, { ...init, num: num as ProvisionNum }, children);

/** 書いて読めば同じ規定に戻ることを確かめ、書いた行を返す */
function roundTrip(elements: readonly Element[], context: BlockContext): readonly string[] {
  const block = writeBlock(elements, context);
  const result = readBlock(block, context, newId);
  expect(result.ok && result.value.map((element) => outline(element, context))).toEqual(elements.map((element) => outline(element, context)));
  expect(result.ok && result.value.every((element, i) => sameProvision(element, elements[i]!, context.labels, context.labels))).toBe(true);
  return block.lines;
}

const agreement = (tags: readonly Tag[], holder: Tag): BlockContext => ({ tags, holder, labels: AGREEMENT_LABELS });
const statute = (tags: readonly Tag[], holder: Tag): BlockContext => ({ tags, holder, labels: STATUTE_LABELS });

describe('条のブロック', () => {
  test('見出し・枝番号の条・項・号・細分を配字どおりに読み、同じ行に書く', () => {
    const lines = ['　（実施計画）', '第3条の2　両市は、計画を定める。ただし、軽易なものを除く。', '2　連絡会議は、次の事項を協議する。', '　(1)　計画の案', '　　ア　医療', '　　イ　福祉', '　(2)　その他', '3　前項の計画は、公表する。'];
    const context = agreement(['Article'], 'MainProvision');
    const result = readBlock({ lines }, context, newId);
    expect(read(lines, context)).toEqual([
      'Article 第3条の2',
      '  ArticleCaption「（実施計画）」',
      '  Paragraph', '    ParagraphSentence「両市は、計画を定める。ただし、軽易なものを除く。」',
      '  Paragraph 2', '    ParagraphSentence「連絡会議は、次の事項を協議する。」',
      '    Item (1)', '      ItemSentence「計画の案」',
      '      Subitem1 ア', '        Subitem1Sentence「医療」',
      '      Subitem1 イ', '        Subitem1Sentence「福祉」',
      '    Item (2)', '      ItemSentence「その他」',
      '  Paragraph 3', '    ParagraphSentence「前項の計画は、公表する。」',
    ]);
    expect(result.ok && writeBlock(result.value, context).lines).toEqual(lines);
  });

  test('「第三条から第五条まで　削除」は番号の範囲を持つ一つの条である', () => {
    const result = readBlock({ lines: ['第三条から第五条まで　削除'] }, statute(['Article'], 'MainProvision'), newId);
    expect(result.ok && result.value.map((e) => [e.num, e.label, isElement(e.children[0]!) && writeRun(e.children[0]!)])).toEqual([['3:5', undefined, '削除']]);
  });
});

describe('人や官報の書いた行', () => {
  test.each([
    ['字下げの無い号と細分は、標目の書きぶりで階層が決まる', ['第七条　次に掲げる者は、届け出る。', '一　甲', 'イ　丙', '（１）　戊', '二　乙', '２　己'], ['Item 一', 'Subitem1 イ', 'Subitem2 （１）', 'Item 二', 'Paragraph ２']],
    ['標目の数字と括弧の幅は、文書に揃える', ['第７条　次に掲げる者は、届け出る。', '　一　甲', '　　イ　丙', '2　己'], ['Item 一', 'Subitem1 イ', 'Paragraph ２']],
  ] as const)('%s', (_, lines, expected) => {
    const printed = read(lines, statute(['Article'], 'MainProvision')).map((line) => line.trim());
    expect(printed.filter((line) => /^(?:Item|Subitem\d|Paragraph) ./.test(line))).toEqual(expected);
  });

  test('別表は「別表第二（第四条関係）」の題名と関係条、タブ区切りの表、字下げの無い備考を読む', () => {
    expect(read(['別表第二（第四条関係）', '区分\t金額', '甲\t千円', '備考', '一　乙を除く。'], statute(['AppdxTable'], 'LawBody'))).toEqual([
      'AppdxTable', '  AppdxTableTitle「別表第二」', '  RelatedArticleNum「（第四条関係）」',
      '  TableStruct', '    Table', '      TableRow', '        TableColumn「区分」', '        TableColumn「金額」', '      TableRow', '        TableColumn「甲」', '        TableColumn「千円」',
      '  Remarks', '    RemarksLabel「備考」', '    Item 一', '      ItemSentence「乙を除く。」',
    ]);
  });

  test('「（表略）」は、何を加えるのか分からないので読めない', () => {
    expect(read(['（表略）'], agreement(['TableRow'], 'Table'))).toEqual(['amendment.block-unread 1 （表略）']);
    expect(read(['別表（第3条関係）', '（表略）'], agreement(['AppdxTable'], 'LawBody'))).toEqual(['amendment.block-unread 2 （表略）']);
  });

  test('空の行は読み飛ばし、行が無ければ規定も無い', () => {
    expect(read(['', '　', '2　甲', ''], agreement(['Paragraph'], 'Article'))).toEqual(['Paragraph 2', '  ParagraphSentence「甲」']);
    expect(read([], agreement(['Article'], 'MainProvision'))).toEqual([]);
  });
});

describe('配字', () => {
  test('ただし書・章・表の行・別表の区分は、例規の体裁で書く', () => {
    expect(roundTrip([el('Sentence', 'ただし、軽易なものを除く。')], agreement(['Sentence'], 'Paragraph'))).toEqual(['　ただし、軽易なものを除く。']);
    const chapter = numbered('Chapter', '2', {}, el('ChapterTitle', '第2章　連携事業の推進'), numbered('Article', '5', {}, numbered('Paragraph', '1', {}, el('ParagraphSentence', el('Sentence', '削除')))));
    expect(roundTrip([chapter], agreement(['Chapter'], 'MainProvision'))).toEqual(['　　　第2章　連携事業の推進', '第5条　削除']);
    const cell = (text: string, attr = {}) => make('TableColumn', { attr }, [el('Sentence', text)]);
    const table = el('TableStruct', el('Table', el('TableRow', cell('甲', { rowspan: '2' }), cell('乙', { colspan: '2' })), el('TableRow', cell('丙'), cell('｜'))));
    const section = numbered('Item', '1', { label: '1' }, el('ItemSentence', el('Sentence', '経済')), table);
    const appendix = el('AppdxTable', el('AppdxTableTitle', '別表'), el('RelatedArticleNum', '（第3条関係）'), section);
    expect(roundTrip([appendix, appendix], agreement(['AppdxTable'], 'LawBody')).slice(0, 4)).toEqual(['別表（第3条関係）', '1　経済', '｜甲｜乙｜←｜', '｜↑｜丙｜［字 ｜］｜']);
  });

  test('行の外へ続く結合は ［縦3］ と言い、欄の中の号は〔内訳〕で並べる', () => {
    const items = el('TableColumn', numbered('Item', '1', {}, el('ItemSentence', el('Sentence', '甲'))), numbered('Item', '2', {}, el('ItemSentence', el('Sentence', '乙'))));
    const row = el('TableRow', make('TableColumn', { attr: { rowspan: '3' } }, [el('Sentence', '部')]), items);
    expect(roundTrip([row], agreement(['TableRow'], 'Table'))).toEqual(['｜［縦3］部｜〔内訳〕　(1)　甲↵　(2)　乙｜']);
  });

  test('標目・見出し・表に読まれる文は、先頭の一字を逃がして書く', () => {
    const paragraph = (text: string) => numbered('Paragraph', '1', {}, el('ParagraphSentence', el('Sentence', text)));
    expect(roundTrip([paragraph('一　甲')], statute(['Paragraph'], 'SupplProvision'))).toEqual(['　［字 一］　甲']);
    expect(roundTrip([paragraph('（経過措置）')], statute(['Paragraph'], 'SupplProvision'))).toEqual(['　［字 （］経過措置）']);
    expect(roundTrip([paragraph('　甲｜乙　')], statute(['Paragraph'], 'SupplProvision'))).toEqual(['　［空白 1］甲｜乙［空白 1］']);
  });

  test('文の中の表は〔引用〕の所に入る', () => {
    const quoted = el('QuoteStruct', el('TableStruct', el('Table', el('TableRow', el('TableColumn', el('Sentence', '甲'))))));
    const paragraph = numbered('Paragraph', '2', {}, el('ParagraphSentence', el('Sentence', '前項の表中「', quoted, '」とあるのは、適用しない。')));
    expect(roundTrip([paragraph], statute(['Paragraph'], 'Article'))).toEqual(['２　前項の表中「〔引用〕」とあるのは、適用しない。', '　　〔引用：〕', '　　　｜甲｜']);
  });

  test('新しい要素の属性は、隣の要素にならう', () => {
    const model = make('Item', { num: '1' as ProvisionNum, attr: { Delete: 'false', Hide: 'false' } }, [el('ItemSentence', make('Sentence', { attr: { WritingMode: 'vertical' } }, ['甲']))]);
    const result = readBlock({ lines: ['　二　乙'] }, { ...statute(['Item'], 'Article'), model }, newId);
    expect(result.ok && result.value[0]).toEqual({
      tag: 'Item', id: 'x', num: '2', attr: { Delete: 'false', Hide: 'false' },
      children: [{ tag: 'ItemSentence', id: 'x', attr: {}, children: [{ tag: 'Sentence', id: 'x', attr: { WritingMode: 'vertical' }, children: ['乙'] }] }],
    });
  });
});

describe('改正規定と紛れない', () => {
  test.each([
    ['附則の中の改正規定', numbered('Paragraph', '1', {}, el('ParagraphSentence', el('Sentence', '甲法の一部を次のように改正する。')), el('AmendProvision', el('AmendProvisionSentence', el('Sentence', '第三条中「甲」を「乙」に改める。'))))],
    ['標目の無い項', numbered('Paragraph', '1', {}, el('ParagraphSentence', el('Sentence', '第三条中「甲」を「乙」に改める。')))],
    ['配字に無い構造', numbered('Paragraph', '1', { label: '甲号' }, el('ParagraphSentence', el('Sentence', '第三条中「甲」を「乙」に改める。')), el('SupplNote', '第四条を削る。'))],
  ])('%sを含むブロックは、一つの改正規定に続く行のままである', (_, paragraph) => {
    const lines = roundTrip([paragraph], statute(['Paragraph'], 'SupplProvision'));
    const parsed = parseAmendment(['　附則に次の一項を加える。', ...lines, '　第五条を削る。'].join('\n'));
    expect(parsed.amendment).toHaveLength(2);
    const [operation] = parsed.amendment[0]!.operations;
    expect(operation?.action).toMatchObject({ kind: 'add', block: { lines } });
  });
});

describe('書いて読めば同じ規定に戻る', () => {
  const OUTSIDE: ReadonlySet<Tag> = new Set<Tag>(['Law', 'LawNum', 'LawBody', 'CoverLine', 'Rt', 'Ruby', 'Line', 'Sup', 'Sub', 'Fig', 'QuoteStruct']);

  test.each([
    ['連携協約', agreementDocument('plain'), 40],
    ['法令（XML の特別な文字を含む）', statuteDocument('any'), 40],
  ] as const)('%sのどの要素も', (_, documents, numRuns) => {
    fc.assert(fc.property(documents, ({ root, labels }) => {
      for (const holder of walk(root)) {
        const children = childElements(holder).filter((child) => !OUTSIDE.has(child.tag));
        const tags = new Set(children.map((child) => child.tag));
        for (const tag of tags) {
          const elements = children.filter((child) => child.tag === tag);
          const context: BlockContext = { tags: [tag], labels, holder: holder.tag, model: elements[0]! };
          const result = readBlock(writeBlock(elements, context), context, newId);
          expect(result.ok && result.value.length === elements.length && result.value.every((e, i) => sameProvision(e, elements[i]!, labels, labels))).toBe(true);
        }
      }
    }), { numRuns });
  });

  test('スキーマに無い入れ子も、紛らわしい文字も', () => {
    const tags = [...TAGS].filter((tag) => !OUTSIDE.has(tag));
    const text = fc.array(fc.constantFrom('甲', '乙は、', '。', 'ただし、', '　', '（', '）', '第三条', '一　', '２　', '｜', '↑', '←', '---', '備考', '別表第一', '第一章　', '〔項〕', '〔', '［図 a］', '［字 甲］', '［空］', '\t', '第一条中「A」を「B」に改める。', '〔引用〕'), { maxLength: 4 }).map((parts) => parts.join(''));
    const tree: fc.Arbitrary<Element> = fc.letrec<{ node: Element }>((tie) => ({
      node: fc.tuple(fc.constantFrom(...tags), fc.option(text, { nil: undefined }), fc.oneof({ maxDepth: 3 }, text.map((t): Content[] => [t]), fc.array<Content>(fc.oneof(tie('node'), text), { maxLength: 3 })))
        .map(([tag, label, children]): Element => ({ tag, id: newId(), num: '2' as ProvisionNum, ...(label === undefined ? {} : { label }), attr: {}, children })),
    })).node;
    fc.assert(fc.property(fc.array(tree, { minLength: 1, maxLength: 3 }), fc.constantFrom(...tags), (elements, holder) => {
      const context = statute([...new Set(elements.map((e) => e.tag))], holder);
      const result = readBlock(writeBlock(elements, context), context, newId);
      expect(result.ok && result.value.length === elements.length && result.value.every((e, i) => sameProvision(e, elements[i]!, STATUTE_LABELS, STATUTE_LABELS))).toBe(true);
    }), { numRuns: 400 });
  });

  test('どんな行を読んでも、規定か報告が返る', () => {
    const piece = fc.constantFrom('甲', '。', '　', '（', '）', '第三条', '一　', '２　', '｜', '|', '↑', '←', '---', '備考', '別表第一', '第一章　', '附則', '目次', '〔項〕', '〔項：〕', '〔引用：〕', '〔表：〕', '［図 a］', '［空白 9999］', '［字 U+110000］', '\t', '↵');
    const line = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.array(line, { maxLength: 10 }), fc.array(fc.constantFrom(...TAGS), { maxLength: 2 }), fc.constantFrom(...TAGS), (lines, tags, holder) => {
      const result = readBlock({ lines }, statute(tags, holder), newId);
      expect(result.ok ? result.value.every(isElement) : result.error.every((f) => f.code === 'amendment.block-unread')).toBe(true);
    }), { numRuns: 500 });
  });
});
