/** 文字になった原文の書きぶり。先頭の要素・括弧・記号で決め、ファイル名は見ない。 */
export type TextKind = 'law-xml' | 'akn' | 'html' | 'json' | 'markdown' | 'text' | { readonly unreadable: string };

export function sniffMarkup(text: string, fileName: string | undefined): TextKind {
  const body = text.replace(/^\uFEFF/, '').trimStart();
  if (body.startsWith('<')) {
    const root = firstElement(body);
    if (root !== undefined) {
      const local = root.replace(/^.*:/, '');
      if (local === 'Law') return 'law-xml';
      if (local === 'akomaNtoso') return 'akn';
      if (HTML_STARTS.has(local.toLowerCase())) return 'html';
      if (body.startsWith('<?xml')) return { unreadable: `xml:${local.slice(0, 40)}` };
    }
    if (/^<!doctype\s+html/i.test(body)) return 'html';
    if (body.startsWith('<?xml')) return { unreadable: 'xml' };
  }
  if (/^\{\s*("|\})/.test(body)) return 'json';
  if (/^\[\s*(["{[\]0-9-])/.test(body) && isJson(body)) return { unreadable: 'json' };
  if (/^(MIME-Version|From|Return-Path|Received):/i.test(body) && /^Content-Type:\s*multipart\/related/im.test(body.slice(0, 4000))) return { unreadable: 'mhtml' };
  if (/^#{1,6}[\s　]/m.test(text) || MARKDOWN_TABLE.test(text)) return 'markdown';
  return /\.(md|markdown)$/i.test(fileName ?? '') ? 'markdown' : 'text';
}

/** 見出しの行と、その下の区切り線。空白は行をまたがない（またぐと、空行の多い原文で時間が二乗に延びる）。 */
const MARKDOWN_TABLE = /^[ \t　]*\|.*\|[ \t　]*(?:\r\n|\r|\n)[ \t　]*\|[ \t　:|-]+\|[ \t　]*$/m;

/** 宣言・注釈・DOCTYPE を飛ばした最初の要素の名。 */
function firstElement(body: string): string | undefined {
  let at = 0;
  for (let guard = 0; guard < 100; guard += 1) {
    while (/\s/.test(body.charAt(at))) at += 1;
    const end = body.startsWith('<!--', at) ? endOf(body, '-->', at) : body.startsWith('<?', at) ? endOf(body, '?>', at) : body.startsWith('<!', at) ? endOfDoctype(body, at) : undefined;
    if (end === undefined) break;
    at = end;
  }
  return /^<([A-Za-z_][\w.:-]*)/.exec(body.slice(at, at + 200))?.[1];
}

function endOf(body: string, mark: string, at: number): number {
  const found = body.indexOf(mark, at);
  return found < 0 ? body.length : found + mark.length;
}

/** DOCTYPE は [ ] の中に > を持ち得る。 */
function endOfDoctype(body: string, at: number): number {
  const close = body.indexOf('>', at);
  const open = body.indexOf('[', at);
  return open >= 0 && open < close ? endOf(body, ']>', at) : close < 0 ? body.length : close + 1;
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

/** HTML の断片の先頭に来る要素 */
const HTML_STARTS = new Set([
  'html', 'head', 'body', 'title', 'meta', 'link', 'style', 'script', 'base', 'main', 'article', 'section', 'header', 'footer', 'nav', 'aside',
  'div', 'p', 'span', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'caption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd',
  'a', 'b', 'i', 'u', 'em', 'strong', 'font', 'center', 'br', 'hr', 'img', 'pre', 'blockquote', 'frameset', 'frame', 'iframe', 'form', 'ruby', 'basefont',
]);
