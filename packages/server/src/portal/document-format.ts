import type { TextFormat } from '@renkei/app';

/** 木を書き出す形式と、その番地の末尾・媒体の種類。 */
export interface DocumentFormat {
  readonly format: TextFormat;
  readonly extension: string;
  readonly mediaType: string;
  /** 画面で開くか、ファイルとして受け取るか。書き出した HTML は自前の様式を持つのでファイルで渡す */
  readonly disposition: 'inline' | 'attachment';
}

export const DOCUMENT_FORMATS: readonly DocumentFormat[] = [
  { format: 'text', extension: 'txt', mediaType: 'text/plain; charset=utf-8', disposition: 'inline' },
  { format: 'html', extension: 'html', mediaType: 'text/html; charset=utf-8', disposition: 'attachment' },
  { format: 'xml', extension: 'xml', mediaType: 'application/xml; charset=utf-8', disposition: 'inline' },
  { format: 'akn', extension: 'akn.xml', mediaType: 'application/akn+xml; charset=utf-8', disposition: 'inline' },
  { format: 'json', extension: 'json', mediaType: 'application/json; charset=utf-8', disposition: 'inline' },
];
