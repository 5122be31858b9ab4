import type { SourceSpan, SourceText } from '../source.js';
import { separatorThroughout, type Separator } from './character-spacing.js';
import { lineIndex, type DraftFinding } from './draft.js';

/** 一度の読取のあいだ持ち回るもの: 報告の帳面と、本文でない記号の帳面。 */
export interface ReaderContext {
  readonly source: SourceText;
  readonly findings: DraftFinding[];
  /** 文書の大半で字の間を空けている空白 */
  readonly spacedThroughout: Separator | undefined;
  report(finding: DraftFinding): void;
  /** 本文でない記号（見出しの #、強調の **、表の縦線…）を種類ごとに一つの報告へまとめる */
  mark(kind: LayoutMark, span: SourceSpan): void;
  /** まとめた記号の報告を書き出す */
  flushMarks(): void;
}

export type LayoutMark = 'heading' | 'emphasis' | 'bullet' | 'pipe' | 'line-break' | 'title-circle' | 'rule' | 'merge';

export function readerContext(source: SourceText): ReaderContext {
  const findings: DraftFinding[] = [];
  const marks = new Map<LayoutMark, SourceSpan[]>();
  const lineOf = lineIndex(source);
  const report = (finding: DraftFinding): void => {
    const start = finding.spans[0]?.start;
    findings.push(finding.line === undefined && start !== undefined ? { ...finding, line: lineOf(start) } : finding);
  };
  return {
    source,
    findings,
    spacedThroughout: separatorThroughout(source),
    report,
    mark(kind, span) {
      const list = marks.get(kind);
      if (list) list.push(span);
      else marks.set(kind, [span]);
    },
    flushMarks() {
      for (const [kind, spans] of marks) {
        const first = spans[0]!;
        report({
          code: 'text.layout-mark',
          severity: 'advice',
          spans,
          found: source.text.slice(first.start, first.end),
          confidence: 'certain',
          data: { kind, count: spans.length },
        });
      }
      marks.clear();
    },
  };
}
