import type { Comparison, DirectoryEntry, Finding, LawDocument, Result, SourceText } from '@renkei/core';
import type { ComparisonWords } from './messages/comparison.js';
import type { SourceFormat } from './source-format.js';
import type { AgreementVersions, AgreementView, AreaSummary, AreaView, NewAgreement, NewAmendment, NewArea, SearchPage, StoredSource } from './read-model.js';

/** 外の世界との接点。app はこの型だけを知り、実装は server と cli の compose.ts がつなぐ。 */

export type { SourceFormat };

/** 開いた原文。まだ読んでいない。 */
export interface OpenedSource {
  readonly format: SourceFormat;
  /** 'utf-8' 'utf-8-bom' 'cp932' 'utf-16le' など。文字コードを持たない容器（docx, pdf）は null */
  readonly encoding: string | null;
  readonly bytes: Uint8Array;
  /** 原文のバイト列の SHA-256（16進小文字） */
  readonly sha256: string;
  /** 行と表の並び、または既に木であるもの（法令標準XML・Akoma Ntoso・JSON・本製品のHTML） */
  readonly content: { readonly kind: 'blocks'; readonly source: SourceText } | { readonly kind: 'tree'; readonly document: LawDocument; readonly text: string };
  readonly findings: readonly Finding[];
}

/**
 * 原文を開けない理由。data は文言に差し込む値:
 * - too-large: what（bytes / pages / nesting / elements / lines / cells / characters）, found, limit
 * - unknown-format: looksLike（jpeg / xlsx / doc / binary など）, readable（読める形式の名の列）
 * - unpacked-too-large: what（bytes / entries / entry-bytes / ratio）, found, limit, entry
 * - damaged-container: format, detail
 * - no-text-layer: pages
 * - encrypted: format
 * - took-too-long: format, seconds（上限）
 * - not-well-formed: format, line, column, detail
 */
export interface SourceFailure {
  readonly code:
    | 'source.empty'
    | 'source.too-large'
    | 'source.unknown-format'
    | 'source.unpacked-too-large'
    | 'source.damaged-container'
    | 'source.no-text-layer'
    | 'source.encrypted'
    | 'source.took-too-long'
    | 'source.not-well-formed'
    | 'source.wrong-shape';
  readonly data: Readonly<Record<string, string | number>>;
}

export type OpenSource = (bytes: Uint8Array, hint?: { readonly fileName?: string }) => Promise<Result<OpenedSource, SourceFailure>>;

export type TextFormat = 'text' | 'html' | 'xml' | 'akn' | 'json';
/** 木を書き出す。どの形式も、読み戻すと同じ木になる。 */
export type WriteDocument = (document: LawDocument, format: TextFormat) => string;

export type ComparisonFormat = 'text' | 'html' | 'docx';
/** 新旧対照表を書き出す。 */
export type WriteComparison = (comparison: Comparison, format: ComparisonFormat, words: ComparisonWords) => Promise<Uint8Array>;

/** 文字列（UTF-8）の SHA-256（16進小文字） */
export type Sha256 = (text: string) => string;

/** 先に読んだ版の上に保存しようとしたが、その間に別の人が進めていた。読み直してやり直す。 */
export interface StaleVersion {
  readonly code: 'agreement.stale';
}

export interface SavedRevision {
  readonly revision: number;
  readonly unchanged: boolean;
}

/** 保存先。読みは公開されたものだけを返す。本文は、断りがなければ今日効いている版。 */
export interface Catalogue {
  saveArea(area: NewArea): Promise<void>;
  /** 変更のある協約を読み直したときは、当て直した本文（amended）を変更の数だけ添える。数が合わなければ StaleVersion */
  saveAgreement(agreement: NewAgreement): Promise<Result<SavedRevision, StaleVersion>>;
  /** 変更を足す。基にした版が最新でなくなっていれば StaleVersion */
  saveAmendment(amendment: NewAmendment): Promise<Result<void, StaleVersion>>;
  findVersions(area: string, slug: string): Promise<AgreementVersions | null>;
  /** 番号の版の本文 */
  findVersion(area: string, slug: string, version: number): Promise<AgreementView | null>;
  /** 改め文の原本 */
  findAmendmentText(area: string, slug: string, number: number): Promise<StoredSource | null>;
  listAreas(): Promise<readonly AreaSummary[]>;
  findArea(slug: string): Promise<AreaView | null>;
  findAgreement(area: string, slug: string): Promise<AgreementView | null>;
  findSource(area: string, slug: string): Promise<StoredSource | null>;
  directory(): Promise<readonly DirectoryEntry[]>;
  search(query: SearchQuery): Promise<SearchPage>;
  /** 公開内容が変わるたびに変わる印。キャッシュと ETag の鍵 */
  publication(): Promise<string>;
}

export interface SearchQuery {
  readonly text: string;
  readonly kind?: SearchPage['hits'][number]['kind'];
  readonly limit: number;
  readonly offset: number;
}
