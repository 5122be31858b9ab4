/**
 * 要素名の表。名は 法令標準XML（XMLSchemaForJapaneseLaw v3）のまま使う。
 * 協約に固有で同スキーマに無いもの（表紙・締結文・署名欄）だけを AGREEMENT_TAGS に足す。
 */

/** 編・章・節・款・目。上から深い順。 */
export const GROUP_TAGS = ['Part', 'Chapter', 'Section', 'Subsection', 'Division'] as const;

/** 号の細分。Subitem1（ア）→ Subitem2（(ア)）→ … */
export const SUBITEM_TAGS = [
  'Subitem1', 'Subitem2', 'Subitem3', 'Subitem4', 'Subitem5',
  'Subitem6', 'Subitem7', 'Subitem8', 'Subitem9', 'Subitem10',
] as const;

/** 項・号・号の細分。番号を持ち、文（…Sentence）と下位を持つ。浅い順。 */
export const PROVISION_TAGS = ['Paragraph', 'Item', ...SUBITEM_TAGS] as const;

const STRUCTURE_TAGS = [
  'Law', 'LawNum', 'LawBody', 'LawTitle', 'EnactStatement', 'Preamble', 'MainProvision', 'SupplProvision', 'SupplProvisionLabel',
  'TOC', 'TOCLabel', 'TOCPreambleLabel', 'TOCPart', 'TOCChapter', 'TOCSection', 'TOCSubsection', 'TOCDivision',
  'TOCArticle', 'TOCSupplProvision', 'TOCAppdxTableLabel', 'ArticleRange',
  'PartTitle', 'ChapterTitle', 'SectionTitle', 'SubsectionTitle', 'DivisionTitle',
  'Article', 'ArticleCaption', 'ArticleTitle', 'SupplNote',
  'ParagraphCaption', 'ParagraphNum', 'ParagraphSentence', 'ItemTitle', 'ItemSentence',
  'AmendProvision', 'AmendProvisionSentence', 'NewProvision', 'Class', 'ClassTitle', 'ClassSentence',
  'Sentence', 'Column', 'List', 'ListSentence', 'Sublist1', 'Sublist1Sentence', 'Sublist2', 'Sublist2Sentence', 'Sublist3', 'Sublist3Sentence',
] as const;

const APPENDIX_TAGS = [
  'AppdxTable', 'AppdxTableTitle', 'AppdxNote', 'AppdxNoteTitle', 'AppdxStyle', 'AppdxStyleTitle', 'AppdxFormat', 'AppdxFormatTitle',
  'Appdx', 'ArithFormulaNum', 'ArithFormula', 'AppdxFig', 'AppdxFigTitle',
  'SupplProvisionAppdxTable', 'SupplProvisionAppdxTableTitle', 'SupplProvisionAppdxStyle', 'SupplProvisionAppdxStyleTitle', 'SupplProvisionAppdx',
  'RelatedArticleNum', 'Remarks', 'RemarksLabel',
  'TableStruct', 'TableStructTitle', 'Table', 'TableRow', 'TableColumn', 'TableHeaderRow', 'TableHeaderColumn',
  'FigStruct', 'FigStructTitle', 'Fig', 'NoteStruct', 'NoteStructTitle', 'Note', 'StyleStruct', 'StyleStructTitle', 'Style',
  'FormatStruct', 'FormatStructTitle', 'Format',
] as const;

/** 文の中に現れるもの */
export const INLINE_TAGS = ['Ruby', 'Rt', 'Line', 'Sup', 'Sub', 'QuoteStruct'] as const;

/**
 * 協約に固有の要素。法令標準XML では AppdxNote の中に名前空間付きで置く。
 * - CoverLine: 題名より前にある表紙の行（「連携協約書」、当事者名の列記）
 * - Closing: 締結文・締結日・署名欄のまとまり
 * - ClosingFormula / ConclusionDate / SignatureBlock / SignatureLine: その中身
 */
export const AGREEMENT_TAGS = ['CoverLine', 'Closing', 'ClosingFormula', 'ConclusionDate', 'SignatureBlock', 'SignatureLine'] as const;

type SubitemTag = (typeof SUBITEM_TAGS)[number];
export type SubitemPartTag = `${SubitemTag}Title` | `${SubitemTag}Sentence`;
export type GroupTag = (typeof GROUP_TAGS)[number];
export type ProvisionTag = (typeof PROVISION_TAGS)[number];
export type Tag =
  | GroupTag
  | ProvisionTag
  | SubitemPartTag
  | (typeof STRUCTURE_TAGS)[number]
  | (typeof APPENDIX_TAGS)[number]
  | (typeof INLINE_TAGS)[number]
  | (typeof AGREEMENT_TAGS)[number];

export const TAGS: ReadonlySet<Tag> = new Set<Tag>([
  ...GROUP_TAGS,
  ...PROVISION_TAGS,
  ...SUBITEM_TAGS.flatMap((t) => [`${t}Title`, `${t}Sentence`] as const),
  ...STRUCTURE_TAGS,
  ...APPENDIX_TAGS,
  ...INLINE_TAGS,
  ...AGREEMENT_TAGS,
]);

export const isTag = (name: string): name is Tag => TAGS.has(name as Tag);

/**
 * 番号から導ける表示（「第三条の二」「２」「ア」）を持つ要素と、その表示の要素名。
 * 木には表示の要素を置かない。番号（num）から label.ts が導く。
 */
export const LABEL_TAG = {
  Article: 'ArticleTitle',
  Paragraph: 'ParagraphNum',
  Item: 'ItemTitle',
  Subitem1: 'Subitem1Title', Subitem2: 'Subitem2Title', Subitem3: 'Subitem3Title', Subitem4: 'Subitem4Title', Subitem5: 'Subitem5Title',
  Subitem6: 'Subitem6Title', Subitem7: 'Subitem7Title', Subitem8: 'Subitem8Title', Subitem9: 'Subitem9Title', Subitem10: 'Subitem10Title',
} as const satisfies Partial<Record<Tag, Tag>>;

/** 表示を番号から導く要素（条・項・号・号の細分） */
export type LabelledTag = keyof typeof LABEL_TAG;
const LABELLED: ReadonlySet<Tag> = new Set<Tag>(Object.keys(LABEL_TAG) as LabelledTag[]);
export const isLabelled = (tag: Tag): tag is LabelledTag => LABELLED.has(tag);

/** 項・号・号の細分の文の要素名 */
export const SENTENCE_TAG = {
  Paragraph: 'ParagraphSentence', Item: 'ItemSentence',
  Subitem1: 'Subitem1Sentence', Subitem2: 'Subitem2Sentence', Subitem3: 'Subitem3Sentence', Subitem4: 'Subitem4Sentence', Subitem5: 'Subitem5Sentence',
  Subitem6: 'Subitem6Sentence', Subitem7: 'Subitem7Sentence', Subitem8: 'Subitem8Sentence', Subitem9: 'Subitem9Sentence', Subitem10: 'Subitem10Sentence',
} as const satisfies Record<ProvisionTag, Tag>;
