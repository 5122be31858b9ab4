import type { SearchHit } from '@renkei/app';
import { foldWithPlaces, type Folded } from './fold.js';

const BEFORE = 24;
const LENGTH = 120;

/** 最初に当たった語の前後を抜き書きし、当たった所を印す。本文に当たらなければ（見出しだけに当たった）本文の始め。 */
export function excerptOf(body: string, terms: readonly string[]): Pick<SearchHit, 'excerpt' | 'marks'> {
  const places = findPlaces(foldWithPlaces(body), terms);
  const first = places[0]?.[0] ?? 0;
  const from = first <= BEFORE ? 0 : onCharacter(body, first - BEFORE);
  const to = from + LENGTH >= body.length ? body.length : onCharacter(body, from + LENGTH);
  const head = from > 0 ? '…' : '';
  const shift = head.length - from;
  return {
    excerpt: head + body.slice(from, to) + (to < body.length ? '…' : ''),
    marks: places.flatMap(([start, end]) => (start < to ? [[start + shift, Math.min(end, to) + shift] as const] : [])),
  };
}

/** サロゲートの組の間で切らない。 */
function onCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

/** 語の現れる所を前から順に。重なりと隣り合いは一つにまとめる。 */
function findPlaces(folded: Folded, terms: readonly string[]): (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const term of terms) {
    for (let at = folded.text.indexOf(term); at >= 0; at = folded.text.indexOf(term, at + term.length)) {
      found.push([folded.starts[at]!, folded.ends[at + term.length - 1]!]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: [number, number][] = [];
  for (const place of found) {
    const last = merged.at(-1);
    if (last && place[0] <= last[1]) last[1] = Math.max(last[1], place[1]);
    else merged.push(place);
  }
  return merged;
}
