import type { VNode } from 'preact';

/** 改め文を印字のまま、行番号を添えて。対照表の行はここの行（#L…）を指す。 */
export function AmendingText({ text, prefix = 'L' }: { readonly text: string; readonly prefix?: string }): VNode {
  return (
    <ol class="renkei-amending" lang="ja">
      {text.replace(/\n+$/, '').split(/\r\n|\r|\n/).map((line, i) => <li id={`${prefix}${i + 1}`}>{line === '' ? <br /> : line}</li>)}
    </ol>
  );
}
