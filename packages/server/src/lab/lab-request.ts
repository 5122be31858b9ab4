import type { LabFile, LabInput, LabJob, LabProfile } from '@renkei/app';
import type { FormField } from './read-form.js';

/** 送られた形から読み取った依頼。欄の文字は、誤りのときに欄へ戻す。 */
export interface LabRequest {
  readonly mode: LabJob['mode'];
  readonly base: LabInput;
  readonly other: LabInput;
  readonly profile: LabProfile;
  readonly settle: readonly number[];
  readonly file: LabFile | null;
  /** 例から始めたもの */
  readonly sample: boolean;
  /** 貼り付けられた文字（ファイルを選んでいても） */
  readonly pasted: { readonly base: string; readonly other: string };
}

export const LAB_PROFILES = ['auto', 'agreement', 'ordinance', 'statute'] as const satisfies readonly LabProfile[];
export const LAB_FILES = ['amendment.txt', 'comparison.docx', 'comparison.html', 'comparison.txt', 'result.txt', 'result.xml'] as const satisfies readonly LabFile[];

/** 欄を読む。知らない欄は読み飛ばし、知らない値は既定に戻す。 */
export function readLabRequest(fields: readonly FormField[]): LabRequest {
  const textOf = (name: string): string => {
    const field = fields.find((f) => f.name === name && f.fileName === null);
    return field ? new TextDecoder().decode(field.bytes).replaceAll('\r\n', '\n') : '';
  };
  const pasted = { base: textOf('base'), other: textOf('other') };
  const input = (name: 'base' | 'other'): LabInput => {
    const file = fields.find((f) => f.name === `${name}-file` && f.fileName !== null && f.bytes.byteLength > 0);
    return file ? { bytes: file.bytes, fileName: file.fileName } : { bytes: new TextEncoder().encode(pasted[name]), fileName: null };
  };
  const settle = fields.filter((f) => f.name === 'settle').map((f) => new TextDecoder().decode(f.bytes)).filter((text) => /^\d{1,4}$/.test(text)).map(Number);
  return {
    mode: textOf('mode') === 'apply' ? 'apply' : 'draft',
    base: input('base'),
    other: input('other'),
    profile: LAB_PROFILES.find((p) => p === textOf('profile')) ?? 'auto',
    settle: [...new Set(settle)],
    file: LAB_FILES.find((f) => f === textOf('file')) ?? null,
    sample: textOf('sample') === '1',
    pasted,
  };
}
