import type { Step, Target } from '../location.js';

/** 場所の文字列の at から読めた段。読めたが段にならないもの（「の規定」「（第3条関係）」）は steps が空 */
export interface StepRead {
  readonly steps: readonly Step[];
  readonly end: number;
}

/** 場所の並びの読取。読めなければ at まで進んだ。 */
export type TargetsRead =
  | { readonly ok: true; readonly targets: readonly Target[] }
  | { readonly ok: false; readonly at: number; readonly same?: string };
