import type { AgreementView, AreaSummary } from '@renkei/app';
import { formatWareki } from '@renkei/core';
import { agreementPath, areaPath } from '../portal/paths.js';
import { versionName } from '../views/version-name.js';
import { writeXml, xml, type XmlNode } from './write-xml.js';

const NEWEST = 50;

/** 圏域の更新情報（RSS 2.0）。公開した協約の版を、新しい順に50件まで。 */
export function rss(area: AreaSummary, agreements: readonly AgreementView[], baseUrl: string): string {
  const newest = [...agreements].sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : a.recordedAt > b.recordedAt ? -1 : 0)).slice(0, NEWEST);
  const home = `${baseUrl}${areaPath(area.slug)}`;
  return writeXml(
    xml('rss', { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' },
      xml('channel', {},
        xml('title', {}, `${area.name}の連携協約`),
        xml('link', {}, home),
        xml('description', {}, `${area.name}${area.nickname === null ? '' : `（${area.nickname}）`}で公開した連携協約とその版`),
        xml('language', {}, 'ja'),
        xml('atom:link', { href: `${home}/feed.xml`, rel: 'self', type: 'application/rss+xml' }),
        ...(newest[0] ? [xml('lastBuildDate', {}, rfc822(newest[0].recordedAt))] : []),
        ...newest.map((agreement) => item(agreement, baseUrl)),
      ),
    ),
  );
}

function item(agreement: AgreementView, baseUrl: string): XmlNode {
  const page = `${baseUrl}${agreementPath(agreement.area.slug, agreement.slug)}`;
  const parties = agreement.parties.map((party) => party.name).join('・');
  const facts = [
    agreement.sample ? '説明のためのサンプルです' : '',
    parties === '' ? '' : `当事者: ${parties}`,
    agreement.concludedOn === null ? '締結日の記載なし' : `締結: ${formatWareki(agreement.concludedOn)}`,
    `取組: ${agreement.initiativeCount}件`,
  ];
  return xml('item', {},
    xml('title', {}, `${agreement.title}（${parties === '' ? '' : `${parties}、`}第${agreement.revision}版${agreement.version === 0 ? '' : `・${versionName(agreement.version, 'ja')}`}）`),
    xml('link', {}, page),
    // 版が変われば新しい記事になる。
    xml('guid', { isPermaLink: 'false' }, `${page}?revision=${agreement.revision}${agreement.version === 0 ? '' : `&version=${agreement.version}`}`),
    xml('pubDate', {}, rfc822(agreement.recordedAt)),
    xml('description', {}, `${facts.filter((fact) => fact !== '').join('。')}。`),
  );
}

/** RSS の日時は RFC 822 の形（曜日と月は英語、時刻は協定世界時）。 */
const rfc822 = (instant: string): string => new Date(instant).toUTCString();
