import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describeAreaFailure, fillMessage, loadExampleArea, serverMessages, storeNoticeMessages, type Catalogue, type MessageData, type ServerMessageKey } from '@renkei/app';
import { openSource, writeComparison, writeDocument } from '@renkei/formats';
import { openStore } from '@renkei/store';
import type { Config } from './config.js';
import { LAB_LIMITS } from './lab/lab-limits.js';
import { makeLabSample } from './lab/make-lab-sample.js';
import { openLabDesk } from './lab/open-lab-desk.js';
import type { Services } from './services.js';

export interface Composition {
  readonly services: Services;
  close(): Promise<void>;
}

export interface ComposeOptions {
  readonly config: Config;
  readonly baseUrl: string;
  readonly version: string;
  /** 途中経過の知らせ先 */
  readonly say: (text: string) => void;
}

/** 実物をつなぐ、ただ一つの場所。保存先を開き、要るなら例を読み込む。 */
export async function compose({ config, baseUrl, version, say }: ComposeOptions): Promise<Composition> {
  const { lang } = config;
  const tell = (key: ServerMessageKey, data?: MessageData) => say(fillMessage(serverMessages[key], lang, data));

  tell('server.opening-store', { where: fillMessage(serverMessages[config.databaseUrl === null ? 'server.store-embedded' : 'server.store-given'], lang, { folder: config.dataFolder }) });
  const store = await openStore({
    databaseUrl: config.databaseUrl ?? undefined,
    dataDir: config.dataFolder,
    log: ({ code, data }) => say(fillMessage(storeNoticeMessages[code], lang, data)),
  });
  tell('server.store-ready');

  try {
    if (await wantsExamples(config, store.catalogue)) await loadExamples(config, store.catalogue, tell);
  } catch (error) {
    await store.close();
    throw error;
  }
  let sample: ReturnType<typeof readLabSample> | undefined;
  const lab = openLabDesk(new URL('./compose-lab-worker.js', import.meta.url), LAB_LIMITS);
  return {
    services: { catalogue: store.catalogue, writeDocument, writeComparison, lab, labSample: () => (sample ??= readLabSample()), baseUrl, version, now: () => new Date().toISOString() },
    close: async () => {
      await lab.close();
      await store.close();
    },
  };
}

/** 改め文ラボの例。実際の協約の本文と、サンプルの改め文から作る。 */
async function readLabSample() {
  const [bytes, amendment] = await Promise.all([readFile(new URL(EXAMPLE_SOURCE, EXAMPLE)), readFile(new URL('sample-amendment.txt', EXAMPLE), 'utf8')]);
  const opened = await openSource(bytes, { fileName: EXAMPLE_SOURCE });
  return opened.ok ? makeLabSample(opened.value, amendment, writeDocument) : null;
}

async function wantsExamples({ examples }: Config, catalogue: Catalogue): Promise<boolean> {
  if (examples !== 'auto') return examples === 'yes';
  return (await catalogue.listAreas()).length === 0;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const EXAMPLE = new URL('../../../examples/yamaguchi/', import.meta.url);
const EXAMPLE_SOURCE = 'agreement-yamaguchi-ube.txt';
const EXAMPLE_NOTE =
  '山口市と宇部市の連携協約（平成29年3月30日締結）を文字に起こしたもの。文字起こしのときの崩れを含む。署名者の氏名は当時の報道の表記と異なるところがあるが、文字起こしのまま示す。';

/** 例は用意した結果でなく、原文を読み取って作る。読めなければ例なしで続ける（知らせはする）。 */
async function loadExamples({ lang }: Config, catalogue: Catalogue, tell: (key: ServerMessageKey, data?: MessageData) => void): Promise<void> {
  tell('server.loading-example');
  const [area, bytes] = await Promise.all([readFile(new URL('municipalities.json', EXAMPLE)), readFile(new URL(EXAMPLE_SOURCE, EXAMPLE))]);
  const loaded = await loadExampleArea(
    { slug: 'yamaguchi', area, agreements: [{ slug: 'yamaguchi-ube', fileName: EXAMPLE_SOURCE, bytes, note: EXAMPLE_NOTE, sample: false }] },
    { openSource, catalogue, sha256 },
  );
  if (!loaded.ok) return tell('server.example-failed', { detail: describeAreaFailure(loaded.error, lang) });
  for (const { slug, revision, findings } of loaded.value.agreements) tell('server.loaded-example', { agreement: slug, revision, findings });
}
