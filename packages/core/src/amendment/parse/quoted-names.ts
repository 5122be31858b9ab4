import { QUOTE, type Masked } from './mask-quotes.js';

/** 「別表中「市長」の項を削り」: 引用で書いた項・部・欄の名は、場所の一部。 */
export function withQuotedNames({ text, quotes, unbalanced }: Masked): Masked {
  const kept: string[] = [];
  let i = 0;
  const named = text.replaceAll(QUOTE, (_, at: number) => {
    const quote = quotes[i++] ?? '';
    if (NAME_FOLLOWS.test(text.slice(at + 1, at + 4))) return quote;
    kept.push(quote);
    return QUOTE;
  });
  return { text: named, quotes: kept, unbalanced };
}

const NAME_FOLLOWS = /^の[項部欄](?!目|分|門)/;

/** 引用を戻す。 */
export function unmask(text: string, quotes: readonly string[]): string {
  let i = 0;
  return text.replaceAll(QUOTE, () => `「${quotes[i++] ?? '…'}」`);
}
