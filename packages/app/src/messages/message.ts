/** 文言の言語。日本語が先、英語は漏れなく。 */
export type Lang = 'ja' | 'en';
export const LANGS: readonly Lang[] = ['ja', 'en'];

/** 一つの文言。「{name}」は差し込みの場所 */
export interface Message {
  readonly ja: string;
  readonly en: string;
}

export type MessageData = Readonly<Record<string, string | number>>;

/**
 * 差し込みの場所に値を入れる。値の無い場所は「{name}」のまま残す（誤りが目に見えるように）。
 * 「{count:area|areas}」は数と、数に合う語（英語の単数・複数）になる。
 */
export function fillMessage(message: Message, lang: Lang, data: MessageData = {}): string {
  return message[lang].replace(/\{([a-zA-Z]\w*)(?::([^|{}]*)\|([^|{}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    if (!Object.hasOwn(data, name)) return whole;
    const value = String(data[name]);
    return one === undefined ? value : `${value} ${value === '1' ? one : many}`;
  });
}
