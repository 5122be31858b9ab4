import { NUMERAL_CLASS } from '../kernel/numeral.js';
import { childOf, childrenOf, textOf, type Element, type NodeId } from '../text/element.js';
import type { Initiative } from './agreement-reading.js';
import { comparisonForm, halfWidth } from './comparison-form.js';
import { articleNumber, headLines, textUnits, type DocumentParts } from './document-parts.js';

type ArticleOf = NonNullable<Initiative['article']>;

/** 取組を定める別表。 */
export interface AppendixField {
  readonly appendix: Element<'AppdxTable'>;
  /** 「別表」「別表第2」 */
  readonly label: string;
  /** この別表の政策分野。題か、別表を引く号（第3条第1号「… 別表第1」）から */
  readonly heading: string;
  /** この別表の取組を定める条 */
  readonly article: ArticleOf | null;
  /** 「（第3条関係）」に印字された条の番号 */
  readonly related: readonly string[];
}

/** 本則の、別表を引く箇所。 */
export interface AppendixReference {
  readonly label: string;
  readonly heading: string;
  readonly article: ArticleOf;
}

const APPENDIX = new RegExp(`別表(?:第[${NUMERAL_CLASS}]+(?:の[${NUMERAL_CLASS}]+)*)?`, 'g');
const ARTICLE_NUMBER = /第([0-9]+)条((?:の[0-9]+)*)/g;

export function readPolicyFields(parts: DocumentParts): { appendices: AppendixField[]; references: AppendixReference[] } {
  const references = parts.articles.flatMap(referencesIn);
  const appendices = parts.appendices.map((appendix): AppendixField => {
    const title = textOf(childOf(appendix, 'AppdxTableTitle') ?? appendix).split('\n')[0]!.trim();
    const label = appendixLabel(title);
    const related = relatedArticles(appendix, title);
    const cited = references.filter((r) => sameAppendix(r.label, label));
    const heading = titleHeading(title) || (cited.find((r) => r.heading !== '')?.heading ?? '');
    const byRelated = parts.articles.find((a) => related.includes(articleNumber(a)));
    const article = byRelated ? { number: articleNumber(byRelated), node: byRelated.id } : (cited[0]?.article ?? null);
    return { appendix, label, heading, article, related };
  });
  return { appendices, references };
}

/** 「別表第２（第３条関係）」→「別表第2」。別表と言わない題（別紙）は空白か括弧まで。 */
function appendixLabel(title: string): string {
  const half = halfWidth(title);
  APPENDIX.lastIndex = 0;
  const m = APPENDIX.exec(half.replace(/\s/g, ''));
  return m?.[0] ?? /^[^\s(]{1,12}/.exec(half)?.[0] ?? '';
}

function titleHeading(title: string): string {
  return title
    .replace(new RegExp(`^別\\s*表\\s*(?:第\\s*[${NUMERAL_CLASS}]+(?:の[${NUMERAL_CLASS}]+)*)?`), '')
    .replace(/[（(][^（()）]*関係[）)]/, '')
    .trim();
}

export const sameAppendix = (a: string, b: string): boolean => arabic(comparisonForm(a)) === arabic(comparisonForm(b));

const KANJI = '〇一二三四五六七八九';
const arabic = (text: string): string => text.replace(/[一二三四五六七八九]/g, (c) => String(KANJI.indexOf(c)));

function relatedArticles(appendix: Element, title: string): string[] {
  const printed = childOf(appendix, 'RelatedArticleNum');
  const text = arabic(comparisonForm(printed ? textOf(printed) : (/[（(]([^（()）]*関係)[）)]/.exec(title)?.[1] ?? '')));
  return [...text.matchAll(ARTICLE_NUMBER)].map((m) => m[1]! + m[2]!);
}

function referencesIn(article: Element<'Article'>): AppendixReference[] {
  const at = { number: articleNumber(article), node: article.id as NodeId };
  const fromItems = childrenOf(article, 'Paragraph')
    .flatMap((p) => childrenOf(p, 'Item'))
    .flatMap((item) => {
      const text = halfWidth(headLines(item).join(' '));
      return [...text.matchAll(APPENDIX)].map((m) => ({ label: m[0], heading: itemHeading(text, m), article: at }));
    });
  const fromText = textUnits(article).flatMap((unit) => [...comparisonForm(unit.text).matchAll(APPENDIX)].map((m) => ({ label: m[0], heading: '', article: at })));
  return [...fromItems, ...fromText];
}

/** 「圏域全体の経済成長のけん引　別表第1」「別表第1に掲げる…」から、別表を引く言葉を除いたもの。 */
function itemHeading(text: string, match: RegExpExecArray): string {
  const before = text.slice(0, match.index).replace(/[\s、,(（:：]+$/, '').replace(/(?:については|に関しては|に係る取組は|に関する取組は|は)$/, '').trim();
  if (before !== '') return before;
  return text.slice(match.index + match[0].length).replace(/^(?:に(?:掲げる|定める|規定する|示す)|の|:|\s)+/, '').replace(/[。)]+$/, '').trim();
}
