import { describe, expect, it } from 'vitest';
import { sourceFromText } from '../../text/plain/source-from-text.js';
import { readText } from '../../text/plain/read-text.js';
import type { LawDocument } from '../../text/element.js';
import { applyAmendment } from '../apply/apply-amendment.js';
import { largestId } from '../apply/draft-tree.js';
import { readInstrument } from '../instrument/read-instrument.js';
import { AGREEMENT_PROFILE } from '../profile.js';
import { compareTexts } from './compare-texts.js';
import { joinApplied, type AppliedStep } from './join-applied.js';

const BASE = readText(sourceFromText('　　　甲乙連携協約\n\n　（目的）\n第1条　甲は、資料を集める。\n\n　（費用）\n第2条　費用は、甲が負担する。\n\n　（雑則）\n第3条　甲乙は、協議する。\n')).document;

/** 続けて当て、初めと終わりの対照表の行を「旧→新」の文字で。変わった字は [ ] で囲む */
function compare(...amendments: readonly string[]): string[] {
  let document: LawDocument = BASE;
  let idsAfter = largestId(BASE.root);
  const steps: AppliedStep[] = [];
  for (const text of amendments) {
    const amendment = readInstrument(text).instrument.parts.flatMap((p) => p.amendment);
    const applied = applyAmendment(document, amendment, { idsAfter });
    if (!applied.ok) throw new Error(JSON.stringify(applied.error));
    document = applied.value.document;
    idsAfter = Math.max(idsAfter, largestId(document.root));
    steps.push({ applied: applied.value, operations: amendment.reduce((sum, p) => sum + p.operations.length, 0) });
  }
  const print = (lines: ReturnType<typeof compareTexts>['rows'][number]['old']): string =>
    lines === null ? '無' : lines.map((l) => l.spans.map((s) => (s.changed ? `[${s.text}]` : s.text)).join('')).join('／');
  return compareTexts(BASE, joinApplied(BASE, steps), AGREEMENT_PROFILE).rows.map((row) => `${print(row.old)}→${print(row.new)} ${row.operations.join(',')}`);
}

describe('続けて当てた跡をまとめる', () => {
  it('一つも当てなければ、変わる規定は無い', () => expect(compare()).toEqual([]));

  it('同じ文の別の字句が二度変われば、どちらも変わった字になり、操作は通し番号になる', () => {
    expect(compare('　第1条中「資料」を「書類」に改める。', '　第1条中「集める」を「作る」に改める。')).toEqual(['（目的）／第1条　甲は、[資料]を[集める]。→（目的）／第1条　甲は、[書類]を[作る]。 0,1']);
  });

  it('途中で加わって消えた字句は、どちらの側にも現れない', () => {
    expect(compare('　第1条中「資料」の下に「及び書類」を加える。', '　第1条中「及び書類」を「及び記録」に改める。')).toEqual(['（目的）／第1条　甲は、資料を集める。→（目的）／第1条　甲は、資料[及び記録]を集める。 0,1']);
  });

  it('加えた字句の一部が後で変わっても、元の字句には及ばない', () => {
    expect(compare('　第1条中「資料」を「古い資料」に改める。', '　第1条中「古い」を「新しい」に改める。')).toEqual(['（目的）／第1条　甲は、[資料]を集める。→（目的）／第1条　甲は、[新しい資料]を集める。 0,1']);
  });

  it('全部改めた条を、後の改め文で移してもよい', () => {
    const rows = compare('　第3条を次のように改める。\n　（雑則）\n第3条　甲乙は、相談する。', '　第3条を第4条とし、第2条の次に次の1条を加える。\n　（記録）\n第3条　甲は、記録を残す。');
    expect(rows[0]).toContain('無→[（記録）]／[第3条]　[甲は、記録を残す。]');
    expect(rows[1]).toMatch(/第3条.*甲乙は、協議する。.*→.*第4条.*甲乙は、相談する。/);
  });

  it('削った規定の id を、後で加えた規定に使い回さない', () => {
    const rows = compare('　第3条を削る。', '　本則に次の1条を加える。\n　（新しい雑則）\n第3条　乙は、報告する。');
    expect(rows).toHaveLength(2);
    expect(rows.filter((r) => r.includes('→無'))).toHaveLength(1);
    expect(rows.filter((r) => r.startsWith('無→'))).toHaveLength(1);
  });
});
