import type { SourceBuilder } from '@renkei/core';

/**
 * 段落のタブの意味を決める。タブで欄を分けた段落が二つ以上続けば表、
 * 一つだけなら番号と本文の間や署名欄の空きなので、全角空白と同じにする。
 * 行頭だけのタブは、表の中では空の欄、そうでなければ字下げ。
 */
export interface TabbedLines {
  readonly line: (text: string, heading: number) => void;
  readonly flush: () => void;
  /** まだ渡していない行の数 */
  readonly waiting: () => number;
}

export function tabbedLines(builder: SourceBuilder): TabbedLines {
  let held: string[] = [];

  const flush = (): void => {
    const run = held;
    held = [];
    if (!isTable(run)) {
      for (const text of run) builder.line(text.replaceAll('\t', '　'));
      return;
    }
    const table = builder.nextTable();
    for (const text of run) builder.row(table, text.split('\t').map((cell) => ({ text: cell })));
  };

  return {
    line(text, heading) {
      if (heading === 0 && text.trimEnd().includes('\t')) {
        held.push(text.trimEnd());
        return;
      }
      flush();
      builder.line(text.replaceAll('\t', '　'), heading);
    },
    flush,
    waiting: () => held.length,
  };
}

/** 欄を分けるタブの行が二つ以上あるか、表の区切りの線（---）の行がある。 */
const isTable = (run: readonly string[]): boolean => run.length >= 2 && (run.filter((text) => text.trim().includes('\t')).length >= 2 || run.some((text) => /^[-\s]+$/.test(text)));
