import { childOf, textOf, type LawDocument } from './element.js';

/** 題名。無ければ空文字。 */
export function titleOf(document: LawDocument): string {
  const body = childOf(document.root, 'LawBody');
  const title = body ? childOf(body, 'LawTitle') : undefined;
  return title ? textOf(title).trim() : '';
}
