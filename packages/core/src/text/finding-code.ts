/**
 * 報告の符号。文言表（app/messages/findings.ts）はこの型を網羅しないと型検査を通らない。
 * source.* 形式を開くとき / text.* 本文の木を読むとき / agreement.* 協約として読むとき
 */
export type FindingCode = SourceFindingCode | TextFindingCode | AgreementFindingCode;

export type SourceFindingCode =
  | 'source.encoding-assumed'
  | 'source.invalid-bytes';

export type TextFindingCode =
  | 'text.unread';

export type AgreementFindingCode =
  | 'agreement.not-a-cooperation-agreement';
