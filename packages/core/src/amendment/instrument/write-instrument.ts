import type { DraftingProfile } from '../profile.js';
import { amendmentLines } from '../write/write-amendment.js';
import type { Instrument, InstrumentPart } from './instrument.js';

/** 改正の文書の印字。readInstrument の逆。 */
export function writeInstrument(instrument: Instrument, profile: DraftingProfile): string {
  const indent = '　'.repeat(profile.titleIndent);
  const { title, suppl } = instrument;
  const lines = [
    ...instrument.heading,
    ...(title === null ? [] : [indent + title]),
    ...instrument.enacting.map((line) => `　${line}`),
    ...instrument.parts.flatMap((part) => writePart(part, profile)),
    ...(suppl ? [...(suppl.label === '' ? [] : [indent + suppl.label]), ...suppl.lines] : []),
    ...instrument.closing,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function writePart({ article, lead, amendment, text, byTable }: InstrumentPart, profile: DraftingProfile): string[] {
  return [
    ...(article === null || article.caption === null ? [] : [`　${article.caption}`]),
    ...(lead ? [article ? `${article.label}　${lead.text}` : `　${lead.text}`] : []),
    ...text,
    ...(byTable ? [] : amendmentLines(amendment, profile)),
  ];
}
