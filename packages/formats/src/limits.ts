/**
 * 原文を開くときの上限。超えたものは途中まで読まずに断り、見つけた量と上限を言う。
 * 値は実際の例規（最大でも数MB）に十分な余裕を取り、悪意のある入力の時間と記憶を抑える。
 */

const MIB = 1024 * 1024;

/** 受け取るファイルの大きさ（バイト） */
export const INPUT_BYTES = 20 * MIB;

/** 圧縮された容器（docx）の中から展開する合計（バイト）。容器の申告でなく、展開しながら数える */
export const UNPACKED_BYTES = 64 * MIB;

/** 容器の中の一つのファイルを展開した大きさ（バイト） */
export const UNPACKED_ENTRY_BYTES = 32 * MIB;

/** 容器の中のファイルの数 */
export const CONTAINER_ENTRIES = 4_000;

/** 展開後の大きさ ÷ 容器の大きさ。UNPACKED_RATIO_FLOOR を超えて展開したときだけ見る */
export const UNPACKED_RATIO = 250;

/** この大きさ（バイト）までは圧縮率を問わない。小さな文書は同じ語の繰返しでよく縮む */
export const UNPACKED_RATIO_FLOOR = 16 * MIB;

/** マークアップ（HTML・docx の XML）の入れ子の深さ */
export const MARKUP_DEPTH = 250;

/** マークアップの要素の数（HTML は全体、docx は本文の直下の一つ）。一万行の表は数十万になる */
export const MARKUP_ELEMENTS = 800_000;

/** 平文の行の数 */
export const TEXT_LINES = 400_000;

/** 平文の表の欄（タブと縦線の区切り）の数 */
export const TEXT_CELLS = 1_000_000;

/** 一つの欄が横に占める列の数。これを超える colspan・gridSpan はこの値とみなす */
export const COLUMN_SPAN = 100;

/** PDF の頁数 */
export const PDF_PAGES = 500;

/** PDF の文字の断片（位置の付いた文字列）の数 */
export const PDF_TEXT_ITEMS = 1_000_000;

/** PDF を解析する時間（秒）。超えたら解析を打ち切って断る */
export const PDF_SECONDS = 30;

/** PDF を解析する作業の記憶（MiB） */
export const PDF_MEMORY_MIB = 512;

/** 文字として読めないバイトを一か所ずつ示す数。残りは数だけを言う */
export const INVALID_BYTES_SHOWN = 100;

/** 木の形式（法令標準XML・Akoma Ntoso・JSON・本製品のHTML）の入れ子の深さ。実際の法令は20段に満たない */
export const TREE_DEPTH = 200;

/** 木の形式の要素の数。最大の法令でも10万の桁 */
export const TREE_ELEMENTS = 500_000;
