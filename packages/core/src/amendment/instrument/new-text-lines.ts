import { childElements, type Element, type LawDocument } from '../../text/element.js';
import { titleOf } from '../../text/title-of.js';
import { amendableParts } from '../amendable-parts.js';
import { writeBlock } from '../block/write-block.js';

/** 新しい本文に入らないもの。作成文・締結日・署名は、改める文書のほうに付く */
const NOT_TEXT: ReadonlySet<string> = new Set(['LawTitle', 'EnactStatement', 'Closing']);

/** 全部変更（全部改正）で「次のように」の後に続く新しい本文の行。題名は titleIndent 字下げて初めに置き、null なら置かない。 */
export function newTextLines(document: LawDocument, titleIndent: number | null): string[] {
  const { labels } = document;
  const block = (elements: readonly Element[], holder: Element['tag']): readonly string[] =>
    elements.length === 0 ? [] : writeBlock(elements, { tags: [...new Set(elements.map((e) => e.tag))], labels, holder }).lines;
  return [
    ...(titleIndent === null ? [] : ['　'.repeat(titleIndent) + titleOf(document).replace(/\s*[\r\n]+\s*/g, '')]),
    ...amendableParts(document)
      .filter((part) => !NOT_TEXT.has(part.tag))
      .flatMap((part) => (part.tag === 'MainProvision' ? block(childElements(part), 'MainProvision') : block([part], 'LawBody'))),
  ];
}
