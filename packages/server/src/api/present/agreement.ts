import type { AgreementView } from '@renkei/app';
import { DOCUMENT_FORMATS } from '../../portal/document-format.js';
import { agreementPath, sourceDownloadPath } from '../../portal/paths.js';
import type { ApiLinks } from '../links.js';
import type { Agreement } from '../schemas/agreement.js';
import { presentAgreementCard } from './agreement-card.js';

export function presentAgreement(view: AgreementView, baseUrl: string, links: ApiLinks): Agreement {
  const { agreement: facts, policyFields, duties } = view.reading;
  const area = view.area.slug;
  const articleUrl = (number: string): string => links.article(area, view.slug, number);
  const { fileName, format, encoding, sha256, byteLength, note } = view.source;
  return {
    ...presentAgreementCard(area, view, links),
    area: { slug: area, name: view.area.name, nickname: view.area.nickname },
    revision: view.revision,
    version: view.version,
    recordedAt: view.recordedAt,
    legalBasis: facts.legalBasis,
    parties: facts.parties.map(({ code, name, prefecture, designation }) => ({
      code: code ?? null, name, prefecture: prefecture ?? null, designation: designation ?? null,
    })),
    originals: facts.originals,
    custody: facts.custody,
    articles: facts.articles.map(({ number, caption, paragraphs }) => ({ number, caption, paragraphs, url: articleUrl(number) })),
    policyFields: policyFields.map(({ path, label, heading, parent }) => ({ path, label, heading, parent: parent && { label: parent.label, heading: parent.heading } })),
    duties: duties.map(({ kind, article, caption, text, bearer, frequency }) => ({ kind, article, caption, text, bearer, frequency, url: articleUrl(article) })),
    signatories: facts.signatories.map(({ body, title, name, address }) => ({ body, title, name, address })),
    findingCount: view.findings.length,
    source: { fileName, format, encoding, sha256, byteLength, note, url: `${baseUrl}${sourceDownloadPath(area, view.slug)}` },
    formats: DOCUMENT_FORMATS.map(({ format: name, extension, mediaType }) => ({ format: name, mediaType, url: `${baseUrl}${agreementPath(area, view.slug)}.${extension}` })),
    document: view.document,
  };
}
