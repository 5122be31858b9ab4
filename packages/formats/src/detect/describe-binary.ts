/**
 * 読まない形式を、内容の先頭から言い当てる。断るときに「何に見えるか」を言うためで、読むためではない。
 */
export function describeBinary(bytes: Uint8Array): string | undefined {
  for (const { name, at = 0, magic } of SIGNATURES) {
    if (magic.every((byte, i) => byte === null || bytes[at + i] === byte)) return name;
  }
  return undefined;
}

interface Signature {
  readonly name: string;
  readonly at?: number;
  /** null はどのバイトでもよい */
  readonly magic: readonly (number | null)[];
}

const ascii = (text: string): number[] => [...text].map((c) => (c === '?' ? null : c.charCodeAt(0))) as number[];

const SIGNATURES: readonly Signature[] = [
  { name: 'jpeg', magic: [0xff, 0xd8, 0xff] },
  { name: 'png', magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { name: 'gif', magic: ascii('GIF8') },
  { name: 'tiff', magic: [0x49, 0x49, 0x2a, 0x00] },
  { name: 'tiff', magic: [0x4d, 0x4d, 0x00, 0x2a] },
  { name: 'webp', magic: [...ascii('RIFF'), null, null, null, null, ...ascii('WEBP')] },
  { name: 'wav', magic: [...ascii('RIFF'), null, null, null, null, ...ascii('WAVE')] },
  { name: 'bmp', magic: [...ascii('BM'), null, null, null, null, 0, 0, 0, 0] },
  { name: 'heic', at: 4, magic: ascii('ftyphei') },
  { name: 'mp4', at: 4, magic: ascii('ftyp') },
  { name: 'rtf', magic: ascii('{\\rtf') },
  { name: 'gzip', magic: [0x1f, 0x8b] },
  { name: '7z', magic: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'rar', magic: ascii('Rar!') },
  { name: 'bzip2', magic: ascii('BZh') },
  { name: 'xz', magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { name: 'lzh', at: 2, magic: [...ascii('-lh'), null, ...ascii('-')] },
  { name: 'postscript', magic: ascii('%!PS') },
  { name: 'mp3', magic: ascii('ID3') },
  { name: 'sqlite', magic: ascii('SQLite format 3') },
  { name: 'exe', magic: [0x4d, 0x5a, null, 0x00] },
  { name: 'elf', magic: [0x7f, 0x45, 0x4c, 0x46] },
  { name: 'wasm', magic: [0x00, 0x61, 0x73, 0x6d] },
  { name: 'djvu', magic: ascii('AT&TFORM') },
];

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** 複合文書（旧 Word・Excel・一太郎など）。中の名から種類を言い当てる。 */
export function describeOle(bytes: Uint8Array): string | undefined {
  if (!OLE.every((byte, i) => bytes[i] === byte)) return undefined;
  const has = (name: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted-office';
  if (has('WordDocument')) return 'doc';
  if (has('Workbook') || has('Book\0')) return 'xls';
  if (has('PowerPoint Document')) return 'ppt';
  if (has('JSRV_SegmentInformation') || has('DocumentText')) return 'jtd';
  return 'ole';
}
