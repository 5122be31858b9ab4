import type { ComparisonWords, Lang } from '@renkei/app';
import type { ComparisonCell, ComparisonLine, ComparisonSpan } from '@renkei/core';
import type { VNode } from 'preact';

export interface ComparisonSideProps {
  /** null は、この側に規定が無い（新設・削る） */
  readonly lines: readonly ComparisonLine[] | null;
  /** 新では加わる字（ins）、旧ではなくなる字（del） */
  readonly mark: 'ins' | 'del';
  readonly words: ComparisonWords;
  readonly absent: string;
  readonly lang: Lang;
}

/** 対照表の片側。変わった字は下線と、読み上げの言葉で示す。 */
export function ComparisonSide({ lines, mark, words, absent, lang }: ComparisonSideProps): VNode {
  if (lines === null) return <p class="renkei-comparison__line" lang="ja">{absent}</p>;
  const spoken: Spoken = { mark, lang, start: mark === 'ins' ? words.addedStart : words.removedStart, end: words.changeEnd };
  return (
    <div lang="ja">
      {blocks(lines).map((block) => (block.kind === 'table' ? <Rows rows={block.rows} spoken={spoken} /> : <Line line={block.line} spoken={spoken} />))}
    </div>
  );
}

interface Spoken {
  readonly mark: 'ins' | 'del';
  readonly lang: Lang;
  readonly start: string;
  readonly end: string;
}

type Block = { readonly kind: 'line'; readonly line: ComparisonLine } | { readonly kind: 'table'; readonly rows: (readonly ComparisonCell[])[] };

/** 続く表の行を一つの表にまとめる。 */
function blocks(lines: readonly ComparisonLine[]): Block[] {
  const found: Block[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (!line.cells) found.push({ kind: 'line', line });
    else if (last?.kind === 'table') last.rows.push(line.cells);
    else found.push({ kind: 'table', rows: [line.cells] });
  }
  return found;
}

/** 様式で用意した字下げの深さ（30-comparison.css）。これより深くは下げない */
const DEEPEST = 8;

function Line({ line, spoken }: { readonly line: ComparisonLine; readonly spoken: Spoken }): VNode {
  return <p class="renkei-comparison__line" data-indent={line.indent > 0 ? Math.min(line.indent, DEEPEST) : undefined}><Spans spans={line.spans} spoken={spoken} /></p>;
}

function Rows({ rows, spoken }: { readonly rows: readonly (readonly ComparisonCell[])[]; readonly spoken: Spoken }): VNode {
  return (
    <div class="renkei-comparison__table">
      <table>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map(({ spans, rowspan, colspan, header }) => {
                const Tag = header && spans.some((s) => s.text.trim() !== '') ? 'th' : 'td';
                return <Tag rowSpan={rowspan} colSpan={colspan} {...(Tag === 'th' ? { scope: 'col' } : {})}><Spans spans={spans} spoken={spoken} /></Tag>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Spans({ spans, spoken }: { readonly spans: readonly ComparisonSpan[]; readonly spoken: Spoken }): VNode {
  const { mark: Mark, lang, start, end } = spoken;
  return (
    <>
      {spans.map((span) => (
        span.changed
          ? <Mark><span class="renkei-visually-hidden" lang={lang}>{start}</span><Text text={span.text} /><span class="renkei-visually-hidden" lang={lang}>{end}</span></Mark>
          : span.omitted ? <span class="renkei-comparison__omitted">{span.text}</span> : <Text text={span.text} />
      ))}
    </>
  );
}

/** 欄の中の改行（\n）と、文の間の改行（↵）で行を改める。 */
function Text({ text }: { readonly text: string }): VNode {
  return <>{text.split(/[\n↵]/).map((part, i) => (i === 0 ? part : <><br />{part}</>))}</>;
}
