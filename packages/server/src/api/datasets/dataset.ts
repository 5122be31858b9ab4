import type { z } from '@hono/zod-openapi';
import type { Message } from '@renkei/app';
import type { Result } from '@renkei/core';
import type { Services } from '../../services.js';
import type { ProblemInit } from '../problem.js';

export type CellValue = string | number | boolean | null;

/** 表の列。名は機械のため（ASCII）、見出しは人のため（日本語）。 */
export interface Column<Row> {
  readonly name: string;
  readonly header: string;
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'boolean';
  readonly unit?: string;
  readonly meaning: Message;
  readonly value: (row: Row) => CellValue;
}

export interface DatasetRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly services: Services;
}

/** 縦持ちの表一つ。CSV と、列を述べる .schema.json を同じ定義から作る。 */
export interface Dataset<Row> {
  readonly id: string;
  /** /api/v1 からの番地（.csv と .schema.json を付ける） */
  readonly path: string;
  readonly title: Message;
  /** 一行が何を表すか */
  readonly grain: Message;
  readonly params: Readonly<Record<string, z.ZodType>>;
  readonly query: Readonly<Record<string, z.ZodType>>;
  readonly columns: readonly Column<Row>[];
  readonly rows: (request: DatasetRequest) => Promise<Result<readonly Row[], ProblemInit> | null>;
}

/** 行の型を隠して並べるときの形。 */
export type AnyDataset = Dataset<never>;
