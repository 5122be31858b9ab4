import type { NewArea } from '@renkei/app';
import type { Db } from '../database/connect.js';
import type { Entry } from './entry.js';
import { writeEntries } from './write-entries.js';

/** 圏域と、その市町の見出し。 */
export async function indexArea(trx: Db, area: NewArea): Promise<void> {
  await writeEntries(trx, area.slug, null, [areaEntry(area), ...municipalityEntries(area)]);
}

function areaEntry(area: NewArea): Entry {
  const names = area.municipalities.map((m) => m.name).join('・');
  return {
    kind: 'area',
    heading: area.nickname === null ? area.name : `${area.name} ${area.nickname}`,
    title: area.nickname === null ? area.name : `${area.name}（${area.nickname}）`,
    body: names,
    path: `/${area.slug}`,
  };
}

function municipalityEntries(area: NewArea): Entry[] {
  return [...area.municipalities]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((m) => ({
      kind: 'municipality',
      heading: m.name,
      title: m.name,
      body: `${m.kana} ${m.romaji} ${m.prefecture}${m.name} ${m.role} 団体コード ${m.code}`,
      path: `/${area.slug}/municipalities/${m.code}`,
    }));
}
