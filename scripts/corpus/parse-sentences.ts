import { readFileSync } from 'node:fs';
import { readInstrument } from '@renkei/core';

export interface ParsedSentences {
  readonly file: string;
  readonly sentences: number;
  readonly understood: number;
  readonly characters: number;
  readonly milliseconds: number;
  /** 読めなかった文と、その理由の符号 */
  readonly failures: readonly { readonly line: number; readonly text: string; readonly codes: readonly string[] }[];
}

/** 後に続く規定が無いことだけは、一文だけを読むときには欠陥でない。 */
const WITHOUT_BLOCK = 'amendment.block-missing';

/** 一行一文の改め文のファイルを読む。 */
export function parseSentences(file: string): ParsedSentences {
  const lines = readFileSync(file, 'utf8').replace(/^\ufeff/, '').split(/\r?\n/);
  const failures: { line: number; text: string; codes: string[] }[] = [];
  let sentences = 0;
  let characters = 0;
  const start = performance.now();
  lines.forEach((text, i) => {
    if (text.trim() === '') return;
    sentences += 1;
    characters += text.length;
    const { instrument, findings } = readInstrument(text);
    const errors = findings.filter((f) => f.severity === 'error' && f.code !== WITHOUT_BLOCK).map((f) => f.code);
    const operations = instrument.parts.reduce((sum, p) => sum + p.amendment.reduce((n, a) => n + a.operations.length, 0), 0);
    if (errors.length > 0 || operations === 0) failures.push({ line: i + 1, text, codes: errors.length > 0 ? errors : ['no-operations'] });
  });
  return { file, sentences, understood: sentences - failures.length, characters, milliseconds: performance.now() - start, failures };
}
