import { childrenOf, textOf, type Element } from '../element.js';
import { draft, textDraft, type Draft } from './draft.js';
import { isDateLine } from './line-kind.js';
import type { LineBlock } from './prepare-blocks.js';
import { readSentences, writeSentences } from './sentence.js';
import { joinTraced } from './traced-text.js';

/**
 * 締結文・締結日・署名欄の読みと書き。
 * 署名欄は団体ごとにまとめる。行の文字は一切直さない（氏名は決して直さない）。
 */

/** 職名で終わる、または職名に氏名が続く行（「市長町」は地名） */
const TITLED = /(?:知事|市長|町長|村長|区長|管理者|理事長|組合長|連合長|代表者)(?!町)/;
const TITLE_ONLY = /(?:知事|市長|町長|村長|区長|管理者|理事長|組合長|連合長|代表者)[\s　]*$/;

export function readClosing(lines: readonly LineBlock[]): Draft {
  const closing = draft('Closing');
  const dated = isDateLine(lines[0]!.body.text);
  const at = dated ? 0 : readFormula(lines, closing);
  const rest: LineBlock[] = [];
  for (const line of lines.slice(at)) {
    if (rest.length === 0 && isDateLine(line.body.text) && !closing.children.some((c) => typeof c !== 'string' && c.tag === 'ConclusionDate')) {
      closing.children.push(textDraft('ConclusionDate', line.body));
    } else rest.push(line);
  }
  for (const block of signatureGroups(rest)) closing.children.push(draft('SignatureBlock', block.map((l) => textDraft('SignatureLine', l.body))));
  return closing;
}

/** 締結文を読み、使った行の数を返す。 */
function readFormula(lines: readonly LineBlock[], closing: Draft): number {
  let at = 0;
  let formula = lines[0]!.body;
  // 締結文が折り返されていれば、句点まで
  while (!formula.text.endsWith('。') && at + 1 < lines.length && !isDateLine(lines[at + 1]!.body.text) && lines[at + 1]!.body.text.endsWith('。')) {
    at += 1;
    formula = joinTraced(formula, lines[at]!.body);
  }
  closing.children.push(draft('ClosingFormula', readSentences(formula)));
  return at + 1;
}

/** 空行で区切られた組のそれぞれに職名があればその組を、なければ職名と氏名が揃うまでを一つの署名欄とする。 */
function signatureGroups(lines: readonly LineBlock[]): LineBlock[][] {
  const byGap: LineBlock[][] = [];
  for (const line of lines) {
    if (line.gapBefore || byGap.length === 0) byGap.push([line]);
    else byGap.at(-1)!.push(line);
  }
  const oneEach = byGap.every((group) => group.filter((l) => TITLED.test(l.body.text)).length === 1 && isComplete(group));
  return oneEach || byGap.length === 0 ? byGap : groupByCompletion(lines);
}

const isComplete = (group: readonly LineBlock[]): boolean => group.length > 1 || !TITLE_ONLY.test(group[0]!.body.text);

function groupByCompletion(lines: readonly LineBlock[]): LineBlock[][] {
  const groups: LineBlock[][] = [];
  let open: LineBlock[] = [];
  let awaitingName = false;
  const close = (): void => {
    if (open.length > 0) groups.push(open);
    open = [];
    awaitingName = false;
  };
  for (const line of lines) {
    const text = line.body.text;
    if (/^[甲乙丙丁戊](?:[\s　]|$)/.test(text)) close();
    if (/^[\s　]*[印㊞][\s　]*$/.test(text) && open.length === 0 && groups.length > 0) {
      groups.at(-1)!.push(line);
      continue;
    }
    open.push(line);
    if (awaitingName) close();
    else if (TITLED.test(text)) {
      if (TITLE_ONLY.test(text)) awaitingName = true;
      else close();
    }
  }
  if (open.length > 0 && groups.length > 0 && !open.some((l) => TITLED.test(l.body.text)) && open.length === 1) groups.at(-1)!.push(...open);
  else close();
  return groups;
}

export function writeClosing(closing: Element): string[] {
  const lines: string[] = [];
  for (const formula of childrenOf(closing, 'ClosingFormula')) lines.push('', `　${writeSentences(formula)}`);
  for (const date of childrenOf(closing, 'ConclusionDate')) lines.push('', textOf(date));
  for (const block of childrenOf(closing, 'SignatureBlock')) {
    lines.push('', ...childrenOf(block, 'SignatureLine').map(textOf));
  }
  return lines;
}
