/** 改め文の一行。line は原文の行番号（1から） */
export interface AmendmentLine {
  readonly text: string;
  readonly line: number;
}
