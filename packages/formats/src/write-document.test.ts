import { AGREEMENT_LABELS, elementFactory, type LawDocument } from '@renkei/core';
import { describe, expect, it } from 'vitest';
import { writeDocument } from './write-document.js';

const make = elementFactory();
const document: LawDocument = { root: make('Law', {}, [make('LawBody', {}, [make('LawTitle', {}, ['連携協約']), make('MainProvision')])]), labels: AGREEMENT_LABELS };

describe('木の書出し', () => {
  it.each([
    ['text', /^[\s　]*連携協約\n/],
    ['html', /^<!DOCTYPE html>/],
    ['xml', /<Law>\s*<LawBody>/],
    ['akn', /<akomaNtoso /],
    ['json', /"format": "renkei-document"/],
  ] as const)('%s を求めれば、その形式で書く', (format, expected) => {
    expect(writeDocument(document, format)).toMatch(expected);
  });
});
