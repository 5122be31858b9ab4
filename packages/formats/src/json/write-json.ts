import type { Content, LawDocument } from '@renkei/core';
import { isElement } from '@renkei/core';

/** 本製品の JSON の名と版。読む側はこれを確かめる。 */
export const JSON_FORMAT = 'renkei-document';
export const JSON_VERSION = 1;

/** 木をそのまま JSON に書く。節点の id も残す。 */
export function writeJson({ root, labels }: LawDocument): string {
  return `${JSON.stringify({ format: JSON_FORMAT, version: JSON_VERSION, labels: inOrder(labels), root: plain(root) }, null, 1)}\n`;
}

/** 読む人のために、鍵の順を揃え、空の attr と children を省く。 */
function plain(content: Content): unknown {
  if (!isElement(content)) return content;
  const { tag, id, num, label, attr, children } = content;
  return {
    tag,
    id,
    ...(num === undefined ? {} : { num }),
    ...(label === undefined ? {} : { label }),
    ...(Object.keys(attr).length === 0 ? {} : { attr: inOrder(attr) }),
    ...(children.length === 0 ? {} : { children: children.map(plain) }),
  };
}

/** 保存先は鍵の順を保たないので、同じ木なら同じ文字になるよう、書くときに名の順へ揃える。 */
const inOrder = (record: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.keys(record).toSorted().map((key) => [key, record[key]!]));
