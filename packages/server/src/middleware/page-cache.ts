import type { ContentEncoding } from './negotiate-encoding.js';

/** 作り終えた応答。同じ中身を何度でも送れる。 */
export interface StoredPage {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly etag: string;
  readonly encoded: Map<ContentEncoding, Uint8Array>;
}

export interface PageCache {
  get(stamp: string, path: string): StoredPage | undefined;
  put(stamp: string, path: string, page: StoredPage): void;
}

/**
 * 公開の印ごとの応答の置き場。印が変われば全部捨てる（古い公開の頁を出さない）。
 * limit を超えたら古く使われたものから捨てる。
 */
export function pageCache(limit = 64 * 1024 * 1024): PageCache {
  let current: string | null = null;
  const pages = new Map<string, StoredPage>();
  let size = 0;
  // 圧縮した写しは後から加わるので、大きさは元の2倍とみて数える。
  const sizeOf = (page: StoredPage) => page.body.byteLength * 2;

  const drop = (path: string) => {
    const page = pages.get(path);
    if (!page) return;
    size -= sizeOf(page);
    pages.delete(path);
  };

  return {
    get(stamp, path) {
      if (stamp !== current) return undefined;
      const page = pages.get(path);
      if (page) {
        pages.delete(path);
        pages.set(path, page);
      }
      return page;
    },
    put(stamp, path, page) {
      if (stamp !== current) {
        pages.clear();
        size = 0;
        current = stamp;
      }
      drop(path);
      pages.set(path, page);
      size += sizeOf(page);
      for (const oldest of pages.keys()) {
        if (size <= limit) break;
        drop(oldest);
      }
    },
  };
}
