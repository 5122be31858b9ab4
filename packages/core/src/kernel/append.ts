/** items を末尾に足す。push(...items) は、引数の数の上限（十万ほど）を超えると例外になる。 */
export function append<T>(target: T[], items: readonly T[]): void {
  for (const item of items) target.push(item);
}
