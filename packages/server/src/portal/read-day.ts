import { parsePlainDate, readWareki, type PlainDate } from '@renkei/core';

/** 人の書いた一日。2026-11-22・2026/11/22・令和8年11月22日・R8.11.22。暦に無い日や余分な字は読めない。 */
export function readDay(text: string): PlainDate | null {
  const written = text.normalize('NFKC').trim();
  const western = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(written);
  if (western) {
    const day = parsePlainDate(`${western[1]}-${western[2]!.padStart(2, '0')}-${western[3]!.padStart(2, '0')}`);
    return day.ok ? day.value : null;
  }
  const read = readWareki(written);
  return read && read.found === written && read.trouble === undefined ? read.date : null;
}
