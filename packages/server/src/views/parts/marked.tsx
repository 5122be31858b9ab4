import type { VNode } from 'preact';

/** 一致した語に印を付ける。位置が外れたり重なったりしていても、文字は一度ずつ必ず出す。 */
export function Marked({ text, marks }: { readonly text: string; readonly marks: readonly (readonly [number, number])[] }): VNode {
  const parts: (string | VNode)[] = [];
  let at = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (start < at || end <= start || end > text.length) continue;
    parts.push(text.slice(at, start), <mark>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
