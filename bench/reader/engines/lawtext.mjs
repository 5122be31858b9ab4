// 比べる相手: lawtext（https://github.com/yamachig/lawtext、MIT）。その解析器をそのまま呼ぶ。
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { parse } = require('lawtext/dist/src/parser/lawtext.js');
const { renderLawtext } = require('lawtext/dist/src/renderer/lawtext.js');
const { xmlToEL } = require('lawtext/dist/src/node/el/xmlToEL.js');

export const name = 'lawtext';
export const version = require('lawtext/package.json').version;

/** この解析器が最も得意とする平文（Lawtext 形式）。自身の書き出しで作る。 */
export const plainText = (xml) => renderLawtext(xmlToEL(xml));

export const readText = (text) => parse(text).value;
export const readXml = (xml) => xmlToEL(xml);

export function countArticles(law) {
  let count = law.tag === 'Article' ? 1 : 0;
  for (const child of law.children) if (typeof child !== 'string') count += countArticles(child);
  return count;
}
