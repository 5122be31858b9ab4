import type { Message } from './message.js';

/** 保存先の故障。どこで・何があり・何が要り・次に何をするかを言う。 */
export const storeFaultMessages = {
  'store.data-in-use': {
    ja: 'データフォルダ {folder} は別のプロセス（番号 {pid}、{since} から）が使っています。同じフォルダを二つのプロセスで使うことはできません。そのプロセスを終えるか、別のデータフォルダか DATABASE_URL を指定してください。',
    en: 'The data folder {folder} is in use by another process (pid {pid}, since {since}). Two processes cannot share one folder. Stop that process, or give another data folder or DATABASE_URL.',
  },
  'store.data-in-use-elsewhere': {
    ja: 'データフォルダ {folder} は別の機器かコンテナ {host} のプロセス（番号 {pid}、{since} から）が使っています。そちらを止めてからやり直すか、別のデータフォルダか DATABASE_URL を指定してください。',
    en: 'The data folder {folder} is in use by a process on another machine or container, {host} (pid {pid}, since {since}). Stop it and try again, or give another data folder or DATABASE_URL.',
  },
  'store.permission': {
    ja: '{path} を読み書きできません（{detail}）。このフォルダの所有者として動かすか、書けるデータフォルダを指定してください。',
    en: 'Cannot read or write {path} ({detail}). Run as the owner of this folder, or give a data folder that can be written.',
  },
  'store.disk-full': {
    ja: '{path} のあるディスクに空きがありません。200 MB 以上を空けてからやり直してください。保存済みのデータは失われていません。',
    en: 'The disk holding {path} is full. Free at least 200 MB and try again. Nothing already stored is lost.',
  },
  'store.file-error': {
    ja: '{path} を扱えません（{detail}）。ディスクとデータフォルダの指定を確かめてください。',
    en: 'Cannot work with {path} ({detail}). Check the disk and the data folder given.',
  },
  'store.data-missing': {
    ja: '{location} は、データが {folder} にあると記していますが、そこにありません。{folder} を元に戻してください。データを捨てて始めるなら {location} を消してください。',
    en: '{location} says the data is in {folder}, but it is not there. Put {folder} back, or delete {location} to start again without that data.',
  },
  'store.damaged-location': {
    ja: '{location} を読めません（{detail}）。{"database":"データのあるフォルダ"} の形に直すか、データを捨てて始めるなら消してください。',
    en: '{location} cannot be read ({detail}). Write it as {"database":"folder holding the data"}, or delete it to start again without that data.',
  },
  'store.no-embedded-database': {
    ja: '組込みの PostgreSQL をこの機器（{platform}）で動かせません（{detail}）。PostgreSQL 15 以上を用意し、DATABASE_URL に接続先を指定してください。',
    en: 'The embedded PostgreSQL cannot run on this machine ({platform}): {detail}. Provide PostgreSQL 15 or later and give its address in DATABASE_URL.',
  },
  'store.unlisted-user': {
    ja: '利用者の番号 {uid} がこの機器に登録されていません（/etc/passwd にありません）。組込みの PostgreSQL は、登録のある利用者でだけ動きます。登録のある利用者で動かすか、DATABASE_URL を指定してください。',
    en: 'User ID {uid} is not listed on this machine (not in /etc/passwd), and the embedded PostgreSQL runs only as a listed user. Run as a listed user, or give DATABASE_URL.',
  },
  'store.no-account': {
    ja: 'PostgreSQL は root では動かないため、別の利用者として動かそうとしましたが、できませんでした（{detail}）。root でない利用者で動かすか、DATABASE_URL を指定してください。',
    en: 'PostgreSQL refuses to run as root, and no other user could be used to run it ({detail}). Run as a user other than root, or give DATABASE_URL.',
  },
  'store.init-failed': {
    ja: '{folder} にデータベースを作れませんでした: {detail}',
    en: 'The database could not be created in {folder}: {detail}',
  },
  'store.start-failed': {
    ja: '組込みの PostgreSQL が起動しませんでした: {detail}（記録は {log}）',
    en: 'The embedded PostgreSQL did not start: {detail} (log: {log})',
  },
  'store.data-version': {
    ja: '{folder} のデータは PostgreSQL {found} のもので、組込みの PostgreSQL は {expected} です。PostgreSQL {found} で書き出し（pg_dump）、新しいデータフォルダへ読み込んでください。',
    en: 'The data in {folder} was written by PostgreSQL {found}, but the embedded PostgreSQL is {expected}. Export it with PostgreSQL {found} (pg_dump) and load it into a new data folder.',
  },
  'store.bad-address': {
    ja: 'DATABASE_URL を読めません。postgres://利用者:パスワード@ホスト:5432/データベース の形で指定してください。',
    en: 'DATABASE_URL cannot be read. Write it as postgres://user:password@host:5432/database.',
  },
  'store.unavailable': {
    ja: 'データベース {address} に繋がりません（{detail}）。データベースが動いているか、接続先と認証の指定を確かめてください。',
    en: 'Cannot reach the database {address} ({detail}). Check that it is running, and the address and credentials given.',
  },
  'store.server-too-old': {
    ja: '接続先は PostgreSQL {found} です。15 以上が要ります。',
    en: 'The server is PostgreSQL {found}; 15 or later is needed.',
  },
  'store.server-encoding': {
    ja: '接続先のデータベースの文字コードは {found} です。UTF8 で作ったデータベース（CREATE DATABASE … ENCODING \'UTF8\' TEMPLATE template0）を指定してください。',
    en: "The database's encoding is {found}. Give a database made with UTF8 (CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0).",
  },
  'store.migration-edited': {
    ja: 'マイグレーション {name} は、このデータベースに適用した後で書き換えられています（適用時 {expected}、今 {found}）。元の内容に戻し、変更は新しい番号のマイグレーションで加えてください。',
    en: 'Migration {name} was edited after it had been applied to this database (applied {expected}, now {found}). Restore it, and make the change in a migration with a new number.',
  },
  'store.migration-gap': {
    ja: 'マイグレーションの番号が続いていません（{expected} があるはずの所に {found}）。番号は 0001 から一つずつ続けてください。',
    en: 'Migration numbers are not consecutive (found {found} where {expected} was expected). Number them one by one from 0001.',
  },
  'store.migration-failed': {
    ja: 'マイグレーション {name} を適用できませんでした（{detail}）。データベースは適用前のままです。接続先の利用者に、表を作る権限（CREATE ON SCHEMA public）と容量があるかを確かめて、もう一度起動してください。',
    en: 'Migration {name} could not be applied ({detail}). The database is as it was before. Check that the user given may create tables (CREATE ON SCHEMA public) and has room, then start again.',
  },
  'store.database-newer': {
    ja: 'データベースは新しい版のプログラムのものです（適用済み {found}、このプログラムが知るのは {known} まで）。プログラムを新しくしてください。',
    en: 'The database belongs to a newer version of the program (applied {found}; this program knows up to {known}). Update the program.',
  },
} as const satisfies Record<`store.${string}`, Message>;

export type StoreFaultCode = keyof typeof storeFaultMessages;

/** 保存先の立上げと停止の途中で知らせること。 */
export const storeNoticeMessages = {
  'store.initialising': { ja: '{folder} にデータベースを作っています。', en: 'Creating the database in {folder}.' },
  'store.init-redone': { ja: '前回、途中で止まったデータベースの作成をやり直します（{folder}）。', en: 'The last creation of the database stopped halfway; doing it again ({folder}).' },
  'store.placed-elsewhere': {
    ja: '{dataDir} は PostgreSQL を動かす利用者から読めないため、データを {folder} に置きます（場所は {location} に記します）。',
    en: 'The user that runs PostgreSQL cannot read {dataDir}; the data is kept in {folder} (noted in {location}).',
  },
  'store.binaries-copied': { ja: 'PostgreSQL の実行ファイルを {folder} に写しました。', en: 'Copied the PostgreSQL binaries to {folder}.' },
  'store.lock-recovered': { ja: '前のプロセス（番号 {pid}）は終了処理をせずに終わっていました。引き継ぎます。', en: 'The previous process (pid {pid}) ended without closing; taking over.' },
  'store.orphan-stopped': { ja: '前のプロセスが残した PostgreSQL（番号 {pid}）を止めました。', en: 'Stopped the PostgreSQL (pid {pid}) that the previous process had left running.' },
  'store.waiting-for-holder': { ja: 'データフォルダの使用者 {host} がまだ動いているか確かめています。', en: 'Checking whether {host}, which holds the data folder, is still running.' },
  'store.recovering': { ja: 'データベースが前回の続きから復旧するのを待っています。', en: 'Waiting for the database to recover.' },
  'store.started': { ja: '組込みの PostgreSQL が起動しました（127.0.0.1:{port}）。', en: 'The embedded PostgreSQL is running (127.0.0.1:{port}).' },
  'store.migrated': { ja: 'マイグレーション {name} を適用しました。', en: 'Applied migration {name}.' },
  'store.stopped-unexpectedly': { ja: '組込みの PostgreSQL が予期せず止まりました（記録は {log}）。', en: 'The embedded PostgreSQL stopped unexpectedly (log: {log}).' },
  'store.slow-stop': { ja: '組込みの PostgreSQL が止まらないため、即時停止を求めました。次の起動時に復旧します。', en: 'The embedded PostgreSQL did not stop; asked it to stop at once. It will recover at the next start.' },
  'store.connection-lost': { ja: 'データベースとの接続が切れました（{detail}）。次の依頼で繋ぎ直します。', en: 'A database connection was lost ({detail}). It will be reopened when needed.' },
} as const satisfies Record<`store.${string}`, Message>;

export type StoreNoticeCode = keyof typeof storeNoticeMessages;

/** 保存先からの知らせ。文章は持たない。 */
export interface StoreNotice {
  readonly code: StoreNoticeCode;
  readonly data: Readonly<Record<string, string | number>>;
}
