import { readBodyName, type BodyName } from './body-name.js';

/**
 * 当事者を並べた句を左から読む。
 *   山口市及び宇部市（以下「両市」という。）は、
 *   熊本市（以下「甲」という。）と山鹿市（以下「乙」という。）とは、
 *   加西市及び加東市（以下これらを「甲」という。）と多可町（以下「乙」という。）は、
 */
export interface PartyScan {
  readonly parties: readonly ScannedParty[];
  /** 全員を指す呼び名（両市・両市町・双方）として定義された語 */
  readonly collectives: readonly string[];
}

export interface ScannedParty extends BodyName {
  readonly designation?: string;
}

const NAME = /[^、。，,・（()）「」『』を]{1,24}?[市区町村都道府県](?=[（(、，,・とはがの及並]|および|ならびに|$)/y;
const NOTE = /[（(]([^（()）]{0,120}(?:[（(][^（()）]{0,80}[）)][^（()）]{0,80}){0,4})[）)]/y;
const SEPARATOR = /(?:と|及び|並びに|および|ならびに|、|，|,|・)+/y;
/** 「高台市を甲とし、低地町を乙として」 */
const NAMED_AS = /([^、。，,（()）「」を]{1,24}[市区町村都道府県])を「?([甲乙丙丁戊])」?と/g;
const QUOTED = /[「『"“]([^」』"”]{1,12})[」』"”]/g;

/** 当事者は文書の初めに定義される。長い文書でも読む量を限る。 */
const SCANNED_LENGTH = 4000;

/** 全員を指す呼び名。定義が無くてもそう読む。 */
export const isCollective = (designation: string): boolean =>
  /^(両|双方|当事者|各(市|町|村|当事者)|関係(市|町|村)|構成(市|町|村)|[2-9２-９二三四五六七八九](市|町|村|者)|全(市|町|村))/.test(designation);

/** 前文の文を読む。定義（以下「甲」という。）を持つ句を先に、なければ「は」で受ける二つ以上の名の句を採る。 */
export function scanParties(text: string): PartyScan | undefined {
  const squeezed = text.replace(/\s/g, '').slice(0, SCANNED_LENGTH);
  const scans: { scan: PartyScan; followedBySubject: boolean }[] = [];
  for (let at = 0; at < squeezed.length; ) {
    const { scan, end } = scanAt(squeezed, at);
    if (scan) scans.push({ scan, followedBySubject: /^と?[はが]|^の間|^との間/.test(squeezed.slice(end)) });
    at = nextBoundary(squeezed, scan ? Math.max(end, at + 1) : at + 1);
  }
  const named = [...squeezed.matchAll(NAMED_AS)].flatMap((m) => {
    const body = readBodyName(m[1]!);
    return body ? [{ ...body, designation: m[2]! }] : [];
  });
  if (named.length > 1) return { parties: named, collectives: [] };
  const defining = scans.filter(({ scan }) => scan.collectives.length > 0 || scan.parties.some((p) => p.designation !== undefined)).map((s) => s.scan);
  if (defining.length > 0) return merge(defining);
  return scans.find(({ scan, followedBySubject }) => followedBySubject && scan.parties.length > 1)?.scan;
}

/** 句の並び「甲 熊本市 / 乙 山鹿市」でなく、名だけを空白や読点で並べた行（表紙）を読む。 */
export function scanNames(text: string): BodyName[] | undefined {
  const tokens = text.split(/[\s、，,・／/]+|(?<=[市区町村都道府県])(?:と|及び|並びに)/).filter((t) => t !== '');
  const names = tokens.map(readBodyName);
  return names.length > 0 && names.every((n) => n !== undefined) ? names : undefined;
}

function scanAt(text: string, start: number): { scan?: PartyScan; end: number } {
  const parties: ScannedParty[] = [];
  const collectives: string[] = [];
  let pending = 0;
  let at = start;
  let end = start;
  for (;;) {
    NAME.lastIndex = at;
    const name = NAME.exec(text);
    // 「中心市である峰山市」
    const body = name && readBodyName(name[0].replace(/^.*(?:である|たる)/, ''));
    if (!body) break;
    parties.push(body);
    at = end = at + name[0].length;
    for (NOTE.lastIndex = at; ; NOTE.lastIndex = at) {
      const note = NOTE.exec(text);
      if (!note) break;
      at = end = at + note[0].length;
      const designations = designationsIn(note[1]!);
      for (const [i, designation] of designations.entries()) {
        if (isCollective(designation)) {
          collectives.push(designation);
          continue;
        }
        const respectively = designations.length > 1 && parties.length - pending === designations.length;
        const from = respectively ? pending + i : pending;
        const to = respectively ? from + 1 : parties.length;
        for (let p = from; p < to; p++) parties[p] = { ...parties[p]!, designation };
      }
      if (designations.some((d) => !isCollective(d))) pending = parties.length;
    }
    SEPARATOR.lastIndex = at;
    const separator = SEPARATOR.exec(text);
    if (!separator) break;
    at += separator[0].length;
  }
  return parties.length === 0 ? { end } : { scan: { parties, collectives }, end };
}

/** 「以下「甲」という。」「以下これらを「甲」という。」「以下「両市町」と総称する。」 */
function designationsIn(note: string): string[] {
  if (!/以下|いう|総称|称する|呼ぶ/.test(note)) return [];
  return [...note.matchAll(QUOTED)].map((m) => m[1]!);
}

function nextBoundary(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    if (/[、。，,）)」：:を]/.test(text[i - 1]!)) return i;
    if (/[よりずきて]/.test(text[i - 1]!) && /[\p{Script=Han}○●x]/u.test(text[i]!)) return i;
  }
  return text.length;
}

/** 定義が離れた句に分かれているとき（「甲は熊本市（以下「甲」…」を二行に書くなど）はつなぐ。 */
function merge(scans: readonly PartyScan[]): PartyScan {
  const [first, ...rest] = scans as [PartyScan, ...PartyScan[]];
  const parties = [...first.parties];
  if (parties.length === 1) {
    for (const party of rest.flatMap((s) => s.parties)) {
      if (party.designation !== undefined && !parties.some((p) => p.name === party.name || p.designation === party.designation)) parties.push(party);
    }
  }
  return { parties, collectives: [...new Set(scans.flatMap((s) => s.collectives))] };
}
