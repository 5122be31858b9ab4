import { isElement, SUBITEM_TAGS, type Content, type Tag } from '@renkei/core';
import type { VNode } from 'preact';
import { Contents, type DocumentContext } from './construct.js';

const LISTED: ReadonlySet<Tag> = new Set<Tag>(['Item', ...SUBITEM_TAGS, 'Class']);

/** 続いて並ぶ号（号の細分）を一つの列挙に、それ以外はそのままに分ける。 */
export function listRuns(contents: readonly Content[]): { readonly listed: boolean; readonly of: readonly Content[] }[] {
  const runs: { listed: boolean; of: Content[] }[] = [];
  for (const content of contents) {
    const listed = isElement(content) && LISTED.has(content.tag);
    const last = runs.at(-1);
    if (last && last.listed === listed) last.of.push(content);
    else runs.push({ listed, of: [content] });
  }
  return runs;
}

interface ProvisionBodyProps {
  readonly of: readonly Content[];
  readonly view: DocumentContext;
  readonly level: number;
}

/** 項や号の文に続くもの。印字された番号を見せるので、一覧の番号は自動で付けない。 */
export function ProvisionBody({ of, view, level }: ProvisionBodyProps): VNode {
  return (
    <>
      {listRuns(of).map((run) =>
        run.listed ? (
          <ol class="doc-items" role="list">
            <Contents of={run.of} view={view} level={level} />
          </ol>
        ) : (
          <Contents of={run.of} view={view} level={level} />
        ),
      )}
    </>
  );
}
