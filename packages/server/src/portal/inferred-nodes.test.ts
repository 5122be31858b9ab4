import { readFileSync } from 'node:fs';
import { readAgreement, readText, sourceFromText, textOf, walk } from '@renkei/core';
import { describe, expect, it } from 'vitest';
import { inferredNodes } from './inferred-nodes.js';

const source = readFileSync(new URL('../../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8');
const reading = readText(sourceFromText(source));

describe('推定の印', () => {
  it('文字の失われた役割の欄にだけ付き、範囲だけを推定した欄には付かない', () => {
    const marked = inferredNodes(reading.document, readAgreement(reading, []));
    const cells = [...walk(reading.document.root)].filter((e) => marked.has(e.id) && textOf(e) !== '');
    // 別表2と別表3(1)。別表1の文は「オ」の行に残っている
    expect(cells.map(textOf)).toEqual(['両市が相互に連携・協力して、取組を推進する。', '両市が相互に連携・協力して、取組を推進する。']);
  });
});
