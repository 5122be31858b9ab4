import type { Lang, MunicipalityFacts } from '@renkei/app';

const KINDS: Readonly<Record<string, string>> = { 市: 'City', 町: 'Town', 村: 'Village', 区: 'City' };

/** 「宇部市」/ 「Ube City」 */
export function municipalityName({ name, romaji }: Pick<MunicipalityFacts, 'name' | 'romaji'>, lang: Lang): string {
  if (lang === 'ja' || romaji === '') return name;
  const kind = KINDS[name.at(-1) ?? ''];
  return kind === undefined ? romaji : `${romaji} ${kind}`;
}

/** 協約に書かれた当事者の名を、圏域の名簿から読者の言語にする。名簿に無い名は本文のまま。 */
export function partyName(name: string, municipalities: readonly Pick<MunicipalityFacts, 'name' | 'romaji'>[], lang: Lang): string {
  const found = municipalities.find((m) => m.name === name);
  return found ? municipalityName(found, lang) : name;
}
