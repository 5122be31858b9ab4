import { LANGS, type Lang } from '@renkei/app';
import { err, ok, type Result } from '@renkei/core';

/** 起動の設定。環境変数からだけ作り、以後は変わらない。 */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** 使う PostgreSQL。null なら組込みのデータベースを起動する */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  /** 公開の起点。末尾に / を付けない。null なら待ち受けたアドレス */
  readonly baseUrl: string | null;
  readonly examples: 'auto' | 'yes' | 'no';
  readonly cache: boolean;
  /** 起動と停止の案内の言語 */
  readonly lang: Lang;
}

export type ConfigProblemCode = 'config.not-a-port' | 'config.not-a-host' | 'config.not-a-database-url' | 'config.not-a-base-url' | 'config.not-a-choice' | 'config.not-a-folder';

/** 設定の誤り。すべてを一度に報告する。 */
export interface ConfigProblem {
  readonly key: ConfigKey;
  readonly code: ConfigProblemCode;
  readonly found: string;
}

interface ConfigEntry {
  readonly ja: string;
  readonly en: string;
  /** 省いたときの値（表示用） */
  readonly default: { readonly ja: string; readonly en: string };
  readonly example: string;
}

/** 設定の一覧。`.env.example` と docs の表はここから作る。 */
export const CONFIG_KEYS = {
  PORT: {
    ja: '待ち受けるポート番号（1〜65535）。0 は空いている番号を選ぶ。',
    en: 'Port to listen on (1–65535); 0 picks a free one.',
    default: { ja: '8080', en: '8080' },
    example: '8080',
  },
  HOST: {
    ja: '待ち受けるアドレス。ほかの端末から見せるときは 0.0.0.0（前段にリバースプロキシを置く）。',
    en: 'Address to listen on. Use 0.0.0.0 to be reached from other machines (put a reverse proxy in front).',
    default: { ja: '127.0.0.1', en: '127.0.0.1' },
    example: '127.0.0.1',
  },
  DATABASE_URL: {
    ja: '使う PostgreSQL（15以上）の接続先。省けば組込みのデータベースを起動する。',
    en: 'PostgreSQL (15 or later) to use. Without it an embedded one is started.',
    default: { ja: '（組込み）', en: '(embedded)' },
    example: 'postgres://renkei:secret@localhost:5432/renkei',
  },
  RENKEI_DATA: {
    ja: '組込みのデータベースなどを置くフォルダ。相対なら起動したフォルダから数える。',
    en: 'Folder for the embedded database and other data, relative to where the server is started.',
    default: { ja: '.renkei', en: '.renkei' },
    example: '/var/lib/renkei',
  },
  RENKEI_BASE_URL: {
    ja: '住民から見た公開の起点。配信（RSS）・サイトマップ・正規のアドレスに使う。',
    en: 'Public address as residents see it; used in feeds, the site map and canonical links.',
    default: { ja: 'http://HOST:PORT', en: 'http://HOST:PORT' },
    example: 'https://renkei.example.lg.jp',
  },
  RENKEI_EXAMPLES: {
    ja: '山口県央連携都市圏域の例を読み込むか。auto（何も登録されていなければ読み込む）・yes・no。',
    en: 'Whether to load the example area: auto (when nothing is stored yet), yes or no.',
    default: { ja: 'auto', en: 'auto' },
    example: 'no',
  },
  RENKEI_CACHE: {
    ja: '公開のたびに一度だけ画面を作って使い回すか。on・off。',
    en: 'Whether a page is made once per publication and reused: on or off.',
    default: { ja: 'on', en: 'on' },
    example: 'on',
  },
  RENKEI_LANG: {
    ja: '起動と停止の案内の言語。ja・en。画面の言語は読む人が選ぶ。',
    en: 'Language of the messages at start and stop: ja or en. Readers choose the language of pages themselves.',
    default: { ja: 'ja', en: 'ja' },
    example: 'ja',
  },
} as const satisfies Readonly<Record<string, ConfigEntry>>;

export type ConfigKey = keyof typeof CONFIG_KEYS;
export type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment): Result<Config, readonly ConfigProblem[]> {
  const problems: ConfigProblem[] = [];
  /** 値があれば確かめて採る。空文字は「省いた」とみなす（compose.yaml の `KEY=` など）。 */
  const take = <T>(key: ConfigKey, fallback: T, code: ConfigProblemCode, read: (text: string) => T | undefined): T => {
    const text = env[key]?.trim() ?? '';
    if (text === '') return fallback;
    const value = read(text);
    if (value !== undefined) return value;
    problems.push({ key, code, found: text });
    return fallback;
  };

  const config: Config = {
    port: take('PORT', 8080, 'config.not-a-port', readPort),
    host: take('HOST', '127.0.0.1', 'config.not-a-host', (t) => (/^[A-Za-z0-9.:_-]+$/.test(t) ? t : undefined)),
    databaseUrl: take<string | null>('DATABASE_URL', null, 'config.not-a-database-url', (t) => (/^postgres(ql)?:\/\/.+/.test(t) && URL.canParse(t) ? t : undefined)),
    dataFolder: take('RENKEI_DATA', '.renkei', 'config.not-a-folder', (t) => (t.includes('\0') ? undefined : t)),
    baseUrl: take<string | null>('RENKEI_BASE_URL', null, 'config.not-a-base-url', readBaseUrl),
    examples: take('RENKEI_EXAMPLES', 'auto', 'config.not-a-choice', (t) => EXAMPLES[t.toLowerCase()]),
    cache: take('RENKEI_CACHE', true, 'config.not-a-choice', (t) => SWITCH[t.toLowerCase()]),
    lang: take('RENKEI_LANG', 'ja', 'config.not-a-choice', (t) => LANGS.find((lang) => lang === t.toLowerCase())),
  };
  return problems.length > 0 ? err(problems) : ok(Object.freeze(config));
}

/** 見せるためのアドレス。どこからでも受ける指定（0.0.0.0）は、この端末の名に置き換える。 */
export function addressOf(host: string, port: number): string {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}

/** この製品の設定のつもりで書かれた、知らない名前（書き誤りに気付けるように知らせる）。 */
export function unknownKeys(env: Environment): string[] {
  return Object.keys(env).filter((key) => key.startsWith('RENKEI_') && !(key in CONFIG_KEYS)).sort();
}

const EXAMPLES: Readonly<Record<string, Config['examples']>> = { auto: 'auto', yes: 'yes', on: 'yes', no: 'no', off: 'no' };
const SWITCH: Readonly<Record<string, boolean>> = { on: true, yes: true, true: true, '1': true, off: false, no: false, false: false, '0': false };

function readPort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535 ? Number(text) : undefined;
}

/** 起点はスキームとホストまで。下位のパスへの配置は、絶対パスのリンクが壊れるので受けない。 */
function readBaseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return (url.protocol === 'http:' || url.protocol === 'https:') && bare ? url.origin : undefined;
}
