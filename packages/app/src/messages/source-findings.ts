import type { Finding, SourceFindingCode } from '@renkei/core';
import type { MessageOf } from './message-of.js';

const value = (f: Finding, key: string) => (f.data[key] === '' ? '—' : String(f.data[key] ?? '—'));
const found = (f: Finding) => (f.found === undefined ? '' : `「${f.found}」`);

/** 形式を開いたときの報告の文言。data の値は core の finding-code.ts にある。 */
export const SOURCE_FINDING_MESSAGES: Readonly<Record<SourceFindingCode, MessageOf<Finding>>> = {
  'source.encoding-assumed': {
    ja: (f) => `文字コードの名乗りがないので ${value(f, 'encoding')} として読みました（ほかに成り立つもの: ${value(f, 'candidates')}）。文字化けがあれば UTF-8 で保存し直してください。`,
    en: (f) => `No encoding was declared, so the file was read as ${value(f, 'encoding')} (also possible: ${value(f, 'candidates')}). If characters look wrong, save it again as UTF-8.`,
  },
  'source.encoding-mismatch': {
    ja: (f) => `原文は文字コードを ${value(f, 'declared')} と名乗りますが、バイトの並びは ${value(f, 'encoding')} なので ${value(f, 'encoding')} として読みました。`,
    en: (f) => `The source declares ${value(f, 'declared')}, but its bytes are ${value(f, 'encoding')}; it was read as ${value(f, 'encoding')}.`,
  },
  'source.invalid-bytes': {
    ja: (f) => `先頭から ${value(f, 'offset')} バイト目に、${value(f, 'encoding')} の文字にならないバイト ${value(f, 'hex')} があります。印（U+FFFD）に置き換えて読みました。原本を見て、その箇所の文字を打ち直してください。`,
    en: (f) => `At byte ${value(f, 'offset')} the bytes ${value(f, 'hex')} are not a character in ${value(f, 'encoding')}; a mark (U+FFFD) stands in their place. Check the original and retype that place.`,
  },
  'source.more-invalid-bytes': {
    ja: (f) => `文字にならないバイトが、ほかに ${value(f, 'count')} か所あります。ファイルが壊れているか、文字コードが違います。原本から取り直してください。`,
    en: (f) => `There are ${value(f, 'count')} more places with bytes that are not characters. The file is damaged or in another encoding. Get it again from the original.`,
  },
  'source.unreadable-characters': {
    ja: (f) => `失われた文字（U+FFFD）が ${value(f, 'count')} 字あります${found(f)}。原本を見て打ち直してください。`,
    en: (f) => `${value(f, 'count')} characters were lost before this file was made (U+FFFD) ${found(f)}. Retype them from the original.`,
  },
  'source.private-use-characters': {
    ja: (f) => `外字が ${value(f, 'count')} 字あります（${value(f, 'codes')}）${found(f)}。そのまま残しました。ほかの機器では表示できないので、通常の文字に置き換えられるか確かめてください。`,
    en: (f) => `There are ${value(f, 'count')} private-use characters (${value(f, 'codes')}) ${found(f)}. They were kept as they are. Other machines cannot show them; see whether ordinary characters can be used.`,
  },
  'source.control-characters': {
    ja: (f) => `制御文字が ${value(f, 'count')} 字あります（${value(f, 'codes')}）。本文には採りませんでした。`,
    en: (f) => `There are ${value(f, 'count')} control characters (${value(f, 'codes')}). They were not taken into the text.`,
  },
  'source.radical-characters': {
    ja: (f) => `漢字の代わりに部首の字${found(f)}が ${value(f, 'count')} 字使われています。形の同じ漢字「${f.assumed ?? ''}」に直して読みました。`,
    en: (f) => `${value(f, 'count')} radical characters ${found(f)} stand where kanji are meant. They were read as the kanji of the same shape, 「${f.assumed ?? ''}」.`,
  },
  'source.page-furniture': {
    ja: (f) => `本文でない部分（${value(f, 'part')}）とみて採りませんでした: ${found(f)}`,
    en: (f) => `Taken as something around the text (${value(f, 'part')}) and left out: ${found(f)}`,
  },
  'source.hidden-text': {
    ja: (f) => `画面に出ない文字が ${value(f, 'count')} か所あり、採りませんでした: ${found(f)}。本文であれば、表示する文字にして保存し直してください。`,
    en: (f) => `There is hidden text in ${value(f, 'count')} places, left out: ${found(f)}. If it is part of the text, make it visible and save again.`,
  },
  'source.revision-deleted': {
    ja: (f) => `変更履歴で削られた文字は採りませんでした: ${found(f)}（変更者: ${value(f, 'author')}）。変更履歴を確定してから読み込むと確実です。`,
    en: (f) => `Text deleted by a tracked change was left out: ${found(f)} (by ${value(f, 'author')}). Accept or reject the changes first to be sure.`,
  },
  'source.revision-inserted': {
    ja: (f) => `変更履歴で加えられた文字を本文に採りました: ${found(f)}（変更者: ${value(f, 'author')}）。変更履歴を確定してから読み込むと確実です。`,
    en: (f) => `Text inserted by a tracked change was taken in: ${found(f)} (by ${value(f, 'author')}). Accept or reject the changes first to be sure.`,
  },
  'source.automatic-number': {
    ja: (f) => `自動の段落番号 ${value(f, 'count')} か所を、計算して文字に起こしました（最初は「${value(f, 'first')}」）。原本の印字と合うか確かめてください。`,
    en: (f) => `${value(f, 'count')} automatic paragraph numbers were computed and written out (the first is 「${value(f, 'first')}」). Check them against the printed original.`,
  },
  'source.ruby-reading': {
    ja: (f) => `ふりがな「${value(f, 'reading')}」は本文に採りませんでした（親文字${found(f)}）。`,
    en: (f) => `The reading 「${value(f, 'reading')}」 printed above ${found(f)} was left out of the text.`,
  },
  'source.note': {
    ja: (f) => `注（${value(f, 'part')}）は本文に採りませんでした: ${found(f)}`,
    en: (f) => `A note (${value(f, 'part')}) was left out of the text: ${found(f)}`,
  },
  'source.object': {
    ja: (f) => `文字でないもの（${value(f, 'part')} ${value(f, 'name')}）は読めません${found(f)}。文字が描かれていれば、本文に打ち込んでください。`,
    en: (f) => `Something that is not text (${value(f, 'part')} ${value(f, 'name')}) cannot be read ${found(f)}. If it shows words, type them into the text.`,
  },
  'source.nested-table': {
    ja: (f) => `欄の中に表（${value(f, 'rows')}行${value(f, 'columns')}列）があり、欄の文字としてつないで読みました${found(f)}。`,
    en: (f) => `A cell holds another table (${value(f, 'rows')} × ${value(f, 'columns')}); its words were joined into the cell ${found(f)}.`,
  },
  'source.damaged-part': {
    ja: (f) => `ファイルの中の「${value(f, 'part')}」が壊れていて読めません（${value(f, 'detail')}）。作成したソフトで開いて保存し直してください。`,
    en: (f) => `The part 「${value(f, 'part')}」 inside the file is damaged (${value(f, 'detail')}). Open the file in the program that made it and save it again.`,
  },
  'source.joined-lines': {
    ja: (f) => `紙面の幅で折られた行を ${value(f, 'count')} か所つないで読みました。`,
    en: (f) => `Lines broken by the page width were joined in ${value(f, 'count')} places.`,
  },
  'source.table-recognised': {
    ja: (f) => `文字の位置から ${value(f, 'rows')}行${value(f, 'columns')}列の表と見分けました。欄の区切りが原本と合うか確かめてください。`,
    en: (f) => `A table of ${value(f, 'rows')} rows and ${value(f, 'columns')} columns was recognised from where the words stand. Check its columns against the original.`,
  },
  'source.pages-without-text': {
    ja: (f) => `文字の無いページが ${value(f, 'count')} ページあります（${value(f, 'pages')}ページ）。画像だけのページは読めません。文字認識（OCR）をした PDF か、元の文書を使ってください。`,
    en: (f) => `${value(f, 'count')} pages have no text (pages ${value(f, 'pages')}). Pages that are only images cannot be read. Use a PDF with recognised text (OCR) or the original document.`,
  },
  'source.unknown-element': {
    ja: (f) => `${value(f, 'line')}行${value(f, 'column')}字目の要素 ${value(f, 'name')}（${value(f, 'count')} か所）は、この形式の決まりにありません。要素の名を外し、中の文字だけを本文に採りました: ${found(f)}。綴りか、文書の版を確かめてください。`,
    en: (f) => `The element ${value(f, 'name')} (${value(f, 'count')} places, the first at line ${value(f, 'line')}, column ${value(f, 'column')}) is not part of this format. Its name was dropped and only its text kept: ${found(f)}. Check the spelling or the version of the document.`,
  },
  'source.unknown-markup': {
    ja: (f) => `${value(f, 'line')}行${value(f, 'column')}字目の ${value(f, 'name')}（${value(f, 'count')} か所）は本文でないので採りませんでした: ${found(f)}`,
    en: (f) => `${value(f, 'name')} (${value(f, 'count')} places, the first at line ${value(f, 'line')}, column ${value(f, 'column')}) is not part of the text and was left out: ${found(f)}`,
  },
};
