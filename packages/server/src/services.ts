import type { Catalogue, WriteComparison, WriteDocument } from '@renkei/app';
import type { LabSample } from './lab/lab-sample.js';
import type { LabDesk } from './lab/open-lab-desk.js';

/** 画面・API・配信が使うもの。compose.ts だけが中身をつなぎ、試験は手製のものを渡す。 */
export interface Services {
  readonly catalogue: Catalogue;
  readonly writeDocument: WriteDocument;
  readonly writeComparison: WriteComparison;
  /** 改め文ラボの受付（close は compose が呼ぶ） */
  readonly lab: Pick<LabDesk, 'run'>;
  readonly labSample: () => Promise<LabSample | null>;
  /** 公開の起点。末尾に / を付けない（「https://renkei.example.lg.jp」） */
  readonly baseUrl: string;
  /** 製品の版（package.json の version） */
  readonly version: string;
  /** 現在の時刻（ISO 8601）。暦の一日ではなく記録と応答の見出しにだけ使う */
  readonly now: () => string;
}
