import { createReadStream, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { cliMessages, fillMessage, type Lang } from '@renkei/app';
import { err, ok, type Result } from '@renkei/core';
import { nearest } from '../nearest.js';
import type { Io } from '../io.js';
import type { UsageProblem } from '../usage-problem.js';

export type ReadFailure = { readonly kind: 'usage'; readonly problem: UsageProblem } | { readonly kind: 'fault'; readonly message: string };

/**
 * 原文を読む。「-」は標準入力。上限を1バイトでも超えたら読むのをやめ、そこまでを返す
 * （大きすぎることは、開く側が上限と比べて断る）。
 */
export async function readSource(file: string, limit: number, lang: Lang, io: Io): Promise<Result<Uint8Array, ReadFailure>> {
  if (file === '-') return ok(await collect(io.stdin, limit));
  try {
    return ok(await collect(createReadStream(file), limit));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return err({ kind: 'usage', problem: fileNotFound(file) });
    if (code === 'EISDIR') return err({ kind: 'usage', problem: { key: 'cli.problem.file-is-folder', data: { path: file } } });
    return err({ kind: 'fault', message: fillMessage(cliMessages['cli.fault.read'], lang, { path: file, detail: code ?? message }) });
  }
}

async function collect(stream: AsyncIterable<Uint8Array | string>, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
    size += bytes.length;
    if (size > limit) break;
  }
  return Buffer.concat(chunks);
}

function fileNotFound(file: string): UsageProblem {
  const near = nearest(basename(file), siblings(dirname(file)));
  return {
    key: 'cli.problem.file-not-found',
    data: { path: file },
    ...(near === undefined ? {} : { hint: { key: 'cli.problem.nearest' as const, data: { nearest: file.slice(0, file.length - basename(file).length) + near } } }),
  };
}

function siblings(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : [])).slice(0, 1000);
  } catch {
    return [];
  }
}
