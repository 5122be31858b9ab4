/** 改め文ラボの上限。40万字の法律を二つ（法令標準XML で計5MBほど）送れて、悪意のある入力で止まらない値。 */
export const LAB_LIMITS = {
  /** 一度に送れる量（バイト） */
  bodyBytes: 16 * 1024 * 1024,
  /** 一つの本文の字数 */
  characters: 600_000,
  /** 同時にこなす数 */
  workers: 1,
  /** 順番を待てる数 */
  waiting: 6,
  /** 一つの仕事の時間（秒）。順番を待つ時間も、これを超えない */
  seconds: 20,
  /** 一つの仕事の記憶（MiB） */
  megabytes: 1024,
} as const;

export type LabLimits = { readonly [K in keyof typeof LAB_LIMITS]: number };
