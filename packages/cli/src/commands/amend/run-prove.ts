import { createHash } from 'node:crypto';
import { cliMessages, fillMessage, provePair, type CliMessageKey, type MessageData } from '@renkei/app';
import type { CommandRequest, ExitCode } from '../../command.js';
import { writeAll } from '../../write-all.js';
import { findingJson } from './finding-json.js';
import { pickProfile } from './pick-profile.js';
import { readDocument } from './read-document.js';
import { readTwo } from './read-two.js';
import { reportFindings } from './report-findings.js';

/** 改め文を作り、刷り、読み戻し、当てて、目指す本文になることを確かめる。一致しなければ終了コードは 1。 */
export async function runProve({ files, values, lang, io }: CommandRequest): Promise<ExitCode> {
  const say = (key: CliMessageKey, data?: MessageData) => fillMessage(cliMessages[key], lang, data);
  const texts = await readTwo(files, 'amend prove', lang, io, readDocument, readDocument);
  if (!texts.ok) return texts.error;
  const [base, next] = texts.value;
  const profile = await pickProfile(values['profile'], base, 'amend prove', lang, io);
  if (!profile.ok) return profile.error;
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const proof = provePair(base, next, profile.value, { sha256, now: () => performance.now() });
  const code: ExitCode = proof.exact ? 0 : 1;
  if (values['json'] === true) {
    const { comparison: _, findings, ...rest } = proof;
    await writeAll(io.stdout, `${JSON.stringify({ ...rest, findings: findings.map((f) => findingJson(f, lang)) }, null, 2)}\n`);
    return code;
  }
  const times = Object.fromEntries(Object.entries(proof.times).map(([stage, ms]) => [stage, ms.toFixed(1)]));
  const { base: baseHash, amendment, result } = proof.hashes;
  await writeAll(io.stdout, [
    say(proof.exact ? 'cli.amend.prove.exact' : 'cli.amend.prove.not-exact'),
    say('cli.amend.prove.sizes', proof.sizes),
    say('cli.amend.prove.times', times),
    say('cli.amend.prove.hashes', { base: baseHash, amendment, result: result ?? '—' }),
    '',
  ].join('\n'));
  await reportFindings(proof.findings, lang, io);
  return code;
}
