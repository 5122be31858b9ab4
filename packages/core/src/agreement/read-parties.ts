import { textOf } from '../text/element.js';
import type { Finding } from '../text/finding.js';
import type { DirectoryEntry, Party, Signatory } from './agreement-reading.js';
import { readBodyName, sameBody, type BodyName } from './body-name.js';
import { textUnits, type DocumentParts } from './document-parts.js';
import { scanNames, scanParties, type PartyScan, type ScannedParty } from './scan-parties.js';

export interface PartiesReading {
  readonly parties: readonly Party[];
  /** 全員を指す呼び名として定義された語（両市） */
  readonly collectives: readonly string[];
  readonly findings: readonly Finding[];
}

type PartySource = 'preamble' | 'article' | 'cover' | 'title' | 'signature';

/** 当事者。前文の定義から。なければ条の定義、表紙、題名、署名欄の順に推す。 */
export function readParties(parts: DocumentParts, signatories: readonly Signatory[], directory: readonly DirectoryEntry[]): PartiesReading {
  const located = locate(parts, signatories);
  const at = parts.preamble[0] ?? parts.title;
  const place = at ? { node: at.node } : {};
  if (!located) {
    return { parties: [], collectives: [], findings: [{ code: 'agreement.no-parties', severity: 'error', at: place, data: {} }] };
  }
  const findings: Finding[] = [];
  const parties = unique(located.scan.parties).map((scanned) => withCode(scanned, directory, place, findings));
  if (located.from !== 'preamble') {
    const names = parties.map((p) => p.name).join('、');
    findings.unshift({
      code: 'agreement.parties-assumed', severity: 'warning', at: place, assumed: names,
      confidence: located.from === 'article' ? 'certain' : 'likely', data: { from: located.from, names },
    });
  }
  return { parties, collectives: located.scan.collectives, findings };
}

function locate(parts: DocumentParts, signatories: readonly Signatory[]): { scan: PartyScan; from: PartySource } | undefined {
  const preamble = scanParties(parts.preamble.map((u) => u.text).join('。'));
  if (preamble) return { scan: preamble, from: 'preamble' };
  for (const article of parts.articles.slice(0, 3)) {
    const scan = scanParties(textUnits(article).map((u) => u.text).join('。'));
    if (scan && scan.parties.length > 1) return { scan, from: 'article' };
  }
  const cover = designatedLines(parts.cover.map((u) => u.text));
  if (cover.length > 1) return { scan: { parties: cover, collectives: [] }, from: 'cover' };
  const title = parts.title && scanParties(`${parts.title.text}は、`);
  if (title && title.parties.length > 1) return { scan: title, from: 'title' };
  const blocks = parts.closing.flatMap((c) => c.children).flatMap((c) => (typeof c === 'string' || c.tag !== 'SignatureBlock' ? [] : [textOf(c)]));
  const signed = signatories.flatMap((s): ScannedParty[] => {
    const body = readBodyName(s.body);
    const designation = blocks.map((b) => /^\s*([甲乙丙丁戊])[\s：:]/.exec(b)).find((m, i) => m && blocks[i]!.includes(s.body))?.[1];
    return body ? [designation === undefined ? body : { ...body, designation }] : [];
  });
  return signed.length > 1 ? { scan: { parties: signed, collectives: [] }, from: 'signature' } : undefined;
}

/** 表紙の「甲　熊本市」「山口市　宇部市」の行。 */
function designatedLines(lines: readonly string[]): ScannedParty[] {
  return lines.flatMap((line): ScannedParty[] => {
    const m = /^\s*([甲乙丙丁戊])[\s：:]+(.+)$/.exec(line);
    const names = scanNames((m ? m[2]! : line).trim());
    if (!names) return [];
    return m ? names.map((name) => ({ ...name, designation: m[1]! })) : names;
  });
}

function unique(parties: readonly ScannedParty[]): ScannedParty[] {
  return parties.filter((p, i) => parties.findIndex((q) => sameBody(p.name, q.name) && p.prefecture === q.prefecture) === i);
}

/** 名簿で一つに決まるときだけコードを付ける。同名の団体（府中市、伊達市など）は県名がなければ決まらない。 */
function withCode(scanned: ScannedParty, directory: readonly DirectoryEntry[], at: Finding['at'], findings: Finding[]): Party {
  const matches = directory.filter((entry) => matchesEntry(scanned, entry));
  if (matches.length === 1) return { ...scanned, code: matches[0]!.code };
  const party = scanned.name;
  if (matches.length > 1) {
    findings.push({ code: 'agreement.party-ambiguous', severity: 'warning', at, found: party, data: { party, prefectures: matches.map((e) => e.prefecture).join('、') } });
  } else if (directory.length > 0) {
    findings.push({ code: 'agreement.party-not-in-directory', severity: 'advice', at, found: party, data: { party } });
  }
  return scanned;
}

const matchesEntry = (body: BodyName, entry: DirectoryEntry): boolean =>
  sameBody(body.name, entry.name) && (body.prefecture === undefined || body.prefecture === entry.prefecture);
