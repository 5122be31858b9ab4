import type { Finding, FindingCode } from '@renkei/core';
import { AGREEMENT_FINDING_MESSAGES } from './agreement-findings.js';
import { AMENDMENT_FINDING_MESSAGES } from './amendment-findings.js';
import type { Lang } from './message.js';
import type { MessageOf } from './message-of.js';
import { describePlace } from './place.js';
import { SOURCE_FINDING_MESSAGES } from './source-findings.js';
import { TEXT_FINDING_MESSAGES } from './text-findings.js';
import { CONFIDENCE_WORDS } from './terms.js';

/**
 * 報告の文言。何があり、どう読み、次に何をすればよいかを言う。場所と確かさは describeFinding が添える。
 * 原文の文字（found）を木に採らなかった報告は、その文字を必ず全部ここに出す。
 */
export const FINDING_MESSAGES: Readonly<Record<FindingCode, MessageOf<Finding>>> = {
  ...SOURCE_FINDING_MESSAGES,
  ...TEXT_FINDING_MESSAGES,
  ...AGREEMENT_FINDING_MESSAGES,
  ...AMENDMENT_FINDING_MESSAGES,
};

/** 場所・内容・確かさをそろえた一文。 */
export function describeFinding(finding: Finding, lang: Lang): string {
  const body = FINDING_MESSAGES[finding.code][lang](finding);
  const place = describePlace(finding.at, lang);
  if (finding.confidence === undefined) return `${place}: ${body}`;
  const sure = CONFIDENCE_WORDS[finding.confidence][lang];
  return lang === 'ja' ? `${place}: ${body}（確かさ: ${sure}）` : `${place}: ${body} (Confidence: ${sure})`;
}
