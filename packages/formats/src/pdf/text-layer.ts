import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '@renkei/core';
import type { SourceFailure } from '@renkei/app';
import { PDF_MEMORY_MIB, PDF_PAGES, PDF_SECONDS, PDF_TEXT_ITEMS } from '../limits.js';

/** 位置の付いた文字列。原点は頁の左上、単位はポイント、y は文字の下端（ベースライン）。 */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  /** 横向きの文字か（縦に寝かせた文字でない） */
  readonly upright: boolean;
}

/** 縦か横の線分 */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly TextItem[];
  readonly rules: readonly Rule[];
}

type Answer =
  | { readonly pages: readonly PdfPage[] }
  | { readonly failure: 'encrypted' }
  | { readonly failure: 'damaged'; readonly detail: string }
  | { readonly failure: 'too-many-pages' | 'too-many-items'; readonly found: number };

/**
 * PDF の文字と罫線を取り出す。解析は別のスレッドで行い、時間か記憶の上限に達したら打ち切る。
 */
export function readTextLayer(bytes: Uint8Array, seconds: number = PDF_SECONDS): Promise<Result<readonly PdfPage[], SourceFailure>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./text-layer-worker.js', import.meta.url), {
      workerData: { bytes: bytes.slice(), maxPages: PDF_PAGES, maxItems: PDF_TEXT_ITEMS },
      resourceLimits: { maxOldGenerationSizeMb: PDF_MEMORY_MIB },
      // pdf.js の警告は端末に出さない。読めなかったものは結果に現れる
      stdout: true,
      stderr: true,
    });
    const finish = (result: Result<readonly PdfPage[], SourceFailure>): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => finish(err({ code: 'source.took-too-long', data: { format: 'pdf', seconds } })), seconds * 1000);
    worker.on('message', (answer: Answer) => finish(settle(answer)));
    worker.on('error', (error) => finish(err({ code: 'source.damaged-container', data: { format: 'pdf', detail: error.message.slice(0, 200) } })));
    worker.on('exit', () => finish(err({ code: 'source.damaged-container', data: { format: 'pdf', detail: 'the parser stopped' } })));
  });
}

function settle(answer: Answer): Result<readonly PdfPage[], SourceFailure> {
  if ('pages' in answer) return ok(answer.pages);
  switch (answer.failure) {
    case 'encrypted':
      return err({ code: 'source.encrypted', data: { format: 'pdf' } });
    case 'damaged':
      return err({ code: 'source.damaged-container', data: { format: 'pdf', detail: answer.detail } });
    case 'too-many-pages':
      return err({ code: 'source.too-large', data: { what: 'pages', found: answer.found, limit: PDF_PAGES } });
    case 'too-many-items':
      return err({ code: 'source.too-large', data: { what: 'characters', found: answer.found, limit: PDF_TEXT_ITEMS } });
  }
}
