import { fillMessage, portalMessages, type Lang, type MessageData, type PortalMessageKey } from '@renkei/app';
import type { PlainDate } from '@renkei/core';
import type { Assets } from '../assets/stylesheets.js';

/** 一つの頁を作る間、変わらないもの。部品へは引数で渡す。 */
export interface Page {
  readonly lang: Lang;
  /** 言語の接頭辞を除いたアドレス（「/yamaguchi」） */
  readonly path: string;
  /** 問い合わせ（「?from=0&to=1」）。無ければ空。言語を切り替えても保つ */
  readonly query: string;
  readonly today: PlainDate;
  readonly baseUrl: string;
  readonly version: string;
  readonly assets: Assets;
  /** 文言。本文そのものは訳さない */
  readonly say: (key: PortalMessageKey, data?: MessageData) => string;
  /** 同じ言語の頁へのリンク */
  readonly href: (path: string) => string;
}

export function createPage(init: Omit<Page, 'say' | 'href'>): Page {
  return {
    ...init,
    say: (key, data) => fillMessage(portalMessages[key], init.lang, data),
    href: (path) => localised(path, init.lang),
  };
}

/** 言語の接頭辞を付ける。日本語が既定で接頭辞を持たない。 */
export function localised(path: string, lang: Lang): string {
  if (lang === 'ja') return path;
  return path === '/' ? '/en' : `/en${path}`;
}
