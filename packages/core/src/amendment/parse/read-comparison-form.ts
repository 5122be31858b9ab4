import type { Operation } from '../operation.js';

const HEAD = /^(?:[^、。]{0,60}(?:の一部)?を、?)?(?:次の|別紙の?|別記の?|下記の?)(?:各?表|対照表|新旧対照表|改正表)/;
const COLUMNS = /(?:改正|変更)(?:前|後)|現行|傍線|下線|太枠/;
const ENDING = /(?:を次のように(?:改める|改正する|変更する)|に、?(?:下線|傍線)で示すように(?:改正|変更)する|の(?:ように|とおり)(?:改める|改正する|変更する)|に(?:改める|改正する|変更する))$/;

/**
 * 新旧対照表の方式: 「次の表により、改正前欄に掲げる規定の傍線を付した部分を…改める。」
 * 改められる所は続く表が示すので、文そのものを場所の名とし、表をブロックとする。
 */
export function readComparisonForm(sentence: string): Operation | undefined {
  const head = sentence.slice(0, 80);
  if (!HEAD.test(head) || !COLUMNS.test(sentence)) return undefined;
  return { targets: [{ from: [{ kind: 'named', name: sentence.replace(ENDING, '') }] }], action: { kind: 'replaceWhole', block: { lines: [] } } };
}
