import { err, localGovernmentCode, ok, parsePlainDate, type PlainDate, type Result } from '@renkei/core';
import type { AreaExpectation, AreaFailure, AreaProblem } from './area-failure.js';

/** UTF-8（BOM の有無を問わない）の JSON を読む。 */
export function parseJson(bytes: Uint8Array): Result<unknown, AreaFailure> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    return err({ code: 'area.not-json', detail: cause instanceof Error ? cause.message : String(cause) });
  }
}

export interface JsonChecker {
  report(field: string, found: unknown, expected: AreaExpectation): void;
  object(value: unknown, field: string): Record<string, unknown>;
  list(value: unknown, field: string): unknown[];
  text(value: unknown, field: string, expected?: AreaExpectation): string;
  municipalityCode(value: unknown, field: string): string;
  date(value: unknown, field: string): PlainDate;
  between(value: unknown, field: string, min: number, max: number, expected: AreaExpectation): number;
}

/** JSON の値を一つずつ確かめる道具。誤りは problems に積み、代わりの値で先へ進む。 */
export function jsonChecker(problems: AreaProblem[]): JsonChecker {
  const report: JsonChecker['report'] = (field, found, expected) => {
    const written = found === undefined ? null : JSON.stringify(found);
    problems.push({ field, found: written === null || written.length <= 60 ? written : `${written.slice(0, 59)}…`, expected });
  };
  return {
    report,
    object(value, field) {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
      report(field, value, 'object');
      return {};
    },
    list(value, field) {
      if (Array.isArray(value)) return value;
      report(field, value, 'list');
      return [];
    },
    text(value, field, expected = 'text') {
      if (typeof value === 'string' && value.trim() !== '') return value;
      report(field, value, expected);
      return '';
    },
    municipalityCode(value, field) {
      if (typeof value === 'string' && value.length === 6 && localGovernmentCode(value).ok) return value;
      report(field, value, 'municipality-code');
      return '';
    },
    date(value, field) {
      const date = typeof value === 'string' ? parsePlainDate(value) : undefined;
      if (date?.ok) return date.value;
      report(field, value, 'date');
      return '0001-01-01' as PlainDate;
    },
    between(value, field, min, max, expected) {
      if (typeof value === 'number' && value >= min && value <= max) return value;
      report(field, value, expected);
      return min;
    },
  };
}
