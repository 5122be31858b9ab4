import { readText, type Reading } from '@renkei/core';
import type { OpenedSource } from './ports.js';

/** 開いた原文を本文の木に。行と表の並びは読み取り、すでに木であるものはそのまま使う。 */
export function readOpenedSource(opened: OpenedSource): Reading {
  const { content } = opened;
  if (content.kind === 'blocks') return readText(content.source);
  return { document: content.document, findings: [], spans: new Map(), inferred: new Set() };
}
