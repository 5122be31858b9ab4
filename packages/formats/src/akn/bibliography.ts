import { childOf, readWareki, textOf, walk, type LawDocument } from '@renkei/core';
import { node, type OutNode } from '../tree/out-node.js';

/**
 * 書誌（meta）。作品・表現・具現の三つを FRBR で言う。
 * 日付は締結日。無い文書では公布の年月日、それも無ければ unknown と名を付けた仮の日付にする（スキーマが日付を必須とするため）。
 */
export interface Bibliography {
  readonly agreement: boolean;
  readonly title: string;
  readonly date: string;
  readonly dateName: string;
}

const UNKNOWN_DATE = '9999-01-01';
const FIRST_YEARS: Readonly<Record<string, number>> = { Meiji: 1868, Taisho: 1912, Showa: 1926, Heisei: 1989, Reiwa: 2019 };

export function bibliographyOf({ root }: LawDocument): Bibliography {
  const body = childOf(root, 'LawBody');
  const title = body && childOf(body, 'LawTitle');
  const conclusion = [...walk(root)].find((element) => element.tag === 'ConclusionDate');
  const agreement = conclusion !== undefined || root.attr['LawType'] === undefined;
  const concluded = conclusion && readWareki(textOf(conclusion))?.date;
  const year = (FIRST_YEARS[root.attr['Era'] ?? ''] ?? Number.NaN) + Number(root.attr['Year']) - 1;
  const [month, day] = [root.attr['PromulgateMonth'], root.attr['PromulgateDay']].map(Number);
  const pad = (n: number) => String(n).padStart(2, '0');
  const common = { agreement, title: title ? textOf(title) : '' };
  if (concluded) return { ...common, date: concluded, dateName: 'conclusion' };
  if (year > 0 && month! >= 1 && month! <= 12 && day! >= 1 && day! <= 31) return { ...common, date: `${year}-${pad(month!)}-${pad(day!)}`, dateName: 'promulgation' };
  return { ...common, date: UNKNOWN_DATE, dateName: 'unknown' };
}

/** component は main（本体）または att_1（別表など）。 */
export function metaOf({ agreement, title, date, dateName }: Bibliography, component: string): OutNode {
  const work = `/akn/jp/act/${agreement ? 'cooperation-agreement' : 'statute'}/${date}`;
  const expression = `${work}/jpn@${date}`;
  const value = (name: string, text: string) => node(name, [['value', text]], []);
  const common = (uri: string, thisUri: string): OutNode[] => [
    value('FRBRthis', thisUri),
    value('FRBRuri', uri),
    node('FRBRdate', [['date', date], ['name', dateName]], []),
    node('FRBRauthor', [['href', '#author']], []),
  ];
  const alias = title === '' ? [] : [node('FRBRalias', [['value', title], ['name', 'title']], [])];
  const [workThis, workUri, ...workRest] = common(work, `${work}/!${component}`);
  return node('meta', [], [
    node('identification', [['source', '#renkei']], [
      node('FRBRWork', [], [workThis!, workUri!, ...alias, ...workRest, node('FRBRcountry', [['value', 'jp']], [])]),
      node('FRBRExpression', [], [...common(expression, `${expression}/!${component}`), node('FRBRlanguage', [['language', 'jpn']], [])]),
      node('FRBRManifestation', [], [...common(`${expression}.xml`, `${expression}/!${component}.xml`), value('FRBRformat', 'application/akn+xml')]),
    ]),
    ...(component === 'main' ? [references(agreement)] : []),
  ]);
}

const references = (agreement: boolean): OutNode =>
  node('references', [['source', '#renkei']], [
    organization('author', agreement ? 'parties' : 'legislator', agreement ? '当事者' : '制定者'),
    organization('renkei', 'renkei', 'Renkei'),
  ]);

const organization = (eId: string, path: string, showAs: string): OutNode =>
  node('TLCOrganization', [['eId', eId], ['href', `/akn/ontology/organization/jp/${path}`], ['showAs', showAs]], []);
