import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSource } from './open-source.js';
import { makeDocx, numbered, para } from './testing/make-docx.js';
import { drawLines, drawTable, makePdf } from './testing/make-pdf.js';

/** どんなバイト列でも、値か理由が返り、文字の位置は原文と合う。 */
async function opensOrSaysWhy(bytes: Uint8Array): Promise<void> {
  const result = await openSource(bytes);
  if (!result.ok) {
    expect(result.error.code).toMatch(/^source\./);
    return;
  }
  const { content, findings } = result.value;
  const text = content.kind === 'blocks' ? content.source.text : content.text;
  for (const { at } of findings) if (at.span) expect(at.span.end).toBeLessThanOrEqual(text.length);
  if (content.kind !== 'blocks') return;
  for (const block of content.source.blocks) {
    for (const piece of block.kind === 'line' ? [block] : block.cells) expect(text.slice(piece.start, piece.end)).toBe(piece.text);
  }
}

/** 正しいバイト列の一部を、書き換え・削り・繰り返す。 */
const mutated = (original: () => Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.array(fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), how: fc.constantFrom('set', 'cut', 'copy', 'end'), value: fc.integer({ min: 0, max: 255 }), size: fc.integer({ min: 1, max: 40 }) }), { minLength: 1, maxLength: 6 }).map((changes) => {
    let bytes = [...original()];
    for (const { at, how, value, size } of changes) {
      const i = Math.floor(at * bytes.length);
      if (how === 'set') bytes[i] = value;
      else if (how === 'cut') bytes.splice(i, size);
      else if (how === 'copy') bytes.splice(i, 0, ...bytes.slice(i, i + size));
      else if (value < 20) bytes = bytes.slice(0, i);
    }
    return Uint8Array.from(bytes);
  });

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const HTML = '<html><head><meta charset="utf-8"><title>協約</title></head><body><nav>案内</nav><h1>連携協約</h1><div class="article"><p>（目的）</p><p><span class="num">第1条</span>　この<ruby>協約<rt>きょうやく</rt></ruby>は</p><ol><li>経済</li></ol></div><table><tr><th colspan=2>取組</th><th>役割</th></tr><tr><td>ア</td><td><table><tr><td>内容</td></tr></table></td><td rowspan=2>両市<br>は</td></tr></table></body></html>';
const DOCX = makeDocx(numbered(1, 0, '目的') + para('取組\t役割') + para('ア\t両市') + `<w:tbl><w:tr><w:tc>${para('a')}</w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${para('b')}</w:tc></w:tr></w:tbl>`, {
  numbering: '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
});

describe('どんな入力でも例外にせず、値か理由を返す', () => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await makePdf((page) => {
      drawLines(page, ['第1条　目的'], 72, 72);
      drawTable(page, 72, 100, [100, 100], [[{ text: '取組' }, { text: '役割' }]]);
    });
  });

  it('でたらめなバイト列', () => fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), opensOrSaysWhy), { numRuns: 300 }));

  it('形式の印だけが正しいバイト列', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom('PK\x03\x04', 'PK\x05\x06', '<?xml version="1.0"?><Law>', '<html>', '{"format":', '\xFF\xFE', '\xEF\xBB\xBF', '\x1B$B', '# ', '|'), fc.uint8Array({ maxLength: 200 }), (head, tail) =>
        opensOrSaysWhy(Uint8Array.from([...Buffer.from(head, 'latin1'), ...tail])),
      ),
      { numRuns: 300 },
    ));

  it('壊した HTML', () => fc.assert(fc.asyncProperty(mutated(() => utf8(HTML)), opensOrSaysWhy), { numRuns: 300 }));

  it('要素をでたらめに並べた HTML', () => {
    const piece = fc.constantFrom('<table>', '</table>', '<tr>', '<td>', '</td>', '<th rowspan=0>', '<p>', '</p>', '<div class="num">', '<ol>', '<li>', '</li>', '<ruby>', '<rt>', '<pre>', '</pre>', '<br>', '<main>', '</main>', '<nav>', '</nav>', '<del>', '第1条', '（目的）', ' ', '　', '\n', '&#x110000;', '&amp', 'ア');
    return fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 40 }), (pieces) => opensOrSaysWhy(utf8(`<html>${pieces.join('')}`))), { numRuns: 300 });
  });

  it('壊した docx', () => fc.assert(fc.asyncProperty(mutated(() => DOCX), opensOrSaysWhy), { numRuns: 200 }));

  it('要素をでたらめに並べた docx', () => {
    const piece = fc.constantFrom(
      para('文'), numbered(1, 0, '条'), numbered(1, 8, '深い'), '<w:p/>', '<w:tbl/>', `<w:tbl><w:tr><w:tc>${para('一')}</w:tc><w:tc/></w:tr></w:tbl>`, '<w:tbl><w:tr/><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-5"/><w:vMerge/></w:tcPr></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>',
      '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:t>x</w:t></w:r></w:p>', '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>x</w:t></w:r></w:p>', '<w:sdt><w:sdtContent><w:tr/></w:sdtContent></w:sdt>', '<w:p><w:r><w:sym w:char="ZZ"/><w:sym w:char="D800"/></w:r></w:p>', '文字',
    );
    return fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 12 }), (pieces) => opensOrSaysWhy(makeDocx(pieces.join('')))), { numRuns: 200 });
  });

  it('壊した PDF', () => fc.assert(fc.asyncProperty(mutated(() => pdf), opensOrSaysWhy), { numRuns: 15 }), 120_000);
});
