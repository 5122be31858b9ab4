import type { ComparisonWords } from '@renkei/app';
import type { Comparison, ComparisonCell, ComparisonLine, ComparisonSpan } from '@renkei/core';

const STYLE = `
@page { size: A4; margin: 20mm 15mm; @bottom-center { content: counter(page) ' / ' counter(pages); font-size: 9pt; } }
body { font-family: "BIZ UDMincho", "BIZ UD明朝 Medium", "MS Mincho", "ＭＳ 明朝", serif; line-height: 1.75; color: #1a1a1c; background: #fff; max-width: 70rem; margin: 1rem auto; padding: 0 1rem; }
h1 { font-size: 1.25rem; text-align: center; font-weight: 600; text-wrap: balance; }
.note { margin-bottom: .5rem; }
table.comparison { width: 100%; border-collapse: collapse; table-layout: fixed; }
table.comparison > thead > tr > th, table.comparison > tbody > tr > td { border: 1px solid #1a1a1c; padding: .25rem .5rem; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
p { margin: 0; padding-left: calc(var(--indent, 0) * 1em); }
ins, del { text-decoration: underline; text-underline-offset: .2em; }
.omitted { white-space: nowrap; } table.inner :is(th, td):first-child { min-width: 5em; }
table.inner { border-collapse: collapse; width: 100%; } table.inner td, table.inner th { border: 1px solid #767676; padding: 0 .25rem; vertical-align: top; font-weight: normal; text-align: left; }
@media screen and (max-width: 40rem) {
  table.comparison, table.comparison > tbody, table.comparison > tbody > tr, table.comparison > tbody > tr > td { display: block; }
  table.comparison > thead { display: none; }
  table.comparison > tbody > tr { margin-bottom: 1rem; }
  table.comparison > tbody > tr > td + td { border-top: 0; }
  table.comparison > tbody > tr > td::before { content: attr(data-title); display: block; font-weight: 600; }
}
@media print { body { font-size: 10.5pt; max-width: none; margin: 0; padding: 0; } table.inner tr { break-inside: avoid; } table.inner { font-size: 9pt; } }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

/** 新旧対照表だけの一枚の HTML。変わった所は ins・del と、読み上げの言葉で示す。 */
export function writeComparisonHtml(comparison: Comparison, words: ComparisonWords): string {
  const { left, newTitle, oldTitle } = comparison;
  const titles = left === 'new' ? [newTitle, oldTitle] : [oldTitle, newTitle];
  const body = comparison.rows.length === 0 ? `<p>${escape(words.unchanged)}</p>` : `<table class="comparison"><thead><tr>${titles.map((t) => `<th scope="col" lang="ja">${escape(t)}</th>`).join('')}</tr></thead><tbody>
${comparison.rows.map((row) => {
    const news = side(row.new, 'ins', words, comparison);
    const olds = side(row.old, 'del', words, comparison);
    return `<tr>${(left === 'new' ? [news, olds] : [olds, news]).map((s, i) => `<td lang="ja" data-title="${escape(titles[i]!)}">${s}</td>`).join('')}</tr>`;
  }).join('\n')}
</tbody></table><p>${escape(words.legend)}</p>`;
  return `<!DOCTYPE html>
<html lang="${words.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(words.heading)}</title><style>${STYLE}</style></head>
<body><h1>${escape(words.heading)}</h1>
${words.note === undefined ? '' : `<p class="note">${escape(words.note)}</p>\n`}${body}
</body></html>
`;
}

function side(lines: readonly ComparisonLine[] | null, mark: 'ins' | 'del', words: ComparisonWords, { emptySide }: Comparison): string {
  if (lines === null) return emptySide === 'words' ? `<p>${escape(mark === 'ins' ? words.removed : words.added)}</p>` : '';
  const html: string[] = [];
  let rows: string[] = [];
  const flush = (): void => {
    if (rows.length > 0) html.push(`<table class="inner"><tbody>${rows.join('')}</tbody></table>`);
    rows = [];
  };
  for (const line of lines) {
    if (line.cells) {
      rows.push(`<tr>${line.cells.map((c) => cellHtml(c, mark, words)).join('')}</tr>`);
      continue;
    }
    flush();
    html.push(`<p${line.indent > 0 ? ` style="--indent:${line.indent}"` : ''}>${spansHtml(line.spans, mark, words)}</p>`);
  }
  flush();
  return html.join('');
}

function cellHtml(cell: ComparisonCell, mark: 'ins' | 'del', words: ComparisonWords): string {
  // 字の無い見出しの欄は、見出しと読み上げない
  const tag = cell.header && cell.spans.some((s) => s.text.trim() !== '') ? 'th' : 'td';
  const scope = tag === 'th' ? ' scope="col"' : '';
  const rowspan = cell.rowspan === undefined ? '' : ` rowspan="${cell.rowspan}"`;
  const colspan = cell.colspan === undefined ? '' : ` colspan="${cell.colspan}"`;
  return `<${tag}${scope}${rowspan}${colspan}>${spansHtml(cell.spans, mark, words)}</${tag}>`;
}

function spansHtml(spans: readonly ComparisonSpan[], mark: 'ins' | 'del', words: ComparisonWords): string {
  return spans.map(({ text, changed, omitted }) => {
    const shown = escape(text).replaceAll('\n', '<br>');
    if (omitted) return `<span class="omitted">${shown}</span>`;
    if (!changed) return shown;
    const start = mark === 'ins' ? words.addedStart : words.removedStart;
    return `<${mark}><span class="spoken" lang="${words.lang}">${escape(start)}</span>${shown}<span class="spoken" lang="${words.lang}">${escape(words.changeEnd)}</span></${mark}>`;
  }).join('');
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
