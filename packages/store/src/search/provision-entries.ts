import {
  anchorsOf, childElements, childOf, childrenOf, isElement, labelOf, PROVISION_TAGS, textOf,
  type Element, type LawDocument, type NodeId, type Tag,
} from '@renkei/core';

/**
 * 本文を、錨で指せるまとまり（条・項・別表の区分・表の行・締結文…）に分ける。
 * まとまりの文字は、その中の小さなまとまりに属さないもの全部。だから本文のどの文字も、どれか一つに入る。
 * 号とその細分は項に含める。項が一つだけの条は、条で一つのまとまりとする。
 */
export interface ProvisionEntry {
  /** 「第4条（費用分担）」「第3条第2項（連携する取組）」「別表1 経済戦略の策定及び推進」 */
  readonly heading: string;
  readonly body: string;
  /** 最も近い錨。表紙など錨を持たない所は null */
  readonly anchor: string | null;
}

export function provisionEntries(document: LawDocument): ProvisionEntry[] {
  const anchors = anchorsOf(document);
  const entries: ProvisionEntry[] = [];

  const visit = (element: Element, place: Place): void => {
    const here = enter(element, place, document);
    const anchor = anchors.get(element.id) ?? place.anchor;
    const inner: Element[] = [];
    const body = ownText(element, document, (child) => {
      const whole = isUnit(child, element, here, anchors);
      if (whole) inner.push(child);
      return whole;
    });
    const headingOnly = inner.length === 0 && childElements(element).some((child) => SHOWN_AS_HEADING.has(child.tag));
    if (body !== '' || headingOnly) entries.push({ heading: here.heading(body), body, anchor });
    for (const child of inner) visit(child, { ...here, anchor });
  };

  visit(document.root, { article: '', caption: '', section: '', appendix: false, anchor: null, heading: () => '' });
  return entries;
}

interface Place {
  /** 「附則」「第3条」など、ここまでの場所 */
  readonly article: string;
  /** 条の見出し「（費用分担）」 */
  readonly caption: string;
  /** 別表の区分「別表3(1)」 */
  readonly section: string;
  readonly appendix: boolean;
  readonly anchor: string | null;
  readonly heading: (body: string) => string;
}

const DETAIL: ReadonlySet<Tag> = new Set<Tag>(PROVISION_TAGS.filter((tag) => tag !== 'Paragraph'));
/** 見出しとして出すので、本文の側では繰り返さない */
const SHOWN_AS_HEADING: ReadonlySet<Tag> = new Set<Tag>(['LawTitle', 'ArticleCaption', 'AppdxTableTitle', 'SupplProvisionLabel']);
/** 前後と空白で区切る要素。それ以外（文・ルビ…）はそのままつなぐ */
const BLOCK: ReadonlySet<Tag> = new Set<Tag>([
  ...PROVISION_TAGS, 'Article', 'TableColumn', 'TableHeaderColumn', 'TableHeaderRow', 'TableRow', 'Column', 'List', 'Remarks',
  'CoverLine', 'ClosingFormula', 'ConclusionDate', 'SignatureBlock', 'SignatureLine', 'RelatedArticleNum', 'LawNum', 'SupplNote',
]);

function isUnit(child: Element, parent: Element, place: Place, anchors: ReadonlyMap<NodeId, string>): boolean {
  if (!anchors.has(child.id)) return false;
  if (child.tag === 'LawTitle') return false;
  if (DETAIL.has(child.tag)) return place.appendix;
  if (child.tag === 'Paragraph') return childrenOf(parent, 'Paragraph').length > 1 || (parent.tag !== 'Article' && parent.tag !== 'Preamble');
  return true;
}

/** 要素の中へ入ったときの場所と、その見出しの作り方。 */
function enter(element: Element, place: Place, document: LawDocument): Place {
  const label = () => labelOf(element, document.labels) ?? '';
  switch (element.tag) {
    case 'Article': {
      const article = place.article + label();
      const caption = textOfChild(element, 'ArticleCaption');
      return { ...place, article, caption, heading: () => article + caption };
    }
    case 'Paragraph': {
      const paragraph = element.num === undefined || place.article === '前文' ? place.article : `${place.article}第${element.num}項`;
      return { ...place, heading: () => paragraph + place.caption };
    }
    case 'Preamble':
      return { ...place, article: '前文', heading: () => '前文' };
    case 'SupplProvision':
      return { ...place, article: '附則', caption: '', heading: () => '附則' };
    case 'AppdxTable': {
      const section = textOfChild(element, 'AppdxTableTitle') || '別表';
      return { ...place, section, appendix: true, heading: () => section };
    }
    case 'TableRow': {
      const [name] = childElements(element);
      const start = name ? textOf(name).trim().slice(0, 40) : '';
      const where = place.section || place.article;
      return { ...place, heading: () => `${where} ${start}`.trim() };
    }
    case 'Closing':
    case 'SignatureBlock':
      return { ...place, heading: () => '締結文・署名' };
    case 'Remarks':
      return { ...place, heading: () => `${place.section} 備考`.trim() };
    default:
      if (place.appendix && DETAIL.has(element.tag)) {
        const section = place.section + label();
        const sentence = childElements(element).find((child) => child.tag.endsWith('Sentence'));
        const name = sentence ? textOf(sentence).trim().slice(0, 40) : '';
        return { ...place, section, heading: () => `${section} ${name}`.trim() };
      }
      return { ...place, heading: (body) => place.section || body.slice(0, 40) };
  }
}

const textOfChild = (element: Element, tag: Tag): string => {
  const child = childOf(element, tag);
  return child ? textOf(child) : '';
};

/** 小さなまとまりと見出しを除いた文字。号などの標目は文字に添える。 */
function ownText(element: Element, document: LawDocument, isInner: (child: Element) => boolean): string {
  const parts: string[] = [];
  const visit = (parent: Element): void => {
    for (const child of parent.children) {
      if (!isElement(child)) {
        parts.push(child);
        continue;
      }
      if (child.tag === 'Rt' || SHOWN_AS_HEADING.has(child.tag) || isInner(child)) continue;
      const apart = BLOCK.has(child.tag);
      if (apart) parts.push(' ');
      const label = labelOf(child, document.labels);
      if (label) parts.push(`${label} `);
      visit(child);
      if (apart) parts.push(' ');
    }
  };
  visit(element);
  return parts.join('').replace(/\s+/g, ' ').trim();
}
