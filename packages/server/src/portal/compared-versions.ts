import type { AgreementVersions } from '@renkei/app';

export interface ComparedVersions {
  readonly from: number;
  readonly to: number;
  readonly swapped: boolean;
  /** 無い版の番号として書かれたもの */
  readonly unknown: readonly string[];
}

/** 比べる二つの版。指定が無ければ最後の二つ。逆なら古い方を旧にする。 */
export function comparedVersions({ versions }: Pick<AgreementVersions, 'versions'>, asked: { readonly from: string | undefined; readonly to: string | undefined }): ComparedVersions {
  const last = versions.length - 1;
  const given = (text: string | undefined): text is string => text !== undefined && text !== '';
  const numberOf = (text: string): number | undefined => (/^\d{1,6}$/.test(text) && Number(text) <= last ? Number(text) : undefined);
  const unknown = [asked.from, asked.to].filter(given).filter((text) => numberOf(text) === undefined).map((text) => text.slice(0, 20));
  if (unknown.length > 0) return { from: Math.max(0, last - 1), to: last, swapped: false, unknown: [...new Set(unknown)] };
  const to = given(asked.to) ? numberOf(asked.to)! : undefined;
  const from = given(asked.from) ? numberOf(asked.from)! : undefined;
  const [one, other] = [from ?? Math.max(0, (to ?? last) - 1), to ?? Math.max(last, 0)];
  return { from: Math.min(one, other), to: Math.max(one, other), swapped: one > other, unknown: [] };
}
