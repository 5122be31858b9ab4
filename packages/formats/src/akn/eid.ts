import type { ProvisionNum } from '@renkei/core';

/**
 * eId を作る。「art_3__para_1__list_1__point_2」。条は文書を通して数えるので、章の中でも前に章を付けない。
 * 番号の枝は「-」でつなぐ（第3条の2 → art_3-2）。重なれば後のものに -x2 を付ける。
 */
export function eidMaker() {
  const used = new Set<string>();
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
    let eid = `${stem}_${number}`;
    for (let n = 2; used.has(eid); n += 1) eid = `${stem}_${number}-x${n}`;
    used.add(eid);
    return eid;
  };
}
