import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDocument, seededRandom, type EditKind } from '../../testing/edit-document.js';
import { readText } from '../text/plain/read-text.js';
import { sourceFromText } from '../text/plain/source-from-text.js';
import type { LawDocument } from '../text/element.js';
import { applyAmendment } from './apply/apply-amendment.js';
import { chooseProfile } from './choose-profile.js';
import { compareTexts } from './compare/compare-texts.js';
import { draftAmendment } from './diff/draft-amendment.js';
import { readInstrument } from './instrument/read-instrument.js';
import type { Amendment } from './operation.js';
import { documentDifference, proveAmendment } from './prove.js';
import { writeAmendment } from './write/write-amendment.js';

const AGREEMENT = readText(sourceFromText(readFileSync(new URL('../../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8'))).document;
const ORDINANCE = readText(sourceFromText(`　　　山口ゆめ回廊協議会条例

目次
　第１章　総則（第１条―第３条）
　第２章　運営（第４条―第６条）
　附則

　　　第１章　総則
　（趣旨）
第１条　この条例は、協議会の組織及び運営に関し必要な事項を定める。
　（定義）
第２条　この条例において、次の各号に掲げる用語の意義は、当該各号に定めるところによる。
　(1)　圏域　山口市及び宇部市の区域をいう。
　(2)　取組　次に掲げるものをいう。
　　ア　観光の振興
　　イ　交通の確保
　　ウ　その他
　(3)　会議　第５条の会議をいう。
２　前項の取組は、毎年度、見直すものとする。
３　市長は、第１項の取組を公表する。ただし、軽微なものは、この限りでない。
　（所掌事務）
第３条　協議会は、次に掲げる事務を行う。
　(1)　計画の策定
　(2)　費用の分担の協議
　(3)　前２号に掲げるもののほか、必要な事務
　　　第２章　運営
　（組織）
第４条　協議会は、委員１０人以内で組織する。この場合において、委員は、市長が委嘱する。
２　委員の任期は、２年とする。
　（会議）
第５条　会長は、会議を招集する。
２　会議は、委員の過半数が出席しなければ開くことができない。
３　会議の議事は、出席した委員の過半数で決する。
４　前項の場合において、可否同数のときは、会長の決するところによる。
　（委任）
第６条　この条例に定めるもののほか、必要な事項は、規則で定める。

　　　附　則
　（施行期日）
１　この条例は、平成２９年４月１日から施行する。
　（経過措置）
２　この条例の施行の日前にした手続は、この条例によりしたものとみなす。

別表（第３条関係）
区分	団体	割合
---	---	---
一	山口市	５分の３
二	宇部市	５分の２
三	その他	協議して定める割合
`)).document;

const RUNS = Number(process.env['RENKEI_PROPERTY_RUNS'] ?? 200);
const texts: readonly (readonly [string, LawDocument])[] = [['連携協約', AGREEMENT], ['条例', ORDINANCE]];
const edits = fc.record({ seed: fc.nat(), count: fc.integer({ min: 1, max: 8 }) });
// どの約束も同じ編集で確かめ、一つの編集の改め文は一度だけ起こす
const SAME_EDITS = { numRuns: RUNS, seed: fc.sample(fc.integer(), 1)[0]! };

describe.each(texts)('%sを人のように編集したとき', (_, base) => {
  const profile = chooseProfile(base);
  const known = new Map<string, { readonly next: LawDocument; readonly amendment: Amendment; readonly text: string }>();
  const draft = ({ seed, count }: { readonly seed: number; readonly count: number }) => {
    const key = `${seed} ${count}`;
    let drafted = known.get(key);
    if (!drafted) {
      const next = editDocument(base, seededRandom(seed), count);
      const { amendment } = draftAmendment(base, next, profile);
      known.set(key, (drafted = { next, amendment, text: writeAmendment(amendment, profile) }));
    }
    return drafted;
  };

  it('改め文を刷り、読み戻して当てると、目指す本文になる', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const { next, amendment, text } = draft(edit);
        if (amendment.length === 0) return documentDifference(base, next) === undefined;
        const proof = proveAmendment(base, text, next);
        expect({ exact: proof.exact, findings: proof.findings.filter((f) => f.severity === 'error'), text }).toMatchObject({ exact: true });
        return true;
      }),
      SAME_EDITS,
    );
  });

  it('刷った改め文を読むと、同じ操作に戻る', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const { amendment, text } = draft(edit);
        if (amendment.length > 0) expect(readInstrument(text).instrument.parts.flatMap((p) => p.amendment)).toEqual(amendment);
      }),
      SAME_EDITS,
    );
  });

  it('どの改め文にも、元に戻す改め文がある', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const { next } = draft(edit);
        const back = draftAmendment(next, base, profile).amendment;
        if (back.length > 0) expect(proveAmendment(next, writeAmendment(back, profile), base)).toMatchObject({ exact: true });
      }),
      SAME_EDITS,
    );
  });

  it('新旧対照表に、変わらない条は現れず、変わった行には操作がある', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const { amendment } = draft(edit);
        const applied = applyAmendment(base, amendment);
        if (!applied.ok) throw new Error(JSON.stringify(applied.error));
        const { rows } = compareTexts(base, applied.value, profile);
        expect(rows.length > 0).toBe(amendment.length > 0);
        for (const row of rows) {
          const changed = [...(row.old ?? []), ...(row.new ?? [])].some((line) => [...line.spans, ...(line.cells ?? []).flatMap((c) => c.spans)].some((s) => s.changed));
          expect({ changed, operations: row.operations.length > 0 }).toEqual({ changed: true, operations: true });
        }
      }),
      SAME_EDITS,
    );
  });

  it('同じ本文からは何も出ない', () => {
    expect(draftAmendment(base, base, profile)).toMatchObject({ amendment: [], consequences: [], findings: [] });
  });
});

const WORD_EDITS: readonly EditKind[] = ['words'];

describe('離れた所の変更', () => {
  it('別の条の字句の改正は、どちらを先に当てても同じ本文になる', () => {
    const profile = chooseProfile(ORDINANCE);
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { amendment } = draftAmendment(ORDINANCE, editDocument(ORDINANCE, seededRandom(seed), 6, WORD_EDITS), profile);
        const forward = applyAmendment(ORDINANCE, amendment);
        const backward = applyAmendment(ORDINANCE, [...amendment].reverse());
        expect(forward.ok && backward.ok && documentDifference(forward.value.document, backward.value.document)).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });
});
