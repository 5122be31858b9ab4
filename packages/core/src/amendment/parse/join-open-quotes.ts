import { imbalance } from './mask-quotes.js';
import type { AmendmentLine } from './amendment-line.js';

/** 句点のない行で引用が開いたままなら、表の断片などを引用している。閉じる行までつなぐ。 */
const OPEN_LINES = 60;
const STARTS = /^　?(?:第|別|附|様|目次|題名|本則|前文|同).*[「｢]/;

export function joinOpenQuotes(lines: readonly AmendmentLine[]): AmendmentLine[] {
  const joined: AmendmentLine[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const { text, line } = lines[i]!;
    if (!STARTS.test(text) || /。[\s　]*$/.test(text) || imbalance(text) <= 0) {
      joined.push({ text, line });
      continue;
    }
    let whole = text;
    let depth = imbalance(text);
    let end = i;
    while (end + 1 < lines.length && end - i < OPEN_LINES && !(depth <= 0 && /。[\s　]*$/.test(lines[end]!.text))) {
      end += 1;
      whole += `\n${lines[end]!.text}`;
      depth += imbalance(lines[end]!.text);
    }
    const closed = depth <= 0 && /。[\s　]*$/.test(lines[end]!.text);
    joined.push({ text: closed ? whole : text, line });
    if (closed) i = end;
  }
  return joined;
}
