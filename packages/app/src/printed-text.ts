import { amendableParts, printedPart, type LawDocument } from '@renkei/core';

/** 改め文の及ぶ部分の印字。部分ごとに一行。本文のハッシュはこの文字列から取る。 */
export const printedText = (document: LawDocument): string => amendableParts(document).map((part) => `${printedPart(part, document.labels)}\n`).join('');
