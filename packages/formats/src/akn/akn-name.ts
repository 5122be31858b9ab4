import { GROUP_TAGS, SUBITEM_TAGS, type Tag } from '@renkei/core';

/** Akoma Ntoso 3.0 の名前空間と、本製品の印の名前空間。 */
export const AKN_NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
export const MARK_NAMESPACE = 'urn:renkei:akn-mark:1';

interface AknName {
  /** Akoma Ntoso の要素名 */
  readonly name: string;
  /** eId での略号（Akoma Ntoso Naming Convention） */
  readonly abbreviation: string;
}

const POINT: AknName = { name: 'point', abbreviation: 'point' };

/** 階層をなす要素。対応する語がないものは hcontainer に法令標準XMLの要素名を添える。 */
const HIERARCHY: Partial<Record<Tag, AknName>> = {
  Part: { name: 'part', abbreviation: 'part' },
  Chapter: { name: 'chapter', abbreviation: 'chp' },
  Section: { name: 'section', abbreviation: 'sec' },
  Subsection: { name: 'subsection', abbreviation: 'subsec' },
  Division: { name: 'division', abbreviation: 'dvs' },
  Article: { name: 'article', abbreviation: 'art' },
  Paragraph: { name: 'paragraph', abbreviation: 'para' },
  Item: POINT,
  ...Object.fromEntries(SUBITEM_TAGS.map((tag) => [tag, POINT])),
};

const CONTAINER: AknName = { name: 'hcontainer', abbreviation: 'hcontainer' };
const CONTAINER_TAGS: ReadonlySet<Tag> = new Set<Tag>(['Law', 'LawBody', 'MainProvision', 'SupplProvision', 'TOC', 'Preamble', 'Closing']);

/** 階層の要素なら、その名。 */
export const hierarchyName = (tag: Tag): AknName | undefined => HIERARCHY[tag] ?? (CONTAINER_TAGS.has(tag) ? CONTAINER : undefined);

/** 号のように、項の中の list に並ぶ要素か。 */
export const isListed = (tag: Tag): boolean => HIERARCHY[tag] === POINT;

const HEADINGS: ReadonlySet<Tag> = new Set<Tag>([
  ...GROUP_TAGS.map((tag) => `${tag}Title` as const),
  'ArticleCaption', 'ParagraphCaption', 'SupplProvisionLabel', 'TOCLabel', 'RemarksLabel', 'ArithFormulaNum',
  'AppdxTableTitle', 'AppdxNoteTitle', 'AppdxStyleTitle', 'AppdxFormatTitle', 'AppdxFigTitle', 'SupplProvisionAppdxTableTitle', 'SupplProvisionAppdxStyleTitle',
  'TableStructTitle', 'FigStructTitle', 'NoteStructTitle', 'StyleStructTitle', 'FormatStructTitle',
]);

/** 親の先頭にあれば見出し（heading）になる要素か。 */
export const isHeading = (tag: Tag): boolean => HEADINGS.has(tag);
