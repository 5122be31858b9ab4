import type { ProvisionNum } from '@renkei/core';

/**
 * eId を作る。「art_3__para_1__list_1__point_2」。条は文書を通して数えるので、章の中でも前に章を付けない。
 * 番号の枝は「-」でつなぐ（第3条の2 → art_3-2）。重なれば後のものに -x2 を付ける。
 */
export function eidMaker() {
  const used = new Set<string>();
  /** 重なった eId ごとに、次に試す番号 */
  const next = new Map<string, number>();
  const counts = new Map<string, number>();
  return (parent: string, abbreviation: string, num?: ProvisionNum): string => {
    const stem = parent === '' || abbreviation === 'art' && !/(^|__)(hcontainer|att|tblock|embed)_/.test(parent) ? abbreviation : `${parent}__${abbreviation}`;
    let number: string;
    if (num !== undefined && /^\d+(_\d+)*(:\d+(_\d+)*)?$/.test(num)) number = num.replaceAll('_', '-').replace(':', 'to');
    else {
      const count = (counts.get(stem) ?? 0) + 1;
      counts.set(stem, count);
      number = String(count);
    }
    const wanted = `${stem}_${number}`;
    let eid = wanted;
    let n = next.get(wanted) ?? 2;
    for (; used.has(eid); n += 1) eid = `${wanted}-x${n}`;
    if (eid !== wanted) next.set(wanted, n);
    used.add(eid);
    return eid;
  };
}
