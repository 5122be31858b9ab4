import type { Message } from './message.js';

/** 公開 API の文言（誤りの説明、説明の頁、表の説明）。 */
export const apiMessages = {
  'api.title': { ja: 'データの公開（API）', en: 'Open data (API)' },
  'api.lead': {
    ja: '公開している記録は、すべて JSON と CSV で取り出せます。登録も鍵もいりません。',
    en: 'Every published record can be taken as JSON and CSV, without registration and without a key.',
  },
  'api.reference': { ja: '機械で読める仕様（OpenAPI 3.1）', en: 'Machine-readable description (OpenAPI 3.1)' },
  'api.endpoints': { ja: 'アドレス', en: 'Endpoints' },
  'api.endpoint': { ja: 'アドレス', en: 'Endpoint' },
  'api.returns': { ja: '返すもの', en: 'Returns' },
  'api.parameters': { ja: '指定', en: 'Parameters' },
  'api.parameter': { ja: '名', en: 'Name' },
  'api.meaning': { ja: '意味', en: 'Meaning' },
  'api.required': { ja: '必須', en: 'required' },
  'api.try': { ja: '例', en: 'Example' },
  'api.parameter-area': { ja: '圏域の名（slug）', en: 'slug of the area' },
  'api.parameter-agreement': { ja: '協約の名（slug）', en: 'slug of the agreement' },
  'api.parameter-path': { ja: '取組の番号。「/」はそのまま書く', en: 'path of the initiative, with its slashes' },
  'api.parameter-code': { ja: '全国地方公共団体コード（6桁）', en: 'six-digit local government code' },
  'api.parameter-limit': { ja: '一度に返す件数（1〜100、既定20）', en: 'number of records to return (1–100, default 20)' },
  'api.parameter-offset': { ja: '飛ばす件数（既定0）', en: 'number of records to skip (default 0)' },
  'api.parameter-field': { ja: '政策分野の番号。「3」は 3(1)・3(2)… を含む', en: 'policy field; “3” includes 3(1), 3(2), …' },
  'api.parameter-party': { ja: '役割を負う団体の名かコード', en: 'name or code of a body that bears a role' },
  'api.parameter-q': { ja: '探す語（1文字から）。空白で区切るとすべてを含むもの', en: 'words to search, from one character; several must all occur' },
  'api.parameter-kind': { ja: '種類（area, agreement, provision, initiative, municipality）', en: 'kind (area, agreement, provision, initiative, municipality)' },
  'api.parameter-version': { ja: '版の番号。0 は締結時、k は k 回目の変更の後', en: 'number of the version: 0 as concluded, k after change k' },
  'api.parameter-from': { ja: '旧とする版の番号（既定は最後から二つ目）', en: 'version shown as the old text (default: the last but one)' },
  'api.parameter-to': { ja: '新とする版の番号（既定は最後）', en: 'version shown as the new text (default: the last)' },
  'api.table': { ja: '表', en: 'Table' },
  'api.row': { ja: '一行が表すもの', en: 'One row is' },
  'api.columns': { ja: '列の説明', en: 'columns' },
  'api.downloads': { ja: '協約の本文は、協約のページから txt・HTML・法令標準XML・Akoma Ntoso・JSON でも受け取れます。', en: 'The text of an agreement can also be taken from its page as txt, HTML, Japanese law XML, Akoma Ntoso and JSON.' },
  'api.meaning-of-code': { ja: 'どういうとき', en: 'When' },
  'api.rules': { ja: '約束', en: 'Rules' },
  'api.rule-stable': {
    ja: '一度公開したアドレスは変えません。項目は増えることがありますが、v1 の間は減らしません。',
    en: 'Published addresses do not change. Fields may be added, but none is removed within v1.',
  },
  'api.rule-cache': {
    ja: '応答には ETag が付きます。If-None-Match を送ると、変わっていないときは 304 だけを返します。',
    en: 'Responses carry an ETag; send If-None-Match and an unchanged record is answered with 304.',
  },
  'api.rule-cors': { ja: 'どのサイトのスクリプトからも読めます（CORS）。', en: 'Scripts of any site may read it (CORS).' },
  'api.rule-text': {
    ja: '協約の本文は日本語だけです。法的な効力を持つのは締結された原本です。',
    en: 'The text of agreements is Japanese only; the concluded original has legal force.',
  },
  'api.rule-csv': {
    ja: 'CSV は UTF-8（BOM 付き）、1行目が項目名、2行目から値です。同じ名の .schema.json が各列の意味を述べます。「=」「+」「-」「@」で始まる文字には、表計算ソフトで式として動かないよう先頭に「\'」を付けています。',
    en: 'CSV is UTF-8 with BOM: headings in row 1, values from row 2. The .schema.json of the same name describes each column. Text that begins with =, +, - or @ is preceded by an apostrophe so that no spreadsheet runs it as a formula.',
  },
  'api.errors': { ja: '誤りの答え方', en: 'Errors' },
  'api.errors-lead': {
    ja: '誤りは RFC 9457 の problem+json で返します。言葉は Accept-Language（ja, en）に従います。type は次の表のその行を指します。',
    en: 'Errors are RFC 9457 problem+json in the language of Accept-Language (ja, en). Their type points to a row of this table.',
  },
  'api.code': { ja: '符号', en: 'Code' },
  'api.status': { ja: '状態番号', en: 'Status' },
  'api.tables': { ja: '表（CSV）', en: 'Tables (CSV)' },
  'api.no-example': { ja: '公開された圏域がまだありません。', en: 'No area has been published yet.' },
  'api.not-found': {
    ja: '{path} に当たる記録はありません。{list} の一覧から選んでください。',
    en: 'There is no record at {path}. Choose one from the list at {list}.',
  },
  'api.no-such-address': {
    ja: '{path} というアドレスはありません。アドレスの一覧は {list} にあります。',
    en: 'There is no address {path}. The addresses are listed at {list}.',
  },
  'api.method': { ja: '{method} はできません。この面は読むだけです（GET, HEAD）。', en: '{method} is not possible; this side is read-only (GET, HEAD).' },
  'api.invalid': { ja: '指定に {count} 件の誤りがあります。', en: '{count:problem|problems} in the request.' },
  'api.fault': {
    ja: 'サーバーの都合で答えられませんでした。しばらくしてからもう一度試してください（照会番号 {request}）。',
    en: 'The server could not answer. Try again later (reference {request}).',
  },
  'api.invalid-integer': {
    ja: '{at} は {min} から {max} までの整数にしてください（受け取った値: {found}）。',
    en: '{at} must be a whole number from {min} to {max} (received: {found}).',
  },
  'api.invalid-choice': { ja: '{at} は次のどれかにしてください: {expected}（受け取った値: {found}）。', en: '{at} must be one of: {expected} (received: {found}).' },
  'api.invalid-length': { ja: '{at} は {min} 文字以上 {max} 文字以下にしてください（受け取った値: {found}）。', en: '{at} must have {min} to {max} characters (received: {found}).' },
  'api.invalid-unknown': { ja: '{at} という指定はありません。使えるのは {expected} です。', en: 'There is no parameter {at}. Possible ones: {expected}.' },
  'api.invalid-other': { ja: '{at} の値を読めません（受け取った値: {found}）。', en: 'The value of {at} cannot be read (received: {found}).' },
} as const satisfies Record<`api.${string}`, Message>;

export type ApiMessageKey = keyof typeof apiMessages;
