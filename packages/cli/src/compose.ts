import { readFile } from 'node:fs/promises';
import type { Catalogue, OpenSource, StoreNotice, WriteComparison, WriteDocument } from '@renkei/app';
import type { Io } from './io.js';

export interface Services {
  readonly openSource: OpenSource;
  readonly writeDocument: WriteDocument;
  readonly writeComparison: WriteComparison;
  /** 受け取る原文の上限（バイト） */
  readonly maxSourceBytes: number;
}

/** 形式の読み書きをつなぐ。説明を出すだけのときに読み込まないよう、使うときに読み込む。 */
export async function compose(): Promise<Services> {
  const { INPUT_BYTES, openSource, writeComparison, writeDocument } = await import('@renkei/formats');
  return { openSource, writeComparison, writeDocument, maxSourceBytes: INPUT_BYTES };
}

/** 名簿の指定がないときに使う、製品に付いた山口県央連携都市圏域の定義。 */
export function defaultMunicipalities(): Promise<Uint8Array> {
  return readFile(new URL('../../../examples/yamaguchi/municipalities.json', import.meta.url));
}

/** 保存先を開く。接続先の指定（DATABASE_URL）がなければ、組込みのデータベース（RENKEI_DATA）を使う。 */
export async function openCatalogue(env: Io['env'], log: (notice: StoreNotice) => void): Promise<{ readonly catalogue: Catalogue; close(): Promise<void> }> {
  const { openStore } = await import('@renkei/store');
  return openStore({ databaseUrl: env['DATABASE_URL'] || undefined, dataDir: env['RENKEI_DATA'] || '.renkei', log });
}
