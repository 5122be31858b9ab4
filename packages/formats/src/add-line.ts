import type { SourceBuilder } from '@renkei/core';

/** 見出しと条が一行に組まれたもの（「（目的）　第1条　この協約は…」）。 */
const CAPTION_AND_ARTICLE = /^([\s　]*[（(][^（）()]{1,40}[）)])[\s　]*(第[0-9０-９〇一二三四五六七八九十百]+条(?:の[0-9０-９一二三四五六七八九十]+)*(?:[\s　].*)?)$/;

/**
 * 一行を足す。見出しと条が一行にあれば、見出しを自分の行に分ける。
 * 画面や紙面では見出しと条の番号を並べて置くことがあり、文字の並びだけが一行になる。
 */
export function addLine(builder: SourceBuilder, text: string, heading = 0): void {
  const both = CAPTION_AND_ARTICLE.exec(text);
  if (both) builder.line(both[1]!, heading);
  builder.line(both ? both[2]! : text, heading);
}
