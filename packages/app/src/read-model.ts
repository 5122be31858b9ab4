import type { AgreementReading, Amendment, Finding, LawDocument, PlainDate } from '@renkei/core';
import type { SourceFormat } from './source-format.js';

/** 公開ポータル・API・CLI が読む形。保存の行ではなく、見る人の問いに沿う。 */

export interface AreaSummary {
  readonly slug: string;
  readonly name: string;
  readonly nickname: string | null;
}

export interface AreaFacts extends AreaSummary {
  readonly formedOn: PlainDate;
  /** 項目（population, code, cityHall, membership…）ごとの出典 */
  readonly sources: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

export interface MunicipalityFacts {
  /** 全国地方公共団体コード（6桁、検査数字付き） */
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly romaji: string;
  readonly prefecture: string;
  readonly role: '連携中枢都市' | '連携市町';
  readonly cityHall: { readonly lat: number; readonly lng: number };
  /** 国勢調査の確報。調査年 → 人 */
  readonly population: Readonly<Record<number, number>>;
}

export interface NewArea extends AreaFacts {
  readonly municipalities: readonly MunicipalityFacts[];
}

export interface NewAgreement {
  readonly area: string;
  readonly slug: string;
  /** サンプルの記録か。画面で必ず「サンプル」と示す */
  readonly sample: boolean;
  readonly source: StoredSource;
  readonly document: LawDocument;
  readonly reading: AgreementReading;
  /** 本文と領域の読取の報告すべて。原文の順 */
  readonly findings: readonly Finding[];
  /** 既にある変更を番号の順に当て直した本文。変更があれば、その数だけ */
  readonly amended?: readonly AmendedText[];
}

/** 変更を一つ当てた後の本文と、その証明 */
export interface AmendedText {
  readonly document: LawDocument;
  readonly reading: AgreementReading;
  readonly findings: readonly Finding[];
  readonly baseSha256: string;
  readonly resultSha256: string;
}

/** 連携協約の変更。証明の済んだものだけを保存する（adopt-amendment.ts）。 */
export interface NewAmendment {
  readonly area: string;
  readonly agreement: string;
  /** 1から。当てる前の本文は number - 1 番の変更の後の本文 */
  readonly number: number;
  /** 当てた本文の読取の版 */
  readonly baseRevision: number;
  readonly title: string;
  readonly concludedOn: PlainDate | null;
  readonly inForceOn: PlainDate;
  readonly sample: boolean;
  /** 改め文の原本 */
  readonly text: StoredSource;
  readonly operations: Amendment;
  /** 操作を改め文として印字したものの SHA-256 */
  readonly operationsSha256: string;
  /** 原本から読み取った改め文の文字 */
  readonly printed: string;
  /** 改正規定ごとの、printed の行（1から） */
  readonly lines: readonly number[];
  readonly result: AmendedText;
}

/** 証明: 基の本文・改め文・結果の SHA-256（本文は平文、改め文は操作を印字したもの） */
export interface AmendmentProof {
  readonly base: string;
  readonly amendment: string;
  readonly result: string;
}

export interface AmendmentFacts extends Pick<NewAmendment, 'number' | 'title' | 'concludedOn' | 'inForceOn' | 'sample' | 'operations' | 'printed' | 'lines'> {
  readonly text: Omit<StoredSource, 'bytes'> & { readonly byteLength: number };
  readonly proof: AmendmentProof;
  readonly recordedAt: string;
}

/** 一つの版。番号は 0（締結のとき）から、変更ごとに 1 ずつ */
export interface VersionFacts {
  readonly number: number;
  /** この版が効く初めの日。締結日の欠ける案の第0版では null */
  readonly from: PlainDate | null;
  /** 次の版が効く日（その日を含まない）。無ければ null */
  readonly until: PlainDate | null;
  /** この版にした変更。第0版は null */
  readonly amendment: AmendmentFacts | null;
}

/** 一つの協約の、締結から今までのすべての版。番号の順 */
export interface AgreementVersions {
  readonly area: AreaSummary;
  readonly slug: string;
  readonly title: string;
  readonly sample: boolean;
  readonly concludedOn: PlainDate | null;
  readonly revision: number;
  readonly versions: readonly VersionFacts[];
  /** 今日の版の番号 */
  readonly current: number;
}

export interface StoredSource {
  readonly fileName: string;
  readonly format: SourceFormat;
  readonly encoding: string | null;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** 出典の説明（どこから来た本文か） */
  readonly note: string | null;
}

export interface AgreementCard {
  readonly slug: string;
  readonly title: string;
  readonly parties: readonly { readonly code: string | null; readonly name: string }[];
  readonly concludedOn: PlainDate | null;
  readonly sample: boolean;
  readonly initiativeCount: number;
}

export interface AreaView extends AreaFacts {
  /** コード順 */
  readonly municipalities: readonly MunicipalityFacts[];
  readonly agreements: readonly AgreementCard[];
  /** 協約ごとの読取（政策分野・取組・役割・義務）。画面はここから組み立てる */
  readonly readings: readonly { readonly agreement: string; readonly reading: AgreementReading }[];
}

export interface AgreementView extends AgreementCard {
  readonly area: AreaSummary;
  /** 原文を読み取った版（読み直すたびに増える） */
  readonly revision: number;
  /** 何番目の変更までを当てた本文か。0 は締結のときの本文 */
  readonly version: number;
  readonly recordedAt: string;
  readonly document: LawDocument;
  readonly reading: AgreementReading;
  readonly findings: readonly Finding[];
  readonly source: Omit<StoredSource, 'bytes'> & { readonly byteLength: number };
}

export interface SearchHit {
  readonly kind: 'area' | 'agreement' | 'provision' | 'initiative' | 'municipality';
  readonly area: string;
  /** 画面の見出し */
  readonly title: string;
  /** 語の前後の抜き書き。hits は抜き書き内の一致位置 */
  readonly excerpt: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** ポータル内の場所（言語の接頭辞を除く。「/yamaguchi/agreements/yamaguchi-ube#a3」） */
  readonly path: string;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** 数え上げは上限で打ち切る。capped なら「以上」 */
  readonly total: number;
  readonly capped: boolean;
}
