/**
 * 表計算ソフトで開ける CSV。UTF-8（BOM 付き）、改行は CRLF（RFC 4180）。
 * 値の改行は空白にする（行政データの機械可読性の規則: 1件は1行）。
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = guard(value.replace(/[\r\n]+/g, ' '));
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** 式として実行される文字で始まる値は、先頭に「'」を置いて文字のままにする。全角の記号も式と解される。 */
function guard(text: string): string {
  return /^[\s　]*[=+\-@＝＋－＠\t]/u.test(text) ? `'${text}` : text;
}
