import type { Operation } from '../operation.js';
import { imbalance } from './mask-quotes.js';

/** 操作の前後で、本文の括弧の釣合いが変わる数。変われば引用の括弧が合っていない。 */
export function quoteBalance(operations: readonly Operation[]): number {
  let total = 0;
  for (const { action } of operations) {
    if (action.kind === 'replaceWords') {
      for (const word of action.words) if (word.until === undefined) total += imbalance(action.to) - imbalance(word.text);
    } else if (action.kind === 'insertWords') total += imbalance(action.text) * action.after.length;
    else if (action.kind === 'deleteWords') {
      for (const word of action.words) if (word.until === undefined) total -= imbalance(word.text);
    }
  }
  return total;
}
