/**
 * 報告の符号。文言表（app/messages/findings.ts）はこの型を網羅しないと型検査を通らない。
 * source.* 形式を開くとき / text.* 本文の木を読むとき / agreement.* 協約として読むとき
 */
export type FindingCode = SourceFindingCode | TextFindingCode | AgreementFindingCode;

/**
 * 形式を開いたときの報告。data の値:
 * - encoding-assumed: encoding（採った文字コード）, candidates（ほかに成り立つもの）
 * - encoding-mismatch: declared（原文が名乗る文字コード）, encoding（実際）
 * - invalid-bytes: offset（先頭からのバイト位置）, hex（そのバイト列）, encoding
 * - more-invalid-bytes: count（個別に示さなかった箇所の数）
 * - unreadable-characters: count（U+FFFD。前の工程で失われた文字・字形から引けない文字）
 * - private-use-characters: count, codes（U+E000 など外字）
 * - control-characters: count, codes（NUL など）
 * - page-furniture: part（本文でない部分の種類）。found に文字そのもの
 * - hidden-text: count。found に文字そのもの
 * - revision-deleted / revision-inserted: author。変更履歴の削除（採らない）・挿入（採る）
 * - automatic-number: count（計算して印字を補った番号の数）, first（その最初の印字）
 * - ruby-reading: reading（採らなかった読み）。found に親文字
 * - note: part（footnote / endnote / comment）。found に注の文字
 * - object: part（image / drawing / math / form など、文字でないもの）, name
 * - nested-table: rows, columns（欄の中の表。欄の文字としてつないだ）
 * - damaged-part: part（容器の中の名）, detail
 * - joined-lines: count（行幅で折られた行をつないだ数）
 * - table-recognised: rows, columns（位置から見分けた表）
 * - pages-without-text: count, pages（文字の無い頁）
 */
export type SourceFindingCode =
  | 'source.encoding-assumed'
  | 'source.encoding-mismatch'
  | 'source.invalid-bytes'
  | 'source.more-invalid-bytes'
  | 'source.unreadable-characters'
  | 'source.private-use-characters'
  | 'source.control-characters'
  | 'source.page-furniture'
  | 'source.hidden-text'
  | 'source.revision-deleted'
  | 'source.revision-inserted'
  | 'source.automatic-number'
  | 'source.ruby-reading'
  | 'source.note'
  | 'source.object'
  | 'source.nested-table'
  | 'source.damaged-part'
  | 'source.joined-lines'
  | 'source.table-recognised'
  | 'source.pages-without-text';

export type TextFindingCode =
  | 'text.unread';

export type AgreementFindingCode =
  | 'agreement.not-a-cooperation-agreement';
