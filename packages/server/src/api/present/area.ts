import type { AreaSummary as Summary, AreaView } from '@renkei/app';
import type { ApiLinks } from '../links.js';
import type { Area, AreaSummary } from '../schemas/area.js';
import { presentAgreementCard } from './agreement-card.js';
import { presentMunicipality } from './municipality.js';

export function presentAreaSummary({ slug, name, nickname }: Summary, links: ApiLinks): AreaSummary {
  return { slug, name, nickname, links: links.area(slug) };
}

export function presentArea(area: AreaView, links: ApiLinks): Area {
  return {
    ...presentAreaSummary(area, links),
    formedOn: area.formedOn,
    sources: area.sources,
    notes: area.notes,
    municipalities: area.municipalities.map((m) => presentMunicipality(area.slug, m, links)),
    agreements: area.agreements.map((card) => presentAgreementCard(area.slug, card, links)),
  };
}
