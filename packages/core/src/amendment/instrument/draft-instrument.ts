import { formatWareki } from '../../calendar/era.js';
import type { PlainDate } from '../../calendar/plain-date.js';
import { readWareki } from '../../calendar/read-wareki.js';
import { fullDigits, writeNumeral, type NumeralForm } from '../../kernel/numeral.js';
import { childOf, textOf, type LawDocument } from '../../text/element.js';
import { titleOf } from '../../text/title-of.js';
import type { Amendment } from '../operation.js';
import type { DraftingProfile } from '../profile.js';
import type { AmendingLead, InForce, Instrument, InstrumentPart } from './instrument.js';
import { readSuppl } from './read-suppl.js';

/** 改められる文書。協約は締結の日で、例規は番号で名指す。 */
export interface BaseFacts {
  readonly title: string;
  readonly concludedOn?: PlainDate;
  /** 平成17年山口市条例第75号（印字のまま） */
  readonly number?: string;
}

/**
 * 一つの文書への変更。whole の text は新しい本文の行。
 * 例規の全部改正は新しい題名（title）がそのまま文書の題名になるので、text は題名の次から。協約の全部変更は、text が題名から。
 */
export type DraftContent =
  | { readonly form: 'partial'; readonly base: BaseFacts; readonly amendment: Amendment; readonly caption?: string }
  | { readonly form: 'whole'; readonly base: BaseFacts; readonly title?: string; readonly text: readonly string[]; readonly caption?: string }
  | { readonly form: 'abolition'; readonly base: BaseFacts; readonly lastDay?: PlainDate; readonly caption?: string };

export interface DraftFacts {
  /** 一つなら柱書だけ、二つ以上なら条建て */
  readonly contents: readonly [DraftContent, ...DraftContent[]];
  /** 協約の当事者（山口市、宇部市）。締結文に並ぶ */
  readonly parties?: readonly string[];
  readonly inForce?: InForce;
  /** 別の日から施行する改正規定の名（amendClauseName）と日 */
  readonly later?: readonly { readonly clauses: readonly string[]; readonly inForce: InForce }[];
  /** 経過措置など、施行期日に続く項 */
  readonly transitional?: readonly { readonly caption: string; readonly text: string }[];
  /** この日限り効力を失う */
  readonly expiresOn?: PlainDate;
  readonly closing?: DraftClosing;
  readonly promulgation?: DraftPromulgation;
}

/** 協約の作成文と署名欄。締結の日が決まっていなければ、書き込めるように空けておく。together は当事者の呼び名（両市）、electronic は電磁的記録で締結するとき */
export interface DraftClosing {
  readonly originals: number;
  readonly together: string;
  readonly electronic?: boolean;
  readonly concludedOn?: PlainDate;
  readonly signatories: readonly { readonly address?: string; readonly body: string; readonly title: string; readonly name?: string }[];
}

/** 例規の公布文と番号 */
export interface DraftPromulgation {
  readonly on?: PlainDate;
  readonly signatory?: string;
  readonly number?: string;
}

/** 本文から、柱書が名指す事実を取る。 */
export function baseFacts(document: LawDocument): BaseFacts {
  const number = childOf(document.root, 'LawNum');
  const body = childOf(document.root, 'LawBody');
  const closing = body && childOf(body, 'Closing');
  const day = closing && childOf(closing, 'ConclusionDate');
  const concludedOn = day ? readWareki(textOf(day))?.date : null;
  return {
    title: titleOf(document),
    ...(concludedOn ? { concludedOn } : {}),
    ...(number && textOf(number).trim() !== '' ? { number: withoutBrackets(textOf(number).trim()) } : {}),
  };
}

/** 番号は（ ）に入れて印字されることが多い。柱書が（ ）を付けるので、外しておく。 */
const withoutBrackets = (text: string): string => /^（([^（）]*)）$/.exec(text)?.[1] ?? text;

/** 改正の文書を作る。事実は引数で受け取り、文は書きぶりに従って組み立てる。 */
export function draftInstrument(facts: DraftFacts, profile: DraftingProfile): Instrument {
  const title = titleFor(facts.contents, profile);
  return {
    heading: headingOf(facts.promulgation, title, profile.digits),
    title,
    enacting: facts.parties && facts.parties.length > 0 ? [enactingOf(facts.parties, facts.contents, profile)] : [],
    parts: facts.contents.map((content, i) => partOf(content, facts.contents.length > 1 ? i + 1 : undefined, profile)),
    suppl: supplOf(facts, profile),
    closing: facts.closing ? closingOf(facts.closing, profile) : [],
  };
}

const inDigits = (text: string, digits: NumeralForm): string => (digits === 'half' ? text : digits === 'full' ? fullDigits(text) : text.replace(/[0-9]+/g, (n) => writeNumeral(Number(n), 'kanji')));
const dateIn = (date: PlainDate, digits: NumeralForm): string => inDigits(formatWareki(date), digits);

/** 「の一部を変更する」「の全部を改正する」「を廃止する」 */
function doing(form: DraftContent['form'], verb: DraftingProfile['verb']): string {
  return form === 'abolition' ? 'を廃止する' : `の${form === 'partial' ? '一部' : '全部'}を${verb}する`;
}

/** 題名は一行。無ければ文書の種類で呼ぶ。 */
const nameOf = ({ title }: BaseFacts, instrument: string): string => title.replace(/\s*[\r\n]+\s*/g, '').trim() || instrument;

function titleFor(contents: DraftFacts['contents'], { verb, instrument }: DraftingProfile): string {
  const [first, ...others] = contents;
  if (first.form === 'whole' && verb === '改正' && others.length === 0) return nameOf({ title: first.title ?? first.base.title }, instrument);
  return `${nameOf(first.base, instrument)}${others.length > 0 ? '等' : ''}${doing(first.form, verb)}${instrument}`;
}

/** 締結文。地方自治法第252条の2第4項: 連携協約の変更・廃止も、協議して定める。 */
function enactingOf(parties: readonly string[], contents: DraftFacts['contents'], profile: DraftingProfile): string {
  const { digits, instrument, verb } = profile;
  const [{ base, form }] = contents;
  const names = parties.length < 2 ? parties.join('') : `${parties.slice(0, -1).join('、')}及び${parties[parties.length - 1]!}`;
  const basis = inDigits('地方自治法（昭和22年法律第67号）第252条の2第4項の規定により', digits);
  const when = base.concludedOn === undefined ? '' : `${dateIn(base.concludedOn, digits)}に締結した`;
  return `${names}は、${basis}、${when}${nameOf(base, instrument)}${contents.length > 1 ? '等' : ''}${doing(form, verb)}${instrument}を次のとおり締結する。`;
}

function partOf(content: DraftContent, number: number | undefined, profile: DraftingProfile): InstrumentPart {
  const { base, form } = content;
  const { digits, verb, instrument } = profile;
  const name = nameOf(base, instrument);
  const identification = base.number ?? (base.concludedOn === undefined ? null : `${dateIn(base.concludedOn, digits)}締結`);
  const target = `${name}${identification === null ? '' : `（${identification}）`}`;
  const lastDay = content.form === 'abolition' ? (content.lastDay ?? null) : null;
  const text = form === 'abolition'
    ? `${target}は、${lastDay === null ? '' : `${dateIn(lastDay, digits)}限り、`}廃止する。`
    : form === 'whole' && verb === '改正' ? `${target}の全部を改正する。` : `${target}の${form === 'partial' ? '一部' : '全部'}を次のように${verb}する。`;
  const concludedOn = base.number === undefined ? (base.concludedOn ?? null) : null;
  const lead: AmendingLead = { text, form, verb: form === 'abolition' ? '廃止' : verb, name, identification, concludedOn, lastDay };
  return {
    article: number === undefined ? null : { label: `第${writeNumeral(number, digits)}条`, caption: content.caption ?? `（${name}${form === 'abolition' ? 'の廃止' : `の${form === 'partial' ? '一部' : '全部'}${verb}`}）` },
    lead,
    amendment: content.form === 'partial' ? content.amendment : [],
    lines: [],
    text: content.form === 'whole' ? content.text : [],
    byTable: false,
  };
}

function headingOf(promulgation: DraftPromulgation | undefined, title: string, digits: NumeralForm): string[] {
  if (!promulgation) return [];
  const { on, signatory, number } = promulgation;
  return [
    `　${title}をここに公布する。`,
    ...(on === undefined ? [] : [`　　${dateIn(on, digits)}`]),
    ...(signatory === undefined ? [] : [`　　　　${signatory}`]),
    ...(number === undefined ? [] : [number]),
  ];
}

function inForceWords(inForce: InForce, digits: NumeralForm): string {
  switch (inForce.kind) {
    case 'on': return dateIn(inForce.date, digits);
    case 'conclusion': return '締結の日';
    case 'promulgation': return '公布の日';
    case 'other': return inForce.text;
  }
}

/** 附則。一項だけなら番号も見出しも付けない。 */
function supplOf({ inForce, later = [], transitional = [], expiresOn }: DraftFacts, { digits, instrument }: DraftingProfile): Instrument['suppl'] {
  const provisions: { caption: string; text: string }[] = [];
  if (inForce) {
    const provisos = later.map(({ clauses, inForce: day }, i) => `${i === 0 ? 'ただし、' : ''}${clauses.join('、')}は、${inForceWords(day, digits)}から施行する。`);
    provisions.push({ caption: '（施行期日）', text: `この${instrument}は、${inForceWords(inForce, digits)}から施行する。${provisos.join('')}` });
  }
  if (expiresOn !== undefined) provisions.push({ caption: '（失効）', text: `この${instrument}は、${dateIn(expiresOn, digits)}限り、その効力を失う。` });
  for (const { caption, text } of transitional) provisions.push({ caption, text });
  if (provisions.length === 0) return null;
  const label = (n: number) => writeNumeral(n, digits === 'half' ? 'half' : 'full');
  const lines = provisions.length === 1 ? [`　${provisions[0]!.text}`] : provisions.flatMap(({ caption, text }, i) => [`　${caption}`, `${label(i + 1)}　${text}`]);
  return readSuppl('附　則', lines);
}

function closingOf({ originals, together, electronic, concludedOn, signatories }: DraftClosing, { digits, instrument }: DraftingProfile): string[] {
  const count = writeNumeral(originals, digits);
  const one = writeNumeral(1, digits);
  const formula = electronic
    ? `　この${instrument}の締結を証するため、本書の電磁的記録を作成し、${together}がそれぞれ電子署名を付して保有する。`
    : `　この${instrument}の締結を証するため、本書${count}通を作成し、${together}が記名押印の上、それぞれ各${one}通を保有する。`;
  return [
    formula,
    ...(concludedOn !== undefined ? [`　${dateIn(concludedOn, digits)}`] : signatories.length > 0 ? ['　　　　年　　月　　日'] : []),
    ...signatories.flatMap(({ address, body, title, name }) => [...(address === undefined ? [] : [`　　　　${address}`]), `　　　　${body}`, `　　　　${title}${name === undefined ? '' : `　${name}`}`]),
  ];
}
