import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 の A と AA、および axe の勧める作法。 */
const OPTIONS: RunOptions = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }, rules: { 'target-size': { enabled: true } } };

/** 画面のアクセシビリティの欠陥を一件一行で返す。 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate(async (options) => (window as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run(options), OPTIONS);
  return violations.flatMap(({ id, impact, help, nodes }) => nodes.map((node) => `${id}（${impact}）${help}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}
