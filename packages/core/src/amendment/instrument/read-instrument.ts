import { append } from '../../kernel/append.js';
import { readNumeral } from '../../kernel/numeral.js';
import type { Finding } from '../../text/finding.js';
import type { Amendment } from '../operation.js';
import { parseAmendment, type AmendmentLine } from '../parse/parse-amendment.js';
import type { FrameKind } from '../parse/read-frame-line.js';
import { findClosing, findSuppl, looksAmending, printedLines } from './find-frame.js';
import type { AmendingLead, Instrument, InstrumentPart } from './instrument.js';
import { readLead } from './read-lead.js';
import { readSuppl } from './read-suppl.js';

export interface InstrumentReading {
  readonly instrument: Instrument;
  readonly findings: readonly Finding[];
}

/**
 * 改正の文書を読む。題名・締結文・柱書・条建て・附則・作成文を分け、本体を改め文として読む。
 * 改め文だけの文字列も、枠のない文書として読む。どんな文字列でも例外にしない。
 */
export function readInstrument(text: string): InstrumentReading {
  const lines = printedLines(text);
  const findings: Finding[] = [];
  const first = firstLead(lines);
  const start = first ?? titledBody(lines);
  const head = readHead(lines.slice(0, start), first !== undefined && typeof readLead(lines[first]!.text)?.article === 'string');
  const suppl = findSuppl(lines, start, first !== undefined);
  const closing = findClosing(lines, suppl ?? start, suppl !== undefined, first !== undefined);
  const body = lines.slice(start, Math.min(suppl ?? lines.length, closing ?? lines.length));
  const fragment = first === undefined && suppl === undefined && closing === undefined ? readFragment(lines) : undefined;
  if (fragment) return { instrument: fragment, findings };
  const texts = (from: number, to: number) => lines.slice(from, to).map((l) => l.text);
  return {
    instrument: {
      heading: head.heading,
      title: head.title,
      enacting: head.enacting,
      parts: readParts(body, head.caption, first !== undefined, findings),
      suppl: suppl === undefined ? null : readSuppl(lines[suppl]!.text, texts(suppl + 1, closing ?? lines.length)),
      closing: closing === undefined ? [] : texts(closing, lines.length),
    },
    findings,
  };
}

/** 初めの柱書。それより前に改正文があれば、その柱書はブロックの中の文（枠ではない）。 */
function firstLead(lines: readonly AmendmentLine[]): number | undefined {
  for (let i = 0; i < lines.length; i += 1) {
    const found = readLead(lines[i]!.text);
    if (found) return found.article === null || articleNumber(found.article) === 1 ? i : undefined;
    if (looksAmending(lines[i]!.text)) return undefined;
  }
  return undefined;
}

const AMENDING_TITLE = /の(?:一部|全部)を(?:変更|改正)する|を廃止する/;
const NOTE = /^[　 ]*備考/;
/** 題名は文ではない */
const isTitle = (line: string): boolean => !/[。、]$/.test(line) && !NOTE.test(line) && AMENDING_TITLE.test(line.slice(-60));

/** 柱書のない文書で、題名の行に続く改め文の始まり。題名もなければ 0。 */
function titledBody(lines: readonly AmendmentLine[]): number {
  let first = lines.findIndex((l) => looksAmending(l.text));
  while (first > 0 && NOTE.test(lines[first - 1]!.text)) first -= 1;
  return first > 0 && lines.slice(0, first).some((l) => isTitle(l.text)) ? first : 0;
}

/** 題名より前・題名・締結文。条建てなら初めの条の見出しも分ける。 */
function readHead(lines: readonly AmendmentLine[], articled: boolean): { heading: string[]; title: string | null; enacting: string[]; caption: string | null } {
  const texts = lines.map((l) => l.text);
  const last = texts[texts.length - 1];
  const caption = articled && last !== undefined ? captionOf(last) : null;
  const rest = caption === null ? texts : texts.slice(0, -1);
  const strip = (line: string) => line.replace(/^[　 ]+/, '');
  const named = rest.findLastIndex(isTitle);
  const at = named >= 0 ? named : rest.findLastIndex((line) => /^[　 ]{3}/.test(line) && !/[。）]$/.test(line));
  if (at < 0) return { heading: [], title: null, enacting: rest.map(strip), caption };
  return { heading: rest.slice(0, at), title: strip(rest[at]!), enacting: rest.slice(at + 1).map(strip), caption };
}

const captionOf = (line: string): string | null => /^[　 ]*(（[^（）]*）)$/.exec(line)?.[1] ?? null;

/** 改められる文書ごとに分ける。条建ては第1条から続く柱書で切る。 */
function readParts(lines: readonly AmendmentLine[], caption: string | null, framed: boolean, findings: Finding[]): InstrumentPart[] {
  const first = framed ? readLead(lines[0]!.text) : undefined;
  if (!first) return lines.length === 0 && framed ? [] : [readPart(null, null, lines, findings)];
  if (first.article === null) return [readPart(null, first.lead, lines.slice(1), findings)];
  const starts = [{ at: 0, from: 0, lead: first.lead, label: first.article, caption }];
  for (let at = 1; at < lines.length; at += 1) {
    const found = readLead(lines[at]!.text);
    if (!found || found.article === null || articleNumber(found.article) !== starts.length + 1) continue;
    const before = captionOf(lines[at - 1]!.text);
    starts.push({ at, from: before === null ? at : at - 1, lead: found.lead, label: found.article, caption: before });
  }
  return starts.map(({ at, lead, label, caption: own }, i) =>
    readPart({ label, caption: own }, lead, lines.slice(at + 1, starts[i + 1]?.from ?? lines.length), findings));
}

const articleNumber = (label: string): number | undefined => readNumeral(label.slice(1, -1))?.value;

/** 「次の表の改正前の欄に掲げる規定を…」「次の表により、…」: 新旧対照表方式の文 */
const BY_TABLE = /^[　 ]*次の表(?:により、|の[^「」]{1,40}欄).*。$/;

/** 新旧対照表方式。何をどう改めるかは表にあるので、黙って何も変えないことのないよう、表を指す一つの操作にする（当てれば断られる）。 */
function tableAmendment(block: readonly string[]): Amendment {
  return [{ operations: [{ targets: [{ from: [{ kind: 'named', name: '次の表' }] }], action: { kind: 'replaceWhole', block: { lines: block } } }] }];
}

function readPart(article: InstrumentPart['article'], lead: AmendingLead | null, lines: readonly AmendmentLine[], findings: Finding[]): InstrumentPart {
  const texts = lines.map((l) => l.text);
  if (lead?.form === 'whole' || lead?.form === 'abolition') return { article, lead, amendment: [], lines: [], text: texts, byTable: false };
  if (texts[0] !== undefined && BY_TABLE.test(texts[0])) return { article, lead, amendment: tableAmendment(texts.slice(1)), lines: [lines[0]!.line], text: texts, byTable: true };
  const reading = parseAmendment(lines);
  append(findings, reading.findings);
  // 備考の行は残す。改正規定が一つも読めなければ、すべての行を残す
  const notes = new Set(reading.frame.filter((f) => f.kind === 'note').map((f) => f.line));
  const rest = reading.amendment.length === 0 ? texts : lines.filter((l) => notes.has(l.line)).map((l) => l.text);
  return { article, lead, amendment: reading.amendment, lines: reading.lines, text: rest, byTable: false };
}

/** 題名・締結文・附則の文・作成文だけの文字列。改正規定が一つもない枠の一部なので、その所に置く。 */
function readFragment(lines: readonly AmendmentLine[]): Instrument | undefined {
  const { amendment, frame, findings } = parseAmendment(lines);
  if (amendment.length > 0 || findings.length > 0 || frame.length !== lines.length) return undefined;
  const of = (...kinds: FrameKind[]) => lines.filter((_, i) => kinds.includes(frame[i]!.kind)).map((l) => l.text);
  const strip = (line: string) => line.replace(/^[　 ]+/, '');
  const [titles, clauses] = [of('title'), of('supplementary')];
  if (titles.length > 1 || of('lead', 'abolition', 'heading', 'note').length > 0) return undefined;
  return {
    heading: [],
    title: titles[0] === undefined ? null : strip(titles[0]),
    enacting: of('enactment').map(strip),
    parts: [],
    suppl: clauses.length === 0 ? null : readSuppl('', clauses),
    closing: of('closing'),
  };
}
