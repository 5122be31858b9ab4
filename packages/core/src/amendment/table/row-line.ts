/**
 * 表の一行の印字「｜アの欄｜イの欄｜」と欄の行き来。改め文のブロックにも、けい線ごとの引用にも使う。
 *
 * 欄の文字は run の印字（run.ts）。上の欄への結合は ↑、左は ←。
 * 欄の文字が区切りや印と紛れるときだけ、前に ＼ を置く。ルビの ｜親文字《よみ》 は区切りと紛れない。
 */
export const UP = '↑';
export const LEFT = '←';
/** 見出し行の後の線の、一つの欄 */
export const RULE = '---';

const RUBY = /^｜[^｜《》]+《[^《》]+》/;

/** 結合の印か、欄の文字か */
export type Slot = { readonly mark: typeof UP | typeof LEFT } | { readonly text: string };

export function writeRowLine(slots: readonly Slot[]): string {
  return `｜${slots.map((slot) => ('mark' in slot ? slot.mark : escapeCell(slot.text))).join('｜')}｜`;
}

export const writeRuleLine = (width: number): string => `｜${Array.from({ length: width }, () => RULE).join('｜')}｜`;

/** 一行を欄に分ける。表の行でなければ undefined。 */
export function readRowLine(line: string): Slot[] | undefined {
  if (line.length < 2 || !line.startsWith('｜') || !line.endsWith('｜')) return undefined;
  const slots: Slot[] = [];
  let text = '';
  let escaped = false;
  for (let at = 1; at < line.length; at += 1) {
    const c = line[at]!;
    if (c === '＼' && isEscape(line, at)) {
      text += line[at + 1];
      escaped = true;
      at += 1;
    } else if (c !== '｜') text += c;
    else {
      const ruby = rubyAt(line, at);
      if (ruby !== '') {
        text += ruby;
        at += ruby.length - 1;
        continue;
      }
      slots.push(!escaped && (text === UP || text === LEFT) ? { mark: text } : { text });
      text = '';
      escaped = false;
    }
  }
  return text === '' ? slots : undefined;
}

export const isRowLine = (line: string): boolean => readRowLine(line) !== undefined;

export const isRuleLine = (line: string): boolean => /^｜(?:---｜)+$/.test(line);

/** ルビの長さは高々数十字。区切りごとに行末まで探さない。 */
const RUBY_LIMIT = 100;
const rubyAt = (line: string, at: number): string => RUBY.exec(line.slice(at, at + RUBY_LIMIT))?.[0] ?? '';

const isEscape = (line: string, at: number): boolean => {
  const next = line[at + 1];
  return next === '｜' ? at + 2 < line.length : next === '＼' || next === UP || next === LEFT || next === '-';
};

function escapeCell(text: string): string {
  if (text === UP || text === LEFT || text === RULE) return `＼${text}`;
  if (!/[｜＼]/.test(text)) return text;
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at]!;
    const ruby = c === '｜' ? rubyAt(text, at) : '';
    if (ruby !== '') {
      out += ruby;
      at += ruby.length - 1;
    } else out += c === '｜' || c === '＼' ? `＼${c}` : c;
  }
  return out;
}
