import type { AgreementReading, Finding, LawDocument, PlainDate } from '@renkei/core';
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
  readonly revision: number;
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
