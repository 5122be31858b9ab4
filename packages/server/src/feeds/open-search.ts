import { feedMessages, type Lang } from '@renkei/app';
import { writeXml, xml } from './write-xml.js';

/** ブラウザの検索欄に加えるための記述（OpenSearch 1.1）。 */
export function openSearch(baseUrl: string, lang: Lang): string {
  const search = `${baseUrl}${lang === 'en' ? '/en' : ''}/search?q={searchTerms}`;
  return writeXml(
    xml('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      xml('ShortName', {}, feedMessages['feed.search-name'][lang]),
      xml('Description', {}, feedMessages['feed.search-description'][lang]),
      xml('InputEncoding', {}, 'UTF-8'),
      xml('Language', {}, lang),
      xml('Url', { type: 'text/html', template: search }),
      xml('Url', { type: 'application/json', template: `${baseUrl}/api/v1/search?q={searchTerms}` }),
    ),
  );
}
