import { ok } from '@renkei/core';
import { apiLinks } from '../links.js';
import { areaParam } from '../parameters.js';
import { presentAgreementCard } from '../present/agreement-card.js';
import type { AgreementCard } from '../schemas/agreement-card.js';
import type { Dataset } from './dataset.js';

interface Row {
  readonly agreement: AgreementCard;
  readonly party: AgreementCard['parties'][number] | null;
}

export const agreements: Dataset<Row> = {
  id: 'agreements',
  path: '/areas/{area}/agreements',
  title: { ja: '連携協約の一覧', en: 'Cooperation agreements' },
  grain: { ja: '一つの協約の一つの当事者', en: 'one party of one agreement' },
  params: { area: areaParam },
  query: {},
  columns: [
    { name: 'agreement', header: '協約ID', type: 'string', meaning: { ja: '協約のアドレスに使う名', en: 'name used in the address of the agreement' }, value: (r) => r.agreement.slug },
    { name: 'title', header: '協約名', type: 'string', meaning: { ja: '題名', en: 'title' }, value: (r) => r.agreement.title },
    { name: 'concludedOn', header: '締結日', type: 'date', meaning: { ja: '締結日（西暦）。空は日の無い案', en: 'day of conclusion; empty for a draft without a day' }, value: (r) => r.agreement.concludedOn },
    { name: 'partyCode', header: '当事者コード', type: 'string', meaning: { ja: '全国地方公共団体コード（6桁の文字）', en: 'six-digit local government code, as text' }, value: (r) => r.party?.code ?? null },
    { name: 'partyName', header: '当事者名', type: 'string', meaning: { ja: '当事者の名', en: 'name of the party' }, value: (r) => r.party?.name ?? null },
    { name: 'initiativeCount', header: '取組数', type: 'integer', unit: '件', meaning: { ja: '協約に定める取組の数', en: 'number of initiatives in the agreement' }, value: (r) => r.agreement.initiativeCount },
    { name: 'sample', header: 'サンプル', type: 'boolean', meaning: { ja: '説明のためのサンプルの記録か', en: 'whether the record is a sample' }, value: (r) => r.agreement.sample },
    { name: 'url', header: 'URL', type: 'string', meaning: { ja: '協約のページ', en: 'page of the agreement' }, value: (r) => r.agreement.links.html },
  ],
  rows: async ({ params, services }) => {
    const area = await services.catalogue.findArea(params.area!);
    return (
      area &&
      ok(
        area.agreements.flatMap((card): Row[] => {
          const agreement = presentAgreementCard(area.slug, card, apiLinks(services.baseUrl));
          return agreement.parties.length === 0 ? [{ agreement, party: null }] : agreement.parties.map((party) => ({ agreement, party }));
        }),
      )
    );
  },
};
