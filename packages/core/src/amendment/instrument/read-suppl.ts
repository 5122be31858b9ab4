import { readWareki } from '../../calendar/read-wareki.js';
import type { PlainDate } from '../../calendar/plain-date.js';
import { NUMERAL_CLASS } from '../../kernel/numeral.js';
import { splitSentences } from '../run.js';
import type { InForce, InstrumentSuppl, LaterInForce, SupplClause } from './instrument.js';

/** 附則の題「附　則」 */
const LABEL = /^[　 ]*附[　 ]*則[　 ]*$/;
export const isSupplLabel = (line: string): boolean => LABEL.test(line);

/** 附則を読む。施行期日・ただし書の施行期日・失効の日を取り出す。 */
export function readSuppl(label: string, lines: readonly string[]): InstrumentSuppl {
  const provisions = readClauses(lines);
  const sentences = provisions.flatMap((p) => splitSentences(p.text));
  const days = sentences.flatMap(inForceOf);
  const items = provisions.flatMap((p) => (p.text.includes('当該各号に定める') ? itemsOf(p) : []));
  return {
    label: label.trim(),
    lines,
    provisions,
    inForce: days.find((d) => d.clauses === null)?.inForce ?? null,
    later: [...days.flatMap(({ clauses, inForce }): LaterInForce[] => (clauses === null ? [] : [{ clauses, inForce }])), ...items],
    expiresOn: sentences.map(expiryOf).find((d) => d !== null) ?? null,
  };
}

/** 一段落ずつに分ける。号の行は前の段落に続ける（印字は lines にある）。 */
function readClauses(lines: readonly string[]): SupplClause[] {
  const clauses: { caption: string | null; label: string | null; text: string }[] = [];
  let caption: string | null = null;
  for (const line of lines) {
    const body = line.replace(/^[　 ]+/, '').trimEnd();
    if (body === '') continue;
    if (/^（[^（）]*）$/.test(body)) {
      caption = body;
      continue;
    }
    const numbered = CLAUSE.exec(line);
    if (ITEM.test(line) && clauses.length > 0) clauses[clauses.length - 1]!.text += `\n${body}`;
    else {
      clauses.push({ caption, label: numbered ? numbered[1]! : null, text: numbered ? numbered[2]! : body });
      caption = null;
    }
  }
  return clauses;
}

const CLAUSE = new RegExp(`^((?:第[${NUMERAL_CLASS}]{1,9}条(?:の[${NUMERAL_CLASS}]{1,9})*)|[0-9０-９]{1,3})[　 ]+(.+)$`);
const ITEM = new RegExp(`^[　 ]{1,9}(?:[(（][^)）]{1,9}[)）]|[${NUMERAL_CLASS}]{1,5}|[ア-ン])[　 ]+`);

/** 「Xは、Yから施行する」の Y と、ただし書なら X の改正規定。 */
function inForceOf(sentence: string): { readonly clauses: readonly string[] | null; readonly inForce: InForce }[] {
  const head = sentence.split('\n')[0]!;
  const end = ['から施行する', 'から効力を生ずる', 'から効力を生じる', 'に効力を生ずる'].map((w) => head.lastIndexOf(w)).find((at) => at >= 0);
  if (end === undefined || head.includes('当該各号に定める')) return [];
  const before = head.slice(0, end);
  const comma = before.lastIndexOf('は、');
  if (comma < 0) return [];
  const inForce = dayOf(before.slice(comma + 2));
  const proviso = /^(?:ただし|但し)、/.exec(before);
  const subject = before.slice(proviso ? proviso[0].length : 0, comma);
  if (proviso || subject.endsWith('改正規定')) return [{ clauses: splitAmendClauses(subject), inForce }];
  return [{ clauses: null, inForce }];
}

function dayOf(text: string): InForce {
  const word = text.replace(/[　 ]/g, '');
  if (/^(?:この.{0,12})?締結の日$/.test(word)) return { kind: 'conclusion' };
  if (/^公布の日$/.test(word)) return { kind: 'promulgation' };
  const reading = readWareki(text);
  return reading?.date && reading.start === 0 && reading.end === text.length ? { kind: 'on', date: reading.date } : { kind: 'other', text };
}

/** 「第5条に1項を加える改正規定及び第6条の改正規定」を一つずつに。 */
export function splitAmendClauses(text: string): string[] {
  return text.split(/(?<=改正規定)(?:、|及び|並びに)/).filter((c) => c !== '');
}

/** 各号で施行期日を分ける形「(1)　第5条の改正規定　令和9年10月1日」 */
function itemsOf({ text }: SupplClause): LaterInForce[] {
  return text.split('\n').slice(1).flatMap((line) => {
    const [, subject, day, ...rest] = line.split(/[　 ]+/);
    return subject === undefined || day === undefined || rest.length > 0 ? [] : [{ clauses: splitAmendClauses(subject), inForce: dayOf(day) }];
  });
}

function expiryOf(sentence: string): PlainDate | null {
  const at = sentence.indexOf('限り、その効力を失う');
  if (at < 0) return null;
  const before = sentence.slice(0, at);
  const reading = readWareki(before.slice(before.lastIndexOf('、') + 1));
  return reading?.date ?? null;
}
