import { displayWidth, graphemes, graphemeWidth } from './display-width.js';

/** 行頭に置かない字（閉じ括弧・句読点・小書き）と、行末に置かない字（開き括弧）。 */
const NOT_AT_START = /^[、。，．・：；？！）」』】〕］｝〉》〟’”ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.:;?!)\]}]/u;
const NOT_AT_END = /[（「『【〔［｛〈《〝‘“([{]$/u;

/** 幅に収まるように折る。英語は語の間で、日本語は禁則を守ってどこででも折る。空の文字には空の行を返す。 */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(width, 4)));
}

/** 項目を、途中で折らずに、幅に入るだけ横に並べる。 */
export function flow(items: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const joined = last === undefined ? item : `${last}  ${item}`;
    if (last !== undefined && displayWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(...wrapText(item, width));
  }
  return lines;
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  const breakLine = () => {
    lines.push(current.trimEnd());
    current = '';
    used = 0;
  };
  for (const unit of units(line)) {
    const size = displayWidth(unit);
    if (used > 0 && used + (unit.trimEnd() === unit ? size : displayWidth(unit.trimEnd())) > width) breakLine();
    if (used === 0 && unit.trim() === '' && lines.length > 0) continue;
    if (size <= width) {
      current += unit;
      used += size;
      continue;
    }
    for (const g of graphemes(unit)) {
      if (used + graphemeWidth(g) > width) breakLine();
      current += g;
      used += graphemeWidth(g);
    }
  }
  lines.push(current.trimEnd());
  return lines;
}

/** 折ってよい切れ目で分けたもの。半角の語は一続きに、行頭・行末に置けない字は隣に付ける。 */
function units(line: string): string[] {
  const out: string[] = [];
  let glue = false;
  for (const g of graphemes(line)) {
    const last = out.at(-1);
    const joinsWord = last !== undefined && /[!-~]$/.test(last) && /^[!-~]/.test(g);
    if (last !== undefined && (glue || joinsWord || NOT_AT_START.test(g))) out[out.length - 1] = last + g;
    else out.push(g);
    glue = NOT_AT_END.test(g);
  }
  return out;
}
