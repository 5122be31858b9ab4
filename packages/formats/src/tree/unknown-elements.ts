import type { Finding, Tag } from '@renkei/core';
import { isMarkup, markupText, type Markup } from './markup.js';

/** 表に無い要素の名を外し、中身だけを残す。外した名は種類ごとに一つの報告にする。 */
export function unknownElements() {
  const found = new Map<string, { readonly first: Markup; readonly texts: string[] }>();
  const reported = new Set<Markup>();

  const unwrap = (children: readonly (Markup | string)[], tagOf: (element: Markup) => Tag | undefined): readonly (Markup | string)[] => {
    if (!children.some((child) => isMarkup(child) && tagOf(child) === undefined)) return children;
    const out: (Markup | string)[] = [];
    const push = (child: Markup | string): void => {
      const last = out.at(-1);
      if (typeof child === 'string' && typeof last === 'string') out[out.length - 1] = last + child;
      else out.push(child);
    };
    for (const child of children) {
      if (!isMarkup(child) || tagOf(child) !== undefined) {
        push(child);
        continue;
      }
      if (!reported.has(child)) {
        reported.add(child);
        const same = found.get(child.name) ?? { first: child, texts: [] };
        same.texts.push(markupText(child));
        found.set(child.name, same);
      }
      for (const inner of unwrap(child.children, tagOf)) push(inner);
    }
    return out;
  };

  const findings = (): Finding[] =>
    [...found].map(([name, { first, texts }]) => ({
      code: 'source.unknown-element',
      severity: 'warning',
      at: { line: first.line },
      found: texts.join('\n'),
      data: { name, count: texts.length, line: first.line, column: first.column },
    }));

  return { unwrap, findings };
}
