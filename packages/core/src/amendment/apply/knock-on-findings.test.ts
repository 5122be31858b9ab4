import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyText, readBase } from '../../../testing/apply-text.js';
import { AGREEMENT_PROFILE } from '../profile.js';
import { knockOnFindings } from './knock-on-findings.js';

const AGREEMENT = readBase(readFileSync(new URL('../../../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8'));
const findings = (amendment: string) => {
  const { applied } = applyText(AGREEMENT, amendment);
  return knockOnFindings(AGREEMENT, applied!, AGREEMENT_PROFILE).map((f) => [f.code, f.at.provision, f.data['words'], f.assumed]);
};
const PLAN = '　第3条の次に次の1条を加える。\n　（実施計画）\n第3条の2　両市は、前条に規定する取組の実施計画を定めるものとする。';

describe('当てた後に残ったハネ', () => {
  it('第3条の2を加えると、第4条の前条が違う条を指す', () => {
    expect(findings(PLAN)).toEqual([['amendment.reference-shifted', '第4条', '前条', '第3条']]);
  });

  it('改め文が手当てをしていれば、何も言わない', () => {
    expect(findings(`${PLAN}\n　第4条中「前条」を「第3条」に改める。`)).toEqual([]);
  });

  it('条を繰り下げると、次条と別表の関係条も違う条を指す', () => {
    expect(findings('　第6条を第7条とし、第3条から第5条までを1条ずつ繰り下げ、第2条の次に次の1条を加える。\n　（定義）\n第3条　この連携協約において「連携事業」とは、別に定める事業をいう。')).toEqual([
      ['amendment.reference-shifted', '第2条', '次条', '第4条'],
      ['amendment.related-article-wrong', '別表', '第3条関係', '第4条関係'],
    ]);
  });

  it('何も変えない改め文には、ハネも無い', () => {
    expect(findings('')).toEqual([]);
  });
});
