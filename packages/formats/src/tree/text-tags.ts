import { LABEL_TAG, type Tag } from '@renkei/core';

/**
 * 文字をどこに持つか。法令標準XMLの混合内容（mixed）の要素と、中身を定めない要素（any）。
 * それ以外の要素の中の空白だけの文字は、字下げのためのもので本文ではない。
 */
const TEXT_TAGS: ReadonlySet<Tag> = new Set<Tag>([
  'LawNum', 'LawTitle', 'EnactStatement',
  'TOCLabel', 'TOCPreambleLabel', 'TOCAppdxTableLabel', 'ArticleRange',
  'PartTitle', 'ChapterTitle', 'SectionTitle', 'SubsectionTitle', 'DivisionTitle',
  'SupplProvisionLabel', 'ArticleCaption', 'ParagraphCaption', 'SupplNote', ...Object.values(LABEL_TAG),
  'ClassTitle', 'Sentence', 'Ruby', 'Rt', 'Line', 'Sup', 'Sub',
  'AppdxTableTitle', 'AppdxNoteTitle', 'AppdxStyleTitle', 'AppdxFormatTitle', 'AppdxFigTitle', 'ArithFormulaNum',
  'SupplProvisionAppdxTableTitle', 'SupplProvisionAppdxStyleTitle', 'RelatedArticleNum', 'RemarksLabel',
  'TableStructTitle', 'TableHeaderColumn', 'FigStructTitle', 'NoteStructTitle', 'StyleStructTitle', 'FormatStructTitle',
  'CoverLine', 'ConclusionDate', 'SignatureLine',
]);

const ANY_TAGS: ReadonlySet<Tag> = new Set<Tag>(['QuoteStruct', 'NewProvision', 'ArithFormula', 'Note', 'Style', 'Format', 'Fig']);

/** 文字をそのまま持つ要素か。空白だけの文字も本文である。 */
export const holdsText = (tag: Tag): boolean => TEXT_TAGS.has(tag);

/** XML の空白だけの文字か（全角空白は本文）。 */
export const isBlank = (text: string): boolean => !/[^ \t\r\n]/.test(text);

/**
 * 字下げの空白を除く。子は隣り合う文字がつながれていること。
 * 中身を定めない要素では、空白でない文字が一つでもあるか、要素が一つもなければ、文字の要素とみる。
 */
export function dropLayout<T>(tag: Tag, children: readonly (T | string)[]): readonly (T | string)[] {
  if (holdsText(tag)) return children;
  const strings = children.filter((c): c is string => typeof c === 'string');
  if (strings.length === 0) return children;
  if (ANY_TAGS.has(tag) && (strings.some((s) => !isBlank(s)) || strings.length === children.length)) return children;
  return children.filter((c) => typeof c !== 'string' || !isBlank(c));
}
