import { err, ok, type Result } from '@renkei/core';
import type { SourceFailure } from '@renkei/app';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { CONTAINER_ENTRIES, UNPACKED_BYTES, UNPACKED_ENTRY_BYTES, UNPACKED_RATIO, UNPACKED_RATIO_FLOOR } from '../limits.js';

/** zip の容器。名を挙げたものだけを、上限を数えながら展開する。 */
export interface Container {
  readonly names: ReadonlySet<string>;
  /** 無ければ undefined */
  readonly read: (name: string) => Promise<Result<Uint8Array | undefined, SourceFailure>>;
}

const damaged = (detail: string): SourceFailure => ({ code: 'source.damaged-container', data: { format: 'zip', detail } });
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);

/**
 * 目録を読む。展開後の大きさの申告は信じず、展開しながら数えて、超えたところで止める。
 */
export async function openContainer(bytes: Uint8Array): Promise<Result<Container, SourceFailure>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let zip: ZipFile;
  let entries: Map<string, Entry>;
  try {
    zip = await new Promise<ZipFile>((resolve, reject) => {
      fromBuffer(buffer, { lazyEntries: true, autoClose: false }, (error, file) => (file ? resolve(file) : reject(error)));
    });
    if (zip.entryCount > CONTAINER_ENTRIES) return tooMany(zip.entryCount);
    entries = await readEntries(zip);
  } catch (error) {
    return err(damaged(messageOf(error)));
  }
  let unpacked = 0;
  return ok({
    names: new Set(entries.keys()),
    async read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return ok(undefined);
      if ((entry.generalPurposeBitFlag & 1) === 1) return err({ code: 'source.encrypted', data: { format: 'zip' } });
      const inflated = await inflate(zip, entry, { before: unpacked, packed: bytes.length });
      if (inflated.ok) unpacked += inflated.value.length;
      return inflated;
    },
  });
}

const tooMany = (found: number): Result<never, SourceFailure> => err({ code: 'source.unpacked-too-large', data: { what: 'entries', found, limit: CONTAINER_ENTRIES, entry: '' } });

/** 同じ名が二つあれば、先のものを採る。 */
function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

function inflate(zip: ZipFile, entry: Entry, { before, packed }: { readonly before: number; readonly packed: number }): Promise<Result<Uint8Array, SourceFailure>> {
  return new Promise((resolve) => {
    zip.openReadStream(entry, (error, stream) => {
      if (!stream) return resolve(err(damaged(`${entry.fileName}: ${messageOf(error)}`)));
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        const over = exceeded(size, before + size, packed);
        if (over === undefined) chunks.push(chunk);
        else {
          stream.destroy();
          resolve(err({ code: 'source.unpacked-too-large', data: { ...over, entry: entry.fileName } }));
        }
      });
      stream.on('error', (cause: Error) => resolve(err(damaged(`${entry.fileName}: ${messageOf(cause)}`))));
      stream.on('end', () => resolve(ok(Buffer.concat(chunks))));
    });
  });
}

function exceeded(entry: number, total: number, packed: number): { what: string; found: number; limit: number } | undefined {
  if (entry > UNPACKED_ENTRY_BYTES) return { what: 'entry-bytes', found: entry, limit: UNPACKED_ENTRY_BYTES };
  if (total > UNPACKED_BYTES) return { what: 'bytes', found: total, limit: UNPACKED_BYTES };
  if (total > UNPACKED_RATIO_FLOOR && total > packed * UNPACKED_RATIO) return { what: 'ratio', found: Math.floor(total / packed), limit: UNPACKED_RATIO };
  return undefined;
}
