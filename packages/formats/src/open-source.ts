import { createHash } from 'node:crypto';
import { err, ok, sourceFromText, type Finding, type Result, type SourceText } from '@renkei/core';
import type { OpenedSource, OpenSource, SourceFailure, SourceFormat } from '@renkei/app';
import { readAkn } from './akn/read-akn.js';
import { describeContainer } from './container/describe-container.js';
import { openContainer } from './container/open-container.js';
import { declaredEncoding } from './detect/declared-encoding.js';
import { describeBinary, describeOle } from './detect/describe-binary.js';
import { sniffMarkup } from './detect/sniff-markup.js';
import { readDocx } from './docx/read-docx.js';
import { decodeText, type DecodedText } from './encoding/decode-text.js';
import { isOwnHtml } from './html/is-own-html.js';
import { readHtml } from './html/read-html.js';
import { readJson } from './json/read-json.js';
import { INPUT_BYTES, TEXT_CELLS, TEXT_LINES } from './limits.js';
import { readPdf } from './pdf/read-pdf.js';
import type { TreeResult } from './tree/tree-reading.js';
import { readWebPage } from './web-page/read-web-page.js';
import { readXml } from './xml/read-xml.js';

/** 読める形式の名。断るときに示す。 */
const READABLE = 'text, Markdown, HTML, docx, PDF, 法令標準XML, Akoma Ntoso, JSON';

type Opened = Pick<OpenedSource, 'format' | 'encoding' | 'content' | 'findings'>;
type Opening = Result<Opened, SourceFailure>;
type BlockReading = Result<{ readonly source: SourceText; readonly findings: readonly Finding[] }, SourceFailure>;

/**
 * バイト列を開く。形式は内容の先頭で見分け、ファイル名は平文と Markdown の区別にだけ使う。
 * どんなバイト列でも例外にせず、開けないものは理由を返す。
 */
export const openSource: OpenSource = async (bytes, hint) => {
  if (bytes.length === 0) return err({ code: 'source.empty', data: { bytes: 0 } });
  if (bytes.length > INPUT_BYTES) return err({ code: 'source.too-large', data: { what: 'bytes', found: bytes.length, limit: INPUT_BYTES } });
  const opened = await open(bytes, hint?.fileName);
  return opened.ok ? ok({ ...opened.value, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }) : opened;
};

async function open(bytes: Uint8Array, fileName: string | undefined): Promise<Opening> {
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return openZip(bytes);
  if (isPdf(bytes)) return blocks('pdf', null, await readPdf(bytes), []);
  const ole = describeOle(bytes);
  if (ole === 'encrypted-office') return err({ code: 'source.encrypted', data: { format: 'docx' } });
  const binary = ole ?? describeBinary(bytes);
  if (binary !== undefined) return unknown(binary);
  return openText(bytes, fileName);
}

async function openZip(bytes: Uint8Array): Promise<Opening> {
  const container = await openContainer(bytes);
  if (!container.ok) return container;
  if (!container.value.names.has('word/document.xml') && !container.value.names.has('_rels/.rels')) return unknown(await describeContainer(container.value));
  const kind = await describeContainer(container.value);
  return kind === 'zip' ? blocks('docx', null, await readDocx(container.value), []) : unknown(kind);
}

function openText(bytes: Uint8Array, fileName: string | undefined): Opening {
  const declared = declaredEncoding(bytes);
  const decoded = decodeText(bytes, declared);
  if (decoded.binary) return unknown('binary');
  const kind = sniffMarkup(decoded.text, fileName);
  if (typeof kind === 'object') return unknown(kind.unreadable);
  switch (kind) {
    case 'law-xml':
      return tree('xml', decoded, readXml(decoded.text));
    case 'akn':
      return tree('akn', decoded, readAkn(decoded.text));
    case 'html':
      if (isOwnHtml(decoded.text)) return tree('html', decoded, readHtml(decoded.text));
      return blocks('html', decoded.encoding, readWebPage(decoded.text), decoded.findings.map(withoutPlace));
    case 'json':
      return tree('json', decoded, readJson(decoded.text));
    case 'markdown':
    case 'text':
      return blocks(kind, decoded.encoding, readPlainText(decoded.text), decoded.findings);
  }
}

function readPlainText(text: string): BlockReading {
  let lines = 1;
  let cells = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === 0x0a || (c === 0x0d && text.charCodeAt(i + 1) !== 0x0a) || c === 0x0b || c === 0x0c || c === 0x85 || c === 0x2028 || c === 0x2029) lines += 1;
    else if (c === 0x09 || c === 0x7c) cells += 1;
  }
  if (lines > TEXT_LINES) return err({ code: 'source.too-large', data: { what: 'lines', found: lines, limit: TEXT_LINES } });
  if (cells > TEXT_CELLS) return err({ code: 'source.too-large', data: { what: 'cells', found: cells, limit: TEXT_CELLS } });
  return ok({ source: sourceFromText(text), findings: [] });
}

function blocks(format: SourceFormat, encoding: string | null, reading: BlockReading, findings: readonly Finding[]): Opening {
  if (!reading.ok) return reading;
  return ok({ format, encoding, content: { kind: 'blocks', source: reading.value.source }, findings: [...findings, ...reading.value.findings] });
}

function tree(format: SourceFormat, { text, encoding, findings }: DecodedText, reading: TreeResult): Opening {
  if (!reading.ok) return err({ code: reading.error.code, data: { format, ...reading.error.data } });
  return ok({ format, encoding, content: { kind: 'tree', document: reading.value.document, text }, findings: [...findings, ...reading.value.findings] });
}

/** 文字コードの報告の場所は HTML のソースの中の位置で、直した後の行とは合わない（バイトの位置は data にある）。 */
const withoutPlace = (finding: Finding): Finding => ({ ...finding, at: {} });

const unknown = (looksLike: string): Opening => err({ code: 'source.unknown-format', data: { looksLike, readable: READABLE } });

/** %PDF- は先頭 1024 バイトのどこかにあればよい（前に余分なバイトの付いた PDF がある）。平文と区別するため終わりの印も見る。 */
function isPdf(bytes: Uint8Array): boolean {
  if (startsWith(bytes, '%PDF-') && bytes[5]! >= 0x30 && bytes[5]! <= 0x39) return true;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.subarray(0, 1024).includes('%PDF-') && buffer.includes('startxref');
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  for (let i = 0; i < magic.length; i += 1) if (bytes[i] !== magic.charCodeAt(i)) return false;
  return true;
}
