import type { LawDocument, NodeId } from '../text/element.js';
import type { Finding } from '../text/finding.js';

/** 当てた結果。断った（ok でない）ときは何も変わらない。 */
export interface Applied {
  readonly document: LawDocument;
  readonly trace: Trace;
  /** 警告と助言。断る理由（severity: error）はここには来ない */
  readonly findings: readonly Finding[];
}

/**
 * 操作が触れた跡。新旧対照表はここから作り、文字の差分を取り直さない。
 * 触れない節点・字句だけ変わった節点・移した節点・全部改めた節点は同じ id のまま残り、新しい規定は新しい id を持つ。
 */
export interface Trace {
  readonly entries: readonly TraceEntry[];
  /** 字句の操作が触れた文字列（run）ごとの、元の文字と加えた文字 */
  readonly runs: ReadonlyMap<NodeId, readonly Piece[]>;
}

export interface TraceEntry {
  /** 何番目の操作か（改正規定をまたいで 0 から通しで数える） */
  readonly operation: number;
  readonly node: NodeId;
  readonly effect: 'words' | 'replaced' | 'added' | 'deleted' | 'moved';
}

/** 文字の由来。addedBy がある文字は結果だけに、removedBy がある文字は元だけに（両方なら途中だけに）ある。 */
export interface Piece {
  readonly text: string;
  readonly addedBy?: number;
  readonly removedBy?: number;
}
