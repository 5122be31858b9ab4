import type { Lang } from '@renkei/app';
import { chooseProfile, err, ok, profileFor, PROFILES, readProfile, type DraftingProfile, type LawDocument, type Result } from '@renkei/core';
import type { ExitCode } from '../../command.js';
import { readSource } from '../../input/read-source.js';
import { reportReadFailure } from '../../input/report-read-failure.js';
import type { Io } from '../../io.js';
import { describeUsageProblem } from '../../usage-problem.js';
import { writeAll } from '../../write-all.js';

/** 書きぶりの定義として受け付ける大きさ（バイト） */
const MAX_BYTES = 100_000;

/** --profile の値。auto（既定）は本文から選ぶ。名でなければ、書きぶりの定義（JSON）のファイル。 */
export async function pickProfile(value: string | true | undefined, base: LawDocument, command: string, lang: Lang, io: Io): Promise<Result<DraftingProfile, ExitCode>> {
  if (typeof value !== 'string' || value === 'auto') return ok(chooseProfile(base));
  const named = PROFILES.find((p) => p.name === value);
  if (named) return ok(profileFor(base, named));
  const bytes = await readSource(value, MAX_BYTES, lang, io);
  if (!bytes.ok) return err(await reportReadFailure(bytes.error, command, lang, io));
  const refuse = async (detail: string): Promise<Result<DraftingProfile, ExitCode>> => {
    await writeAll(io.stderr, describeUsageProblem({ key: 'cli.problem.profile-unreadable', data: { path: value, detail } }, command, lang));
    return err(2);
  };
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch (cause) {
    return refuse(cause instanceof Error ? cause.message : String(cause));
  }
  const read = readProfile(json);
  return read.ok ? read : refuse(read.error.map(({ field, found, expected }) => `${field}: ${found} → ${expected}`).join('、'));
}
