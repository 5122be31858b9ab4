import type { Catalogue } from '@renkei/app';

/**
 * 公開の印を、続けて尋ねられても1秒に一度だけ保存先へ尋ねる。
 * 保存先が答えないときは最後に知った印を返し、作り終えた頁を出し続けられるようにする。
 */
export function publicationStamp(catalogue: Pick<Catalogue, 'publication'>, now: () => string): () => Promise<string> {
  let known: { readonly stamp: string; readonly askedAt: number } | null = null;
  let asking: Promise<string> | null = null;

  const ask = async (askedAt: number): Promise<string> => {
    try {
      const stamp = await catalogue.publication();
      known = { stamp, askedAt };
      return stamp;
    } catch (error) {
      if (!known) throw error;
      known = { stamp: known.stamp, askedAt };
      return known.stamp;
    } finally {
      asking = null;
    }
  };

  return () => {
    const at = Date.parse(now());
    if (known && at - known.askedAt >= 0 && at - known.askedAt < 1000) return Promise.resolve(known.stamp);
    asking ??= ask(at);
    return asking;
  };
}
