/**
 * 引用の切れ目を決める語の区切り。辞書は使わず、法令文の字種と書きぶりだけで分ける:
 * 漢字・片仮名・英数字の続きは一語、送り仮名は語幹に付け、助詞は離す。
 * 第十六条第一項第三号、平成三十一年四月一日、（昭和二十七年法律第二百二十九号）、百分の十、ルビ、図は割らない。
 */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly kind: WordKind;
}

/**
 * name: 名詞・動詞などの自立語 / reference: 条項名・日付・数 / particle: 助詞と、について・により などの連語 / conjunction: 又は・及び…
 * kana: その他の平仮名 / comma・stop: 、と。 / open・close: 括弧 / break: 文の間の改行 / other: 記号
 */
export type WordKind = 'name' | 'reference' | 'particle' | 'conjunction' | 'kana' | 'comma' | 'stop' | 'open' | 'close' | 'break' | 'other';

const NUM = '[0-9０-９〇一二三四五六七八九十百千万]+';
const BRANCH = `(?:の${NUM}(?![年月日人分件名つ]))*`;
const LEVEL = '(?:編|章|節|款|目|条|條|項|号|號)';
const NUMBERED = `第${NUM}${LEVEL}${BRANCH}`;
const HEADED = `(?:別表|別記様式|様式|付録|附録|別図|別記)第${NUM}(?:号${BRANCH}(?:様式)?|${BRANCH})`;
const TAIL = '(?:各号列記以外の部分|各号|各項|ただし書|前段|後段|本文|関係)?';
const ERA = '(?:明治|大正|昭和|平成|令和)';
const COUNTER = '(?:年間|年度|箇年|[箇か]月間|[箇か]月|月間|日間|週間|時間|年|月|週|日|時|分|秒|人|円|銭|回|倍|歳|件|台|隻|枚|個|割|％|パーセント|メートル|キロ|グラム|平方|立方|種)';
const LAW_NUMBER = `${ERA}${NUM}年[一-鿿]{1,14}?第${NUM}号`;

/** 割らない一続き。先に並べたものを採る。 */
const WHOLE = new RegExp(
  [
    '(?<mark>｜[^｜《》]+《[^《》]+》|［図 [^］]*］|その他(?![一-鿿])|次に掲げる)',
    `(?<reference>（${LAW_NUMBER}）|${LAW_NUMBER}|${ERA}(?:${NUM}|元)年(?:度|${NUM}月(?:${NUM}日)?)?|${NUM}月${NUM}日|${NUM}分の${NUM}|${NUM}(?:[、，,.．・]${NUM})*${COUNTER}`
      + `|[0-9０-９一二三四五六七八九〇]{1,3}(?:[、，,][0-9０-９一二三四五六七八九〇]{3}(?![0-9０-９一二三四五六七八九〇]))+[一-鿿]{0,2}`
      + `|(?:附則|本則)?(?:${HEADED}|${NUMBERED}|[同前次](?:条|項|号)(?![一-鿿])|[同前次](?:条|項)(?=第))(?:${NUMBERED})*(?:[ア-ン](?![ァ-ヶー])(?:[(（][0-9０-９一二三四五六七八九十]+[)）])?)?${TAIL})`,
    '(?<conjunction>又は|及び|並びに|若しくは|且つ|または|および|ならびに|もしくは|かつ(?=、))',
  ].join('|'),
  'uy',
);

/** 自立語の字: 漢字・片仮名・英数字 */
const BODY = /[\p{Script=Han}々〆〇ヶァ-ヺー･A-Za-zＡ-Ｚａ-ｚ0-9０-９]\p{Mn}*/u;
const KANA = /[ぁ-ゖゝゞ]|[\u3099\u309A]/;

const DIGIT = /[0-9０-９〇一二三四五六七八九十百千万]/;
/** 「等」の後で切れない語: 高等学校・同等以上・等級 */
const WITH_EQUAL = /^(?:[平高初中同対均上優劣下特不差親]等|.等[級分価])/;

const PARTICLES = [
  'については', 'においては', 'によつて', 'によって', 'について', 'において', 'における', 'につき', 'により', 'による', 'よつて', 'であつて', 'であって', 'である', 'として', 'とする', 'とともに',
  'までの', 'まで', 'から', 'より', 'など', 'のみ', 'ごとに', 'ごと', 'を', 'が', 'は', 'に', 'の', 'と', 'も', 'へ', 'で', 'や',
];
/** 語の後に来れば、そこで語が切れる平仮名 */
const BOUND = [...PARTICLES, 'ことができる', 'こと', 'もの', 'とき', 'ところ', 'ほか', 'うち', 'おそれ'];
/** 助詞に見える字を含む平仮名の語 */
const KANA_WORDS = [
  'この', 'その', 'どの', 'もの', 'もって', 'もつて', 'やむを', 'とき', 'ところ', 'とおり', 'どおり', 'ともに', 'こと', 'ことができる', 'なお', 'はじめ', 'にかかわらず', 'かかわらず', 'いずれか', 'おそれ', 'ほか', 'うち', 'ため',
];

/** 語の直後にあっても別の語であるもの: 歌舞伎|その他 */
const FOLLOWING = ['こと', 'その', 'この', 'これ', 'それ'];

/** 送り仮名の中では助詞ではない: 下がる・積もる・増やす・速やか */
const INSIDE_STEM = /^(?:[がも][らりるれろっ]|や[さしすせか])/;

export function segmentWords(printed: string): Word[] {
  const text = isKatakanaProse(printed) ? inHiragana(printed) : printed;
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const { end, kind } = wordAt(text, at);
    words.push({ start: at, end, kind });
    at = end;
  }
  return words;
}

/** 片仮名で書かれた古い法令の文か。助詞も送り仮名も片仮名なので、平仮名の文として語に分ける。 */
const isKatakanaProse = (text: string): boolean => !/[ぁ-ん]/.test(text) && /ヲ|[一-鿿）]ノ[一-鿿（]|[一-鿿）][ハニ][、一-鿿]/.test(text);

/** 字数の変わらない平仮名の写し。 */
const inHiragana = (text: string): string => text.replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));

/** その位置を含む語、又はその位置から始まる語の番号。 */
export function wordIndex(words: readonly Word[], at: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function wordAt(text: string, at: number): { end: number; kind: WordKind } {
  WHOLE.lastIndex = at;
  const whole = WHOLE.exec(text);
  if (whole) {
    const kind = whole.groups!['conjunction'] !== undefined ? 'conjunction' : whole.groups!['reference'] !== undefined ? 'reference' : 'name';
    return { end: at + whole[0].length, kind };
  }
  const c = charAt(text, at);
  if (BODY.test(c)) return { end: nameEnd(text, at), kind: 'name' };
  if (KANA.test(c)) return kanaAt(text, at);
  const kind: WordKind = c === '、' || c === '，' ? 'comma' : c === '。' ? 'stop' : c === '↵' ? 'break' : '（(「『〔［['.includes(c) ? 'open' : '）)」』〕］]'.includes(c) ? 'close' : 'other';
  return { end: at + c.length, kind };
}

const CHARACTER = /.\p{Mn}*/suy;

/** 一字（サロゲートの組や、異体字の指定の付いた字は一字）。 */
function charAt(text: string, at: number): string {
  CHARACTER.lastIndex = at;
  return CHARACTER.exec(text)![0];
}

function nameEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const c = charAt(text, at);
    if (!BODY.test(c)) break;
    if (at > from && startsWhole(text, at)) break;
    at += c.length;
  }
  return stemEnd(text, at);
}

/** 語の途中からでも独立した一続きが始まる所: 施行令|第二十条、社会|及び */
function startsWhole(text: string, at: number): boolean {
  const c = text[at]!;
  const before = text[at - 1]!;
  // 日本産業規格|Ｘ八三四一
  if (/[A-ZＡ-Ｚ]/.test(c) && /\p{Script=Han}/u.test(before)) return true;
  if (before === '等' && /\p{Script=Han}/u.test(c) && !WITH_EQUAL.test(text.slice(Math.max(at - 2, 0), at + 1))) return true;
  if (!'第又及並若且次｜［別様0123456789０１２３４５６７８９〇一二三四五六七八九十百千万'.includes(c) || (DIGIT.test(c) && DIGIT.test(before))) return false;
  WHOLE.lastIndex = at;
  return WHOLE.test(text);
}

/** 送り仮名の終わり。「図るため」「取り消す」は一語にする。 */
function stemEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && KANA.test(text[at]!) && !boundAt(text, at, at === from)) at += 1;
  // 取り消す・読み替える・差し押さえる: 一字の漢字をはさむ複合動詞
  const second = text[at];
  if (at === from + 1 && second !== undefined && /\p{Script=Han}/u.test(second) && KANA.test(text[at + 1] ?? '') && !boundAt(text, at + 1, true) && joins(text[from - 1], text[from]!)) {
    return stemEnd(text, at + 1);
  }
  return at;
}

const joins = (stem: string | undefined, kana: string): boolean =>
  'りみきちえけげせべれ'.includes(kana) || (kana === 'し' && stem !== undefined && '申差貸押引返'.includes(stem));

function boundAt(text: string, at: number, first: boolean): boolean {
  if (INSIDE_STEM.test(text.slice(at, at + 2))) return false;
  const words = first ? PARTICLES : BOUND;
  return words.some((w) => text.startsWith(w, at)) || (first && FOLLOWING.some((w) => text.startsWith(w, at)));
}

function kanaAt(text: string, at: number): { end: number; kind: WordKind } {
  const known = longest(KANA_WORDS, text, at);
  const particle = longest(PARTICLES, text, at);
  if (particle !== undefined && particle.length >= (known?.length ?? 0)) return { end: at + particle.length, kind: 'particle' };
  if (known !== undefined) return { end: at + known.length, kind: 'kana' };
  let end = at + 1;
  while (end < text.length && KANA.test(text[end]!) && !boundAt(text, end, false)) end += 1;
  return { end, kind: 'kana' };
}

function longest(words: readonly string[], text: string, at: number): string | undefined {
  let found: string | undefined;
  for (const w of words) if (text.startsWith(w, at) && w.length > (found?.length ?? 0)) found = w;
  return found;
}
