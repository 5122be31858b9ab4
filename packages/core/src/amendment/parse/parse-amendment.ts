import { append } from '../../kernel/append.js';
import type { Finding } from '../../text/finding.js';
import type { AmendingProvision, Amendment, Operation } from '../operation.js';
import type { Target } from '../location.js';
import { locationName } from '../write/location-name.js';
import type { AmendmentLine } from './amendment-line.js';
import { Antecedents } from './antecedents.js';
import type { Slip } from './clause-read.js';
import { joinOpenQuotes } from './join-open-quotes.js';
import { maskQuotes, QUOTE } from './mask-quotes.js';
import { NUMBER } from './numbers.js';
import { plainText } from './plain-text.js';
import { quoteBalance } from './quote-balance.js';
import { unmask, withQuotedNames } from './quoted-names.js';
import { readFrameLine, startsSupplementary, type FrameKind } from './read-frame-line.js';
import { isListing, readListEntry } from './read-listing.js';
import { readSentence } from './read-sentence.js';
import { splitSentences } from './split-sentences.js';

export type { AmendmentLine };

export interface ParsedAmendment {
  readonly amendment: Amendment;
  /** 改正規定ごとの、原文の行番号（1から） */
  readonly lines: readonly number[];
  /** 改正規定でも新しい規定でもない行（題名・柱書・附則…）。どう読んだかだけを示す */
  readonly frame: readonly FrameLine[];
  readonly findings: readonly Finding[];
}

export interface FrameLine {
  readonly line: number;
  readonly kind: FrameKind;
}

/**
 * 改め文を操作に読む。writeAmendment の逆だが、自分の書いたものに限らず、
 * 漢数字・算用数字、縦書き・横書き、昔の書きぶり（左のように・二條）も読む。
 * どんな入力でも値と報告が返る。
 */
export function parseAmendment(input: string | readonly AmendmentLine[]): ParsedAmendment {
  const lines = typeof input === 'string' ? input.split(/\r\n|\r|\n/).map((text, i) => ({ text, line: i + 1 })) : input;
  const reader = new AmendmentReader();
  for (const line of joinOpenQuotes(lines)) reader.line(line);
  return reader.result();
}

/** 文末に改め文の動詞がある行だけを読んでみる */
const AMENDING_END = /(?:改め|加え|削|とす|とし|下げ|上げ|さげ|あげ|付す|附す|付け|改正す|変更す|訂正す|追加す|設け|置)(?:る|除する)?[。．]?$/;
/** 「第4条を次のように改める。第4条　削除」: 文の後に、同じ行でブロックが続く */
const BLOCK_FOLLOWS = /(?:次|左)の[^「」。]{1,30}(?:改める|加える)。[^。]/;
/** 新しい規定の本文らしい行 */
const PROVISION_LINE = new RegExp(`^(?:第${NUMBER}条(?:の${NUMBER})*[\\s　]|${NUMBER}[\\s　]|[（(]${NUMBER}[）)][\\s　]|｜)`);
const TAKES_BLOCK: ReadonlySet<Operation['action']['kind']> = new Set<Operation['action']['kind']>(['replaceWhole', 'add']);

interface Draft {
  readonly operations: Operation[];
  readonly line: number;
  /** ブロックを取る操作の位置 */
  readonly blockAt: number | undefined;
  readonly block: string[];
  /** 「次に掲げる規定中…」の後に並ぶ規定 */
  readonly listed: Target[] | undefined;
}

interface SentenceOutcome {
  readonly operations: readonly Operation[];
  readonly slips: readonly Slip[];
  readonly antecedents: Antecedents;
  readonly unbalanced: number;
}

class AmendmentReader {
  readonly #drafts: Draft[] = [];
  readonly #frame: FrameLine[] = [];
  readonly #findings: Finding[] = [];
  #antecedents = Antecedents.start();
  #supplementary = false;
  #attempted = false;
  #first: AmendmentLine | undefined;
  #stray: AmendmentLine | undefined;

  line({ text: raw, line }: AmendmentLine): void {
    const text = raw.replace(/^[\s　]+|[\s　]+$/g, '');
    if (text === '') return;
    this.#first ??= { text, line };
    const draft = this.#drafts[this.#drafts.length - 1];
    const open = draft?.blockAt !== undefined && !this.#supplementary;
    if (open && !startsAtMargin(raw)) {
      append(draft.block, raw.split('\n'));
      return;
    }
    if (draft?.listed && !open && readListEntry(text, draft.listed)) return;
    const kind = open ? undefined : readFrameLine(text.includes('「') ? maskQuotes(text).text : text);
    if (!open && (this.#supplementary || kind)) {
      if (startsSupplementary(text)) this.#supplementary = true;
      this.#frame.push({ line, kind: kind ?? 'supplementary' });
      this.#stray = undefined;
      return;
    }
    const read = (AMENDING_END.test(text) && (open || !PROVISION_LINE.test(text))) || BLOCK_FOLLOWS.test(text) ? this.#sentences(text, line, open) : undefined;
    if (read) {
      this.#stray = undefined;
      return;
    }
    if (open) append(draft.block, raw.split('\n'));
    else this.#unread(text, line);
  }

  /** 一行に続く文を読む。初めの文が読めなければ false。 */
  #sentences(text: string, line: number, quiet: boolean): boolean {
    const masked = withQuotedNames(maskQuotes(text));
    const sentences = masked.unbalanced === 0 ? splitSentences(masked.text) : [];
    let quote = 0;
    let any = false;
    for (const sentence of sentences) {
      const count = sentence.split(QUOTE).length - 1;
      const quotes = masked.quotes.slice(quote, quote + count);
      quote += count;
      const outcome = this.#sentence(sentence, quotes, quiet);
      // 新しい規定の本文（…旧規則第十一条…とする。）を改正規定に読まないよう、ブロックの後では法令名から始まる場所を採らない
      if (quiet && outcome.ok && outcome.value.operations.some(({ targets }) => targets.some(({ from: [step] }) => step?.kind === 'named' && !step.name.startsWith('次')))) return any;
      if (outcome.ok) {
        any = true;
        this.#accept(outcome.value, line);
        continue;
      }
      const original = unmask(sentence, quotes);
      const draft = this.#drafts[this.#drafts.length - 1];
      if (any && draft?.blockAt !== undefined) {
        // 「第4条を次のように改める。第4条　削除」: 続く字はブロック
        draft.block.push(original);
        continue;
      }
      if (!any && quiet) return false;
      this.#attempted = true;
      const { rest, same } = outcome.error;
      if (same !== undefined) this.#report('amendment.same-without-antecedent', 'error', line, { word: same }, original);
      else this.#report('amendment.sentence-unread', 'error', line, { rest: unmask(rest, quotes.slice(quotes.length - (rest.split(QUOTE).length - 1))) }, original);
      any = true;
    }
    if (masked.unbalanced !== 0 && !quiet) {
      this.#attempted = true;
      this.#report('amendment.unbalanced-quotes', 'error', line, { depth: masked.unbalanced }, text);
      return true;
    }
    return any;
  }

  /** 一つの文。ブロックの後（quiet）では、前の文の条を「同条」と言うことはない */
  #sentence(text: string, quotes: readonly string[], quiet: boolean): { readonly ok: true; readonly value: SentenceOutcome } | { readonly ok: false; readonly error: { readonly rest: string; readonly same?: string } } {
    const read = readSentence(plainText(text), quotes, Antecedents.start(quiet ? undefined : this.#antecedents));
    if (!read.ok) return { ok: false, error: read };
    return { ok: true, value: { operations: read.operations, slips: read.slips, antecedents: read.antecedents, unbalanced: quoteBalance(read.operations) } };
  }

  #accept({ operations, slips, antecedents, unbalanced }: SentenceOutcome, line: number): void {
    this.#antecedents = antecedents;
    const blockAt = operations.findLastIndex(({ action }) => TAKES_BLOCK.has(action.kind) && 'block' in action && action.block.lines.length === 0);
    const listing = operations.some(({ targets }) => targets.some(isListing));
    this.#drafts.push({ operations: [...operations], line, blockAt: blockAt < 0 ? undefined : blockAt, block: [], listed: listing ? [] : undefined });
    for (const slip of slips) this.#report('amendment.long-form', 'advice', line, {}, slip.found, slip.assumed);
    for (const { word, location } of antecedents.borrowed) this.#report('amendment.long-form', 'advice', line, {}, word, locationName(location, 'half'));
    if (unbalanced !== 0) this.#report('amendment.unbalanced-quotes', 'error', line, { depth: unbalanced });
  }

  #unread(text: string, line: number): void {
    if (AMENDING_END.test(text) && !PROVISION_LINE.test(text)) {
      this.#attempted = true;
      this.#report('amendment.sentence-unread', 'error', line, { rest: text }, text);
    } else if (!this.#stray) this.#report('amendment.block-unexpected', 'error', line, {}, text);
    this.#stray = { text, line };
  }

  result(): ParsedAmendment {
    if (this.#drafts.length === 0 && this.#frame.length === 0 && !this.#attempted && this.#first) {
      const { text, line } = this.#first;
      return { amendment: [], lines: [], frame: [], findings: [{ code: 'amendment.not-an-amendment', severity: 'error', at: { line }, found: text, data: {} }] };
    }
    const amendment = this.#drafts.map(({ operations, blockAt, block, listed }): AmendingProvision => ({
      operations: operations.map((op, i) => {
        if (i === blockAt && 'block' in op.action) return { ...op, action: { ...op.action, block: { lines: block } } };
        return listed && listed.length > 0 && op.targets.some(isListing) ? { ...op, targets: op.targets.flatMap((t) => (isListing(t) ? listed : [t])) } : op;
      }),
    }));
    this.#drafts.forEach(({ operations, line }, i) => {
      for (const { action } of amendment[i]!.operations) {
        if ('block' in action && action.block.lines.length === 0) this.#report('amendment.block-missing', 'warning', line, { expected: expectedOf(operations) });
      }
    });
    const findings = this.#findings.sort((a, b) => (a.at.line ?? 0) - (b.at.line ?? 0));
    return { amendment, lines: this.#drafts.map((d) => d.line), frame: this.#frame, findings };
  }

  #report(code: Finding['code'], severity: Finding['severity'], line: number, data: Finding['data'], found?: string, assumed?: string): void {
    this.#findings.push({ code, severity, at: { line }, ...(found === undefined ? {} : { found: excerpt(found) }), ...(assumed === undefined ? {} : { assumed }), data });
  }
}

const excerpt = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

/** 字下げが全角一字までか。新しい規定の本文は、改正規定に読める行なら二字以上下げて置かれる。 */
const startsAtMargin = (raw: string): boolean => /^(?:　|[ \t]{0,2})?[^\s　]/.test(raw);

function expectedOf(operations: readonly Operation[]): string {
  const action = operations.findLast(({ action: a }) => TAKES_BLOCK.has(a.kind))?.action;
  if (action?.kind !== 'add' || action.what.units.length === 0) return '次のように';
  return `次の${action.what.units.map(({ unit, count }) => `${count ?? ''}${unit}`).join('及び')}`;
}
