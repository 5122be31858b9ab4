import type { Operation } from '../../operation.js';

/** 続いた操作をまとめる。 */
export function joinOperations(operations: readonly Operation[]): Operation[] {
  return [...operations];
}
