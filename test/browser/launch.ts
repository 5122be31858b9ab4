import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserServer, type LaunchOptions } from 'playwright-core';
import { cacheFolder } from './cache-folder.js';
import { unpackBrowser } from './unpack-browser.js';

const ARGUMENTS = [
  '--no-sandbox',
  '--headless=shell',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--font-render-hinting=none',
];

/**
 * 試験に使うブラウザーを起動する。接続先 wsEndpoint を各試験が使う。
 * Linux x64 では npm で届いたものを、ほかの計算機では入っている Chrome を使う。
 * RENKEI_BROWSER に実行ファイルを書けば、それを使う。
 */
export async function launchBrowser(): Promise<BrowserServer> {
  const home = mkdtempSync(join(tmpdir(), 'renkei-browser-home-'));
  const server = await chromium.launchServer({
    ...(await browserToRun(home)),
    headless: true,
    args: ARGUMENTS,
    // 停止は試験の側で行う。信号はブラウザーへ渡さない。
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const forget = () => rmSync(home, { recursive: true, force: true });
  server.once('close', forget);
  process.once('exit', forget);
  return server;
}

/** HOME が無い・書けない計算機でも動くよう、設定の置き場所は使い捨てにする。 */
async function browserToRun(home: string): Promise<LaunchOptions> {
  const env = { ...definedEnvironment(), HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home };
  if (process.env.RENKEI_BROWSER) return { executablePath: process.env.RENKEI_BROWSER, env };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome', env };
  const browser = await unpackBrowser(cacheFolder());
  return {
    executablePath: browser.executable,
    env: { ...env, LD_LIBRARY_PATH: browser.libraries, FONTCONFIG_FILE: browser.fontsConf },
  };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
