import type { Location, Step } from '../location.js';
import { isTabular } from './antecedents.js';
import { count, DIGIT, NUMBER, provisionNum } from './numbers.js';
import type { StepRead } from './step-read.js';

const TABLE = new RegExp(`の?(?:第(${NUMBER})の表|表(?!示|面|題|紙|現|明|彰|裏|記|以外))`, 'y');
const REMARKS = new RegExp(`の?(?:（(備考|注)）|(備考|注(?![釈意記文書射入目解視力]))(?:の?第?(${NUMBER}(?:の${NUMBER}(?!${DIGIT}))?)(?![条項号編章節欄日月年]))?)(?!欄|の欄|以外)`, 'y');
const COLUMN_WORD = new RegExp(`の?((?:最?上|最?下|中|左|右|前|後|第${NUMBER}|次)欄)`, 'y');

/** の表・第二の表。 */
export function readTableWord(text: string, at: number): StepRead | undefined {
  TABLE.lastIndex = at;
  const m = TABLE.exec(text);
  const nth = m?.[1] === undefined ? undefined : count(m[1]);
  return m ? { steps: [{ kind: 'table', ...(nth === undefined ? {} : { nth }) }], end: at + m[0].length } : undefined;
}

/** 表・備考・上欄。 */
export function readTable(text: string, at: number, holder: Location): StepRead | undefined {
  COLUMN_WORD.lastIndex = at;
  const column = COLUMN_WORD.exec(text);
  if (column) return { steps: [{ kind: 'column', name: column[1]! }], end: at + column[0].length };
  REMARKS.lastIndex = at;
  const remarks = REMARKS.exec(text);
  if (remarks) {
    const kind = (remarks[1] ?? remarks[2]) === '備考' ? 'remarks' : 'note';
    const num = remarks[3] === undefined ? undefined : provisionNum(...(remarks[3].split(/の(.*)/s) as [string, string?]));
    return { steps: [{ kind, ...(num === undefined ? {} : { num }) }], end: at + remarks[0].length };
  }
  return holder.length === 0 && text[at] === 'の' ? undefined : readTableWord(text, at);
}

/** 項の名の長さの限り。これより先の「の項」は探さない */
const NAME_LIMIT = 240;
const MARKERS: Readonly<Record<string, Step['kind']>> = { 項: 'row', 部: 'part', 欄: 'column' };
const SEPARATOR = /^(?:、|及び|並びに|又は|若しくは|から|まで|中(?!欄)|を|に)/;
/** 名の中に現れれば、そこで別の場所が始まっている */
const ANOTHER = /の表(?!示|面|題|紙|現)|(?:、|及び|並びに)(?:同表|同条|同項|[〇一二三四五六七八九十百0-9０-９]{1,4}番目の|別[表記図紙添]|様式|書式|附則第|[付附][録表図]|題名|本則|前文|目次)/;

/**
 * 「〇〇の項」「〇〇の部」「〇〇の欄」。〇〇は法令名のことも条の並びのこともある
 * （同表第十三条第一項から第三項まで並びに第十四条第一項第二号の項）ので、次の「の項」までをそのまま名とする。
 */
export function readEntry(text: string, at: number, holder: Location, begun: boolean): StepRead | undefined {
  const start = at + (text[at] === 'の' ? 1 : 0);
  if (SEPARATOR.test(text.slice(start, start + 5))) return undefined;
  const found = findMarker(text, start);
  if (!found) return undefined;
  const { kind, nameEnd, end } = found;
  const name = text.slice(start, nameEnd);
  const inRow = begun && holder.some((s) => s.kind === 'row');
  if (name === '' || ANOTHER.test(name) || (inRow && kind !== 'column') || (kind !== 'column' && name.startsWith('備考'))) return undefined;
  // 「別表第三第一号（一）の税率の欄」: 号の中の欄
  if (kind === 'column' && IN_ITEM.test(name)) return undefined;
  return { steps: [{ kind: kind as 'row', name }], end };
}

const IN_ITEM = new RegExp(`^第${NUMBER}号(?!$|、|及び|並びに|から)`);

function findMarker(text: string, start: number): { readonly kind: Step['kind']; readonly nameEnd: number; readonly end: number } | undefined {
  let depth = 0;
  const limit = Math.min(text.length, start + NAME_LIMIT);
  for (let i = start; i < limit; i += 1) {
    const c = text[i]!;
    if (c === '（' || c === '(') depth += 1;
    else if (c === '）' || c === ')') depth -= 1;
    if (depth > 0) continue;
    const kind = MARKERS[c];
    if (kind === undefined || i === start) continue;
    if (kind === 'column') {
      if (text[i + 1] === '外') continue;
      return text[i - 1] === 'の' ? { kind, nameEnd: i - 1, end: i + 1 } : { kind, nameEnd: i + 1, end: i + 1 };
    }
    if (text[i - 1] !== 'の' || /^(?:目|番号|数|分|門|局|長|品|署|落|屋|活|類|材|下(?!欄)|位)/.test(text.slice(i + 1, i + 3))) continue;
    // 「都道府県の項の欄」: 項という名の欄
    if (text.startsWith('の欄', i + 1)) return { kind: 'column', nameEnd: i + 1, end: i + 3 };
    return { kind, nameEnd: i - 1, end: i + 1 };
  }
  return undefined;
}

const TITLED = /(?!及び|並びに|又は|若しくは|から|まで)の?([^、]{1,60}?の表)(?!示|面|題|紙|現)/y;

/** 「歳入の表」: 題名のある表。 */
export function readTitledTable(text: string, at: number): StepRead | undefined {
  TITLED.lastIndex = at;
  const m = TITLED.exec(text);
  return m ? { steps: [{ kind: 'named', name: m[1]! }], end: at + m[0].length } : undefined;
}

/** 「〇〇の項」と読めるのは、表や別表の中だけ。 */
export const mayHoldEntry = (holder: Location): boolean => holder.some(isTabular);
