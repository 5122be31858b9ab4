import { htmlText, isHtmlElement, perElement, tokensOf, type HtmlElement } from './html-tree.js';

/**
 * 本文でない部分（案内・見出し帯・検索窓など）を見分ける。
 * 見分け違いで条文を落とさないよう、名前だけで決める部分は、条や別表を含めば本文とみなす。
 */
export function furniturePart(element: HtmlElement, insideArticle: boolean): string | undefined {
  const byTag = BY_TAG[element.tag] ?? BY_ROLE[element.attr['role'] ?? ''];
  if (byTag !== undefined) return insideArticle && (byTag === 'header' || byTag === 'footer') ? undefined : byTag;
  if (!NAMED_TAGS.has(element.tag)) return undefined;
  const tokens = tokensOf(element);
  const named = tokens.map((token) => BY_NAME[token]).find((part) => part !== undefined);
  if (named === undefined || containsProvisions(element)) return undefined;
  return named;
}

/** 画面に出さない指定の要素か。 */
export function isHidden(element: HtmlElement): boolean {
  return 'hidden' in element.attr || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.attr['style'] ?? '');
}

/** 条や別表を含む部分か。 */
const containsProvisions: (element: HtmlElement) => boolean = perElement((element) => {
  if (holdsProvisions(element.children.filter((child) => typeof child === 'string').join(' '))) return true;
  return element.children.some((child) => isHtmlElement(child) && containsProvisions(child));
});

/** 条・別表・附則を含む文字か。 */
function holdsProvisions(text: string): boolean {
  return /(^|[\s　>）)])第[0-9０-９〇一二三四五六七八九十百千]+条|別表|附\s*則|署名|記名押印/.test(text);
}

/**
 * 本文の入れ物。main や例規集の本文欄が一つに決まり、その外に条も別表もないときだけ選ぶ。
 * 決まらなければ body 全体（undefined）。
 */
export function mainContent(root: HtmlElement): HtmlElement | undefined {
  const found: HtmlElement[] = [];
  const visit = (node: HtmlElement): void => {
    if (node.tag === 'main' || node.attr['role'] === 'main' || MAIN_IDS.has((node.attr['id'] ?? '').toLowerCase())) found.push(node);
    for (const child of node.children) if (isHtmlElement(child)) visit(child);
  };
  visit(root);
  for (const candidate of found.slice(0, MOST_CANDIDATES)) {
    const inside = htmlText(candidate);
    if (!holdsProvisions(inside)) continue;
    if (!holdsProvisions(textOutside(root, candidate))) return candidate;
  }
  return undefined;
}

function textOutside(node: HtmlElement, inside: HtmlElement): string {
  if (node === inside || NEVER_TEXT.has(node.tag)) return '';
  let text = '';
  for (const child of node.children) text += isHtmlElement(child) ? (BY_TAG[child.tag] === 'navigation' ? '' : textOutside(child, inside)) : child;
  return `${text}\n`;
}

/** 文字を持っていても本文として表示されない要素 */
export const NEVER_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'head']);

/** 入れ物の候補を調べる数。実際の頁では二、三 */
const MOST_CANDIDATES = 5;

const MAIN_IDS = new Set(['honbun', 'reiki_honbun', 'reiki-honbun', 'primary', 'main', 'maincontents', 'main-contents', 'main_contents', 'main-content', 'contents', 'content', 'tmp_contents', 'lawbody', 'law_body', 'viewcontents']);

const NAMED_TAGS = new Set(['div', 'ul', 'ol', 'dl', 'p', 'section', 'table', 'form', 'td', 'span', 'a']);

const BY_TAG: Readonly<Record<string, string>> = {
  nav: 'navigation', menu: 'navigation', header: 'header', footer: 'footer', aside: 'aside', dialog: 'dialog',
  form: 'form', button: 'form', select: 'form', textarea: 'form', datalist: 'form',
};

const BY_ROLE: Readonly<Record<string, string>> = {
  navigation: 'navigation', banner: 'header', contentinfo: 'footer', search: 'form', complementary: 'aside', menu: 'navigation', menubar: 'navigation', toolbar: 'navigation', dialog: 'dialog',
};

const BY_NAME: Readonly<Record<string, string>> = {
  nav: 'navigation', navi: 'navigation', gnav: 'navigation', globalnav: 'navigation', navigation: 'navigation', menu: 'navigation', sidemenu: 'navigation',
  breadcrumb: 'navigation', breadcrumbs: 'navigation', pankuzu: 'navigation', topicpath: 'navigation', pagetop: 'navigation', totop: 'navigation', skip: 'navigation', skiplink: 'navigation',
  header: 'header', banner: 'header', footer: 'footer', copyright: 'footer', sidebar: 'aside', related: 'aside', banners: 'aside',
  toolbar: 'navigation', buttons: 'form', btn: 'form', button: 'form', search: 'form', language: 'navigation', sns: 'aside', share: 'aside', print: 'form', noprint: 'form',
};
