import type { AgreementCard as Card } from '@renkei/app';
import type { ApiLinks } from '../links.js';
import type { AgreementCard } from '../schemas/agreement-card.js';

export function presentAgreementCard(area: string, card: Card, links: ApiLinks): AgreementCard {
  const { slug, title, parties, concludedOn, sample, initiativeCount } = card;
  return { slug, title, parties: parties.map(({ code, name }) => ({ code, name })), concludedOn, sample, initiativeCount, links: links.agreement(area, slug) };
}
