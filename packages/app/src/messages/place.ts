import type { Place } from '@renkei/core';
import type { Lang } from './message.js';
import { shortened } from './shortened.js';

const LONGEST_PROVISION = 120;

/** 報告の場所を人が読む形に。「別表3(1)カ（47行目）」「47行目」「文書全体」 */
export function describePlace(at: Place, lang: Lang): string {
  const line = at.line === undefined ? undefined : lang === 'ja' ? `${at.line}行目` : `line ${at.line}`;
  if (at.provision !== undefined) {
    const provision = shortened(at.provision, LONGEST_PROVISION);
    if (line === undefined) return provision;
    return lang === 'ja' ? `${provision}（${line}）` : `${provision} (${line})`;
  }
  return line ?? (lang === 'ja' ? '文書全体' : 'whole document');
}
