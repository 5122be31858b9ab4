/** あり得ない状態。利用者の入力ではなく、プログラムの誤りを表す。 */
export class Bug extends Error {
  override readonly name = 'Bug';
}

/** 成り立つはずの条件。破れたら続けない。 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Bug(message);
}

/** 判別共用体の取りこぼしを、まず型検査で、次に実行時に止める。 */
export function assertNever(value: never): never {
  throw new Bug(`想定外の値: ${JSON.stringify(value)}`);
}
