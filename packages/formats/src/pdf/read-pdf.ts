import { err, ok, sourceBuilder, type Finding, type Result, type SourceText } from '@renkei/core';
import type { SourceFailure } from '@renkei/app';
import { inspectCharacters } from '../encoding/inspect-characters.js';
import { flowWriter } from './flow-writer.js';
import { foldRadicals } from './fold-radicals.js';
import { pageFlow } from './page-flow.js';
import { runningLines } from './running-lines.js';
import { takeRuby } from './take-ruby.js';
import { readTextLayer, type PdfPage } from './text-layer.js';

/**
 * 文字の層を持つ PDF を行と表の行に直す。
 * 断片の位置から行を、罫線から表を組み、紙面の都合（折返し・頁の上下・ふりがな）を除く。
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<{ readonly source: SourceText; readonly findings: readonly Finding[] }, SourceFailure>> {
  const layer = await readTextLayer(bytes);
  if (!layer.ok) return layer;
  if (layer.value.every(isBlank)) return err({ code: 'source.no-text-layer', data: { pages: layer.value.length } });
  const findings: Finding[] = [];
  const pages = layer.value.map((page) => cleanPage(page, findings));
  const flows = pages.map((page, i) => pageFlow(page, i + 1));
  const running = runningLines(flows, pages);
  const left = new Set(running.map(({ line }) => line));
  for (const { line, part } of running) findings.push({ code: 'source.page-furniture', severity: 'advice', at: {}, found: line.line.text, data: { part, page: line.page } });

  const builder = sourceBuilder();
  findings.push(...flowWriter(builder, Math.max(...pages.map((page) => page.width)))(flows.flatMap((flow) => flow.filter((block) => block.kind === 'table' || !left.has(block)))));
  const blank = pages.flatMap((page, i) => (isBlank(page) ? [i + 1] : []));
  if (blank.length > 0) findings.push({ code: 'source.pages-without-text', severity: 'warning', at: {}, data: { count: blank.length, pages: blank.slice(0, 20).join(', ') } });
  const source = builder.build();
  return ok({ source, findings: [...findings, ...inspectCharacters(source.text)] });
}

const isBlank = (page: PdfPage): boolean => page.items.every((item) => item.text.trim() === '');

/** 断片の文字を整える: ふりがなを除き、部首の取り違えを直す。 */
function cleanPage(page: PdfPage, findings: Finding[]): PdfPage {
  const { items, ruby } = takeRuby(page.items);
  for (const { reading, base } of ruby) findings.push({ code: 'source.ruby-reading', severity: 'advice', at: {}, found: base, data: { reading } });
  const folded: string[] = [];
  const clean = items.map((item) => {
    const fold = foldRadicals(item.text.replace(/[\0-\x08\x0E-\x1F\x7F]/g, ''));
    folded.push(...fold.folded);
    return { ...item, text: fold.text };
  });
  if (folded.length > 0) {
    const found = [...new Set(folded)].join('');
    findings.push({ code: 'source.radical-characters', severity: 'advice', at: {}, found, assumed: foldRadicals(found).text, confidence: 'certain', data: { count: folded.length } });
  }
  return { ...page, items: clean };
}
