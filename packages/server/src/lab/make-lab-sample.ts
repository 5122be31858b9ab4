import { applyText, readOpenedSource, type OpenedSource, type WriteDocument } from '@renkei/app';
import type { LabSample } from './lab-sample.js';

/** 条を加えたためにずれた参照を直す文。起案のときに見落としやすい（ハネ）ので、変更後の本文には入れない */
const CONSEQUENTIAL = /^　第4条中「前条」を.*\n/m;

/**
 * 協約の本文に、サンプルの改め文を当てて、変更後の本文を作る。当たらなければ例は無い。
 * 変更後の本文は、起案者がハネを見落とした姿にして、ラボが見つけるところを見せる。
 */
export function makeLabSample(source: OpenedSource, amendment: string, writeDocument: WriteDocument): LabSample | null {
  const { document } = readOpenedSource(source);
  const { applied } = applyText(document, amendment.replace(CONSEQUENTIAL, ''));
  return applied && { base: writeDocument(document, 'text'), next: writeDocument(applied.document, 'text'), amendment };
}
