import type { AdoptionFailure } from './adoption-failure.js';
import type { AreaFailure } from './area-failure.js';
import type { Message } from './messages/message.js';
import type { SourceFailure } from './ports.js';

/** 依頼に応えられない理由の符号すべて。 */
export type ErrorCode =
  | SourceFailure['code']
  | AreaFailure['code']
  | AdoptionFailure['code']
  | 'request.not-found'
  | 'request.invalid'
  | 'request.method-not-allowed'
  | 'request.too-large'
  | 'usage.invalid'
  | 'fault.database'
  | 'fault.unexpected';

export interface ErrorMeaning {
  /** HTTP の状態番号 */
  readonly status: number;
  /** renkei コマンドの終了コード */
  readonly exitCode: 1 | 2 | 3;
  readonly title: Message;
  /** 中身（data）を利用者に見せてよいか。false なら題だけを見せ、詳しいことは記録に残す */
  readonly userVisible: boolean;
}

/** 符号から HTTP・終了コード・画面の題への、ただ一つの対応表。 */
export const ERROR_CODES: Readonly<Record<ErrorCode, ErrorMeaning>> = {
  'source.empty': { status: 422, exitCode: 1, userVisible: true, title: { ja: 'ファイルが空です', en: 'The file is empty' } },
  'source.too-large': { status: 413, exitCode: 1, userVisible: true, title: { ja: 'ファイルが大きすぎます', en: 'The file is too large' } },
  'source.unknown-format': { status: 415, exitCode: 1, userVisible: true, title: { ja: '読めない形式のファイルです', en: 'This kind of file cannot be read' } },
  'source.unpacked-too-large': { status: 413, exitCode: 1, userVisible: true, title: { ja: '展開すると大きすぎるファイルです', en: 'The file is too large when unpacked' } },
  'source.damaged-container': { status: 422, exitCode: 1, userVisible: true, title: { ja: 'ファイルが壊れています', en: 'The file is damaged' } },
  'source.no-text-layer': { status: 422, exitCode: 1, userVisible: true, title: { ja: '文字のない PDF です', en: 'This PDF has no text' } },
  'source.encrypted': { status: 422, exitCode: 1, userVisible: true, title: { ja: 'パスワードで保護されたファイルです', en: 'The file is protected by a password' } },
  'source.took-too-long': { status: 422, exitCode: 1, userVisible: true, title: { ja: '読むのに時間がかかりすぎます', en: 'Reading takes too long' } },
  'source.not-well-formed': { status: 422, exitCode: 1, userVisible: true, title: { ja: '書式が崩れています', en: 'The markup is broken' } },
  'source.wrong-shape': { status: 422, exitCode: 1, userVisible: true, title: { ja: '構造が決まりに合いません', en: 'The structure does not follow the rules' } },
  'area.not-json': { status: 422, exitCode: 1, userVisible: true, title: { ja: '圏域の定義が JSON ではありません', en: 'The area definition is not JSON' } },
  'area.invalid': { status: 422, exitCode: 1, userVisible: true, title: { ja: '圏域の定義に誤りがあります', en: 'The area definition has errors' } },
  'area.agreement-unreadable': { status: 422, exitCode: 1, userVisible: true, title: { ja: '圏域の協約の本文を開けません', en: 'The text of an agreement of the area cannot be opened' } },
  'area.not-an-agreement': { status: 422, exitCode: 1, userVisible: true, title: { ja: '圏域の協約として置かれた文書が連携協約ではありません', en: 'A document of the area is not a cooperation agreement' } },
  'area.amendment-no-longer-fits': { status: 409, exitCode: 1, userVisible: true, title: { ja: '読み直した本文に、既にある変更が当たりません', en: 'An earlier amendment no longer fits the text' } },
  'area.changed-meanwhile': { status: 409, exitCode: 1, userVisible: true, title: { ja: '読んでいる間に協約が変わりました', en: 'The agreement changed in the meantime' } },
  'adoption.no-agreement': { status: 404, exitCode: 1, userVisible: true, title: { ja: '変更する協約がありません', en: 'There is no such agreement' } },
  'adoption.unreadable': { status: 422, exitCode: 1, userVisible: true, title: { ja: '改め文を開けません', en: 'The amending text cannot be opened' } },
  'adoption.not-partial': { status: 422, exitCode: 1, userVisible: true, title: { ja: '一部を変更する文書ではありません', en: 'The document does not amend in part' } },
  'adoption.refused': { status: 422, exitCode: 1, userVisible: true, title: { ja: '改め文を当てられません', en: 'The amendment cannot be applied' } },
  'adoption.no-day': { status: 422, exitCode: 1, userVisible: true, title: { ja: '施行の日が分かりません', en: 'The day it takes effect is not known' } },
  'adoption.too-early': { status: 422, exitCode: 1, userVisible: true, title: { ja: '施行の日が前の版より前です', en: 'It would take effect before the version it changes' } },
  'adoption.changed-meanwhile': { status: 409, exitCode: 1, userVisible: true, title: { ja: '読んでいる間に協約が変わりました', en: 'The agreement changed in the meantime' } },
  'request.not-found': { status: 404, exitCode: 1, userVisible: true, title: { ja: 'お探しのページは見つかりません', en: 'Page not found' } },
  'request.invalid': { status: 400, exitCode: 2, userVisible: true, title: { ja: '指定に誤りがあります', en: 'The request is not valid' } },
  'request.method-not-allowed': { status: 405, exitCode: 2, userVisible: true, title: { ja: 'この操作はできません', en: 'This method is not allowed' } },
  'request.too-large': { status: 413, exitCode: 2, userVisible: true, title: { ja: '送られた内容が大きすぎます', en: 'The request is too large' } },
  'usage.invalid': { status: 400, exitCode: 2, userVisible: true, title: { ja: 'コマンドの使い方が違います', en: 'The command was not used correctly' } },
  'fault.database': { status: 503, exitCode: 3, userVisible: false, title: { ja: 'データベースにつながりません', en: 'The database cannot be reached' } },
  'fault.unexpected': { status: 500, exitCode: 3, userVisible: false, title: { ja: '処理の途中で問題が起きました', en: 'Something went wrong' } },
};
