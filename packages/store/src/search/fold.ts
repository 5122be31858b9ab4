import { toText } from '../database/jsonb.js';

/**
 * 検索のために文字を畳む。全角と半角、大文字と小文字、カタカナとひらがな、連続する空白の違いをなくす。
 * 「ＩＴ」「it」、「ﾃﾞｼﾞﾀﾙ」「デジタル」「でじたる」、「㈱」「(株)」、「Hōfu」「Hofu」は同じになる。
 * NFKC は ①を1に変えるので、検索の鍵にだけ使う。本文や名は畳まない。
 */
export interface Folded {
  readonly text: string;
  /** 畳んだ文字（UTF-16 の一単位）ごとの、元の文字列での始まり */
  readonly starts: readonly number[];
  /** 同じく、元の文字列での終わり（含まない） */
  readonly ends: readonly number[];
}

/** 一文字と、それに続く濁点などの結合文字。半角の濁点（ﾞ ﾟ）は NFKC で結合文字になる。 */
const CLUSTER = /\P{M}[\p{M}ﾞﾟ]*|\p{M}+/gsu;
/** 畳んでも変わらない文字（ひらがな・漢字・英小文字・数字） */
const UNCHANGED = /^[ぁ-ゖ一-鿿a-z0-9]$/u;
/** ラテン文字。駅や道路の表示のローマ字は長音に符号を付ける（Hōfu）が、団体の名乗りには付かない（Hofu）。 */
const LATIN = /\p{Script=Latin}\p{M}*/gu;

export function foldWithPlaces(source: string): Folded {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of toText(source).matchAll(CLUSTER)) {
    let folded = UNCHANGED.test(cluster) ? cluster : foldCluster(cluster);
    if (folded.startsWith(' ') && text.endsWith(' ')) folded = folded.slice(1);
    text += folded;
    for (let i = 0; i < folded.length; i += 1) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return { text, starts, ends };
}

export function fold(source: string): string {
  return foldWithPlaces(source).text;
}

const foldCluster = (cluster: string): string =>
  cluster
    .normalize('NFKC')
    .replace(LATIN, (c) => c.normalize('NFD').replace(/\p{M}+/gu, ''))
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .replace(/\s+/g, ' ');
