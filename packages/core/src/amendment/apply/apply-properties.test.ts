import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAmendment } from '../../../testing/arbitrary-amendment.js';
import { agreementDocument, statuteDocument } from '../../../testing/arbitrary-document.js';
import { childElements, walk, type Element, type LawDocument } from '../../text/element.js';
import { firstDifference } from '../same-provision.js';
import type { Amendment } from '../operation.js';
import { runsOf, writeRun } from '../run.js';
import { applyAmendment } from './apply-amendment.js';

const documents = fc.oneof(agreementDocument(), statuteDocument());

/** 文書に実際にある条の、実際にある字句を改める操作 */
function wordChange(document: LawDocument, article: number, from: number, length: number, to: string): Amendment {
  const articles = [...walk(document.root)].filter((n) => n.tag === 'MainProvision').flatMap(articlesOf);
  const chosen = articles[article % Math.max(articles.length, 1)];
  const run = chosen && childElements(chosen).filter((c) => c.tag === 'Paragraph').flatMap((p) => [...runsOf(p)]).find((r) => writeRun(r).length > 0);
  if (!chosen?.num || chosen.num.includes(':') || !run) return [];
  const text = writeRun(run);
  const start = from % text.length;
  return [{ operations: [{ targets: [{ from: [{ kind: 'article', num: chosen.num }] }], action: { kind: 'replaceWords', words: [{ text: text.slice(start, start + 1 + (length % 6)) }], to } }] }];
}

const articlesOf = (element: Element): Element[] => childElements(element).flatMap((c) => (c.tag === 'Article' ? [c] : c.tag === 'Paragraph' ? [] : articlesOf(c)));

describe('どんな改め文でも', () => {
  it('例外にならず、元の本文は変わらず、断れば理由がある', () => {
    fc.assert(fc.property(documents, arbitraryAmendment(), (base, amendment) => {
      const before = JSON.stringify(base);
      const applied = applyAmendment(base, amendment);
      expect(JSON.stringify(base)).toBe(before);
      if (!applied.ok) expect(applied.error.every((f) => f.severity === 'error')).toBe(true);
      if (!applied.ok) expect(applied.error.length).toBeGreaterThan(0);
    }), { numRuns: 300 });
  });

  it('id は文書の中で重ならない', () => {
    fc.assert(fc.property(documents, arbitraryAmendment(), (base, amendment) => {
      const applied = applyAmendment(base, amendment);
      if (!applied.ok) return;
      const ids = [...walk(applied.value.document.root)].map((n) => n.id);
      expect(new Set(ids).size).toBe(ids.length);
    }), { numRuns: 200 });
  });
});

describe('字句の操作', () => {
  it('元と結果の印字が、文字の由来から読める', () => {
    fc.assert(fc.property(documents, fc.nat(50), fc.nat(200), fc.nat(10), fc.constantFrom('', '甲', '及び乙。', '「丙」'), (base, article, from, length, to) => {
      const applied = applyAmendment(base, wordChange(base, article, from, length, to));
      if (!applied.ok) return;
      const old = new Map([...walk(base.root)].map((n) => [n.id, n]));
      const now = new Map([...walk(applied.value.document.root)].map((n) => [n.id, n]));
      for (const [id, pieces] of applied.value.trace.runs) {
        expect(pieces.filter((p) => p.addedBy === undefined).map((p) => p.text).join('')).toBe(writeRun(old.get(id)!));
        expect(pieces.filter((p) => p.removedBy === undefined).map((p) => p.text).join('')).toBe(writeRun(now.get(id)!));
      }
    }), { numRuns: 500 });
  });

  it('別の条の操作は、順を入れ替えても同じ結果になる', () => {
    fc.assert(fc.property(documents, fc.nat(50), fc.nat(50), fc.nat(200), fc.nat(10), (base, a, b, from, length) => {
      const [first, second] = [wordChange(base, a, from, length, '甲'), wordChange(base, b, from + 3, length, '乙')];
      const place = (amendment: Amendment) => JSON.stringify(amendment[0]?.operations[0]?.targets);
      if (place(first) === place(second)) return;
      const [forward, backward] = [applyAmendment(base, [...first, ...second]), applyAmendment(base, [...second, ...first])];
      expect(forward.ok).toBe(backward.ok);
      if (forward.ok && backward.ok) expect(firstDifference(forward.value.document.root, backward.value.document.root, base.labels, base.labels)).toBeUndefined();
    }), { numRuns: 200 });
  });
});
