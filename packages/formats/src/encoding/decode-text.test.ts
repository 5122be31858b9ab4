import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, encodingNamed } from './decode-text.js';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array => new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part)))));

/** 「両市は、」「髙﨑①㈱～」などの CP932 のバイト列 */
const CP932 = {
  両市は: [0x97, 0xbc, 0x8e, 0x73, 0x82, 0xcd, 0x81, 0x41],
  髙: [0xfb, 0xfc],
  﨑: [0xfa, 0xb1],
  '①': [0x87, 0x40],
  '㈱': [0x87, 0x8a],
  '～': [0x81, 0x60],
  '－': [0x81, 0x7c],
  半角カナ: [0xb1, 0xb2, 0xb3],
} as const;

describe('文字コードを見分ける', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['UTF-8', bytes('両市は、第1条'), 'utf-8', '両市は、第1条'],
    ['BOM 付きの UTF-8 は BOM を除く', bytes([0xef, 0xbb, 0xbf], '両市は'), 'utf-8-bom', '両市は'],
    ['ASCII だけなら UTF-8', bytes('Article 1'), 'utf-8', 'Article 1'],
    ['UTF-16（LE、BOM 付き）', bytes([0xff, 0xfe, 0x2c, 0x7b, 0x31, 0x00]), 'utf-16le', '第1'],
    ['UTF-16（BE、BOM 付き）', bytes([0xfe, 0xff, 0x7b, 0x2c, 0x00, 0x31]), 'utf-16be', '第1'],
    ['BOM の無い UTF-16', new Uint8Array(Buffer.from('第1条　この協約は、両市の\r\n', 'utf16le')), 'utf-16le', '第1条　この協約は、両市の\r\n'],
    ['CP932', bytes(CP932.両市は), 'cp932', '両市は、'],
    ['CP932 の機種依存文字と拡張漢字', bytes(CP932.両市は, CP932.髙, CP932.﨑, CP932['①'], CP932['㈱'], CP932['～'], CP932['－']), 'cp932', '両市は、髙﨑①㈱～－'],
    ['CP932 の半角カナの混じる文', bytes(CP932.両市は, CP932.半角カナ), 'cp932', '両市は、ｱｲｳ'],
    ['EUC-JP', bytes([0xce, 0xbe, 0xbb, 0xd4, 0xa4, 0xcf, 0xa1, 0xa2]), 'euc-jp', '両市は、'],
    ['ISO-2022-JP', bytes([0x1b, 0x24, 0x42, 0x4e, 0x3e, 0x3b, 0x54, 0x24, 0x4f, 0x1b, 0x28, 0x42], '1'), 'iso-2022-jp', '両市は1'],
    ['空', bytes(), 'utf-8', ''],
  ])('%s', (_, input, encoding, text) => {
    const decoded = decodeText(input);
    expect(decoded).toMatchObject({ encoding, text, binary: false });
    expect(decoded.findings.filter((f) => f.code !== 'source.encoding-assumed')).toEqual([]);
  });

  it('UTF-8 でも BOM 付きでもなければ、推定したことを確かさとともに報告する', () => {
    expect(decodeText(bytes('両市は')).findings).toEqual([]);
    expect(decodeText(bytes(CP932.両市は)).findings).toMatchObject([{ code: 'source.encoding-assumed', assumed: 'cp932', confidence: 'certain' }]);
  });

  it('名乗りのとおりなら報告せず、食い違えば実際のほうで読んで報告する', () => {
    expect(decodeText(bytes(CP932.両市は), 'Shift_JIS').findings).toEqual([]);
    expect(decodeText(bytes('両市は'), 'Shift_JIS')).toMatchObject({ encoding: 'utf-8', text: '両市は', findings: [{ code: 'source.encoding-mismatch', found: 'Shift_JIS', data: { encoding: 'utf-8' } }] });
  });

  it.each<[string, string | undefined]>([
    ['UTF-8', 'utf-8'], ['utf8', 'utf-8'], ['Shift_JIS', 'cp932'], ['x-sjis', 'cp932'], ['Windows-31J', 'cp932'], ['MS932', 'cp932'], ['EUC-JP', 'euc-jp'], ['iso-2022-jp', 'iso-2022-jp'], ['utf-16', 'utf-16le'], ['koi8-r', undefined],
  ])('名乗り %s は %s', (name, encoding) => {
    expect(encodingNamed(name)).toBe(encoding);
  });
});

describe('読めないバイトは、場所と値を報告して読み続ける', () => {
  it('壊れた UTF-8 は UTF-8 として読み、その箇所だけ印に置き換える', () => {
    const decoded = decodeText(bytes('第1条　両市は、\n協議', [0xe4, 0xba], 'する。', [0xff], '次に'));
    expect(decoded).toMatchObject({ encoding: 'utf-8', text: '第1条　両市は、\n協議\uFFFDする。\uFFFD次に', binary: false });
    expect(decoded.findings.filter((f) => f.code === 'source.invalid-bytes')).toMatchObject([
      { at: { line: 2, span: { start: 11, end: 12 } }, found: 'E4 BA', data: { offset: 29, hex: 'E4 BA', encoding: 'utf-8' } },
      { at: { line: 2, span: { start: 15, end: 16 } }, found: 'FF', data: { offset: 40 } },
    ]);
  });

  it('壊れた CP932 は CP932 として読む', () => {
    const decoded = decodeText(bytes(CP932.両市は, CP932.両市は, [0xff], CP932.両市は, CP932.両市は));
    expect(decoded).toMatchObject({ encoding: 'cp932', text: '両市は、両市は、\uFFFD両市は、両市は、' });
    expect(decoded.findings).toContainEqual(expect.objectContaining({ code: 'source.invalid-bytes', found: 'FF', data: expect.objectContaining({ offset: 16, encoding: 'cp932' }) }));
  });

  it('末尾で切れた二バイト文字も報告する', () => {
    expect(decodeText(bytes(CP932.両市は, [0x97])).findings).toContainEqual(expect.objectContaining({ code: 'source.invalid-bytes', data: expect.objectContaining({ hex: '97' }) }));
  });

  it('UTF-16 の余った一バイトを報告する', () => {
    expect(decodeText(bytes([0xff, 0xfe, 0x2c, 0x7b, 0x31]))).toMatchObject({ text: '第\uFFFD', findings: [{ code: 'source.invalid-bytes', data: { offset: 4, hex: '31' } }] });
  });

  it('箇所が多ければ百か所まで示し、残りは数を言う', () => {
    const decoded = decodeText(bytes(...Array.from({ length: 150 }, () => ['第1条　両市は、連携を図り、次のとおり協議する。', [0xff]] as const).flat()));
    expect(decoded.findings.filter((f) => f.code === 'source.invalid-bytes')).toHaveLength(100);
    expect(decoded.findings).toContainEqual(expect.objectContaining({ code: 'source.more-invalid-bytes', data: { count: 50 } }));
  });

  it('NUL などの制御文字は除いて数を報告し、ほかの報告の場所を合わせる', () => {
    const decoded = decodeText(bytes('両\0市は\0、これから協議して、次のとおり定める。', [0xff], '以上'));
    expect(decoded.text).toBe('両市は、これから協議して、次のとおり定める。\uFFFD以上');
    expect(decoded.findings).toContainEqual(expect.objectContaining({ code: 'source.control-characters', data: { count: 2, codes: 'U+0000' } }));
    const at = decoded.findings.find((f) => f.code === 'source.invalid-bytes')!.at.span!;
    expect(decoded.text.slice(at.start, at.end)).toBe('\uFFFD');
  });

  it('前の工程で失われた文字と外字を報告する', () => {
    expect(decodeText(bytes('渡\uFFFD市、\uE000')).findings).toMatchObject([
      { code: 'source.unreadable-characters', data: { count: 1 } },
      { code: 'source.private-use-characters', data: { count: 1, codes: 'U+E000' } },
    ]);
  });

  it('読めないバイトと制御文字ばかりなら、文章ではないと言う', () => {
    expect(decodeText(new Uint8Array(4096)).binary).toBe(true);
    expect(decodeText(new Uint8Array(4096).fill(0xff)).binary).toBe(true);
    expect(decodeText(Uint8Array.from({ length: 4096 }, (_, i) => (i * 167 + (i >> 3) * 59) % 256)).binary).toBe(true);
  });
});

describe('どんなバイト列でも', () => {
  const near = fc.array(fc.oneof(fc.constantFrom(...Object.values(CP932)), fc.uint8Array({ maxLength: 3 }), fc.constantFrom(Buffer.from('第1条'), Buffer.from('\n'))), { maxLength: 20 }).map((parts) => bytes(...parts.map((p) => [...p])));

  it('例外にせず、報告の場所は文字の中にある', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), near), (input) => {
        const { text, findings } = decodeText(input);
        for (const { at } of findings) if (at.span) expect(at.span.end).toBeLessThanOrEqual(text.length);
        for (const f of findings) if (f.code === 'source.invalid-bytes') expect(text.slice(f.at.span!.start, f.at.span!.end)).toBe('\uFFFD');
      }),
      { numRuns: 500 },
    );
  });

  it('正しい UTF-8 は、制御文字を除いてそのまま読める', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const clean = text.replace(/[\p{Cc}\p{Cs}\uFEFF]/gu, '');
        expect(decodeText(bytes(clean)).text).toBe(clean);
      }),
    );
  });
});
