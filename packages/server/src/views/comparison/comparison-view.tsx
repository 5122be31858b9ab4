import { comparisonWords, type ComparisonWords } from '@renkei/app';
import type { Comparison, ComparisonRow } from '@renkei/core';
import type { VNode } from 'preact';
import type { Page } from '../page.js';
import { ComparisonSide } from './comparison-side.js';

/** 操作の通し番号から、それを書いた改め文の行へ。 */
export interface OperationOrigin {
  /** 同じ改め文の同じ行なら同じ名 */
  readonly label: string;
  readonly href: string;
}

export interface ComparisonViewProps {
  readonly page: Page;
  readonly comparison: Comparison;
  readonly originOf: (operation: number) => OperationOrigin | undefined;
}

/** 新旧対照表。列の順と題は書きぶり（プロファイル）による。狭い画面では、新と旧を上下に並べる。 */
export function ComparisonView({ page, comparison, originOf }: ComparisonViewProps): VNode {
  const { left, newTitle, oldTitle, rows } = comparison;
  const words = comparisonWords(page.say('compare.table'), page.lang);
  const titles = left === 'new' ? [newTitle, oldTitle] : [oldTitle, newTitle];
  if (rows.length === 0) return <p>{page.say('compare.nothing')}</p>;
  return (
    <>
      <table class="renkei-comparison">
        <caption class="renkei-visually-hidden">{page.say('compare.table')}</caption>
        <thead>
          <tr>{titles.map((title) => <th scope="col" lang="ja">{title}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, i) => <Row page={page} row={row} comparison={comparison} words={words} number={i + 1} origins={originsOf(row, originOf)} />)}
        </tbody>
      </table>
      <p class="renkei-comparison__legend">{words.legend}</p>
    </>
  );
}

interface RowProps {
  readonly page: Page;
  readonly row: ComparisonRow;
  readonly comparison: Comparison;
  readonly words: ComparisonWords;
  readonly number: number;
  readonly origins: readonly OperationOrigin[];
}

function Row({ page, row, comparison, words, number, origins }: RowProps): VNode {
  const absent = (text: string) => (comparison.emptySide === 'words' ? text : '');
  const sides = [
    <td data-side="new">
      <span class="renkei-comparison__side" lang="ja" aria-hidden="true">{comparison.newTitle}</span>
      <ComparisonSide lines={row.new} mark="ins" words={words} absent={absent(words.removed)} lang={page.lang} />
      <Origins page={page} origins={origins} />
    </td>,
    <td data-side="old">
      <span class="renkei-comparison__side" lang="ja" aria-hidden="true">{comparison.oldTitle}</span>
      <ComparisonSide lines={row.old} mark="del" words={words} absent={absent(words.added)} lang={page.lang} />
    </td>,
  ];
  return <tr id={`row${number}`}>{comparison.left === 'new' ? sides : sides.reverse()}</tr>;
}

function Origins({ page, origins }: { readonly page: Page; readonly origins: readonly OperationOrigin[] }): VNode | null {
  if (origins.length === 0) return null;
  return (
    <p class="renkei-comparison__origin">
      {page.say('compare.origin-head')}{' '}
      {origins.map(({ label, href }, i) => <>{i > 0 ? ' ' : null}<a href={href}>{label}</a></>)}
    </p>
  );
}

/** 一行に幾つもの操作が効いても、同じ改め文の行は一度だけ示す。 */
function originsOf({ operations }: ComparisonRow, originOf: ComparisonViewProps['originOf']): OperationOrigin[] {
  const found = new Map<string, OperationOrigin>();
  for (const operation of operations) {
    const origin = originOf(operation);
    if (origin) found.set(origin.href, origin);
  }
  return [...found.values()];
}
