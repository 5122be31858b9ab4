/**
 * 文字コードごとに「文字として読めないバイト」を見つける。
 * 文字の区切りは各方式の定義どおりに切り、二バイト以上の組が文字表にあるかは TextDecoder に聞く。
 */
export type ScannedEncoding = 'utf-8' | 'cp932' | 'euc-jp' | 'iso-2022-jp';

/** 読めないバイトの並び。offset は先頭からの位置 */
export interface Damage {
  readonly offset: number;
  readonly length: number;
}

/** TextDecoder での名。shift_jis の表は windows-31j（CP932）で、①・㈱・髙・﨑 と外字域を含む。 */
export const DECODER_LABEL: Readonly<Record<ScannedEncoding, string>> = {
  'utf-8': 'utf-8',
  cp932: 'shift_jis',
  'euc-jp': 'euc-jp',
  'iso-2022-jp': 'iso-2022-jp',
};

/** 位置 i から始まる一文字のバイト数。文字として成り立たなければ 0。 */
type Step = (bytes: Uint8Array, i: number) => number;

/** 読めない箇所を先頭から順に。limit 箇所を超えたら打ち切る（その方式ではない）。 */
export function scanDamage(bytes: Uint8Array, encoding: 'utf-8' | 'cp932' | 'euc-jp', limit: number): Damage[] {
  const step = STEPS[encoding]();
  const damage: { offset: number; length: number }[] = [];
  let i = 0;
  while (i < bytes.length) {
    const length = bytes[i]! < 0x80 ? 1 : step(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    const last = damage.at(-1);
    if (last && last.offset + last.length === i) last.length += 1;
    else if (damage.push({ offset: i, length: 1 }) > limit) return damage;
    i += 1;
  }
  return damage;
}

const within = (byte: number | undefined, from: number, to: number): boolean => byte !== undefined && byte >= from && byte <= to;

/** 文字表にある組か。同じ組は一度だけ調べる。 */
function knownPairs(label: string): (bytes: Uint8Array, i: number, length: number) => boolean {
  const decoder = new TextDecoder(label);
  const known = new Map<number, boolean>();
  return (bytes, i, length) => {
    let key = 0;
    for (let k = 0; k < length; k += 1) key = key * 256 + bytes[i + k]!;
    let is = known.get(key);
    if (is === undefined) {
      const text = decoder.decode(bytes.subarray(i, i + length));
      is = !text.includes('\uFFFD') && [...text].length === 1;
      known.set(key, is);
    }
    return is;
  };
}

const STEPS: Readonly<Record<'utf-8' | 'cp932' | 'euc-jp', () => Step>> = {
  'utf-8': () => (bytes, i) => {
    const a = bytes[i]!;
    const b = bytes[i + 1];
    if (within(a, 0xc2, 0xdf)) return within(b, 0x80, 0xbf) ? 2 : 0;
    if (within(a, 0xe0, 0xef)) {
      const low = a === 0xe0 ? 0xa0 : 0x80;
      const high = a === 0xed ? 0x9f : 0xbf;
      return within(b, low, high) && within(bytes[i + 2], 0x80, 0xbf) ? 3 : 0;
    }
    if (within(a, 0xf0, 0xf4)) {
      const low = a === 0xf0 ? 0x90 : 0x80;
      const high = a === 0xf4 ? 0x8f : 0xbf;
      return within(b, low, high) && within(bytes[i + 2], 0x80, 0xbf) && within(bytes[i + 3], 0x80, 0xbf) ? 4 : 0;
    }
    return 0;
  },
  cp932: () => {
    const known = knownPairs(DECODER_LABEL.cp932);
    return (bytes, i) => {
      const a = bytes[i]!;
      if (within(a, 0xa1, 0xdf)) return 1;
      if (!within(a, 0x81, 0x9f) && !within(a, 0xe0, 0xfc)) return 0;
      const b = bytes[i + 1];
      return (within(b, 0x40, 0x7e) || within(b, 0x80, 0xfc)) && known(bytes, i, 2) ? 2 : 0;
    };
  },
  'euc-jp': () => {
    const known = knownPairs(DECODER_LABEL['euc-jp']);
    return (bytes, i) => {
      const a = bytes[i]!;
      const b = bytes[i + 1];
      if (a === 0x8e) return within(b, 0xa1, 0xdf) ? 2 : 0;
      if (a === 0x8f) return within(b, 0xa1, 0xfe) && within(bytes[i + 2], 0xa1, 0xfe) && known(bytes, i, 3) ? 3 : 0;
      return within(a, 0xa1, 0xfe) && within(b, 0xa1, 0xfe) && known(bytes, i, 2) ? 2 : 0;
    };
  },
};
