import type { Message } from './message.js';

/** サーバーの起動・停止・設定の案内。 */
export const serverMessages = {
  'server.starting': { ja: 'Renkei {version} を起動しています。', en: 'Starting Renkei {version}.' },
  'server.opening-store': { ja: 'データベースを開いています（{where}）…', en: 'Opening the database ({where})…' },
  'server.store-embedded': { ja: '組込み、{folder}', en: 'embedded, {folder}' },
  'server.store-given': { ja: 'DATABASE_URL の接続先', en: 'as given in DATABASE_URL' },
  'server.store-ready': { ja: 'データベースの用意ができました。', en: 'The database is ready.' },
  'server.loading-example': { ja: '例（山口県央連携都市圏域）の原文を読み取っています…', en: 'Reading the example area from its source text…' },
  'server.loaded-example': { ja: '例を読み取りました: {agreement}（第{revision}版、読取の報告 {findings}件）', en: 'Read the example: {agreement} (version {revision}, {findings:finding|findings})' },
  'server.example-failed': { ja: '例を読み込めませんでした。\n{detail}', en: 'The example could not be loaded.\n{detail}' },
  'server.ready': { ja: '公開しました: {address}  （止めるには Ctrl+C）', en: 'Ready: {address}  (Ctrl+C to stop)' },
  'server.unknown-key': { ja: '知らない設定 {key} があります。書き誤りではありませんか（使わずに続けます）。', en: 'Unknown setting {key}; is it misspelt? (Ignored.)' },
  'server.stopping': { ja: '{signal} を受け取りました。受付をやめ、応答中の要求を終えています…', en: 'Received {signal}. No longer accepting; finishing the requests under way…' },
  'server.stopping-store': { ja: 'データベースを閉じています…', en: 'Closing the database…' },
  'server.stopped': { ja: '止まりました。', en: 'Stopped.' },
  'server.port-in-use': {
    ja: 'ポート {port} はほかのプログラムが使っています。そのプログラムを止めるか、PORT=8081 のように空いている番号を指定してください（PORT=0 なら空いている番号を選びます）。',
    en: 'Port {port} is used by another program. Stop it, or give a free one such as PORT=8081 (PORT=0 picks one).',
  },
  'server.port-forbidden': {
    ja: 'ポート {port} を開く権限がありません。1024 以上の番号を PORT に指定してください。',
    en: 'No permission to open port {port}. Give a number of 1024 or above as PORT.',
  },
  'server.host-unavailable': {
    ja: 'この機器にはアドレス {host} がありません。HOST に 127.0.0.1 か、この機器のアドレスを指定してください。',
    en: 'This machine has no address {host}. Set HOST to 127.0.0.1 or to an address of this machine.',
  },
  'server.fault': { ja: '起動できませんでした: {detail}', en: 'Could not start: {detail}' },

  'config.problems': { ja: '設定に{count}件の誤りがあります。直してから、もう一度起動してください。', en: '{count:setting is|settings are} wrong. Correct and start again.' },
  'config.not-a-port': { ja: '{key}={found} はポート番号ではありません。0〜65535 の整数にしてください（例: {key}={example}）。', en: '{key}={found} is not a port. Give a whole number from 0 to 65535 (e.g. {key}={example}).' },
  'config.not-a-host': { ja: '{key}={found} は待ち受けるアドレスではありません（例: {key}={example}）。', en: '{key}={found} is not an address to listen on (e.g. {key}={example}).' },
  'config.not-a-database-url': {
    ja: '{key} を PostgreSQL の接続先として読めません。postgres:// で始めてください（例: {key}={example}）。',
    en: '{key} cannot be read as the address of a PostgreSQL server. Begin with postgres:// (e.g. {key}={example}).',
  },
  'config.not-a-base-url': {
    ja: '{key}={found} は公開の起点ではありません。http:// か https:// で始め、ホスト名までを書いてください（例: {key}={example}）。',
    en: '{key}={found} is not a public address. Begin with http:// or https:// and end with the host name (e.g. {key}={example}).',
  },
  'config.not-a-choice': { ja: '{key}={found} は選べません（例: {key}={example}）。{meaning}', en: '{key}={found} is not a choice (e.g. {key}={example}). {meaning}' },
  'config.not-a-folder': { ja: '{key}={found} はフォルダの名として使えません（例: {key}={example}）。', en: '{key}={found} cannot be used as a folder (e.g. {key}={example}).' },
} as const satisfies Readonly<Record<string, Message>>;

export type ServerMessageKey = keyof typeof serverMessages;
