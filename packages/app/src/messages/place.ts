import type { Place } from '@renkei/core';
import type { Lang } from './message.js';

/** 報告の場所を人が読む形に。「別表3(1)カ（47行目）」「47行目」「文書全体」 */
export function describePlace(at: Place, lang: Lang): string {
  const line = at.line === undefined ? undefined : lang === 'ja' ? `${at.line}行目` : `line ${at.line}`;
  if (at.provision !== undefined) {
    if (line === undefined) return at.provision;
    return lang === 'ja' ? `${at.provision}（${line}）` : `${at.provision} (${line})`;
  }
  return line ?? (lang === 'ja' ? '文書全体' : 'whole document');
}
