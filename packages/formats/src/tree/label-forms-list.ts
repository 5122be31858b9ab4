import { isTag, isLabelled, LABEL_FORMS, LABEL_TAG, type LabelForm, type LabelForms, type LabelledTag } from '@renkei/core';
import { readPairs, writePairs } from './pair-list.js';

const TAGS = Object.keys(LABEL_TAG) as LabelledTag[];

/** 書きぶりの表を一つの文字列にする。base と同じものは書かない。 */
export function writeLabelForms(labels: LabelForms, base?: LabelForms): string {
  return writePairs(TAGS.filter((tag) => base?.[tag] !== labels[tag]).map((tag) => [tag, labels[tag]] as const));
}

/** 書きぶりの表を読む。書かれていないものは base のまま。知らない名や書きぶりがあれば undefined。 */
export function readLabelForms(text: string, base: LabelForms): LabelForms | undefined {
  const pairs = readPairs(text);
  if (pairs === undefined) return undefined;
  const labels: Record<LabelledTag, LabelForm> = { ...base };
  for (const [tag, form] of pairs) {
    if (!isTag(tag) || !isLabelled(tag) || !(LABEL_FORMS as readonly string[]).includes(form)) return undefined;
    labels[tag] = form as LabelForm;
  }
  return labels;
}
