import type { TestProject } from 'vitest/node';
import { launchBrowser } from '../browser/launch.js';
import { startProduct } from './start-product.js';

declare module 'vitest' {
  interface ProvidedContext {
    origin: string;
    browserEndpoint: string;
  }
}

/** 画面の試験の全体で、製品とブラウザーを一度だけ起動する。 */
export default async function globalSetup({ provide }: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  const browser = await launchBrowser().catch(async (cause: unknown) => {
    await product.stop();
    throw cause;
  });
  provide('origin', product.origin);
  provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    const { code } = await product.stop();
    if (code !== 0) throw new Error(`製品が終了コード ${code} で終わりました。\n${product.output()}`);
  };
}
