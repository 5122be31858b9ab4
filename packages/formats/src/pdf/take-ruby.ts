import type { TextItem } from './text-layer.js';

export interface Ruby {
  readonly reading: string;
  readonly base: string;
}

/** 字の半分ほどの大きさの仮名が、字のすぐ上にあればふりがな。本文の断片から除いて返す。 */
export function takeRuby(items: readonly TextItem[]): { readonly items: readonly TextItem[]; readonly ruby: readonly Ruby[] } {
  const small = items.filter((item) => /^[ぁ-んァ-ヶー・\s　]+$/.test(item.text) && item.text.trim() !== '');
  if (small.length === 0 || small.length > MOST_SMALL || items.length > MOST_ITEMS) return { items, ruby: [] };
  const ruby: Ruby[] = [];
  const taken = new Set<TextItem>();
  for (const item of small) {
    const base = items.find((other) => other.size >= item.size * 1.6 && other.y - item.y > other.size * 0.6 && other.y - item.y < other.size * 1.5 && other.x < item.x + item.width && other.x + other.width > item.x);
    if (base === undefined) continue;
    taken.add(item);
    ruby.push({ reading: item.text.trim(), base: under(base, item) });
  }
  return { items: items.filter((item) => !taken.has(item)), ruby };
}

/** 一頁でふりがなを探す上限。これより多いのは本文でない */
const MOST_SMALL = 500;
const MOST_ITEMS = 5_000;

/** 断片のうち、ふりがなの真下にある字 */
function under(base: TextItem, ruby: TextItem): string {
  const characters = [...base.text];
  const each = base.width / characters.length;
  return characters.filter((_, i) => base.x + (i + 0.5) * each >= ruby.x - each * 0.25 && base.x + (i + 0.5) * each <= ruby.x + ruby.width + each * 0.25).join('').trim();
}
