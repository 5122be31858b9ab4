import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { commandLine, ownIdentity, startedAt, stateOf } from './process-identity.js';

it('自分は生きている', () => {
  expect(stateOf(ownIdentity())).toBe('running');
});

it.runIf(process.platform === 'linux').each([
  ['番号が使い回されたもの（始まった時刻が違う）は終わっている', { started: '1' }, 'ended'],
  ['機器が再起動していれば終わっている', { boot: '00000000-0000-0000-0000-000000000000' }, 'ended'],
  ['別の機器のものは分からない', { host: 'elsewhere' }, 'unknown'],
  ['別のコンテナのものは分からない', { space: 'pid:[1]' }, 'unknown'],
] as const)('%s', (_rule, change, expected) => {
  expect(stateOf({ ...ownIdentity(), ...change })).toBe(expected);
});

it('終わったプロセスは、親に看取られる前でも生きていない', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdout.write("x"); setInterval(() => 0, 1000)'], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  const pid = child.pid!;
  expect(startedAt(pid)).not.toBeNull();
  expect(commandLine(pid)).toContain('setInterval');
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  expect(startedAt(pid)).toBeNull();
});
