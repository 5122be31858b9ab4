/**
 * マイグレーションの結果を schema.sql に書き出す。--check なら書かずに比べ、違えば終了コード1。
 */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '../src/database/connect.js';
import { startEmbedded } from '../src/embedded/start-embedded.js';
import { dumpSchema } from '../src/migrate/dump-schema.js';
import { migrate } from '../src/migrate/migrate.js';
import { readMigrations } from '../src/migrate/migrations.js';

const file = fileURLToPath(new URL('../schema.sql', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'renkei-schema-'));
await chmod(folder, 0o755);
const silent = () => undefined;
const server = await startEmbedded(join(folder, 'data'), silent);
try {
  const connection = connect(server.address, silent, 1);
  await migrate(connection.pool, await readMigrations(), silent);
  const found = await dumpSchema(connection.pool);
  await connection.close();
  if (!process.argv.includes('--check')) await writeFile(file, found);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== found) {
    process.stderr.write('packages/store/schema.sql がマイグレーションの結果と違います。npm run schema:dump で書き出し、差分を見て一緒に入れてください。\n');
    process.exitCode = 1;
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
