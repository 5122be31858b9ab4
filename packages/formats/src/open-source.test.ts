import { writeDocument } from './write-document.js';
import { readText, sourceFromText } from '@renkei/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { INPUT_BYTES, MARKUP_ELEMENTS, TEXT_CELLS, TEXT_LINES } from './limits.js';
import { openSource } from './open-source.js';
import { makeDocx, para } from './testing/make-docx.js';
import { drawLines, makePdf } from './testing/make-pdf.js';
import { makeZip } from './testing/make-zip.js';

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const ole = (name: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]));
const AGREEMENT = '　　　甲市と乙町との連携協約\n\n　甲市及び乙町は、次のとおり連携協約を締結する。\n\n　（目的）\n第1条　この連携協約は、圏域を形成することを目的とする。\n';
const { document } = readText(sourceFromText(AGREEMENT));

const failureOf = async (bytes: Uint8Array, fileName?: string) => {
  const result = await openSource(bytes, fileName === undefined ? undefined : { fileName });
  return result.ok ? undefined : result.error;
};

describe('形式は内容で見分ける', () => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await makePdf((page) => void drawLines(page, ['第1条　目的'], 72, 72));
  });

  it.each<[string, () => Uint8Array, string, string | null, string]>([
    ['平文', () => utf8('第1条　目的'), 'text', 'utf-8', 'blocks'],
    ['Markdown（見出しの記号）', () => utf8('# 協約\n\n第1条　目的'), 'markdown', 'utf-8', 'blocks'],
    ['Markdown（縦線の表）', () => utf8('|a|b|\n|---|---|\n|1|2|'), 'markdown', 'utf-8', 'blocks'],
    ['HTML', () => utf8('<!DOCTYPE html><html><body><p>第1条　目的</p></body></html>'), 'html', 'utf-8', 'blocks'],
    ['HTML の断片', () => utf8('\n<!-- 本文 --><div><p>第1条</p></div>'), 'html', 'utf-8', 'blocks'],
    ['XHTML', () => utf8('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>第1条</p></body></html>'), 'html', 'utf-8', 'blocks'],
    ['CP932 の HTML（meta の名乗り）', () => new Uint8Array(Buffer.concat([Buffer.from('<html><head><meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"></head><body><p>'), Buffer.from([0x97, 0xbc, 0x8e, 0x73]), Buffer.from('</p></body></html>')])), 'html', 'cp932', 'blocks'],
    ['本製品の HTML', () => utf8(writeDocument(document, 'html')), 'html', 'utf-8', 'tree'],
    ['法令標準XML', () => utf8(writeDocument(document, 'xml')), 'xml', 'utf-8', 'tree'],
    ['Akoma Ntoso', () => utf8(writeDocument(document, 'akn')), 'akn', 'utf-8', 'tree'],
    ['本製品の JSON', () => utf8(writeDocument(document, 'json')), 'json', 'utf-8', 'tree'],
    ['docx', () => makeDocx(para('第1条　目的')), 'docx', null, 'blocks'],
    ['PDF', () => pdf, 'pdf', null, 'blocks'],
    ['前に余分なバイトの付いた PDF', () => new Uint8Array([...utf8('\r\n余分'), ...pdf]), 'pdf', null, 'blocks'],
    ['PDF の話をする平文', () => utf8('%PDF- で始まるファイルは'), 'text', 'utf-8', 'blocks'],
    ['< で始まる平文', () => utf8('<山口市>と<宇部市>の協約'), 'text', 'utf-8', 'blocks'],
    ['{ で始まる平文', () => utf8('{案} 連携協約'), 'text', 'utf-8', 'blocks'],
    ['空白だけの文書', () => utf8(' \n　\n'), 'text', 'utf-8', 'blocks'],
  ])('%s', async (_, make, format, encoding, kind) => {
    const bytes = make();
    const result = await openSource(bytes, { fileName: 'misleading.xlsx' });
    expect(result).toMatchObject({ ok: true, value: { format, encoding, content: { kind }, bytes, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  });

  it('ファイル名は、平文と Markdown の区別にだけ使う', async () => {
    expect(await openSource(utf8('第1条　目的'), { fileName: 'a.md' })).toMatchObject({ value: { format: 'markdown' } });
    expect(await openSource(utf8('第1条　目的'), { fileName: 'a.pdf' })).toMatchObject({ value: { format: 'text' } });
  });

  it('木の形式は、書き出したものと同じ木になる', async () => {
    for (const format of ['html', 'xml', 'akn', 'json'] as const) {
      const text = writeDocument(document, format);
      const result = await openSource(utf8(text));
      expect(result.ok && result.value.content.kind === 'tree' && writeDocument(result.value.content.document, format)).toBe(text);
    }
  });
});

describe('読まない形式は、何に見えるかと、読める形式を言って断る', () => {
  it.each<[string, Uint8Array, string]>([
    ['JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'jpeg'],
    ['PNG', latin1('\x89PNG\r\n\x1a\n....'), 'png'],
    ['TIFF', latin1('II*\0....'), 'tiff'],
    ['リッチテキスト', latin1('{\\rtf1\\ansi'), 'rtf'],
    ['旧 Word', ole('WordDocument'), 'doc'],
    ['旧 Excel', ole('Workbook'), 'xls'],
    ['そのほかの複合文書', ole('Contents'), 'ole'],
    ['Excel', makeZip([{ name: '_rels/.rels', data: '' }, { name: 'xl/workbook.xml', data: '' }]), 'xlsx'],
    ['PowerPoint', makeZip([{ name: '_rels/.rels', data: '' }, { name: 'ppt/presentation.xml', data: '' }]), 'pptx'],
    ['LibreOffice の文書', makeZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' }]), 'odt'],
    ['ただの zip', makeZip([{ name: 'readme.txt', data: '' }]), 'zip'],
    ['空の zip', makeZip([]), 'zip'],
    ['gzip', new Uint8Array([0x1f, 0x8b, 8, 0]), 'gzip'],
    ['文章でないバイト列', new Uint8Array(500), 'binary'],
    ['別の XML', utf8('<?xml version="1.0"?><rss version="2.0"/>'), 'xml:rss'],
    ['JSON の配列', utf8('[{"a":1}]'), 'json'],
    ['保存された Web ページ', utf8('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n'), 'mhtml'],
  ])('%s', async (_, bytes, looksLike) => {
    expect(await failureOf(bytes, 'agreement.docx')).toMatchObject({ code: 'source.unknown-format', data: { looksLike, readable: expect.stringContaining('docx') } });
  });

  it.each<[string, Uint8Array, object]>([
    ['空のファイル', new Uint8Array(0), { code: 'source.empty' }],
    ['大きすぎるファイル', new Uint8Array(INPUT_BYTES + 1), { code: 'source.too-large', data: { what: 'bytes', found: INPUT_BYTES + 1, limit: INPUT_BYTES } }],
    ['行の多すぎる平文', utf8('あ\r\n'.repeat(TEXT_LINES)), { code: 'source.too-large', data: { what: 'lines', found: TEXT_LINES + 1, limit: TEXT_LINES } }],
    ['欄の多すぎる平文', utf8('\t'.repeat(TEXT_CELLS + 1)), { code: 'source.too-large', data: { what: 'cells', found: TEXT_CELLS + 1, limit: TEXT_CELLS } }],
    ['要素の多すぎる HTML', utf8(`<html>${'<p>'.repeat(MARKUP_ELEMENTS)}`), { code: 'source.too-large', data: { what: 'elements', limit: MARKUP_ELEMENTS } }],
    ['パスワードの付いた docx', ole('EncryptedPackage'), { code: 'source.encrypted', data: { format: 'docx' } }],
    ['壊れた zip', latin1('PK\x03\x04 broken'), { code: 'source.damaged-container' }],
    ['途中で切れた法令標準XML', utf8('<?xml version="1.0"?><Law><LawBody>'), { code: 'source.not-well-formed', data: { format: 'xml', line: 1 } }],
    ['本製品のものでない JSON', utf8('{"name":"x"}'), { code: 'source.wrong-shape', data: { format: 'json' } }],
    ['壊れた JSON', utf8('{"name":'), { code: 'source.not-well-formed', data: { format: 'json' } }],
    ['本文の無い docx', makeZip([{ name: '_rels/.rels', data: '<Relationships/>' }]), { code: 'source.damaged-container', data: { format: 'docx', detail: 'no word/document.xml' } }],
  ])('%s', async (_, bytes, expected) => {
    expect(await failureOf(bytes)).toMatchObject(expected);
  });

  it('膨らむ docx は、量と上限を言って断る', async () => {
    const bomb = makeDocx('', { extra: [] });
    expect(await failureOf(bomb)).toBeUndefined();
    const zip = makeZip([{ name: 'word/document.xml', data: new Uint8Array(40 * 1024 * 1024).fill(0x20) }]);
    expect(await failureOf(zip)).toMatchObject({ code: 'source.unpacked-too-large', data: { entry: 'word/document.xml' } });
  });
});
