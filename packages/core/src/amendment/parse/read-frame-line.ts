/** 改正規定ではないが、改め文に立つ行の種類。 */
export type FrameKind =
  /** 題名「…の一部を変更する連携協約」 */
  | 'title'
  /** 締結文・制定文・公布文 */
  | 'enactment'
  /** 柱書「…の一部を次のように変更する。」 */
  | 'lead'
  /** 廃止 */
  | 'abolition'
  /** 見出し「（…の一部変更）」・附則の頭 */
  | 'heading'
  /** 附則の中身（施行期日・経過措置） */
  | 'supplementary'
  /** 末尾の作成文・新旧対照表の備考 */
  | 'closing'
  | 'note';

const FRAMES: readonly (readonly [FrameKind, RegExp])[] = [
  ['lead', /(?:の一部|の全部)を(?:次のように|次のとおり)?(?:変更|改正)する。$/],
  ['title', /(?:の一部を(?:変更|改正)する|の全部を(?:変更|改正)する|を廃止する)(?:等の)?(?:連携協約|条例|規則|規程|規約|要綱|要領|法律|政令|省令|府令|告示|訓令|協約|協定|件)(?:の施行に伴う.*)?(?:（案）|\(案\)|案)?$/],
  ['enactment', /(?:次のとおり|ここに)[^。]*(?:締結する|公布する|制定する|定める)。$/],
  ['abolition', /(?:は|を)、?(?:[^、。]{0,30}限り、?)?廃止する。$/],
  ['heading', /^(?:附[\s　]*則(?:（[^（）]*）)?|（[^（）]+）)$/],
  ['supplementary', /(?:から(?:これを)?施行する|から適用する|効力を生ずる|効力を失う|従前の例による|について適用し?する?)。/],
  ['closing', /(?:を証するため|記名押印|電子署名|各\s*[0-9０-９一二三四五六七八九十]+\s*通を保有する)/],
  ['note', /^備考[\s　]/],
];

const SUPPLEMENTARY_HEAD = /^附[\s　]*則(?:（[^（）]*）)?$/;

export const startsSupplementary = (line: string): boolean => SUPPLEMENTARY_HEAD.test(line);

export function readFrameLine(line: string): FrameKind | undefined {
  const text = line.slice(-400);
  return FRAMES.find(([, pattern]) => pattern.test(line.length > 400 ? text : line))?.[0];
}
