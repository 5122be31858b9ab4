import { printInstrument } from '@renkei/app';
import type { CommandRequest, ExitCode } from '../../command.js';
import { writeAll } from '../../write-all.js';
import { pickProfile } from './pick-profile.js';
import { readDocument } from './read-document.js';
import { readDay } from './read-day.js';

/** 廃止の文書を作る。 */
export async function runAbolish({ files, values, lang, io }: CommandRequest): Promise<ExitCode> {
  const inForce = await readDay(values['in-force'], 'amend abolish', lang, io);
  if (!inForce.ok) return inForce.error;
  const lastDay = await readDay(values['last-day'], 'amend abolish', lang, io);
  if (!lastDay.ok) return lastDay.error;
  const base = await readDocument(files[0], 'amend abolish', lang, io);
  if (!base.ok) return base.error;
  const profile = await pickProfile(values['profile'], base.value, 'amend abolish', lang, io);
  if (!profile.ok) return profile.error;
  await writeAll(io.stdout, printInstrument({ base: base.value, content: { form: 'abolition', lastDay: lastDay.value }, inForce: inForce.value }, profile.value));
  return 0;
}
