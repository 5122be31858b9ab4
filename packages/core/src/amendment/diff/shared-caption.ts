import { textOf } from '../../text/element.js';
import type { FlatArticle } from './article-part.js';
import { captionOf } from './provision-parts.js';

/**
 * 続く条と共にする見出し（共通見出し）か。次の条に見出しが無ければ、その条にも及ぶ。
 * 共通見出しは条に属さないので、その条を移すときは、前の見出しを削り、移してから付け直す。
 */
export function hasSharedCaption(articles: readonly FlatArticle[], at: number): boolean {
  const [own, following] = [articles[at]!, articles[at + 1]];
  if (!following || following.holders.at(-1) !== own.holders.at(-1)) return false;
  return captionOf(own.article) !== undefined && captionOf(following.article) === undefined && !/^削除$/.test(textOf(following.article).trim());
}
