import { z } from '@hono/zod-openapi';
import { err, ok, type Result } from '@renkei/core';
import type { ProblemFindingInit, ProblemInit } from './problem.js';

/** 問い合わせを型で確かめ、誤りをすべて一度に言う。知らない名（limt など）も誤りとして教える。 */
export function checkQuery(shape: Readonly<Record<string, z.ZodType>>, received: Readonly<Record<string, string>>): Result<Record<string, unknown>, ProblemInit> {
  const parsed = z.strictObject(shape).safeParse(received);
  if (parsed.success) return ok(parsed.data);
  // 一つの値が二つの決まりを破っても（上限と整数など）、言うことは同じなので一度だけ言う。
  const found = new Map(parsed.error.issues.flatMap((issue) => findingsOf(issue, shape, received)).map((finding) => [finding.at, finding]));
  const findings = [...found.values()];
  return err({ code: 'request.invalid', detail: { key: 'api.invalid', data: { count: findings.length } }, findings });
}

type Issue = z.core.$ZodIssue;

function findingsOf(issue: Issue, shape: Readonly<Record<string, z.ZodType>>, received: Readonly<Record<string, string>>): ProblemFindingInit[] {
  if (issue.code === 'unrecognized_keys') {
    const expected = Object.keys(shape).join(', ') || '—';
    return issue.keys.map((name) => ({ at: `query.${name}`, found: received[name] ?? null, expected, key: 'api.invalid-unknown' }));
  }
  const name = String(issue.path[0] ?? '');
  const at = `query.${name}`;
  const found = received[name] ?? null;
  const facts = z.toJSONSchema(shape[name] ?? z.unknown(), { io: 'output', unrepresentable: 'any' }) as JsonSchema;
  if (facts.enum) return [{ at, found, expected: facts.enum.join(', '), key: 'api.invalid-choice' }];
  if (facts.type === 'integer') {
    const [min, max] = [facts.minimum ?? 0, facts.maximum ?? Number.MAX_SAFE_INTEGER];
    return [{ at, found, expected: `${min}–${max}`, key: 'api.invalid-integer', data: { min, max } }];
  }
  if (facts.maxLength !== undefined) {
    const min = facts.minLength ?? 0;
    return [{ at, found, expected: `${min}–${facts.maxLength}`, key: 'api.invalid-length', data: { min, max: facts.maxLength } }];
  }
  return [{ at, found, expected: facts.type ?? 'text', key: 'api.invalid-other' }];
}

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}
