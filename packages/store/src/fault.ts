import type { StoreFaultCode } from '@renkei/app';
import { Fault } from '@renkei/core';

/** 保存先の故障を、文言表にある符号で作る。 */
export function fault(code: StoreFaultCode, data: Readonly<Record<string, string | number>>, cause?: unknown): Fault {
  return new Fault(code, data, cause === undefined ? undefined : { cause });
}

/** 例外から、利用者に見せてよい一行を取り出す。 */
export function detailOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(detailOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
