import type { Lang } from '@renkei/app';

/** Accept-Language（RFC 9110 第12.5.4節）から日本語か英語を選ぶ。どちらとも言わなければ日本語。 */
export function negotiateLang(header: string | undefined): Lang {
  let best: { readonly lang: Lang; readonly weight: number } = { lang: 'ja', weight: 0 };
  for (const part of (header ?? '').split(',')) {
    const [range = '', ...parameters] = part.trim().split(';');
    const q = /^\s*q=([\d.]+)\s*$/.exec(parameters.find((p) => p.trim().startsWith('q=')) ?? '');
    const weight = q ? Number(q[1]) : 1;
    const primary = range.toLowerCase().split('-')[0];
    if (primary !== 'ja' && primary !== 'en') continue;
    if (weight > best.weight) best = { lang: primary, weight };
  }
  return best.lang;
}
