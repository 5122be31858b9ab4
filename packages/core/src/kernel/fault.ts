/**
 * 動かす環境の故障（データベースに繋がらない、空きがない、権限がない）。本文でも依頼でもなく、運用者が直す。
 * 文章は持たない。code と data から文言表（app/messages）が日英の文を作る。
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;

  constructor(code: string, data: Readonly<Record<string, string | number>> = {}, options?: { readonly cause?: unknown }) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.code = code;
    this.data = data;
  }
}
