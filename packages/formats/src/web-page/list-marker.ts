import { writeLabel, type LabelForm, type ProvisionNum } from '@renkei/core';
import { textStart, type HtmlElement } from './html-tree.js';

/** ol の型（type 属性・list-style-type）ごとの番号の書きぶり */
const FORMS: Readonly<Record<string, LabelForm>> = {
  '1': '1', a: 'a', A: 'A', i: 'i', I: 'I', decimal: '1', 'lower-alpha': 'a', 'lower-latin': 'a', 'upper-alpha': 'A', 'upper-latin': 'A',
  'lower-roman': 'i', 'upper-roman': 'I', katakana: 'ア', 'katakana-iroha': 'イ', 'cjk-ideographic': '一', 'japanese-informal': '一',
};

/** ol の項目に画面が付ける番号。番号を出さない指定や、本文が自分で番号を持つときは undefined。 */
export function listMarker(list: HtmlElement, item: HtmlElement, count: number): string | undefined {
  if (list.tag !== 'ol' || PRINTED.test(textStart(item))) return undefined;
  const style = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(list.attr['style'] ?? '')?.[1]?.toLowerCase();
  const form = style === undefined ? (FORMS[list.attr['type'] ?? '1'] ?? '1') : FORMS[style];
  return form === undefined ? undefined : writeLabel(form, String(count) as ProvisionNum);
}

const PRINTED = /^\s*([（(]?[0-9０-９]{1,3}[)）.．、　\s]|[（(]?[ア-ン一二三四五六七八九十a-zａ-ｚ]{1,3}[)）.．　\s]|[①-⑳⑴-⒇㋐-㋾]|第.{1,5}条)/;
