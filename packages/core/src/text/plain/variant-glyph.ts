import type { Draft } from './draft.js';
import type { SourceSpan } from '../source.js';
import type { ReaderContext } from './reader-context.js';

/**
 * 旧字体と新字体の取り違え（戰/戦）。OCR は常用漢字を旧字体に読むことがある。
 * 同じ文書に同じ語が新字体でも現れるとき（「戰略」に対して「戦略」）だけ、新字体に直して報告する。
 * 署名欄・表紙・題名・当事者名など、固有の名が書かれ得る所は直さない。
 */
export const VARIANT_GLYPHS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'戰戦國国學学會会廣広澤沢體体經経濟済營営榮栄圖図實実寫写將将專専團団屬属區区醫医參参變変處処號号舊旧藝芸讀読豐豊邊辺邉辺禮礼關関齊斉齋斎當当發発傳伝轉転權権勸勧觀観歡歓縣県應応擴拡據拠總総續続繼継點点獨独絲糸聲声萬万數数樂楽氣気爲為狀状稱称竝並證証譯訳釋釈鐵鉄驛駅髙高兒児兩両假仮價価單単嚴厳圍囲圓円壓圧壞壊增増奧奥寶宝對対龍竜瀧滝濱浜'].reduce<[string, string][]>((pairs, c, i, all) => {
    if (i % 2 === 0) pairs.push([c, all[i + 1]!]);
    return pairs;
  }, []),
);

const NAMED = new Set(['SignatureLine', 'SignatureBlock', 'CoverLine', 'LawNum']);
const OLD_FORMS = new RegExp(`[${Object.keys(VARIANT_GLYPHS).join('')}]`, 'g');
const NEW_FORMS = new Set(Object.values(VARIANT_GLYPHS));

/** 片仮名と取り違えた漢字・記号（サ一ビス、ス力イ） */
const KANA: Readonly<Record<string, string>> = { 一: 'ー', '―': 'ー', 力: 'カ', 工: 'エ', 口: 'ロ', 二: 'ニ', 八: 'ハ', 夕: 'タ', 卜: 'ト' };
const LOOKALIKES = Object.keys(KANA).join('');
const KANA_RUN = new RegExp(`[ァ-ヶー${LOOKALIKES}]{3,}`, 'g');
const LOOKALIKE_IN_RUN = new RegExp(`[ァ-ヶー][${LOOKALIKES}]|[${LOOKALIKES}][ァ-ヶー]`);

export function repairVariantGlyphs(root: Draft, context: ReaderContext): void {
  repairOldForms(root, context);
  repairKana(root, context);
}

/** 片仮名の語の全体が、同じ文書のほかの所に正しい字で現れるときだけ直す。 */
function repairKana(root: Draft, context: ReaderContext): void {
  const all = context.source.text;
  if (all.search(LOOKALIKE_IN_RUN) < 0) return;
  const words = new Set(all.match(/[ァ-ヶー]{3,}/g));
  const visit = (node: Draft): void => {
    if (NAMED.has(node.tag)) return;
    const cursor: Cursor = { span: 0, at: 0 };
    const repairs = new Map<string, Repair>();
    node.children = node.children.map((child) => {
      if (typeof child !== 'string') {
        visit(child);
        return child;
      }
      return child.replace(KANA_RUN, (word) => {
        const meant = [...word].map((c) => KANA[c] ?? c).join('');
        if (meant === word || !words.has(meant)) return word;
        const at = [...word].findIndex((c) => KANA[c] !== undefined);
        note(repairs, word, word[at]!, meant[at]!, meant, locate(word, node, cursor, all), word.length);
        return meant;
      });
    });
    for (const repair of repairs.values()) report(node, repair, context);
  };
  visit(root);
}

function repairOldForms(root: Draft, context: ReaderContext): void {
  const all = context.source.text;
  if (all.search(OLD_FORMS) < 0) return;
  // 字の間の空いた文書では、隣の字は空白の向こうにある
  const words = wordsInNewForm(context.spacedThroughout === undefined ? all : all.replaceAll(context.spacedThroughout, ''));
  const visit = (node: Draft): void => {
    if (NAMED.has(node.tag)) return;
    const cursor: Cursor = { span: 0, at: 0 };
    const repairs = new Map<string, Repair>();
    node.children = node.children.map((child) => {
      if (typeof child !== 'string') {
        visit(child);
        return child;
      }
      return child.replace(OLD_FORMS, (old, at: number) => {
        const meant = VARIANT_GLYPHS[old]!;
        const proved = words.has(meant + (child[at + 1] ?? '')) || words.has((child[at - 1] ?? '') + meant);
        if (!proved) return old;
        note(repairs, child.slice(at, at + 2), old, meant, meant + child.slice(at + 1, at + 2), locate(child.slice(at, at + 2), node, cursor, all), old.length);
        return meant;
      });
    });
    for (const repair of repairs.values()) report(node, repair, context);
  };
  visit(root);
}

const isKanji = (c: string): boolean => /\p{Script=Han}/u.test(c);

/** 新字体が漢字と隣り合う二字（「戦略」）の集まり。原文を一度だけたどって作る。 */
function wordsInNewForm(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    if (!NEW_FORMS.has(text[at]!)) continue;
    const [previous, next] = [text[at - 1] ?? '', text[at + 1] ?? ''];
    if (isKanji(previous)) words.add(previous + text[at]!);
    if (isKanji(next)) words.add(text[at]! + next);
  }
  return words;
}

/** 同じ語が何度も出るとき、原文のどこまで見たか。 */
interface Cursor {
  span: number;
  at: number;
}

/** 節点の原文の中で、前に見つけた所より後にある最初の語。 */
function locate(word: string, node: Draft, cursor: Cursor, text: string): number | undefined {
  for (let i = cursor.span; i < node.spans.length; i += 1) {
    const { start, end } = node.spans[i]!;
    const from = i === cursor.span ? Math.max(start, cursor.at) : start;
    const found = text.slice(from, end).indexOf(word);
    if (found < 0) continue;
    cursor.span = i;
    cursor.at = from + found + 1;
    return from + found;
  }
  return undefined;
}

/** 一つの節点の中で、同じ語に同じ直しをした所すべて。 */
interface Repair {
  readonly word: string;
  readonly found: string;
  readonly assumed: string;
  readonly meant: string;
  readonly spans: SourceSpan[];
  count: number;
}

function note(repairs: Map<string, Repair>, word: string, found: string, assumed: string, meant: string, start: number | undefined, length: number): void {
  const repair = repairs.get(word) ?? { word, found, assumed, meant, spans: [], count: 0 };
  repair.count += 1;
  if (start !== undefined) repair.spans.push({ start, end: start + length });
  repairs.set(word, repair);
}

function report(node: Draft, { word, found, assumed, meant, spans, count }: Repair, context: ReaderContext): void {
  context.report({
    code: 'text.variant-glyph',
    severity: 'advice',
    spans,
    node,
    found: word,
    assumed: meant,
    confidence: 'certain',
    data: { found, assumed, count },
  });
}
