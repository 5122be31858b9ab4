import { childElements, childOf, childrenOf, isElement, textOf, type Element, type LawDocument, type NodeId } from '../text/element.js';
import { labelOf, type LabelForms } from '../text/label.js';
import { INLINE_TAGS, PROVISION_TAGS, SENTENCE_TAG, type ProvisionTag, type Tag } from '../text/tag.js';

/** 木の一つの文（または表紙・署名欄の一行）と、それを持つ節点。 */
export interface TextUnit {
  readonly text: string;
  readonly node: NodeId;
}

/** 協約として読むときに見る部分を、木から取り出したもの。 */
export interface DocumentParts {
  readonly root: Element<'Law'>;
  readonly labels: LabelForms;
  readonly title: TextUnit | null;
  readonly cover: readonly TextUnit[];
  /** 例規集の日付・告示番号 */
  readonly lawNum: TextUnit | null;
  readonly preamble: readonly TextUnit[];
  /** 本則の条。章や節の中のものも */
  readonly articles: readonly Element<'Article'>[];
  readonly closing: readonly Element<'Closing'>[];
  readonly appendices: readonly Element<'AppdxTable'>[];
}

export function documentParts(document: LawDocument): DocumentParts {
  const { root, labels } = document;
  const body = childOf(root, 'LawBody') ?? root;
  const title = childOf(body, 'LawTitle');
  const lawNum = childOf(root, 'LawNum');
  const leading = childrenOf(body, 'Preamble', 'EnactStatement');
  return {
    root,
    labels,
    title: title && textOf(title).trim() !== '' ? { text: textOf(title).trim(), node: title.id } : null,
    cover: childrenOf(body, 'CoverLine').map((line) => ({ text: textOf(line), node: line.id })),
    lawNum: lawNum ? { text: textOf(lawNum), node: lawNum.id } : null,
    preamble: leading.flatMap(textUnits),
    articles: childrenOf(body, 'MainProvision').flatMap(articlesIn),
    closing: childrenOf(body, 'Closing'),
    appendices: childrenOf(body, 'AppdxTable'),
  };
}

function articlesIn(element: Element): Element<'Article'>[] {
  if (element.tag === 'Article') return [element as Element<'Article'>];
  return childElements(element).flatMap(articlesIn);
}

const INLINE: ReadonlySet<Tag> = new Set<Tag>(INLINE_TAGS);
const PROVISIONS: ReadonlySet<Tag> = new Set<Tag>(PROVISION_TAGS);

export const isProvision = (element: Element): element is Element<ProvisionTag> => PROVISIONS.has(element.tag);

/** 文字を直に持つ節点ごとの文字。文書順。 */
export function textUnits(element: Element): TextUnit[] {
  const units: TextUnit[] = [];
  const visit = (e: Element): void => {
    const children = e.children;
    if (children.some((c) => !isElement(c) || INLINE.has(c.tag))) {
      const text = textOf(e);
      if (text.trim() !== '') units.push({ text, node: e.id });
      return;
    }
    for (const child of children) if (isElement(child)) visit(child);
  };
  visit(element);
  return units;
}

/** 項・号・号の細分が自ら持つ文の行。欄（Column）も、号の下に標目なしで続く行（List）も一行ずつ。 */
export function headLines(provision: Element): string[] {
  const tag = SENTENCE_TAG[provision.tag as ProvisionTag] as Tag | undefined;
  const own = tag === undefined ? [] : childrenOf(provision, tag, 'List');
  return own.flatMap((sentence) => cellLines(sentence));
}

/** 欄や文の中の行。中に号があれば標目を付ける。 */
export function cellLines(element: Element, labels?: LabelForms): string[] {
  const lines: string[] = [];
  const visit = (e: Element, prefix: string): void => {
    if (e.children.some((c) => !isElement(c) || INLINE.has(c.tag))) {
      lines.push(...textOf(e).split('\n').map((line, i) => (i === 0 ? prefix + line.trim() : line.trim())));
      return;
    }
    let label = prefix;
    for (const child of childElements(e)) {
      visit(child, labels && isProvision(child) ? labelPrefix(child, labels) : label);
      label = '';
    }
  };
  visit(element, '');
  return lines.filter((line) => line !== '');
}

const labelPrefix = (provision: Element, labels: LabelForms): string => {
  const label = labelOf(provision, labels) ?? '';
  return label === '' ? '' : `${label}　`;
};

/** 項の文と、その号・細分を一行ずつ。号には標目を付ける。 */
export function provisionText(provision: Element, labels: LabelForms): string {
  const lines: string[] = [];
  const visit = (p: Element, prefix: string): void => {
    const own: string[] = [];
    for (const child of childElements(p)) {
      if (isProvision(child)) {
        if (own.length > 0) lines.push(prefix + own.splice(0).join(''));
        visit(child, labelPrefix(child, labels));
      } else if (child.tag.endsWith('Sentence')) {
        const columns = childrenOf(child, 'Column');
        own.push(columns.length > 0 ? columns.map(textOf).join('　') : textOf(child));
      } else {
        if (own.length > 0) lines.push(prefix + own.splice(0).join(''));
        lines.push(...tableLines(child));
      }
    }
    if (own.length > 0) lines.push(prefix + own.join(''));
  };
  visit(provision, '');
  return lines.filter((line) => line.trim() !== '').join('\n');
}

/** 条の中の表・列記。表は一行を一行に、欄はタブで分ける。 */
function tableLines(element: Element): string[] {
  if (element.tag === 'TableRow' || element.tag === 'TableHeaderRow') return [childElements(element).map((cell) => cellLines(cell).join(' ')).join('\t')];
  if (element.children.some((c) => !isElement(c))) return [textOf(element)];
  return childElements(element).flatMap(tableLines);
}

/** 条の番号の印字によらない形「3」「3の2」。番号が無ければ空。 */
export function articleNumber(article: Element): string {
  return (article.num ?? '').replace(/_/g, 'の');
}

/** 見出しの括弧を外したもの。空なら null。 */
export function captionOf(article: Element): string | null {
  const caption = childOf(article, 'ArticleCaption') ?? childrenOf(article, 'Paragraph').map((p) => childOf(p, 'ParagraphCaption')).find((c) => c !== undefined);
  if (!caption) return null;
  const inside = textOf(caption).trim().replace(/^[（(]\s*/, '').replace(/\s*[）)]$/, '');
  const text = closeUp(inside);
  return text === '' ? null : text;
}

/** 一文字ずつ離して組んだ見出し・題名（「目　的」「連 携 協 約 書」）は詰める。 */
export const closeUp = (text: string): string => (/^\S(\s+\S)+$/.test(text) ? text.replace(/\s/g, '') : text);
