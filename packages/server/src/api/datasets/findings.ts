import { ok } from '@renkei/core';
import { agreementParam, areaParam } from '../parameters.js';
import { presentFinding } from '../present/finding.js';
import type { Finding } from '../schemas/finding.js';
import type { Dataset } from './dataset.js';

export const findings: Dataset<Finding> = {
  id: 'findings',
  path: '/areas/{area}/agreements/{agreement}/findings',
  title: { ja: '協約の本文をどう読んだかの報告', en: 'How the text of an agreement was read' },
  grain: { ja: '一つの報告', en: 'one finding' },
  params: { area: areaParam, agreement: agreementParam },
  query: {},
  columns: [
    { name: 'line', header: '行', type: 'integer', unit: '行目', meaning: { ja: '原文の行（1から）', en: 'line of the source, from 1' }, value: (r) => r.at.line },
    { name: 'provision', header: '条項', type: 'string', meaning: { ja: '条項の呼び名', en: 'name of the provision' }, value: (r) => r.at.provision },
    { name: 'severity', header: '重さ', type: 'string', meaning: { ja: 'error（誤り）・warning（要確認）・advice（報告）', en: 'error, warning or advice' }, value: (r) => r.severity },
    { name: 'code', header: '符号', type: 'string', meaning: { ja: '報告の種類', en: 'kind of finding' }, value: (r) => r.code },
    { name: 'found', header: '原文の文字', type: 'string', meaning: { ja: '原文にあった文字', en: 'characters found in the source' }, value: (r) => r.found },
    { name: 'assumed', header: '採った文字', type: 'string', meaning: { ja: '読取で採った文字', en: 'characters taken' }, value: (r) => r.assumed },
    { name: 'confidence', header: '確かさ', type: 'string', meaning: { ja: 'certain・likely・guess。空は推定を伴わない報告', en: 'certain, likely or guess; empty where nothing was inferred' }, value: (r) => r.confidence },
    { name: 'message', header: '説明', type: 'string', meaning: { ja: '人のための説明（日本語）', en: 'explanation (Japanese)' }, value: (r) => r.message.ja },
  ],
  rows: async ({ params, services }) => {
    const view = await services.catalogue.findAgreement(params.area!, params.agreement!);
    return view && ok(view.findings.map(presentFinding));
  },
};
