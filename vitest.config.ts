import { defineConfig } from 'vitest/config';

/** 一つの試験走行に、単体・保存・画面の三つの組を持つ。 */
export default defineConfig({
  resolve: { conditions: ['renkei-source'] },
  ssr: { resolve: { conditions: ['renkei-source'], externalConditions: ['renkei-source'] } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['packages/{core,app,formats,cli,server}/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'store', include: ['packages/store/src/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 },
      },
      {
        extends: true,
        test: { name: 'e2e', include: ['test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 240_000, fileParallelism: false },
      },
    ],
  },
});
