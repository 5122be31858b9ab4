import type { LawDocument, NodeId } from './element.js';
import type { FindingCode } from './finding-code.js';
import type { SourceSpan } from './source.js';

/** error: このままでは使えない / warning: 人の確認が要る / advice: 直したことの報告 */
export type Severity = 'error' | 'warning' | 'advice';

/** certain: 本文自身が証明する / likely: ほかの箇所から推した / guess: 他に手掛かりがない */
export type Confidence = 'certain' | 'likely' | 'guess';

/**
 * 本文の欠陥や読み方の報告。データであって、処理は止めない。
 * 文章は持たない。code と data から文言表（app/messages）が日英の文を作る。
 */
export interface Finding<Code extends FindingCode = FindingCode> {
  readonly code: Code;
  readonly severity: Severity;
  readonly at: Place;
  /** 原文にあった文字そのまま */
  readonly found?: string;
  /** 読取で採った文字 */
  readonly assumed?: string;
  readonly confidence?: Confidence;
  /** 文言に差し込む値 */
  readonly data: Readonly<Record<string, string | number>>;
}

export interface Place {
  /** 原文の行番号（1から） */
  readonly line?: number;
  readonly span?: SourceSpan;
  /** 同じ報告に含まれるほかの箇所 */
  readonly also?: readonly SourceSpan[];
  /** 木の節点 */
  readonly node?: NodeId;
  /** 人が読む場所（「第3条」「別表3(1)カ」） */
  readonly provision?: string;
}

/** 読取の結果。どんな入力でも木と報告が返る（例外にしない）。 */
export interface Reading {
  readonly document: LawDocument;
  readonly findings: readonly Finding[];
  /** 木の節点が原文のどこから来たか。推定で補った節点には無い */
  readonly spans: ReadonlyMap<NodeId, readonly SourceSpan[]>;
  /** 推定で補った節点 */
  readonly inferred: ReadonlySet<NodeId>;
}
