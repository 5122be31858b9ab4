import type { Finding, TextFindingCode } from '@renkei/core';
import type { Lang, Message } from './message.js';
import type { MessageOf } from './message-of.js';

const value = (f: Finding, key: string) => String(f.data[key] ?? '—');
const found = (f: Finding) => `「${f.found ?? ''}」`;
const assumed = (f: Finding) => `「${f.assumed ?? ''}」`;

/** 本文の木を読むときの報告の文言。data の値は core の finding-code.ts にある。 */
export const TEXT_FINDING_MESSAGES: Readonly<Record<TextFindingCode, MessageOf<Finding>>> = {
  'text.layout-mark': {
    ja: (f) => `本文でない記号（${markName(f, 'ja')}）${value(f, 'count')}か所を除いて読みました。最初は${found(f)}です。`,
    en: (f) => `Marks that are not text (${markName(f, 'en')}) were left out in ${value(f, 'count')} places. The first is ${found(f)}.`,
  },
  'text.stray-rule': {
    ja: (f) => `罫線だけの行${found(f)}は本文でないので採りませんでした。`,
    en: (f) => `The line ${found(f)} is only a rule, not text, and was left out.`,
  },
  'text.page-number': {
    ja: (f) => `ページ番号とみて採りませんでした: ${found(f)}。本文の一部であれば、前の行に続けて書き直してください。`,
    en: (f) => `Taken as a page number and left out: ${found(f)}. If it is part of the text, join it to the line before.`,
  },
  'text.spaced-characters': {
    ja: (f) => `一字ごとに空いていた空白を詰めました: ${found(f)} → ${assumed(f)}`,
    en: (f) => `Spaces between all characters were closed: ${found(f)} → ${assumed(f)}`,
  },
  'text.bracket-width': {
    ja: (f) => `括弧の幅をほかとそろえました: ${found(f)} → ${assumed(f)}`,
    en: (f) => `The width of the brackets was made the same as elsewhere: ${found(f)} → ${assumed(f)}`,
  },
  'text.label-mark': {
    ja: (f) => `標目の後の点を除きました: ${found(f)} → ${assumed(f)}`,
    en: (f) => `The dot after a label was left out: ${found(f)} → ${assumed(f)}`,
  },
  'text.label-lookalike': {
    ja: (f) => `標目の${found(f)}を、並びの順から${assumed(f)}と読みました。原本の印字を確かめてください。`,
    en: (f) => `From the order of labels, ${found(f)} was read as ${assumed(f)}. Check the printed original.`,
  },
  'text.number-gap': {
    ja: (f) => `番号が続いていません（${found(f)}）。前に抜けた箇所がないか原本を確かめてください。`,
    en: (f) => `The numbers do not follow on (${found(f)}). Check whether something is missing before it.`,
  },
  'text.unnumbered-paragraph': {
    ja: (f) => `番号のない段落を次の項とみました: ${found(f)}`,
    en: (f) => `A paragraph without number was taken as the next one: ${found(f)}`,
  },
  'text.row-rejoined': {
    ja: (f) =>
      f.found === f.assumed
        ? `ページの切れ目で前の行から離れた欄${found(f)}を、前の行に戻しました。`
        : `ページの切れ目で割れた表の行をつなぎました。続き${found(f)}を前の行に付け、${assumed(f)}としました。`,
    en: (f) =>
      f.found === f.assumed
        ? `The cell ${found(f)}, parted from its row by a page break, was put back into the row above.`
        : `A table row cut by a page break was joined. ${found(f)} continues the row above, giving ${assumed(f)}.`,
  },
  'text.line-in-table': {
    ja: (f) => `表の途中に表のものでない行${found(f)}があります。本文に採らず、前後の表を一つにつなぎました。繰り返しの題などでなければ、原本を見て表の外へ移してください。`,
    en: (f) => `Inside the table there is a line that does not belong to it: ${found(f)}. It was left out and the two parts of the table were joined. If it is more than a running title, move it out of the table after checking the original.`,
  },
  'text.repeated-header': {
    ja: (f) => `ページごとに繰り返された表の見出し${found(f)}は採りませんでした。`,
    en: (f) => `The table heading ${found(f)}, repeated on a new page, was left out.`,
  },
  'text.header-column-restored': {
    ja: (f) => `表の見出し${found(f)}に、失われた空の欄を補いました（全${value(f, 'columns')}列）: ${assumed(f)}`,
    en: (f) => `An empty heading lost from ${found(f)} was put back (${value(f, 'columns')} columns): ${assumed(f)}`,
  },
  'text.merged-cell-restored': {
    ja: (f) =>
      f.found === undefined
        ? `「${value(f, 'heading')}」の欄がないので、上の行から続くものとみて${assumed(f)}としました。原本の表を確かめてください。`
        : `「${value(f, 'heading')}」が${value(f, 'row')}の行にだけ残っていました。表の${value(f, 'rows')}行すべてに及ぶ結合した欄とみました: ${found(f)}。原本の表を確かめてください。`,
    en: (f) =>
      f.found === undefined
        ? `The cell 「${value(f, 'heading')}」 is missing; it was taken to continue from the row above: ${assumed(f)}. Check the table in the original.`
        : `「${value(f, 'heading')}」 survives only in row ${value(f, 'row')}; it was taken as one merged cell over all ${value(f, 'rows')} rows: ${found(f)}. Check the table in the original.`,
  },
  'text.merged-cell-completed': {
    ja: (f) => `「${value(f, 'heading')}」の欄に${found(f)}だけが残っていました。ほかの表の同じ欄（${value(f, 'evidence')}件）から、全文を${assumed(f)}と補いました。原本で確かめてください。`,
    en: (f) => `Only ${found(f)} is left in the cell 「${value(f, 'heading')}」. From the same cell in other tables (${value(f, 'evidence')} of them) the whole was taken to be ${assumed(f)}. Confirm it with the original.`,
  },
  'text.merged-cell-lost': {
    ja: (f) => `「${value(f, 'heading')}」の欄に${found(f)}だけが残っていて文が欠けており、補う手掛かりがありません。原本を見て書き入れてください。`,
    en: (f) => `Only ${found(f)}, part of a sentence, is left in the cell 「${value(f, 'heading')}」, with nothing to complete it from. Fill it in from the original.`,
  },
  'text.role-column-lost': {
    ja: (f) => `「${value(f, 'heading')}」の欄が${value(f, 'rows')}行とも失われています。${f.assumed === undefined ? '原本を見て書き入れてください。' : `ほかの表の同じ欄（${value(f, 'evidence')}件）がみな同じ文なので、${assumed(f)}と補いました。原本で確かめてください。`}`,
    en: (f) => `The column 「${value(f, 'heading')}」 is lost in all ${value(f, 'rows')} rows. ${f.assumed === undefined ? 'Fill it in from the original.' : `As the same column of the other tables (${value(f, 'evidence')} cells) holds one and the same sentence, it was taken to be ${assumed(f)}. Confirm it with the original.`}`,
  },
  'text.variant-glyph': {
    ja: (f) => `${found(f)}を${assumed(f)}と読みました${places(f, 'ja')}。同じ語がこの文書のほかの所に「${value(f, 'assumed')}」で書かれています。`,
    en: (f) => `${found(f)} was read as ${assumed(f)}${places(f, 'en')}; the same word is written with 「${value(f, 'assumed')}」 elsewhere in this document.`,
  },
};

/** 一つの報告に何か所もまとめたとき、その数。 */
function places(f: Finding, lang: Lang): string {
  const count = f.data['count'];
  if (typeof count !== 'number' || count < 2) return '';
  return lang === 'ja' ? `（${count}か所）` : ` (${count} places)`;
}

const MARKS: Readonly<Record<string, Message>> = {
  heading: { ja: '見出しの #', en: 'heading #' },
  emphasis: { ja: '強調の **', en: 'emphasis **' },
  bullet: { ja: '箇条書きの点', en: 'bullets' },
  pipe: { ja: '表の縦線', en: 'table bars' },
  'line-break': { ja: '改行の <br>', en: 'line breaks <br>' },
  'title-circle': { ja: '題名の前の○', en: '○ before the title' },
  rule: { ja: '表の見出しの下の線', en: 'rule below a table heading' },
  quote: { ja: '引用の >', en: 'quotation >' },
};

function markName(f: Finding, lang: Lang): string {
  return MARKS[value(f, 'kind')]?.[lang] ?? value(f, 'kind');
}
