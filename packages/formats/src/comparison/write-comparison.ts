import type { ComparisonFormat, WriteComparison } from '@renkei/app';
import { writeComparisonText } from '@renkei/core';
import { writeComparisonHtml } from './write-comparison-html.js';

/** 新旧対照表を書き出す。Word の部品は使うときだけ読み込む。 */
export const writeComparison: WriteComparison = async (comparison, format: ComparisonFormat, words) => {
  if (format === 'docx') return (await import('./write-comparison-docx.js')).writeComparisonDocx(comparison, words);
  const text = format === 'html' ? writeComparisonHtml(comparison, words) : `${words.heading}\n${words.note === undefined ? '' : `${words.note}\n`}\n${writeComparisonText(comparison)}`;
  return new TextEncoder().encode(text);
};
