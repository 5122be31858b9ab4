import type { AreaView, MunicipalityFacts } from '@renkei/app';
import type { ApiLinks } from '../links.js';
import type { Municipality, MunicipalityDetail } from '../schemas/municipality.js';
import { presentAgreementCard } from './agreement-card.js';
import { presentInitiatives } from './initiative.js';

export function presentMunicipality(area: string, facts: MunicipalityFacts, links: ApiLinks): Municipality {
  const { code, name, kana, romaji, prefecture, role, cityHall, population } = facts;
  return {
    code, name, kana, romaji, prefecture, role,
    cityHall: { lat: cityHall.lat, lng: cityHall.lng },
    population: Object.entries(population).map(([year, persons]) => ({ year: Number(year), persons })).sort((a, b) => a.year - b.year),
    links: links.municipality(area, code),
  };
}

export function presentMunicipalityDetail(area: AreaView, facts: MunicipalityFacts, links: ApiLinks): MunicipalityDetail {
  const isThis = (body: { readonly code: string | null; readonly name: string }): boolean => (body.code === null ? body.name === facts.name : body.code === facts.code);
  return {
    ...presentMunicipality(area.slug, facts, links),
    agreements: area.agreements.filter((card) => card.parties.some(isThis)).map((card) => presentAgreementCard(area.slug, card, links)),
    initiatives: presentInitiatives(area, links).filter((initiative) => initiative.roles.some((role) => role.bodies.some(isThis))),
  };
}
