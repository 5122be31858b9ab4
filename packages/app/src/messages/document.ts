import type { Message } from './message.js';

/** 協約の本文を示す画面の文言。本文そのものは訳さない。 */
export const documentMessages = {
  'document.contents': { ja: '目次', en: 'Contents' },
  'document.permalink': { ja: '{place}への固定リンク', en: 'Permanent link to {place}' },
  'document.inferred-start': { ja: '（推定ここから）', en: '(inferred text begins)' },
  'document.inferred-end': { ja: '（推定ここまで）', en: '(inferred text ends)' },
  'document.inferred-title': { ja: '原文から失われた文字を推定で補いました', en: 'Lost in the source; supplied by inference' },
  'document.table': { ja: '{place}の表', en: 'Table of {place}' },
  'document.table-plain': { ja: '表', en: 'Table' },
  'document.notes': { ja: '{place}に関すること', en: 'About {place}' },
  'document.see-initiative': { ja: 'この取組を見る', en: 'See this initiative' },
  'document.see-initiative-of': { ja: '取組「{name}」を見る', en: 'See the initiative “{name}”' },
  'document.figure': { ja: '図（本文には含まれていません。原本のファイル: {file}）', en: 'Figure (not part of this text; file in the original: {file})' },
  'document.figure-unnamed': { ja: '図（本文には含まれていません。原本を見てください）', en: 'Figure (not part of this text; see the original)' },
  'document.formula': { ja: '算式', en: 'Formula' },
  'document.signatures': { ja: '署名欄', en: 'Signatures' },
  'document.preamble': { ja: '前文', en: 'Preamble' },
  'document.closing': { ja: '締結文・署名', en: 'Closing and signatures' },
  'document.supplementary': { ja: '附則', en: 'Supplementary provisions' },
  'document.empty': { ja: 'この文書には本文がありません。', en: 'This document has no text.' },
  'document.japanese-only': { ja: '', en: 'Only the Japanese text has legal force; it is shown as concluded.' },
} as const satisfies Record<`document.${string}`, Message>;

export type DocumentMessageKey = keyof typeof documentMessages;
