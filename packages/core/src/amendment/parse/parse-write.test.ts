import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAmendment, arbitraryProfile } from '../../../testing/arbitrary-amendment.js';
import { writeAmendment } from '../write/write-amendment.js';
import { parseAmendment } from './parse-amendment.js';

describe('改め文の書き戻し', () => {
  it('書いた改め文を読めば同じ操作になる', () => {
    fc.assert(
      fc.property(arbitraryAmendment(), arbitraryProfile, (amendment, profile) => {
        const parsed = parseAmendment(writeAmendment(amendment, profile));
        expect(parsed.amendment).toEqual(amendment);
        expect(parsed.findings.filter((f) => f.severity === 'error')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
