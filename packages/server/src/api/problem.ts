import { apiMessages, ERROR_CODES, fillMessage, type ApiMessageKey, type ErrorCode, type Lang, type MessageData } from '@renkei/app';
import type { Context } from 'hono';
import { negotiateLang } from './negotiate-lang.js';
import type { Problem } from './schemas/problem.js';

export interface ProblemInit {
  readonly code: ErrorCode;
  readonly detail: { readonly key: ApiMessageKey; readonly data?: MessageData };
  readonly findings?: readonly ProblemFindingInit[];
}

/** 誤りの一つ。message は言葉の鍵と値だけを持ち、応答のときに文にする。 */
export interface ProblemFindingInit {
  readonly at: string;
  readonly found: string | null;
  readonly expected: string;
  readonly key: ApiMessageKey;
  readonly data?: MessageData;
}

const FOUND_LIMIT = 100;

/** 人に見せる番地。読めない符号はそのまま見せる。 */
export function shownPath(c: Context): string {
  const { pathname } = new URL(c.req.url);
  try {
    return decodeURIComponent(pathname).slice(0, FOUND_LIMIT * 3);
  } catch {
    return pathname.slice(0, FOUND_LIMIT * 3);
  }
}

/** 誤りを RFC 9457 の problem+json で答える。受け取った値は長さを限って返す。 */
export function problemResponse(c: Context, baseUrl: string, init: ProblemInit): Response {
  const lang = negotiateLang(c.req.header('Accept-Language'));
  return c.body(JSON.stringify(problemOf(init, lang, baseUrl, new URL(c.req.url).pathname)), ERROR_CODES[init.code].status as 400, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': lang,
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language',
  });
}

export function problemOf({ code, detail, findings = [] }: ProblemInit, lang: Lang, baseUrl: string, instance: string): Problem {
  const { status, title } = ERROR_CODES[code];
  return {
    type: `${baseUrl}/api#${code}`,
    title: title[lang],
    status,
    detail: fillMessage(apiMessages[detail.key], lang, detail.data),
    code,
    instance,
    findings: findings.map(({ at, found, expected, key, data }) => {
      const shown = found === null ? null : found.length > FOUND_LIMIT ? `${found.slice(0, FOUND_LIMIT)}…` : found;
      return { at, found: shown, expected, message: fillMessage(apiMessages[key], lang, { at, found: shown ?? '—', expected, ...data }) };
    }),
  };
}
