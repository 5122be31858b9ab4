import type { SentencePart, Step } from '../location.js';
import type { ProvisionNum } from '../../text/element.js';
import { GROUP_LEVEL } from './antecedents.js';
import { BRANCHES, count, DIGIT, NUMBER, provisionNum } from './numbers.js';
import type { StepRead } from './step-read.js';

/** 題名・目次・本則・附則。 */
const ROOT_WORDS: readonly (readonly [RegExp, Step])[] = [
  [/(?:題名|件名|表題)/y, { kind: 'title' }],
  [/制定文/y, { kind: 'enactStatement' }],
  [/目次/y, { kind: 'toc' }],
  [/前文/y, { kind: 'preamble' }],
  [/本則/y, { kind: 'main' }],
  [/(?:原始|制定)?附則(?!別表|様式|書式)/y, { kind: 'suppl' }],
  [/附則(?=別表|様式|書式)/y, { kind: 'suppl' }],
  [/締結文/y, { kind: 'closing' }],
];

const NTH_SUPPL = new RegExp(`(${NUMBER})番目の附則(?!別表|様式|書式)`, 'y');

export function readRoot(text: string, at: number): StepRead | undefined {
  NTH_SUPPL.lastIndex = at;
  const suppl = NTH_SUPPL.exec(text);
  const nth = suppl ? count(suppl[1]!) : undefined;
  if (suppl && nth !== undefined) return { steps: [{ kind: 'suppl', nth }], end: at + suppl[0].length };
  for (const [pattern, step] of ROOT_WORDS) {
    pattern.lastIndex = at;
    const m = pattern.exec(text);
    if (m) return { steps: [step], end: at + m[0].length };
  }
  return undefined;
}

/** 第三条の二・第２項・第(3)号・第二章。号・条は様式の番号（第一号様式）ではないもの */
const NUMBERED = new RegExp(`の?第(?:(${NUMBER})|[（(](${NUMBER})[）)])(条|項|号|編|章|節|款|目(?!次))(${BRANCHES})(?!の?${DIGIT}*様式|書式)`, 'y');
const TARIFF = new RegExp(`第${NUMBER}(?:[・．.]${NUMBER})+(?:項|号|類)`, 'y');

export function readNumbered(text: string, at: number): StepRead | undefined {
  TARIFF.lastIndex = at;
  const tariff = TARIFF.exec(text);
  if (tariff) return { steps: [{ kind: 'named', name: tariff[0] }], end: at + tariff[0].length };
  NUMBERED.lastIndex = at;
  const m = NUMBERED.exec(text);
  if (!m) return undefined;
  const num = provisionNum(m[1] ?? m[2]!, m[4]);
  if (num === undefined) return undefined;
  return { steps: [numberedStep(m[3]!, num)], end: at + m[0].length };
}

function numberedStep(unit: string, num: ProvisionNum): Step {
  if (unit === '条') return { kind: 'article', num };
  if (unit === '項') return { kind: 'paragraph', num };
  if (unit === '号') return { kind: 'item', num };
  return { kind: 'group', level: GROUP_LEVEL[unit as keyof typeof GROUP_LEVEL], num };
}

const PART = /の?(本文|ただし書き?|但し書き?|但書き?|前段|中段|後段)/y;
const LEAVES: readonly (readonly [RegExp, Step])[] = [
  [/の?(?:各号列記以外の部分|各号以外の部分|柱書き?)/y, { kind: 'lead' }],
  [/の?各号(?!様式)/y, { kind: 'eachItem' }],
  [/の前の(?:共通)?見出し/y, { kind: 'sharedCaption' }],
  [/の?見出し/y, { kind: 'caption' }],
  [/[（(]見出し(?:を含む|及び[^（）()]*を含む)[^（）()]*[）)]/y, { kind: 'captionIncluded' }],
  [/の前の章名/y, { kind: 'named', name: 'の前の章名' }],
  [/の前の節名/y, { kind: 'named', name: 'の前の節名' }],
  [/の?[編章節款目]名/y, { kind: 'groupTitle' }],
  [/の?関係条/y, { kind: 'relatedArticle' }],
  [/の?表以外の部分/y, { kind: 'outsideTable' }],
  [/の?備考以外の部分/y, { kind: 'outsideRemarks' }],
];

/** 本文・ただし書・各号列記以外の部分・見出し。場所の末に付くもの。 */
export function readLeaf(text: string, at: number): StepRead | undefined {
  PART.lastIndex = at;
  const part = PART.exec(text);
  if (part) {
    const name: SentencePart = /書/.test(part[1]!) ? 'ただし書' : (part[1] as SentencePart);
    return { steps: [{ kind: 'sentence', part: name }], end: at + part[0].length };
  }
  for (const [pattern, step] of LEAVES) {
    pattern.lastIndex = at;
    const m = pattern.exec(text);
    if (m) return { steps: [step], end: at + m[0].length };
  }
  return undefined;
}

/** 号の細分の標目。ア・ヱの二・(ア)・（１）・ａ・①・ⅰ */
const LABEL = new RegExp(
  `の?((?:[ァ-ヴ](?![ァ-ヶー])|[（(](?:${NUMBER}|[ァ-ヴ]|[ぁ-ん](?=[）)])|[a-zA-Zａ-ｚＡ-Ｚ]{1,5}|[ⅰ-ⅻⅠ-Ⅻ])(?:の${NUMBER})?[）)]|[①-⑳⑴-⒇㋐-㋾㈠-㈩ⅰ-ⅻⅠ-Ⅻ]|[a-zａ-ｚA-ZＡ-Ｚ]{1,5}(?![a-zａ-ｚA-ZＡ-Ｚ]))(?:の${NUMBER}(?!${DIGIT}|[項部欄]))?)`,
  'y',
);

export function readLabelText(text: string, at: number): { readonly label: string; readonly end: number } | undefined {
  LABEL.lastIndex = at;
  const m = LABEL.exec(text);
  return m ? { label: m[1]!, end: at + m[0].length } : undefined;
}
