import type { Confidence, DocumentKind, DutyKind, OtherKind, Severity } from '@renkei/core';
import type { SourceFormat } from '../ports.js';
import type { Message } from './message.js';

/** 報告の重さ。画面でも端末でもこの語を使う。 */
export const SEVERITY_TERMS: Readonly<Record<Severity, Message>> = {
  error: { ja: '誤り', en: 'error' },
  warning: { ja: '要確認', en: 'please check' },
  advice: { ja: '報告', en: 'note' },
};

/** 確かさの一語。報告の文の末尾に添える。 */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, Message>> = {
  certain: { ja: '確実', en: 'certain' },
  likely: { ja: '推定', en: 'likely' },
  guess: { ja: '推測', en: 'a guess' },
};

/** 確かさと、その訳。 */
export const CONFIDENCE_TERMS: Readonly<Record<Confidence, Message>> = {
  certain: { ja: '確実（本文自身が示す）', en: 'certain (the text itself shows it)' },
  likely: { ja: '推定（ほかの箇所から推した）', en: 'likely (inferred from other places)' },
  guess: { ja: '推測（ほかに手掛かりがない）', en: 'a guess (nothing else to go by)' },
};

export const KIND_TERMS: Readonly<Record<DocumentKind, Message>> = {
  'cooperation-agreement': { ja: '連携協約', en: 'cooperation agreement' },
  other: { ja: '連携協約ではない文書', en: 'not a cooperation agreement' },
};

/** 連携協約でない文書の名と、連携協約でない理由になる根拠。 */
export const OTHER_KIND_TERMS: Readonly<Record<OtherKind, Message>> = {
  'entrustment-bylaws': {
    ja: '事務の委託に関する規約（地方自治法第252条の14）',
    en: 'bylaws on entrustment of affairs (Local Autonomy Act, art. 252-14)',
  },
  'council-bylaws': { ja: '協議会の規約（地方自治法第252条の2の2）', en: 'bylaws of a council (Local Autonomy Act, art. 252-2-2)' },
  'joint-organ-bylaws': {
    ja: '機関等の共同設置に関する規約（地方自治法第252条の7）',
    en: 'bylaws on jointly established organs (Local Autonomy Act, art. 252-7)',
  },
  'union-bylaws': {
    ja: '一部事務組合又は広域連合の規約（地方自治法第284条）',
    en: 'bylaws of a partial-affairs association or wide-area union (Local Autonomy Act, art. 284)',
  },
  'settlement-zone-accord': {
    ja: '定住自立圏形成協定（地方自治法第96条第2項による議決）',
    en: 'settlement zone accord (resolved under art. 96(2) of the Local Autonomy Act)',
  },
  accord: { ja: '地方自治法第252条の2によらない協定', en: 'an accord not based on art. 252-2 of the Local Autonomy Act' },
  ordinance: { ja: '条例・規則その他の法令', en: 'an ordinance, rule or other statute' },
  'press-release': { ja: '条文を持たない文書（報道資料、案内など）', en: 'a document without articles (press release, notice or the like)' },
  empty: { ja: '本文のない文書', en: 'a document without text' },
  unknown: { ja: '種類の分からない文書', en: 'a document of unknown kind' },
};

export const DUTY_TERMS: Readonly<Record<DutyKind, Message>> = {
  'cost-sharing': { ja: '費用分担', en: 'cost sharing' },
  conference: { ja: '連絡会議', en: 'liaison conference' },
  'change-procedure': { ja: '変更・廃止の手続', en: 'procedure of change and termination' },
  vision: { ja: 'ビジョンの策定', en: 'vision' },
  term: { ja: '期間', en: 'term' },
  'termination-notice': { ja: '廃止の通告', en: 'notice of termination' },
  doubt: { ja: '疑義の協議', en: 'settling doubts' },
};

export const FORMAT_TERMS: Readonly<Record<SourceFormat, Message>> = {
  text: { ja: 'テキスト', en: 'plain text' },
  markdown: { ja: 'Markdown', en: 'Markdown' },
  html: { ja: 'HTML', en: 'HTML' },
  docx: { ja: 'Word（docx）', en: 'Word (docx)' },
  pdf: { ja: 'PDF', en: 'PDF' },
  xml: { ja: '法令標準XML', en: '法令標準XML (Japanese law XML)' },
  akn: { ja: 'Akoma Ntoso', en: 'Akoma Ntoso' },
  json: { ja: 'JSON', en: 'JSON' },
};
