import type { NodeId } from '../text/element.js';
import type { Finding } from '../text/finding.js';
import type { Operation } from './operation.js';

/**
 * ハネ。ある変更のために、指す先がずれる語（前条・第n条・別表（第n条関係）・定義語・目次）。
 * 見つけて、直し方を示し、理由を言う。採るかどうかは人が決める。
 */
export interface Consequence {
  /** 理由。code と data から文言表が文を作る */
  readonly finding: Finding;
  /** ずれる語のある run（next の木の節点） */
  readonly node: NodeId;
  /** 語の位置（その run の印字した文字列の中） */
  readonly start: number;
  readonly end: number;
  /** 直した語 */
  readonly replacement: string;
  /** 直し方を操作にしたもの。base に対する場所で書く。指す先が無くなったなど、直し方を決められなければ無い */
  readonly proposal?: Operation;
}
