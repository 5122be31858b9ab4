import type { Tag } from '@renkei/core';

/** act の中の各部。この順に並ぶ。 */
export const REGIONS = ['coverPage', 'preface', 'preamble', 'body', 'conclusions', 'attachments'] as const;
export type Region = (typeof REGIONS)[number];

const REGION_OF: Partial<Record<Tag, Region>> = {
  CoverLine: 'coverPage',
  LawTitle: 'preface',
  EnactStatement: 'preamble', TOC: 'preamble', Preamble: 'preamble',
  Closing: 'conclusions', ClosingFormula: 'conclusions', ConclusionDate: 'conclusions', SignatureBlock: 'conclusions', SignatureLine: 'conclusions',
  AppdxTable: 'attachments', AppdxNote: 'attachments', AppdxStyle: 'attachments', AppdxFormat: 'attachments', Appdx: 'attachments', AppdxFig: 'attachments',
};

/** LawBody の子がどの部に入るか。 */
export const regionOf = (tag: Tag): Region => REGION_OF[tag] ?? 'body';
