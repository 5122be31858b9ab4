import { cpus } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * 試験は一度の走行で四つの組を回す。組の順は groupOrder。
 * 単体 unit → 保存 store → 工程 process（製品を別プロセスで動かす）→ 画面 e2e（本物のブラウザー）。
 * 保存と工程と画面は本物の PostgreSQL を動かすので、一度に一ファイルずつ回す。
 */
const oneAtATime = { fileParallelism: false, maxWorkers: 1 } as const;

export default defineConfig({
  resolve: { conditions: ['renkei-source'] },
  ssr: { resolve: { conditions: ['renkei-source'], externalConditions: ['renkei-source'] } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    reporters: process.env.CI ? ['default'] : ['dot'],
    // 時間帯と言語は試験の結果を変えない。製品が頼っていないことを、東京でない時間帯で確かめる。
    env: { TZ: 'America/St_Johns' },
    pool: 'forks',
    passWithNoTests: false,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/{core,app,formats,cli,server}/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          maxWorkers: Math.min(4, cpus().length),
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: ['packages/store/src/**/*.test.ts'],
          globalSetup: ['packages/store/src/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          ...oneAtATime,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: ['test/process/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          ...oneAtATime,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/{browser,e2e}/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          ...oneAtATime,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
