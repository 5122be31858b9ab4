import type { Catalogue, WriteDocument } from '@renkei/app';

/** 画面・API・配信が使うもの。compose.ts だけが中身をつなぎ、試験は手製のものを渡す。 */
export interface Services {
  readonly catalogue: Catalogue;
  readonly writeDocument: WriteDocument;
  /** 公開の起点。末尾に / を付けない（「https://renkei.example.lg.jp」） */
  readonly baseUrl: string;
  /** 製品の版（package.json の version） */
  readonly version: string;
  /** 現在の時刻（ISO 8601）。暦の一日ではなく記録と応答の見出しにだけ使う */
  readonly now: () => string;
}
