import type { Finding, FindingCode } from '@renkei/core';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../error-codes.js';
import type { SourceFailure } from '../ports.js';
import { describeSourceFailure, SOURCE_FAILURE_MESSAGES } from './failures.js';
import { describeFinding, FINDING_MESSAGES } from './findings.js';
import { LANGS } from './message.js';
import { describePlace } from './place.js';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** 「…」（入れ子も）で引いた原文と、法令標準XML の固有の名を除いた地の文 */
function ownWords(text: string): string {
  const rest = text.replace(/「[^「」]*」/g, '').replace(/法令標準XML/g, '');
  return rest === text ? rest : ownWords(rest);
}

describe('報告の文言', () => {
  const codes = Object.keys(FINDING_MESSAGES) as FindingCode[];

  it.each(codes)('%s は、日本語でも英語でも文になり、英語の地の文に日本語が混じらない', (code) => {
    const finding: Finding = { code, severity: 'warning', at: { line: 3 }, found: 'xyz', assumed: 'abc', confidence: 'likely', data: {} };
    expect(describeFinding(finding, 'ja')).toMatch(/^3行目: .+（確かさ: 推定）$/u);
    const english = describeFinding(finding, 'en');
    expect(english).toMatch(/^line 3: [A-Z「<—x].* \(Confidence: likely\)$/u);
    expect(ownWords(english).replace(/[○ア]/gu, '')).not.toMatch(JAPANESE);
  });

  const quoting = codes.filter((code) => code.startsWith('text.') && !['text.role-column-lost'].includes(code));
  it.each(quoting)('%s は、原文にあった文字を全部そのまま示す', (code) => {
    const found = '原文の「とても長い」文字の並び'.repeat(40);
    const finding: Finding = { code, severity: 'advice', at: {}, found, data: {} };
    for (const lang of LANGS) expect(FINDING_MESSAGES[code][lang](finding)).toContain(found);
  });

  it.each(codes.filter((code) => code.startsWith('amendment.')))('%s は、何万字もの一文を貼られても一目で読める長さになる', (code) => {
    const long = '第九九九条中「'.repeat(20_000);
    const data = Object.fromEntries(['words', 'location', 'rest', 'expected', 'actual', 'before', 'after', 'nearest', 'word', 'elsewhere', 'unit'].map((key) => [key, long]));
    for (const lang of LANGS) expect(describeFinding({ code, severity: 'error', at: { provision: long, line: 1 }, found: long, assumed: long, data }, lang).length).toBeLessThan(1500);
  });

  it('元号の期間外の日付は、日本語では元号を漢字で言う', () => {
    const finding: Finding = { code: 'agreement.date-out-of-era', severity: 'warning', at: {}, found: '令和元年4月30日', data: { era: 'Reiwa', date: '2019-04-30' } };
    expect(FINDING_MESSAGES[finding.code].ja(finding)).toContain('元号「令和」');
    expect(FINDING_MESSAGES[finding.code].en(finding)).toContain('Reiwa');
  });

  it('連携協約でない理由は、何の文書と見たかを言う', () => {
    const finding: Finding = { code: 'agreement.not-a-cooperation-agreement', severity: 'error', at: {}, data: { otherKind: 'entrustment-bylaws', evidence: '地方自治法第252条の14第1項の規定により' } };
    expect(describeFinding(finding, 'ja')).toContain('事務の委託に関する規約（地方自治法第252条の14）');
    expect(describeFinding(finding, 'ja')).toContain('地方自治法第252条の14第1項の規定により');
    expect(describeFinding(finding, 'en')).toContain('entrustment of affairs');
  });
});

describe('場所の文言', () => {
  it.each([
    [{}, '文書全体', 'whole document'],
    [{ line: 47 }, '47行目', 'line 47'],
    [{ provision: '第3条' }, '第3条', '第3条'],
    [{ provision: '別表3(1)カ', line: 92 }, '別表3(1)カ（92行目）', '別表3(1)カ (line 92)'],
  ])('%j は「%s」', (at, ja, en) => {
    expect(describePlace(at, 'ja')).toBe(ja);
    expect(describePlace(at, 'en')).toBe(en);
  });
});

describe('開けない理由の文言', () => {
  it.each(Object.keys(SOURCE_FAILURE_MESSAGES) as SourceFailure['code'][])('%s は、次にすることまで言う', (code) => {
    const failure: SourceFailure = { code, data: { format: 'docx', what: 'bytes', found: 12345678, limit: 1000, looksLike: 'jpeg', readable: 'text', pages: 3, seconds: 30, line: 2, column: 5, detail: 'x' } };
    expect(describeSourceFailure(failure, 'ja')).toMatch(/ください。$/u);
    expect(ownWords(describeSourceFailure(failure, 'en'))).not.toMatch(JAPANESE);
  });

  it('量は三桁ごとに区切り、上限とともに示す', () => {
    const failure: SourceFailure = { code: 'source.too-large', data: { what: 'bytes', found: 22000000, limit: 20971520 } };
    expect(describeSourceFailure(failure, 'ja')).toContain('バイト数が 22,000,000、上限は 20,971,520');
  });
});

describe('符号の対応表', () => {
  it.each(Object.entries(ERROR_CODES))('%s は、HTTP と終了コードの意味が合う', (code, { status, exitCode, userVisible }) => {
    expect(status >= 500).toBe(exitCode === 3);
    expect(userVisible).toBe(status < 500);
    expect(code).toMatch(/^[a-z-]+\.[a-z-]+$/);
  });
});
