import { AGREEMENT_LABELS, inferLabels, STATUTE_LABELS, type LabelForms, type LabelledTag, type ProvisionNum } from '@renkei/core';

export interface PrintedLabel {
  readonly tag: LabelledTag;
  readonly num: ProvisionNum;
  readonly label: string;
}

/** 印字された標目から書きぶりを推す。現れない階層は、連携協約なら協約の、そうでなければ法令の既定とみる。 */
export function labelFormsOf(printed: Iterable<PrintedLabel>, agreement: boolean): LabelForms {
  return inferLabels(printed, agreement ? AGREEMENT_LABELS : STATUTE_LABELS);
}
