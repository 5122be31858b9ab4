import type { VNode } from 'preact';
import type { JsonLd } from './json-ld.js';

/**
 * 構造化データを頁に埋め込む。type が application/ld+json の script はデータで、実行されず、
 * CSP（script-src）の対象にもならない（HTML 標準「prepare the script element」）。
 * 「<」を文字参照でなく \u003c と書けば、JSON としても HTML としても途中で閉じない。
 */
export function JsonLdScript({ items }: { readonly items: readonly JsonLd[] }): VNode | null {
  if (items.length === 0) return null;
  const graph = JSON.stringify({ '@context': 'https://schema.org', '@graph': items }).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: graph }} />;
}
