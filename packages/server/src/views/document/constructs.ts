import { SUBITEM_TAGS, type SubitemPartTag } from '@renkei/core';
import { AmendProvision, NewProvision } from './amend-provision.js';
import { Appendix } from './appdx-table.js';
import { Article } from './article.js';
import { Closing, ClosingFormula, ConclusionDate, SignatureBlock, SignatureLine } from './closing.js';
import type { Construct, Constructs } from './construct.js';
import { Fig } from './figure.js';
import { ArithFormula } from './formula.js';
import { Group } from './group.js';
import { Line, QuoteStruct, Rt, Ruby, Sub, Sup } from './inline.js';
import { Item } from './item.js';
import { CoverLine, EnactStatement, Law, LawBody, LawNum, LawTitle, MainProvision } from './law.js';
import { List } from './list.js';
import { Paragraph } from './paragraph.js';
import { Preamble } from './preamble.js';
import { Remarks } from './remarks.js';
import { Column, Sentence, SentenceBlock } from './sentence.js';
import { Struct, StructTitle } from './struct.js';
import { SupplNote, SupplProvision, SupplProvisionLabel } from './suppl-provision.js';
import { LooseRow, Table, TableStruct } from './table.js';
import { Text } from './text.js';
import { Toc, TocEntry, TocLabel } from './toc.js';

const SUBITEM_PARTS = Object.fromEntries(
  SUBITEM_TAGS.flatMap((tag) => [[`${tag}Title`, Text], [`${tag}Sentence`, SentenceBlock]] as const),
) as Record<SubitemPartTag, Construct>;

/** どの要素をどの部品で示すか。要素名を増やすと、ここに足すまで型検査を通らない。 */
export const CONSTRUCTS: Constructs = {
  Law, LawNum, LawBody, LawTitle, EnactStatement, MainProvision, CoverLine,
  Preamble, SupplProvision, SupplProvisionLabel, SupplNote,
  TOC: Toc, TOCLabel: TocLabel, TOCPreambleLabel: TocEntry, TOCPart: TocEntry, TOCChapter: TocEntry, TOCSection: TocEntry,
  TOCSubsection: TocEntry, TOCDivision: TocEntry, TOCArticle: TocEntry, TOCSupplProvision: TocEntry, TOCAppdxTableLabel: TocEntry, ArticleRange: Text,
  Part: Group, Chapter: Group, Section: Group, Subsection: Group, Division: Group,
  PartTitle: Text, ChapterTitle: Text, SectionTitle: Text, SubsectionTitle: Text, DivisionTitle: Text,
  Article, ArticleCaption: Text, ArticleTitle: Text,
  Paragraph, ParagraphCaption: StructTitle, ParagraphNum: Text, ParagraphSentence: SentenceBlock,
  Item, ItemTitle: Text, ItemSentence: SentenceBlock,
  Subitem1: Item, Subitem2: Item, Subitem3: Item, Subitem4: Item, Subitem5: Item,
  Subitem6: Item, Subitem7: Item, Subitem8: Item, Subitem9: Item, Subitem10: Item,
  ...SUBITEM_PARTS,
  AmendProvision, AmendProvisionSentence: SentenceBlock, NewProvision,
  Class: Item, ClassTitle: Text, ClassSentence: SentenceBlock,
  Sentence, Column,
  List, ListSentence: SentenceBlock, Sublist1: List, Sublist1Sentence: SentenceBlock,
  Sublist2: List, Sublist2Sentence: SentenceBlock, Sublist3: List, Sublist3Sentence: SentenceBlock,
  AppdxTable: Appendix, AppdxTableTitle: StructTitle, AppdxNote: Appendix, AppdxNoteTitle: StructTitle,
  AppdxStyle: Appendix, AppdxStyleTitle: StructTitle, AppdxFormat: Appendix, AppdxFormatTitle: StructTitle,
  Appdx: Appendix, ArithFormulaNum: StructTitle, ArithFormula, AppdxFig: Appendix, AppdxFigTitle: StructTitle,
  SupplProvisionAppdxTable: Appendix, SupplProvisionAppdxTableTitle: StructTitle,
  SupplProvisionAppdxStyle: Appendix, SupplProvisionAppdxStyleTitle: StructTitle, SupplProvisionAppdx: Appendix,
  RelatedArticleNum: StructTitle, Remarks, RemarksLabel: Text,
  TableStruct, TableStructTitle: StructTitle, Table, TableRow: LooseRow, TableColumn: LooseRow, TableHeaderRow: LooseRow, TableHeaderColumn: LooseRow,
  FigStruct: Struct, FigStructTitle: StructTitle, Fig,
  NoteStruct: Struct, NoteStructTitle: StructTitle, Note: Struct,
  StyleStruct: Struct, StyleStructTitle: StructTitle, Style: Struct,
  FormatStruct: Struct, FormatStructTitle: StructTitle, Format: Struct,
  Ruby, Rt, Line, Sup, Sub, QuoteStruct,
  Closing, ClosingFormula, ConclusionDate, SignatureBlock, SignatureLine,
};
