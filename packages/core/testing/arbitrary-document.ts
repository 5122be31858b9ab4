import fc from 'fast-check';
import {
  AGREEMENT_LABELS, derivedLabel, isElement, isLabelled, renumberIds, SENTENCE_TAG, STATUTE_LABELS, SUBITEM_TAGS,
  type Content, type Element, type ElementInit, type LabelForms, type LawDocument, type NodeId, type ProvisionNum, type ProvisionTag, type Tag,
} from '../src/index.js';

/**
 * 試験のための文書の生成器。製品には入らない。
 * plain は印字できる普通の文（テキストの読み書きの往復に使う）。
 * any は XML の特別な文字・制御文字・サロゲート対・異体字選択子まで含む（木の形式の往復に使う）。
 */
export type TextKind = 'plain' | 'any';

/** 連携協約の形をした文書 */
export function agreementDocument(kind: TextKind = 'plain'): fc.Arbitrary<LawDocument> {
  const labels = fc.constantFrom<LabelForms>(
    AGREEMENT_LABELS,
    { ...AGREEMENT_LABELS, Article: '第１条', Paragraph: '１', Item: '（１）' },
    { ...AGREEMENT_LABELS, Article: '第一条', Item: '一', Subitem1: 'イ' },
  );
  return labels.chain((forms) => {
    const parts = partsOf(kind);
    const body = fc
      .tuple(
        fc.array(parts.line, { maxLength: 2 }),
        parts.line,
        fc.option(fc.array(parts.sentence, { minLength: 1, maxLength: 2 }), { nil: undefined }),
        fc.array(parts.article, { minLength: 1, maxLength: 4 }),
        fc.option(fc.array(parts.paragraph(1), { minLength: 1, maxLength: 2 }), { nil: undefined }),
        fc.option(parts.closing, { nil: undefined }),
        fc.array(parts.agreementTable, { maxLength: 2 }),
      )
      .map(([cover, title, preamble, articles, suppl, closing, tables]) =>
        make('LawBody', {}, [
          ...cover.map((line) => make('CoverLine', {}, [line])),
          make('LawTitle', {}, [title]),
          ...(preamble ? [make('Preamble', {}, [make('Paragraph', { num: num(1) }, [make('ParagraphSentence', {}, numbered(preamble))])])] : []),
          make('MainProvision', {}, numberedProvisions(articles)),
          ...(suppl ? [make('SupplProvision', {}, [make('SupplProvisionLabel', {}, ['附則']), ...numberedProvisions(suppl)])] : []),
          ...(closing ? [closing] : []),
          ...tables.map((content, i) =>
            make('AppdxTable', {}, [make('AppdxTableTitle', {}, [tables.length === 1 ? '別表' : `別表第${i + 1}`]), make('RelatedArticleNum', {}, ['（第1条関係）']), ...content]),
          ),
        ]),
      );
    return fc.tuple(body, fc.option(parts.line, { nil: undefined })).map(([lawBody, lawNum]) => ({
      root: settle(make('Law', {}, [...(lawNum ? [make('LawNum', {}, [lawNum])] : []), lawBody]), forms),
      labels: forms,
    }));
  });
}

/** 国の法令の形をした文書 */
export function statuteDocument(kind: TextKind = 'any'): fc.Arbitrary<LawDocument> {
  const parts = partsOf(kind);
  const article = parts.article;
  const section = grouped('Section', article);
  const chapter = grouped('Chapter', fc.oneof(article, section));
  const part = grouped('Part', chapter);
  const main = fc.oneof(
    fc.array(article, { minLength: 1, maxLength: 4 }),
    fc.array(chapter, { minLength: 1, maxLength: 2 }),
    fc.array(part, { minLength: 1, maxLength: 2 }),
    fc.array(parts.paragraph(2), { minLength: 1, maxLength: 2 }),
  );
  const toc = fc.array(parts.line, { minLength: 1, maxLength: 2 }).map((titles) =>
    make('TOC', {}, [
      make('TOCLabel', {}, ['目次']),
      ...titles.map((title, i) =>
        make('TOCChapter', { num: num(i + 1), attr: { Delete: 'false' } }, [
          make('ChapterTitle', {}, [title]),
          make('TOCSection', { num: num(1) }, [make('SectionTitle', {}, [title]), make('ArticleRange', {}, ['（第一条・第二条）'])]),
          make('ArticleRange', {}, ['（第一条―第三条）']),
        ]),
      ),
      make('TOCSupplProvision', {}, [make('SupplProvisionLabel', {}, ['附則'])]),
    ]),
  );
  const suppl = fc.tuple(fc.oneof(fc.array(article, { minLength: 1, maxLength: 2 }), fc.array(parts.paragraph(1), { minLength: 1, maxLength: 2 })), fc.boolean()).map(([content, amending]) =>
    make('SupplProvision', { attr: amending ? { AmendLawNum: '平成一二年六月七日法律第一一一号', Extract: 'true' } : {} }, [make('SupplProvisionLabel', {}, ['附　則']), ...numberedProvisions(content)]),
  );
  const appendix = fc.oneof(
    parts.tableStruct.map((table) => make('AppdxTable', { num: num(1) }, [make('AppdxTableTitle', { attr: { WritingMode: 'vertical' } }, ['別表第一']), make('RelatedArticleNum', {}, ['（第一条関係）']), table])),
    parts.anyText.map((src) => make('AppdxStyle', {}, [make('AppdxStyleTitle', {}, ['様式第一号']), make('StyleStruct', {}, [make('Style', {}, [make('Fig', { attr: { src } })])])])),
    parts.sentence.map((sentence) => make('AppdxNote', {}, [make('AppdxNoteTitle', {}, ['別記']), make('NoteStruct', {}, [make('Note', {}, [sentence])])])),
    parts.line.map((line) => make('Appdx', {}, [make('ArithFormulaNum', {}, ['付録第一']), make('ArithFormula', {}, [`Ｘ＝${line}`, make('Sup', {}, ['２'])])])),
  );
  return fc
    .tuple(parts.line, fc.option(parts.inline, { nil: undefined }), fc.option(toc, { nil: undefined }), main, fc.array(suppl, { maxLength: 2 }), fc.array(appendix, { maxLength: 2 }))
    .map(([title, enact, contents, provisions, suppls, appendices]) => ({
      root: settle(
        make('Law', { num: num('08'), attr: { Era: 'Heisei', Lang: 'ja', LawType: 'Act', Year: '06' } }, [
          make('LawNum', {}, ['平成六年法律第八号']),
          make('LawBody', {}, [
            make('LawTitle', { attr: { Kana: 'かな' } }, [title]),
            ...(enact ? [make('EnactStatement', {}, enact)] : []),
            ...(contents ? [contents] : []),
            make('MainProvision', {}, numberedProvisions(provisions)),
            ...suppls,
            ...appendices,
          ]),
        ]),
        STATUTE_LABELS,
      ),
      labels: STATUTE_LABELS,
    }));

  function grouped(tag: 'Part' | 'Chapter' | 'Section', inner: fc.Arbitrary<Element>): fc.Arbitrary<Element> {
    return fc.tuple(parts.line, fc.array(inner, { minLength: 1, maxLength: 2 })).map(([title, children]) => make(tag, { num: num(1) }, [make(`${tag}Title`, {}, [title]), ...numberedProvisions(children)]));
  }
}

type Make = <T extends Tag>(tag: T, init?: ElementInit, children?: readonly Content[]) => Element<T>;
const make: Make = (tag, init = {}, children = []) => ({
  tag,
  id: 'n0' as NodeId,
  ...(init.num === undefined ? {} : { num: init.num }),
  ...(init.label === undefined ? {} : { label: init.label }),
  attr: init.attr ?? {},
  children,
});
const num = (value: number | string) => String(value) as ProvisionNum;

const startsProviso = (sentence: Element): boolean => String(sentence.children[0] ?? '').startsWith('ただし、');

/** 文が二つ以上なら番号を振り、ただし書があれば本文とただし書に分ける。 */
function numbered(sentences: readonly Element[]): Element[] {
  if (sentences.length === 1) return [...sentences];
  const proviso = sentences.some(startsProviso);
  return sentences.map((sentence, i) => ({
    ...sentence,
    num: num(i + 1),
    attr: { ...sentence.attr, ...(proviso ? { Function: startsProviso(sentence) ? 'proviso' : 'main' } : {}) },
  }));
}

/** 並びに番号を振る。枝番号は前の番号の枝になる。 */
function numberedProvisions(elements: readonly Element[]): Element[] {
  let head = 0;
  let branch = 1;
  return elements.map((element) => {
    const branching = element.num?.includes('_') === true && head > 0;
    if (branching) branch += 1;
    else {
      head += 1;
      branch = 1;
    }
    return { ...element, num: num(branching ? `${head}_${branch}` : head) };
  });
}

const LEADS = ['両市は、', '甲及び乙は、', 'この連携協約は、', '前条に規定する取組は、', '当該事務の執行に当たっては、'];
const WORDS = ['圏域の', '住民が', '安心して', '暮らす', '連携を図り', '医療と福祉の', '経済の成長を', '推進する', '協議し', '必要な措置を', '𠮷野川の', '葛󠄀城市の', 'ＩＣＴを用いた', '（次条において同じ。）', '第3条第1項に規定する'];
const ODD = ['あ', '漢', '𠮷', '葛󠄀', '&', '<', '>', '"', "'", ' ', '　', '\t', '\n', '\r', ']]>', '<!--', '-->', '&amp;', '%3C', '=', 'é', '\u0000', '\u000b', '\ufffe', '\ud800', '\u0085', '\u2028', '{', '}', '|', '\\'];

function partsOf(kind: TextKind) {
  const plainLine = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(''));
  const oddLine = fc.array(fc.constantFrom(...ODD), { minLength: 1, maxLength: 8 }).map((chars) => chars.join(''));
  const line = kind === 'plain' ? plainLine : fc.oneof(plainLine, oddLine);
  const anyText = fc.array(fc.constantFrom(...ODD.filter((c) => !/[\u0000\u000b\ufffe\ud800]/.test(c))), { maxLength: 6 }).map((chars) => chars.join(''));

  const ruby = fc.tuple(fc.constantFrom('漢', '𠮷', '橋梁'), fc.constantFrom('かん', 'よし')).map(([base, reading]) => make('Ruby', {}, [base, make('Rt', {}, [reading])]));
  const decoration = fc.oneof(
    ruby,
    line.map((text) => make('Sup', {}, [text])),
    line.map((text) => make('Sub', {}, [text])),
    line.map((text) => make('Line', { attr: { Style: 'dotted' } }, [text])),
  );
  const inline: fc.Arbitrary<Content[]> =
    kind === 'plain'
      ? line.map((text) => [text])
      : fc.oneof({ weight: 4, arbitrary: line.map((text): Content[] => [text]) }, fc.tuple(line, decoration, fc.option(line, { nil: undefined })).map(([a, d, b]): Content[] => (b === undefined ? [a, d] : [a, d, b])), fc.constant<Content[]>([]));

  const plainSentence = fc.tuple(fc.constantFrom(...LEADS), line).map(([lead, rest]) => make('Sentence', {}, [`${lead}${rest}。`]));
  const provisoSentence = line.map((rest) => make('Sentence', {}, [`ただし、${rest}。`]));
  const oddSentence = inline.map((content) => make('Sentence', { attr: { WritingMode: 'vertical' } }, content));
  const sentence = kind === 'plain' ? plainSentence : fc.oneof(plainSentence, oddSentence);
  const sentences = fc.oneof(
    sentence.map((s) => [s]),
    fc.tuple(plainSentence, fc.oneof(plainSentence, provisoSentence)).map(([a, b]) => [a, b]),
  ).map(numbered);
  const cellText = fc.oneof({ weight: 4, arbitrary: inline.map((content) => [make('Sentence', {}, content)]) }, fc.tuple(line, line).map(([a, b]) => [make('Sentence', { num: num(1) }, [a]), make('Sentence', { num: num(2) }, [b])]));
  const headerText = fc.oneof({ weight: 4, arbitrary: line.map((text) => [make('Sentence', {}, [text])]) }, fc.constant([make('Sentence')]));

  const table = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 18, maxLength: 18 }), fc.array(cellText, { minLength: 9, maxLength: 9 }), fc.option(fc.array(headerText, { minLength: 3, maxLength: 3 }), { nil: undefined }))
    .map(([rows, columns, spans, cells, header]) =>
      make('Table', {}, [
        ...(header ? [make('TableHeaderRow', {}, header.slice(0, columns).map((content) => make('TableHeaderColumn', {}, content)))] : []),
        ...layTable(rows, columns, spans).map((row) =>
          make('TableRow', {}, row.map((cell) => make('TableColumn', { attr: cell.attr }, cells[cell.index]!))),
        ),
      ]),
    );
  const tableStruct = table.map((t) => make('TableStruct', {}, [t]));
  const figStruct = anyText.map((src) => make('FigStruct', {}, [make('Fig', { attr: { src } })]));
  const list = sentences.map((s) => make('List', {}, [make('ListSentence', {}, s), make('Sublist1', {}, [make('Sublist1Sentence', {}, s)])]));

  /** 印字が番号から導かれるもの、違うもの、空のもの、無いもの */
  const print: fc.Arbitrary<(element: Element) => Element> =
    kind === 'plain'
      ? fc.constant((element: Element) => element)
      : fc.oneof(
          { weight: 6, arbitrary: fc.constant((element: Element) => element) },
          { weight: 1, arbitrary: fc.constant((element: Element) => ({ ...element, label: null })) },
          { weight: 1, arbitrary: fc.oneof(line, fc.constant('')).map((label) => (element: Element) => ({ ...element, label })) },
        );

  const branchable = fc.oneof({ weight: 4, arbitrary: fc.constant(num('1')) }, { weight: 1, arbitrary: fc.constant(num('1_2')) });
  const columns = fc.tuple(line, line).map(([a, b]) => [make('Column', { num: num(1) }, [make('Sentence', {}, [a])]), make('Column', { num: num(2) }, [make('Sentence', {}, [b])])]);

  const provision = (tag: Exclude<ProvisionTag, 'Paragraph'>, depth: number): fc.Arbitrary<Element> => {
    const lower = tag === 'Item' ? SUBITEM_TAGS[0] : SUBITEM_TAGS[SUBITEM_TAGS.indexOf(tag) + 1];
    const children = depth > 0 && lower !== undefined ? fc.array(provision(lower, depth - 1), { maxLength: 2 }) : fc.constant([]);
    return fc.tuple(branchable, fc.oneof({ weight: 3, arbitrary: sentences }, columns), children, print).map(([number, content, lowers, printed]) =>
      printed(make(tag, { num: number }, [make(SENTENCE_TAG[tag], {}, content), ...numberedProvisions(lowers)])),
    );
  };

  const extra = kind === 'plain' ? fc.constant([]) : fc.array(fc.oneof<fc.Arbitrary<Element>[]>(tableStruct, figStruct, list), { maxLength: 1 });
  const paragraph = (depth: number): fc.Arbitrary<Element> =>
    fc.tuple(sentences, fc.array(provision('Item', depth), { maxLength: 2 }), extra, print).map(([content, items, extras, printed]) =>
      printed(make('Paragraph', { num: num(1) }, [make('ParagraphSentence', {}, content), ...numberedProvisions(items), ...extras])),
    );

  const article = fc.tuple(branchable, fc.option(line, { nil: undefined }), fc.array(paragraph(3), { minLength: 1, maxLength: 3 }), print).map(([number, caption, paragraphs, printed]) =>
    printed(
      make('Article', { num: number }, [
        ...(caption === undefined ? [] : [make('ArticleCaption', {}, [`（${caption}）`])]),
        ...paragraphs.map((p, i) => ({ ...p, num: num(i + 1) })),
      ]),
    ),
  );

  const signature = fc.constantFrom(['山口市亀山町2番1号', '山口市', '山口市長　山田太郎'], ['宇部市', '宇部市長　佐藤花子']);
  // 平文では、締結文はその言葉で見分けられる
  const formula = kind === 'plain' ? fc.constant(make('Sentence', {}, ['この協約の締結を証するため、本書2通を作成し、両市が記名押印の上、各自1通を保有する。'])) : sentence;
  const closing = fc.tuple(formula, fc.constantFrom('平成29年3月30日', '令和元年5月1日'), fc.array(signature, { minLength: 1, maxLength: 3 })).map(([first, date, blocks]) =>
    make('Closing', {}, [
      make('ClosingFormula', {}, [first]),
      make('ConclusionDate', {}, [date]),
      ...blocks.map((lines) => make('SignatureBlock', {}, lines.map((text) => make('SignatureLine', {}, [text])))),
    ]),
  );

  const heading = (text: string) => [make('Sentence', {}, [text])];
  const subsections = fc.array(fc.tuple(line, tableStruct), { minLength: 1, maxLength: 2 }).map((subs) =>
    subs.map(([text, t], i): Element => make('Subitem1', { num: num(i + 1), label: `(${i + 1})` }, [make('Subitem1Sentence', {}, heading(text)), t])),
  );
  const section = fc.tuple(line, fc.oneof(tableStruct.map((t): Element[] => [t]), subsections));
  const agreementTable: fc.Arbitrary<Element[]> = fc.oneof(
    tableStruct.map((t): Element[] => [t]),
    fc.array(section, { minLength: 1, maxLength: 3 }).map((sections) =>
      sections.map(([text, content], i) => make('Item', { num: num(i + 1), label: String(i + 1) }, [make('ItemSentence', {}, heading(text)), ...content])),
    ),
  );

  return { line, anyText, inline, sentence, paragraph, article, closing, tableStruct, agreementTable };
}

/** 木の正規の形にする。番号から導かれるのと同じ印字を消し、文書順に id を振る。 */
function settle<T extends Tag>(root: Element<T>, forms: LabelForms): Element<T> {
  const visit = <U extends Tag>(element: Element<U>): Element<U> => {
    const children = element.children.map((child) => (isElement(child) ? visit(child) : child));
    const { label, ...rest } = element;
    if (typeof label !== 'string' || !isLabelled(element.tag)) return { ...element, children };
    const derived = element.num === undefined ? '' : derivedLabel(element.tag, element.num, forms);
    return derived === label ? { ...rest, children } : { ...element, children };
  };
  return renumberIds(visit(root));
}

interface LaidCell {
  readonly index: number;
  readonly attr: Readonly<Record<string, string>>;
}

/** 縦横の結合が重ならない表の割り付け */
function layTable(rows: number, columns: number, spans: readonly number[]): LaidCell[][] {
  const taken = new Set<number>();
  const out: LaidCell[][] = [];
  let next = 0;
  for (let r = 0; r < rows; r += 1) {
    const row: LaidCell[] = [];
    for (let c = 0; c < columns; c += 1) {
      if (taken.has(r * columns + c)) continue;
      // 先頭の列は結合しない。欄の一つもない行を作らないため
      const rowspan = c === 0 ? 1 : Math.min(spans[next * 2] === 2 ? 2 : 1, rows - r);
      let colspan = 1;
      if (spans[next * 2 + 1] === 2 && c + 1 < columns && !taken.has(r * columns + c + 1)) colspan = 2;
      for (let dr = 0; dr < rowspan; dr += 1) for (let dc = 0; dc < colspan; dc += 1) taken.add((r + dr) * columns + c + dc);
      row.push({ index: next, attr: { ...(rowspan > 1 ? { rowspan: String(rowspan) } : {}), ...(colspan > 1 ? { colspan: String(colspan) } : {}) } });
      next += 1;
    }
    out.push(row);
  }
  return out;
}
