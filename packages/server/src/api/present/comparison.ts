import type { VersionComparison } from '@renkei/app';
import type { ComparisonLine, ComparisonSpan } from '@renkei/core';
import type { Comparison } from '../schemas/comparison.js';

/** 新旧対照表の行。同じ版どうし（result が null）は行が無い。 */
export function presentRows(result: VersionComparison | null): Comparison['rows'] {
  if (result === null) return [];
  return result.comparison.rows.map((row) => ({
    old: row.old && row.old.map(presentLine),
    new: row.new && row.new.map(presentLine),
    origins: [...new Map(row.operations.flatMap((o) => result.origins[o] ?? []).map((origin) => [`${origin.amendment} ${origin.line}`, origin])).values()],
  }));
}

const presentSpan = ({ text, changed = false, omitted = false }: ComparisonSpan) => ({ text, changed, omitted });

const presentLine = ({ indent, spans, cells }: ComparisonLine) => ({
  indent,
  spans: spans.map(presentSpan),
  cells: cells === undefined ? null : cells.map((cell) => ({ spans: cell.spans.map(presentSpan), rowspan: cell.rowspan ?? 1, colspan: cell.colspan ?? 1, header: cell.header ?? false })),
});
