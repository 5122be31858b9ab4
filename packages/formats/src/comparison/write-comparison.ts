import { writeComparisonText, type Comparison } from '@renkei/core';
import { writeComparisonHtml, type ComparisonWords } from './write-comparison-html.js';

export type ComparisonFormat = 'text' | 'html' | 'docx';

/** 新旧対照表を書き出す。Word の部品は使うときだけ読み込む。 */
export async function writeComparison(comparison: Comparison, format: ComparisonFormat, words: ComparisonWords): Promise<Uint8Array> {
  if (format === 'docx') return (await import('./write-comparison-docx.js')).writeComparisonDocx(comparison, words);
  const text = format === 'html' ? writeComparisonHtml(comparison, words) : `${words.heading}\n\n${writeComparisonText(comparison)}`;
  return new TextEncoder().encode(text);
}
