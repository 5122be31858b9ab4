/**
 * 読取の入口。どの形式（テキスト・HTML・docx・PDF）も、まずこの「行と表の行の並び」に直す。
 *
 * 用語:
 * - 原文 text    : 読み取った文字列の全体。findings と spans の位置はこの文字列の UTF-16 位置
 * - 行 SourceLine: 表でない一行
 * - 表の行 SourceRow: 欄（cells）に分かれた一行。原文ではタブ・縦線・セルで区切られていた
 */
export interface SourceSpan {
  /** 原文中の開始位置（含む） */
  readonly start: number;
  /** 原文中の終了位置（含まない） */
  readonly end: number;
}

export interface SourceLine extends SourceSpan {
  readonly kind: 'line';
  /** 行番号（1から） */
  readonly line: number;
  /** 見出しの記号（### 等）と前後の空白を除いた文字。位置は start から始まる */
  readonly text: string;
  /** 行頭の全角・半角空白の数（全角は2と数える） */
  readonly indent: number;
  /** 見出しの深さ（Markdown の #、HTML の h1〜h6）。見出しでなければ 0 */
  readonly heading: number;
}

export interface SourceCell extends SourceSpan {
  /** 前後の空白を除いた文字。元の形式で欄の中に段落や改行があれば \n を含む */
  readonly text: string;
  /** 元の形式が明示した縦・横の結合数（既定 1）。テキストの表では常に 1 */
  readonly rowspan: number;
  readonly colspan: number;
  /** 元の形式が見出しと明示したセル（th） */
  readonly header: boolean;
}

export interface SourceRow extends SourceSpan {
  readonly kind: 'row';
  readonly line: number;
  readonly cells: readonly SourceCell[];
  /** 同じ表に属する行は同じ番号。テキストでは空行・行で途切れるまで */
  readonly table: number;
}

export type SourceBlock = SourceLine | SourceRow;

export interface SourceText {
  readonly text: string;
  readonly blocks: readonly SourceBlock[];
}
