import { describe, expect, it } from 'vitest';
import { elementFactory, type LawDocument, type ProvisionNum } from '../../../text/element.js';
import { AGREEMENT_LABELS } from '../../../text/label.js';
import type { Location, Step } from '../../location.js';
import type { Action, AmendingProvision, Operation } from '../../operation.js';
import { AGREEMENT_PROFILE } from '../../profile.js';
import { writeAmendment } from '../../write/write-amendment.js';
import { joinAcrossProvisions } from './join-across-provisions.js';

/** 六条の本則。見出しを captions で決める */
function base(captions: readonly string[] = [], nums: readonly string[] = ['1', '2', '3', '4', '5', '6']): LawDocument {
  const make = elementFactory();
  const articles = nums.map((num, i) => make('Article', { num: num as ProvisionNum }, [
    ...(captions[i] === undefined ? [] : [make('ArticleCaption', {}, [captions[i]])]),
    make('Paragraph', { num: '1' as ProvisionNum }, [make('ParagraphSentence', {}, [make('Sentence', {}, ['両市は、取組を推進する。'])])]),
  ]));
  return { root: make('Law', {}, [make('LawBody', {}, [make('MainProvision', {}, articles)])]), labels: AGREEMENT_LABELS };
}

const replace = (from: string, to: string): Action => ({ kind: 'replaceWords', words: [{ text: from }], to });
const at = (...steps: Step[]): Location => steps;
const article = (num: string): Step => ({ kind: 'article', num: num as ProvisionNum });
const words = (location: Location, ...actions: Action[]): AmendingProvision => ({ operations: actions.map((action): Operation => ({ targets: [{ from: location }], action })) });
const both = replace('両市', '両団体');
const joined = (document: LawDocument, ...provisions: AmendingProvision[]): string[] =>
  writeAmendment(joinAcrossProvisions(provisions, document).map((j) => j.provision), AGREEMENT_PROFILE).trimEnd().split('\n').map((l) => l.trim());

describe('joinAcrossProvisions', () => {
  it.each<[string, LawDocument, AmendingProvision[], string[]]>([
    ['B11 離れた条', base(), ['1', '5', '6'].map((n) => words(at(article(n)), replace('この連携協約', '本協約'))), ['第1条、第5条及び第6条中「この連携協約」を「本協約」に改める。']],
    ['B12 続いた三つ以上の条', base(), ['2', '3', '4'].map((n) => words(at(article(n)), replace('取組', '連携事業'))), ['第2条から第4条までの規定中「取組」を「連携事業」に改める。']],
    ['B13 前文・本則・別表は別に書き、すべての条なら本則中', base(), [words(at({ kind: 'preamble' }), both), ...['1', '2', '3', '4', '5', '6'].map((n) => words(at(article(n)), both)), words(at({ kind: 'appendix', head: '別表' }), both)],
      ['前文中「両市」を「両団体」に改める。', '本則中「両市」を「両団体」に改める。', '別表中「両市」を「両団体」に改める。']],
    ['見出しに同じ字句があれば本則中と言わない', base(['（両市の責務）']), ['1', '2', '3', '4', '5', '6'].map((n) => words(at(article(n)), both)), ['第1条から第6条までの規定中「両市」を「両団体」に改める。']],
    ['B30 別の改正が挟まればまとめない', base(), [words(at(article('2')), replace('取組', '連携事業'), { kind: 'deleteWords', words: [{ text: '相互に' }] }), words(at(article('3')), replace('取組', '連携事業')), words(at(article('4')), replace('取組', '連携事業'))],
      ['第2条中「取組」を「連携事業」に改め、「相互に」を削る。', '第3条及び第4条中「取組」を「連携事業」に改める。']],
    ['枝番号の条が間にあれば「から」で結ばない', base([], ['1', '2', '2_2', '3', '4']), ['2', '3', '4'].map((n) => words(at(article(n)), both)), ['第2条、第3条及び第4条中「両市」を「両団体」に改める。']],
    ['幾つかの操作がみな同じ条', base(), ['2', '3'].map((n) => words(at(article(n)), both, replace('取組', '連携事業'))), ['第2条及び第3条中「両市」を「両団体」に、「取組」を「連携事業」に改める。']],
    ['附則の条とも並べる', base(), [words(at(article('2')), both), words(at({ kind: 'suppl' }, article('1')), both)], ['第2条及び附則第1条中「両市」を「両団体」に改める。']],
    ['様式どうし', base(), [1, 2].map((n) => words(at({ kind: 'appendix', head: '様式', num: String(n) as ProvisionNum }), both)), ['様式第1及び様式第2中「両市」を「両団体」に改める。']],
  ])('%s', (_, document, provisions, expected) => {
    expect(joined(document, ...provisions)).toEqual(expected);
  });

  it('条を加えた後は、番号から並びを決めない', () => {
    const add: AmendingProvision = { operations: [{ targets: [{ from: at(article('2')) }], action: { kind: 'add', where: 'after', what: { units: [{ unit: '条', count: 1 }] }, block: { lines: ['第2条の2　両市は、連携する。'] } } }] };
    const [, rest] = joinAcrossProvisions([add, ...['3', '4', '5'].map((n) => words(at(article(n)), both))], base());
    expect(rest!.provision.operations[0]!.targets).toHaveLength(3);
    expect(rest!.from).toEqual([1, 2, 3]);
  });
});
