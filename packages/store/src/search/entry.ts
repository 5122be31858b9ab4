import type { SearchHit } from '@renkei/app';

/** 検索の見出し一つ。 */
export interface Entry {
  readonly kind: SearchHit['kind'];
  /** 固有の見出し。ここに当たるものを先に出す */
  readonly heading: string;
  /** 画面に出す見出し */
  readonly title: string;
  readonly body: string;
  /** ポータル内の場所（言語の接頭辞を除く） */
  readonly path: string;
}
