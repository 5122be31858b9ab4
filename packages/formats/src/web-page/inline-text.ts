/**
 * 行の中の文字を組み立てる。HTML の空白の扱い（連続する空白は一つ）に従い、
 * 和文どうしの間の改行は詰める（ソースの折返しは文の切れ目ではない）。全角空白は文字として残す。
 */
export interface InlineText {
  readonly add: (text: string) => void;
  /** 直前の語（番号）の後に、空白がなければ全角空白を置く */
  readonly separate: () => void;
  /** 組み上がった文字を取り出して空にする。空白だけなら空 */
  readonly take: () => string;
}

const BLANKS = /[ \t\r\n\f]+/g;
const isWide = (c: string): boolean => c >= '\u2E80';

export function inlineText(): InlineText {
  let buffer = '';
  /** buffer の最後の字。長い行で buffer を読み返さないために別に持つ */
  let last = '';
  let blank = true;
  let pending: '' | ' ' | '\n' | '　' = '';

  const put = (piece: string): void => {
    if (piece === '') return;
    const first = piece.charAt(0);
    if (last !== '' && pending !== '') {
      if (pending === '　') buffer += first === '　' ? '' : '　';
      else if (pending === ' ' || !(isWide(last) && isWide(first))) buffer += ' ';
    }
    pending = '';
    buffer += piece;
    last = piece.charAt(piece.length - 1);
    blank &&= piece.trim() === '';
  };

  return {
    add(text) {
      let at = 0;
      for (const m of text.matchAll(BLANKS)) {
        put(text.slice(at, m.index));
        if (pending === '') pending = /[\r\n]/.test(m[0]) ? '\n' : ' ';
        at = m.index + m[0].length;
      }
      put(text.slice(at));
    },
    separate() {
      if (last !== '' && last.trim() !== '') pending = '　';
    },
    take() {
      const text = blank ? '' : buffer;
      [buffer, last, blank, pending] = ['', '', true, ''];
      return text;
    },
  };
}
