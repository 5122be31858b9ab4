/**
 * 改め文ラボの上限。40万字の法律を二つ（法令標準XML で計5MBほど）送れて、悪意のある入力で止まらない値。
 * 超えたものは断り、見つけた量・上限・次にすることを言う。
 */

const MIB = 1024 * 1024;

/** 一度に送れる量（バイト）。超える申告なら読まず、申告がなければ超えた所で読むのをやめる */
export const LAB_BODY_BYTES = 16 * MIB;

/** 一つの本文の字数 */
export const LAB_CHARACTERS = 600_000;

/** 同時にこなす仕事の数。ほかは順番を待つ */
export const LAB_WORKERS = 1;

/** 順番を待てる仕事の数。超えれば 503 と Retry-After で答える */
export const LAB_WAITING = 6;

/** 一つの仕事の時間（秒）。読むところから新旧対照表まで。順番を待つ時間も、これを超えない */
export const LAB_SECONDS = 20;

/** 一つの仕事の記憶（MiB） */
export const LAB_MEMORY_MIB = 1024;

export interface LabLimits {
  readonly bodyBytes: number;
  readonly characters: number;
  readonly workers: number;
  readonly waiting: number;
  readonly seconds: number;
  readonly megabytes: number;
}

export const LAB_LIMITS: LabLimits = {
  bodyBytes: LAB_BODY_BYTES, characters: LAB_CHARACTERS, workers: LAB_WORKERS, waiting: LAB_WAITING, seconds: LAB_SECONDS, megabytes: LAB_MEMORY_MIB,
};
