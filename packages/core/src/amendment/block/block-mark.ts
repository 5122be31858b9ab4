import { SUBITEM_TAGS, TAGS, type Tag } from '../../text/tag.js';

/**
 * 配字だけでは元に戻せないところに置く印「〔項〕」。中身が行に分かれるときは「〔項：〕」とし、中身は一字深く並べる。
 * 標目を言うときは「〔号 甲の二〕」。
 */
const NAMES: Partial<Record<Tag, string>> = {
  Part: '編', Chapter: '章', Section: '節', Subsection: '款', Division: '目',
  PartTitle: '編名', ChapterTitle: '章名', SectionTitle: '節名', SubsectionTitle: '款名', DivisionTitle: '目名',
  Article: '条', ArticleCaption: '見出し', Paragraph: '項', ParagraphCaption: '項の見出し', Item: '号', SupplNote: '附記',
  Subitem1: '細分1', Subitem2: '細分2', Subitem3: '細分3', Subitem4: '細分4', Subitem5: '細分5',
  Subitem6: '細分6', Subitem7: '細分7', Subitem8: '細分8', Subitem9: '細分9', Subitem10: '細分10',
  ParagraphSentence: '項の文', ItemSentence: '号の文', Sentence: '文', Column: '欄の文',
  List: '列記', ListSentence: '列記の文', Sublist1: '列記1', Sublist1Sentence: '列記1の文', Sublist2: '列記2', Sublist2Sentence: '列記2の文', Sublist3: '列記3', Sublist3Sentence: '列記3の文',
  AmendProvision: '改正規定', AmendProvisionSentence: '改正文', NewProvision: '新規定', Class: '類', ClassTitle: '類名', ClassSentence: '類の文', QuoteStruct: '引用',
  LawTitle: '題名', EnactStatement: '制定文', Preamble: '前文', MainProvision: '本則', SupplProvision: '附則', SupplProvisionLabel: '附則名',
  TOC: '目次', TOCLabel: '目次名', TOCPart: '目次の編', TOCChapter: '目次の章', TOCSection: '目次の節', TOCSubsection: '目次の款', TOCDivision: '目次の目',
  TOCArticle: '目次の条', TOCPreambleLabel: '目次の前文', TOCSupplProvision: '目次の附則', TOCAppdxTableLabel: '目次の別表', ArticleRange: '条の範囲',
  AppdxTable: '別表', AppdxTableTitle: '別表名', AppdxNote: '別記', AppdxNoteTitle: '別記名', AppdxStyle: '別記様式', AppdxStyleTitle: '様式名',
  AppdxFormat: '別記書式', AppdxFormatTitle: '書式名', Appdx: '付録', ArithFormulaNum: '付録名', ArithFormula: '算式', AppdxFig: '別図', AppdxFigTitle: '別図名',
  SupplProvisionAppdxTable: '附則別表', SupplProvisionAppdxTableTitle: '附則別表名', SupplProvisionAppdxStyle: '附則様式', SupplProvisionAppdxStyleTitle: '附則様式名', SupplProvisionAppdx: '附則付録',
  RelatedArticleNum: '関係条', Remarks: '備考', RemarksLabel: '備考名',
  TableStruct: '表', TableStructTitle: '表名', Table: '表の全部', TableRow: '行', TableColumn: '欄', TableHeaderRow: '見出しの行', TableHeaderColumn: '見出しの欄',
  FigStruct: '図', FigStructTitle: '図名', Fig: '図の本体', NoteStruct: '記', NoteStructTitle: '記名', Note: '記の本体',
  StyleStruct: '様式', StyleStructTitle: '様式の名', Style: '様式の本体', FormatStruct: '書式', FormatStructTitle: '書式の名', Format: '書式の本体',
  Closing: '締結文', ClosingFormula: '締結の文', ConclusionDate: '締結日', SignatureBlock: '署名欄', SignatureLine: '署名',
};

for (const [i, tag] of SUBITEM_TAGS.entries()) NAMES[`${tag}Sentence`] = `細分${i + 1}の文`;

/** 要素の間の文字（引用を含む文の地の文）の印 */
const TEXT_MARK = '字句';

const BY_NAME = new Map<string, Tag>([...TAGS].map((tag) => [NAMES[tag] ?? tag, tag]));

export interface Mark {
  readonly tag: Tag | undefined;
  /** 標目。無ければ undefined */
  readonly label?: string;
  /** 中身が次の行から並ぶ */
  readonly nested: boolean;
  readonly rest: string;
}

export const markName = (tag: Tag | undefined): string => (tag === undefined ? TEXT_MARK : (NAMES[tag] ?? tag));

export function writeMark(tag: Tag | undefined, label: string | undefined, nested: boolean): string {
  return `〔${markName(tag)}${label === undefined || label === '' ? '' : ` ${label}`}${nested ? '：' : ''}〕`;
}

export function readMark(text: string): Mark | undefined {
  const m = /^〔([^〔〕 ：]+)(?: ([^〔〕]+?))?(：)?〕/.exec(text);
  if (!m) return undefined;
  const tag = BY_NAME.get(m[1]!);
  if (tag === undefined && m[1] !== TEXT_MARK) return undefined;
  return { tag, ...(m[2] === undefined ? {} : { label: m[2] }), nested: m[3] !== undefined, rest: text.slice(m[0].length) };
}
