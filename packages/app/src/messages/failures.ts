import type { AdoptionFailure } from '../adoption-failure.js';
import type { AreaExpectation, AreaFailure, AreaProblem } from '../area-failure.js';
import type { SourceFailure } from '../ports.js';
import { describeFinding } from './findings.js';
import { FORMAT_TERMS, OTHER_KIND_TERMS } from './terms.js';
import type { Lang, Message } from './message.js';
import type { MessageOf } from './message-of.js';

const value = (f: SourceFailure, key: string) => String(f.data[key] ?? '—');

/** 原文を開けない理由の文言。何があり、何を求め、次に何をすればよいかを言う。data の値は ports.ts にある。 */
export const SOURCE_FAILURE_MESSAGES: Readonly<Record<SourceFailure['code'], MessageOf<SourceFailure>>> = {
  'source.empty': {
    ja: () => 'ファイルが空です（文字が一つもありません）。連携協約の本文が入ったファイルを指定してください。',
    en: () => 'The file is empty (it holds no characters). Give a file with the text of an agreement.',
  },
  'source.too-large': {
    ja: (f) => `ファイルが大きすぎます。${measure(f, 'ja')}が ${count(f, 'found')}、上限は ${count(f, 'limit')} です。協約の本文だけのファイルにしてください。`,
    en: (f) => `The file is too large: ${count(f, 'found')} ${measure(f, 'en')}, and the limit is ${count(f, 'limit')}. Make a file with only the text of the agreement.`,
  },
  'source.unknown-format': {
    ja: (f) => `読めない形式のファイルです（${value(f, 'looksLike')} のようです）。読めるのは ${value(f, 'readable')} です。原本をこのどれかで保存し直してください。`,
    en: (f) => `This kind of file cannot be read (it looks like ${value(f, 'looksLike')}). Readable kinds: ${value(f, 'readable')}. Save the original as one of these.`,
  },
  'source.unpacked-too-large': {
    ja: (f) => `展開すると大きくなりすぎるファイルです（${measure(f, 'ja')}が ${count(f, 'found')}、上限は ${count(f, 'limit')}）。文書から画像などを除き、作成したソフトで保存し直してください。`,
    en: (f) => `The file grows too large when unpacked (${measure(f, 'en')}: ${count(f, 'found')}, limit ${count(f, 'limit')}). Remove pictures and the like, and save it again in the program that made it.`,
  },
  'source.damaged-container': {
    ja: (f) => `${format(f, 'ja')} のファイルとして壊れています（${value(f, 'detail')}）。作成したソフトで開いて保存し直すか、もう一度入手してください。`,
    en: (f) => `The file is damaged as ${format(f, 'en')} (${value(f, 'detail')}). Open it in the program that made it and save it again, or get it again.`,
  },
  'source.no-text-layer': {
    ja: (f) => `PDF に文字がありません（全${value(f, 'pages')}ページが画像です）。文字認識（OCR）をした PDF か、元の文書を使ってください。`,
    en: (f) => `The PDF has no text (all ${value(f, 'pages')} pages are images). Use a PDF with recognised text (OCR) or the original document.`,
  },
  'source.encrypted': {
    ja: (f) => `${format(f, 'ja')} がパスワードで保護されています。保護を外して保存し直してください。`,
    en: (f) => `The ${format(f, 'en')} file is protected by a password. Remove the protection and save it again.`,
  },
  'source.took-too-long': {
    ja: (f) => `${format(f, 'ja')} を ${value(f, 'seconds')} 秒以内に読み終えられません。協約の本文だけのファイルにしてください。`,
    en: (f) => `The ${format(f, 'en')} file could not be read within ${value(f, 'seconds')} seconds. Make a file with only the text of the agreement.`,
  },
  'source.not-well-formed': {
    ja: (f) => `${format(f, 'ja')} の書式が ${value(f, 'line')}行${value(f, 'column')}桁で崩れています（${value(f, 'detail')}）。その箇所を直してください。`,
    en: (f) => `The ${format(f, 'en')} markup breaks at line ${value(f, 'line')}, column ${value(f, 'column')} (${value(f, 'detail')}). Correct that place.`,
  },
  'source.wrong-shape': {
    ja: (f) => `${format(f, 'ja')} の構造が決まりに合いません（${wrongShape(f)}）。renkei text で書き出したものか、決まりに沿ったファイルを指定してください。`,
    en: (f) => `The structure of the ${format(f, 'en')} file does not follow the rules (${wrongShape(f)}). Give a file written by renkei text or one that follows them.`,
  },
};

export function describeSourceFailure(failure: SourceFailure, lang: Lang): string {
  return SOURCE_FAILURE_MESSAGES[failure.code][lang](failure);
}

/** 圏域の定義や例を取り込めない理由。誤りが複数あれば一行ずつ。 */
export function describeAreaFailure(failure: AreaFailure, lang: Lang): string {
  switch (failure.code) {
    case 'area.not-json':
      return lang === 'ja' ? `JSON として読めません（${failure.detail}）。UTF-8 の JSON にしてください。` : `It is not JSON (${failure.detail}). Make it JSON in UTF-8.`;
    case 'area.invalid':
      return failure.problems.map((problem) => describeAreaProblem(problem, lang)).join('\n');
    case 'area.agreement-unreadable':
      return `${failure.fileName}: ${describeSourceFailure(failure.cause, lang)}`;
    case 'area.not-an-agreement': {
      const kind = OTHER_KIND_TERMS[failure.otherKind][lang];
      return lang === 'ja'
        ? `${failure.fileName}: 連携協約ではなく、${kind}と見受けられます。連携協約の本文を置いてください。`
        : `${failure.fileName}: this is not a cooperation agreement but looks like ${kind}. Put the text of a cooperation agreement there.`;
    }
    case 'area.amendment-no-longer-fits': {
      const why = failure.findings.map((finding) => describeFinding(finding, lang)).join('\n');
      return lang === 'ja'
        ? `${failure.fileName}: 読み直した本文に、既に記録した変更（第${failure.number}版「${failure.title}」）が当たりません。何も変えていません。原文を、その変更が当たるものに直してください。\n${why}`
        : `${failure.fileName}: an amendment already recorded (version ${failure.number}, 「${failure.title}」) no longer fits the text. Nothing was changed. Correct the source so that it fits.\n${why}`;
    }
    case 'area.changed-meanwhile':
      return lang === 'ja'
        ? `${failure.agreement}: 読んでいる間に、この協約の変更が記録されました。もう一度取り込んでください。`
        : `${failure.agreement}: a change to this agreement was recorded in the meantime. Load it again.`;
  }
}

/** 変更を採れない理由。報告があれば一行ずつ。 */
export function describeAdoptionFailure(failure: AdoptionFailure, lang: Lang): string {
  const ja = lang === 'ja';
  switch (failure.code) {
    case 'adoption.no-agreement':
      return ja ? `${failure.area} に ${failure.agreement} という協約はありません。圏域と協約の名を確かめてください。` : `There is no agreement ${failure.agreement} in ${failure.area}. Check the names.`;
    case 'adoption.unreadable':
      return `${failure.fileName}: ${describeSourceFailure(failure.cause, lang)}`;
    case 'adoption.not-partial':
      return ja
        ? `「${failure.title}」は一部を変更する文書ではありません（全部変更・廃止・新旧対照表方式）。「…を次のように変更する」改め文を指定してください。`
        : `「${failure.title}」 does not amend in part (it replaces or abolishes the whole, or uses a comparison table). Give an amending text with amending sentences.`;
    case 'adoption.refused':
      return failure.findings.map((finding) => describeFinding(finding, lang)).join('\n');
    case 'adoption.no-day':
      return ja ? '施行の日が附則から読み取れません。施行の日を指定してください（例 2027-04-01）。' : 'The day it takes effect cannot be read from the supplementary provisions. Give the day (such as 2027-04-01).';
    case 'adoption.too-early':
      return ja
        ? `施行の日 ${failure.inForceOn} は、最新の版が効く日 ${failure.last} より前です。${failure.last} 以後の日を指定してください。`
        : `The day it takes effect, ${failure.inForceOn}, is before ${failure.last}, when the newest version takes effect. Give a day from ${failure.last} on.`;
    case 'adoption.changed-meanwhile':
      return ja ? `${failure.agreement}: 読んでいる間に、この協約が変わりました。もう一度記録してください。` : `${failure.agreement}: the agreement changed in the meantime. Record the amendment again.`;
  }
}

function describeAreaProblem(problem: AreaProblem, lang: Lang): string {
  const expected = AREA_EXPECTATIONS[problem.expected][lang];
  if (lang === 'ja') return `${problem.field}: ${problem.found === null ? '値がありません' : `${problem.found} とあります`}。${expected}にしてください。`;
  return `${problem.field}: ${problem.found === null ? 'there is no value' : `found ${problem.found}`}; expected ${expected}.`;
}

const AREA_EXPECTATIONS: Readonly<Record<AreaExpectation, Message>> = {
  object: { ja: '{ 名: 値 } の形', en: 'an object { name: value }' },
  list: { ja: '[ ] の並び', en: 'a list [ ]' },
  text: { ja: '空でない文字列', en: 'a text that is not empty' },
  'text-or-null': { ja: '空でない文字列か null', en: 'a text that is not empty, or null' },
  date: { ja: '暦にある日 YYYY-MM-DD（例 2017-03-30）', en: 'a day YYYY-MM-DD (such as 2017-03-30)' },
  'municipality-code': {
    ja: '検査数字の合う6桁の全国地方公共団体コードの文字列（例 "352039"）',
    en: 'a six-digit local government code with a right check digit, as text (such as "352039")',
  },
  'unique-code': { ja: 'ほかの団体と重ならないコード', en: 'a code no other body has' },
  role: { ja: '「連携中枢都市」か「連携市町」', en: '「連携中枢都市」 or 「連携市町」' },
  latitude: { ja: '日本の緯度（20〜46の数）', en: 'a latitude in Japan (a number from 20 to 46)' },
  longitude: { ja: '日本の経度（122〜154の数）', en: 'a longitude in Japan (a number from 122 to 154)' },
  population: { ja: '調査年（西暦4桁）と 0 以上の整数の組', en: 'a four-digit year with a whole number from 0 up' },
  'some-municipality': { ja: '一つ以上の団体の並び', en: 'a list of at least one body' },
};

/** 数の三桁区切り。 */
function count(f: SourceFailure, key: string): string {
  const n = f.data[key];
  if (typeof n !== 'number') return value(f, key);
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

const MEASURES: Readonly<Record<string, Message>> = {
  bytes: { ja: 'バイト数', en: 'bytes' },
  characters: { ja: '文字数', en: 'characters' },
  pages: { ja: 'ページ数', en: 'pages' },
  nesting: { ja: '入れ子の深さ', en: 'levels of nesting' },
  elements: { ja: '要素の数', en: 'elements' },
  lines: { ja: '行数', en: 'lines' },
  cells: { ja: '表の欄の数', en: 'table cells' },
  entries: { ja: '中のファイルの数', en: 'files inside' },
  'entry-bytes': { ja: '中のファイルのバイト数', en: 'bytes of a file inside' },
  ratio: { ja: '圧縮の倍率', en: 'compression ratio' },
};

/** 上限を超えたものの名 */
function measure(f: SourceFailure, lang: Lang): string {
  return MEASURES[value(f, 'what')]?.[lang] ?? value(f, 'what');
}

function format(f: SourceFailure, lang: Lang): string {
  const name = value(f, 'format');
  return Object.hasOwn(FORMAT_TERMS, name) ? FORMAT_TERMS[name as keyof typeof FORMAT_TERMS][lang] : name;
}

function wrongShape(f: SourceFailure): string {
  return Object.entries(f.data)
    .filter(([key]) => key !== 'format')
    .map(([key, v]) => `${key}: ${v}`)
    .join(', ');
}
