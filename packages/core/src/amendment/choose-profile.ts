import { readNumeral, type NumeralForm } from '../kernel/numeral.js';
import { childOf, textOf, type LawDocument } from '../text/element.js';
import { titleOf } from '../text/title-of.js';
import { AGREEMENT_PROFILE, ORDINANCE_PROFILE, STATUTE_PROFILE, type DraftingProfile } from './profile.js';

/**
 * 本文に合う改め文の書きぶり。題名の終わりで文書の種類を、条名の数字で地の文の数字を決める
 * （横書きの条例は「第3条」、縦書きの例規と国の法令は「第三条」）。
 */
export function chooseProfile(document: LawDocument): DraftingProfile {
  return profileFor(document, baseProfile(document));
}

/** 決めた書きぶりを、この本文の数字に合わせる。 */
export function profileFor(document: LawDocument, profile: DraftingProfile): DraftingProfile {
  const digits = articleDigits(document);
  return digits === profile.digits ? profile : { ...profile, digits };
}

function baseProfile(document: LawDocument): DraftingProfile {
  const name = titleOf(document).replace(/[\s　]/g, '');
  if (/(協約|協定)(書)?$/.test(name)) return AGREEMENT_PROFILE;
  const statute = /^(明治|大正|昭和|平成|令和).*(法律|政令|勅令|省令|府令|規則|規程|告示|憲法|庁令)第/.test(lawNumberOf(document));
  if (statute || /法律?$/.test(name) || /政令$|省令$|府令$|施行令$/.test(name)) return { ...STATUTE_PROFILE, instrument: instrumentOf(name) };
  if (/(条例|規則|規程|要綱|要領|規約)$/.test(name)) return { ...ORDINANCE_PROFILE, instrument: instrumentOf(name) };
  return document.labels.Article === '第一条' ? STATUTE_PROFILE : AGREEMENT_PROFILE;
}

const lawNumberOf = (document: LawDocument): string => {
  const number = childOf(document.root, 'LawNum');
  return number ? textOf(number) : '';
};

/** 題名の終わりの語。「…施行令」「…政令」は政令、無ければ法律 */
function instrumentOf(name: string): string {
  const word = /(条例|施行規則|規則|規程|要綱|要領|規約|政令|施行令|省令|府令)$/.exec(name)?.[1];
  if (word === '施行令' || word === '政令') return '政令';
  if (word === '施行規則' || word === '省令') return '省令';
  return word ?? '法律';
}

function articleDigits(document: LawDocument): NumeralForm {
  return readNumeral(document.labels.Article.replace(/[第条]/g, ''))?.form ?? 'half';
}
