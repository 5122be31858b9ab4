/** 改め文ラボの例。実際の協約の本文と、サンプルの改め文。 */
export interface LabSample {
  readonly base: string;
  readonly next: string;
  readonly amendment: string;
}
