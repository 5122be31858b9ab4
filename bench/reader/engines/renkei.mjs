// 本製品の読取。組み立てた dist を、利用者が動かすのと同じ形で呼ぶ。
import { readFileSync } from 'node:fs';
import { readText as readPlainText, sourceFromText, walk, writeText } from '@renkei/core';
import { readXml as readStatuteXml } from '@renkei/formats';

export const name = 'renkei';
export const version = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).version;

/** この製品の正規の平文。 */
export const plainText = (xml) => writeText(documentOf(readStatuteXml(xml)));

export const readText = (text) => readPlainText(sourceFromText(text)).document.root;
export const readXml = (xml) => documentOf(readStatuteXml(xml)).root;

export function countArticles(root) {
  let count = 0;
  for (const element of walk(root)) if (element.tag === 'Article') count += 1;
  return count;
}

function documentOf(result) {
  if (!result.ok) throw new Error(`法令標準XML を読めません: ${JSON.stringify(result.error)}`);
  return result.value.document;
}
