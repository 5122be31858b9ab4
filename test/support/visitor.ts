import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject } from 'vitest';

export const origin = inject('origin');

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** 見ている間に起きた、あってはならないこと。外への要求、画面の誤り */
  readonly troubles: string[];
  leave(): Promise<void>;
}

let browser: Promise<Browser> | undefined;

/** 一人の訪問者。まっさらな状態から始め、外への要求と画面の誤りを記録する。 */
export async function visitor(options: BrowserContextOptions = {}): Promise<Visitor> {
  browser ??= chromium.connect(inject('browserEndpoint'));
  const home = options.baseURL ?? origin;
  const context = await (await browser).newContext({ baseURL: origin, viewport: { width: 1280, height: 900 }, locale: 'ja-JP', acceptDownloads: true, ...options });
  context.setDefaultTimeout(20_000);
  const troubles: string[] = [];
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url());
    if (url.origin === home || url.protocol === 'data:' || url.protocol === 'blob:') return route.continue();
    troubles.push(`外への要求: ${url.href}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(`画面の例外: ${error.message}`));
  page.on('console', (message) => {
    // 404 や 500 の頁そのものを開いたときの記録は、誤りではない。
    if (message.type() === 'error' && !(message.location().url === page.url() && /status of [45]\d\d/.test(message.text()))) {
      troubles.push(`画面の記録: ${message.text()}（${message.location().url}）`);
    }
  });
  page.on('requestfailed', (request) => {
    if (new URL(request.url()).origin === home && request.failure()?.errorText !== 'net::ERR_ABORTED') troubles.push(`届かない要求: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) troubles.push(`応答 ${response.status()}: ${response.url()}`);
  });
  return { page, context, troubles, leave: () => context.close() };
}
