import type { TextFormat, WriteDocument } from '@renkei/app';
import { writeText, type LawDocument } from '@renkei/core';
import { writeAkn } from './akn/write-akn.js';
import { writeHtml } from './html/write-html.js';
import { writeJson } from './json/write-json.js';
import { writeXml } from './xml/write-xml.js';

const WRITERS: Readonly<Record<TextFormat, (document: LawDocument) => string>> = {
  text: writeText,
  html: writeHtml,
  xml: writeXml,
  akn: writeAkn,
  json: writeJson,
};

/** 木を書き出す。どの形式も、その読み手で読むと同じ木になる。 */
export const writeDocument: WriteDocument = (document, format) => WRITERS[format](document);
