import type { AmendmentFindingCode, Finding } from '@renkei/core';
import type { Lang, Message } from './message.js';
import type { MessageOf } from './message-of.js';
import { shortened } from './shortened.js';

/** 何万字もの一文を貼られても、報告は一目で読める長さにする */
const LONGEST_QUOTE = 120;
const value = (f: Finding, key: string) => shortened(String(f.data[key] ?? '—'), LONGEST_QUOTE);
const found = (f: Finding) => (f.found === undefined ? '' : `「${shortened(f.found, LONGEST_QUOTE)}」`);

const assumed = (f: Finding, otherwise: string) => (f.assumed === undefined ? otherwise : shortened(f.assumed, LONGEST_QUOTE));

/** 改め文の及ばない部分の呼び名 */
const OUTSIDE_PARTS: Readonly<Record<string, Message>> = {
  SupplProvision: { ja: '改正附則', en: 'A supplementary provision of an amending law (改正附則)' },
  LawNum: { ja: '法令番号', en: 'The number of the law (法令番号)' },
  CoverLine: { ja: '題名より前の行', en: 'A line before the title' },
};
const outsidePart = (f: Finding, lang: Lang) => OUTSIDE_PARTS[String(f.data['part'])]?.[lang] ?? `「${value(f, 'part')}」`;

/** 改め文を読み、当てるときの報告の文言。data の値は core の finding-code.ts にある。 */
export const AMENDMENT_FINDING_MESSAGES: Readonly<Record<AmendmentFindingCode, MessageOf<Finding>>> = {
  'amendment.not-an-amendment': {
    ja: (f) => `改め文ではありません${found(f)}。「第1条中「A」を「B」に改める。」のような改正規定を書いてください。`,
    en: (f) => `This is not an amending text${found(f)}. Write amending sentences such as 「第1条中「A」を「B」に改める。」.`,
  },
  'amendment.sentence-unread': {
    ja: (f) => `この文を改正規定として読めません${found(f)}。読めなかった所は「${value(f, 'rest')}」です。場所（第n条…）と動作（改める・加える・削る・とする）を確かめてください。`,
    en: (f) => `This sentence cannot be read as an amending provision${found(f)}. The unread part is 「${value(f, 'rest')}」. Check the place (「第n条…」) and the action (「改める」, 「加える」, 「削る」 or 「とする」).`,
  },
  'amendment.unbalanced-quotes': {
    ja: (f) => `かぎ括弧の数が合いません（${value(f, 'depth')}）${found(f)}。「 と 」を一つずつ対応させてください。`,
    en: (f) => `The quotation marks do not balance (${value(f, 'depth')})${found(f)}. Match every 「 with a 」.`,
  },
  'amendment.same-without-antecedent': {
    ja: (f) => `「${value(f, 'word')}」が指す規定が、この文の前にありません。「第n条」のように書いてください。`,
    en: (f) => `「${value(f, 'word')}」 has nothing before it in this sentence to point to. Name the provision (「第n条」).`,
  },
  'amendment.block-missing': {
    ja: (f) => `「${value(f, 'expected')}」とありますが、後に続く規定がありません。次の行から新しい規定を書いてください。`,
    en: (f) => `It says 「${value(f, 'expected')}」, but no provision follows. Write the new provision from the next line.`,
  },
  'amendment.block-unexpected': {
    ja: (f) => `ここに規定の本文が続くはずはありません${found(f)}。前の改正規定に「次のように改める」「次の1条を加える」などがあるか確かめてください。`,
    en: (f) => `No provision text is expected here${found(f)}. Check that the sentence before says 「次のように改める」 or 「次の1条を加える」.`,
  },
  'amendment.block-unread': {
    ja: (f) => `新しい規定のこの行を読めません${found(f)}。溶け込んだ後の配字（標目と字下げ）で書いてください。`,
    en: (f) => `This line of the new provision cannot be read${found(f)}. Write it as it stands after consolidation (label and indentation).`,
  },
  'amendment.count-mismatch': {
    ja: (f) => `「次の${value(f, 'expected')}${value(f, 'unit')}」とありますが、続く規定は${value(f, 'actual')}${value(f, 'unit')}です。数か規定のどちらかを直してください。`,
    en: (f) => `It says ${value(f, 'expected')} ${value(f, 'unit')} follow, but ${value(f, 'actual')} do. Correct the count or the provisions.`,
  },
  'amendment.block-number': {
    ja: (f) => `新しい規定の標目は「${value(f, 'expected')}」のはずですが、「${value(f, 'actual')}」とあります。標目か加える場所を直してください。`,
    en: (f) => `The new provision should be 「${value(f, 'expected')}」 but is labelled 「${value(f, 'actual')}」. Correct the label or the place.`,
  },
  'amendment.wrong-base': {
    ja: (f) => `この改め文の対象は「${value(f, 'expected')}」ですが、当てようとした本文は「${value(f, 'actual')}」です。対象の本文（その版）を指定してください。`,
    en: (f) => `This amendment is for 「${value(f, 'expected')}」, but the given text is 「${value(f, 'actual')}」. Give the text (and version) it was drafted for.`,
  },
  'amendment.location-not-found': {
    ja: (f) => `「${value(f, 'location')}」がありません${nearest(f, 'ja')}。番号と呼び方を本文で確かめてください。`,
    en: (f) => `There is no 「${value(f, 'location')}」${nearest(f, 'en')}. Check the number and the name against the text.`,
  },
  'amendment.location-ambiguous': {
    ja: (f) => `「${value(f, 'location')}」に当たるものが${value(f, 'count')}あります。一つに決まるよう、場所を詳しく書いてください。`,
    en: (f) => `「${value(f, 'location')}」 fits ${value(f, 'count')} places. Name the place so that only one fits.`,
  },
  'amendment.words-not-found': {
    ja: (f) => `「${value(f, 'location')}」に「${value(f, 'words')}」という字句がありません${elsewhere(f, 'ja')}。引用した字句と場所を本文で確かめてください。`,
    en: (f) => `「${value(f, 'words')}」 does not occur in 「${value(f, 'location')}」${elsewhere(f, 'en')}. Check the quoted words and the place against the text.`,
  },
  'amendment.number-occupied': {
    ja: (f) => `「${value(f, 'location')}」には既に規定があります。先にその規定を移すか削ってください。`,
    en: (f) => `「${value(f, 'location')}」 is already taken. Move or delete that provision first.`,
  },
  'amendment.number-gap': {
    ja: (f) => `終わったとき「${value(f, 'before')}」の次が「${value(f, 'after')}」になり、番号が空きます。後ろの規定を繰り上げるか、「削除」として番号を残してください。`,
    en: (f) => `At the end 「${value(f, 'after')}」 would follow 「${value(f, 'before')}」, leaving a gap. Move the later provisions up, or keep the number as 「削除」.`,
  },
  'amendment.number-duplicate': {
    ja: (f) => `終わったとき「${value(f, 'location')}」が二つになります。移した後の番号を確かめてください。`,
    en: (f) => `At the end there would be two 「${value(f, 'location')}」. Check the numbers after the move.`,
  },
  'amendment.order-broken': {
    ja: (f) => `終わったとき「${value(f, 'before')}」の後に「${value(f, 'after')}」が並び、番号の順になりません。加える場所か移した後の番号を確かめてください。`,
    en: (f) => `At the end 「${value(f, 'after')}」 would stand after 「${value(f, 'before')}」, out of order. Check the place or the new number.`,
  },
  'amendment.rewrite-and-move': {
    ja: (f) => `「${value(f, 'location')}」を全部改めた上で移すことはできません。元の位置の規定を削り、移す先に新しい規定を加えてください。`,
    en: (f) => `「${value(f, 'location')}」 cannot be rewritten whole and moved. Delete it where it stands and add the new provision where it should be.`,
  },
  'amendment.whole-scope': {
    ja: (f) => `「${value(f, 'location')}」に「${value(f, 'action')}」は当たりません。場所か動作を確かめてください。`,
    en: (f) => `「${value(f, 'action')}」 cannot be applied to 「${value(f, 'location')}」. Check the place or the action.`,
  },
  'amendment.proof-failed': {
    ja: (f) => `印字した改め文を読み戻して当てた結果が、目指す本文と違います（${stage(f, 'ja')}）。目指す本文は「${value(f, 'expected')}」、結果は「${value(f, 'actual')}」です。この改め文は使えません。`,
    en: (f) => `Reading the printed amendment back and applying it does not give the intended text (${stage(f, 'en')}). Intended: 「${value(f, 'expected')}」; result: 「${value(f, 'actual')}」. This amendment cannot be used.`,
  },
  'amendment.words-repeated': {
    ja: (f) => `「${value(f, 'words')}」は「${value(f, 'location')}」に${value(f, 'count')}か所あり、すべてに及びます。一か所だけなら、前後の語を含めて引用してください。`,
    en: (f) => `「${value(f, 'words')}」 occurs ${value(f, 'count')} times in 「${value(f, 'location')}」 and all of them change. To change only one, quote the words around it.`,
  },
  'amendment.word-cut': {
    ja: (f) => `引用「${value(f, 'words')}」が語の途中で切れています（本文は「${value(f, 'around')}」）。語の切れ目まで引用してください。`,
    en: (f) => `The quotation 「${value(f, 'words')}」 cuts a word (the text has 「${value(f, 'around')}」). Quote whole words.`,
  },
  'amendment.folded-match': {
    ja: (f) => `引用「${value(f, 'words')}」は、本文の${found(f)}と字体や括弧の幅だけが違うものとして当てました。引用を本文の字に合わせてください。`,
    en: (f) => `The quotation 「${value(f, 'words')}」 was matched to ${found(f)}, which differs only in letter form or bracket width. Quote the letters of the text.`,
  },
  'amendment.caption-untouched': {
    ja: (f) => `「${value(f, 'words')}」は「${value(f, 'location')}」の見出しにもありますが、条を指すだけでは見出しに及びません。見出しも改めるなら「（見出しを含む。）」としてください。`,
    en: (f) => `「${value(f, 'words')}」 also stands in the caption of 「${value(f, 'location')}」, which naming the article does not reach. To change it too, write 「（見出しを含む。）」.`,
  },
  'amendment.two-readings': {
    ja: (f) => `「${value(f, 'location')}」は、この文の初めの番号で読むと「${value(f, 'other')}」を指します。どちらの読み方でも同じになるように書いてください。`,
    en: (f) => `Read with the numbers at the start of the sentence, 「${value(f, 'location')}」 means 「${value(f, 'other')}」. Write it so that both readings agree.`,
  },
  'amendment.long-form': {
    ja: (f) => `書きぶり${found(f)}は「${assumed(f, '')}」として読みました。`,
    en: (f) => `The wording ${found(f)} was read as 「${assumed(f, '')}」.`,
  },
  'amendment.ordinary-row-last': {
    ja: (f) => `「${value(f, 'row')}」の項が最後でなくなります。新しい項はその前に加えてください。`,
    en: (f) => `The row 「${value(f, 'row')}」 would no longer be last. Add the new row before it.`,
  },
  'amendment.date-before-force': {
    ja: (f) => `「${value(f, 'date')}」は施行の日（${value(f, 'inForceOn')}）より前です。適用の経過措置が要るか確かめてください。`,
    en: (f) => `「${value(f, 'date')}」 is before the day it takes effect (${value(f, 'inForceOn')}). Check whether a transitional provision is needed.`,
  },
  'amendment.outside-comparison': {
    ja: (f) => `${outsidePart(f, 'ja')}も違いますが、改め文の対象ではありません。比べていません。`,
    en: (f) => `${outsidePart(f, 'en')} differs too, but an amending text does not reach it. It was not compared.`,
  },
  'amendment.reference-shifted': {
    ja: (f) => `「${value(f, 'words')}」は「${value(f, 'was')}」を指していましたが、変更後は${now(f, 'ja')}。「${assumed(f, value(f, 'was'))}」に改める必要があります。`,
    en: (f) => `「${value(f, 'words')}」 pointed to 「${value(f, 'was')}」; after the change it ${now(f, 'en')}. It needs to become 「${assumed(f, value(f, 'was'))}」.`,
  },
  'amendment.related-article-wrong': {
    ja: (f) => `別表の「${value(f, 'words')}」は「${value(f, 'was')}」を指していましたが、変更後は${now(f, 'ja')}。「${assumed(f, '—')}」に改める必要があります。`,
    en: (f) => `「${value(f, 'words')}」 of the appended table pointed to 「${value(f, 'was')}」; after the change it ${now(f, 'en')}. It needs to become 「${assumed(f, '—')}」.`,
  },
  'amendment.term-undefined': {
    ja: (f) => `「${value(f, 'term')}」の定義がなくなりますが、まだ${value(f, 'count')}か所で使っています。使っている所も改めるか、定義を残してください。`,
    en: (f) => `The definition of 「${value(f, 'term')}」 goes, but it is still used ${value(f, 'count')} times. Change those too, or keep the definition.`,
  },
  'amendment.toc-mismatch': {
    ja: (f) => `目次の「${value(f, 'was')}」が、変更後の章・条（${value(f, 'now')}）と合いません。目次も改めてください。`,
    en: (f) => `The table of contents says 「${value(f, 'was')}」, but the text after the change has 「${value(f, 'now')}」. Change the table of contents too.`,
  },
  'amendment.reference-dangling': {
    ja: (f) => `「${value(f, 'words')}」が指していた「${value(f, 'was')}」がなくなります。この語をどう直すか決めてください。`,
    en: (f) => `「${value(f, 'was')}」, to which 「${value(f, 'words')}」 pointed, goes. Decide how these words should change.`,
  },
};

const placeIn = (f: Finding, key: string): string => shortened(String(f.data[key] ?? ''), LONGEST_QUOTE);

function nearest(f: Finding, lang: Lang): string {
  const place = placeIn(f, 'nearest');
  if (place === '') return '';
  return lang === 'ja' ? `（「${place}」まではあります）` : ` (「${place}」 exists)`;
}

function elsewhere(f: Finding, lang: Lang): string {
  const place = placeIn(f, 'elsewhere');
  if (place === '') return '';
  return lang === 'ja' ? `（「${place}」にはあります）` : ` (「${place}」 has it)`;
}

function now(f: Finding, lang: Lang): string {
  const place = placeIn(f, 'now');
  if (place === '') return lang === 'ja' ? '指す先がありません' : 'points nowhere';
  return lang === 'ja' ? `「${place}」を指します` : `points to 「${place}」`;
}

const STAGES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  parse: { ja: '読み戻すとき', en: 'reading it back' },
  apply: { ja: '当てるとき', en: 'applying it' },
  compare: { ja: '比べるとき', en: 'comparing the result' },
};
const stage = (f: Finding, lang: Lang) => STAGES[value(f, 'stage')]?.[lang] ?? value(f, 'stage');
