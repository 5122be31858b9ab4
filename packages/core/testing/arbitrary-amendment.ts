import fc from 'fast-check';
import type { Action, Added, AmendingProvision, Amendment, Block, DraftingProfile, Location, Operation, ProvisionNum, Quote, Step, Target } from '../src/index.js';
import { AGREEMENT_PROFILE, ORDINANCE_PROFILE, STATUTE_PROFILE } from '../src/index.js';

/**
 * 試験のための改め文の生成器。製品には入らない。
 * 印字して読み戻せば同じになるはずの操作だけを作る（番号のない場所の移動のような、意味のないものは作らない）。
 */
export function arbitraryAmendment(): fc.Arbitrary<Amendment> {
  return fc.array(amendingProvision, { maxLength: 4 });
}

export const arbitraryProfile: fc.Arbitrary<DraftingProfile> = fc.record({
  base: fc.constantFrom(AGREEMENT_PROFILE, ORDINANCE_PROFILE, STATUTE_PROFILE),
  insertWord: fc.constantFrom('下に', '次に', '右に', '後に'),
  digits: fc.constantFrom('half', 'full', 'kanji'),
}).map(({ base, insertWord, digits }) => ({ ...base, insertWord, digits } as DraftingProfile));

const small = fc.integer({ min: 1, max: 120 });
const num: fc.Arbitrary<ProvisionNum> = fc.oneof({ weight: 4, arbitrary: small.map(String) }, { weight: 1, arbitrary: fc.tuple(small, fc.integer({ min: 2, max: 12 })).map(([a, b]) => `${a}_${b}`) })
  .map((n) => n as ProvisionNum);
const whole: fc.Arbitrary<ProvisionNum> = small.map((n) => String(n) as ProvisionNum);

/** 引用する字句。括弧の釣り合った「」や、改め文の言葉に似た字を含む */
const plain = fc.constantFrom('両市', '取組', '第3条', 'を', 'に改め、', '、', 'の次に次の', '削る', '同条', '（以下', '）', '及び', '中', '20', '　', '表', 'の項', 'とし');
const words: fc.Arbitrary<string> = fc.array(fc.oneof({ weight: 6, arbitrary: plain }, { weight: 1, arbitrary: plain.map((w) => `「${w}」`) }, { weight: 1, arbitrary: plain.map((w) => `「甲「${w}」乙」`) }), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''));
const quote: fc.Arbitrary<Quote> = fc.oneof({ weight: 6, arbitrary: words.map((text) => ({ text })) }, { weight: 1, arbitrary: fc.tuple(words, words).map(([text, until]) => ({ text, until })) });

const item: fc.Arbitrary<Step> = num.map((n) => ({ kind: 'item', num: n }));
const paragraph: fc.Arbitrary<Step> = whole.map((n) => ({ kind: 'paragraph', num: n }));
const article: fc.Arbitrary<Step> = num.map((n) => ({ kind: 'article', num: n }));
const subitem: fc.Arbitrary<Step> = fc.constantFrom('ア', 'イ', 'ロ', 'ヱ').map((label) => ({ kind: 'subitem', label }));
const deeper: fc.Arbitrary<Step> = fc.constantFrom('(ア)', '（１）', '(1)', '（ⅰ）').map((label) => ({ kind: 'subitem', label }));
const name = fc.constantFrom('ア', '総務課', '道路法（昭和二十七年法律第百八十号）', '第十三条第一項から第三項まで', '1', '市長、副市長及び教育長');
const row: fc.Arbitrary<Step> = name.map((n) => ({ kind: 'row', name: n }));
const column: fc.Arbitrary<Step> = fc.constantFrom('上欄', '取組', '両市の役割', '第二欄').map((n) => ({ kind: 'column', name: n }));
const sentence: fc.Arbitrary<Step> = fc.constantFrom('本文', 'ただし書', '前段', '後段').map((part) => ({ kind: 'sentence', part } as Step));
const appendix: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom('別表', '別記様式', '別図').map((head): Step => ({ kind: 'appendix', head })),
  fc.tuple(fc.constantFrom('別表', '様式第＃号', '別記第＃号様式', '付録'), whole).map(([head, n]): Step => ({ kind: 'appendix', head, num: n })),
  fc.tuple(whole, fc.integer({ min: 2, max: 12 })).map(([n, nth]): Step => ({ kind: 'appendix', head: '別表', num: n, nth })),
  fc.tuple(fc.constantFrom('様式', '別記'), fc.integer({ min: 1, max: 3 })).map(([head, nth]): Step => ({ kind: 'appendix', head, nth })),
  fc.tuple(whole, fc.constantFrom('（第十七条関係）', '（第3条、第5条関係）')).map(([n, related]): Step => ({ kind: 'appendix', head: '別記様式第＃号', num: n, related })),
);

const path = (...steps: fc.Arbitrary<Step>[]): fc.Arbitrary<Location> => fc.tuple(...steps);
const under = (head: fc.Arbitrary<Location>, ...tails: fc.Arbitrary<Location>[]): fc.Arbitrary<Location> => fc.tuple(head, fc.oneof(...tails)).map(([a, b]) => [...a, ...b]);
const kind = <K extends Step['kind']>(k: K): fc.Arbitrary<Step> => fc.constant({ kind: k } as Step);

const supplement: fc.Arbitrary<Step> = fc.constantFrom<Step>({ kind: 'suppl' }, { kind: 'suppl', nth: 2 });
/** 号のある所（条・条の項・附則の項） */
const listing: fc.Arbitrary<Location> = fc.oneof(path(article), path(article, paragraph), path(supplement, paragraph), path(supplement, article, paragraph));
const table: fc.Arbitrary<Location> = fc.oneof(path(appendix), path(article, paragraph, kind('table')), path(article, kind('table')));

/** 字句の操作の場所 */
const place: fc.Arbitrary<Location> = fc.oneof(
  listing,
  under(listing, path(item), path(item, subitem), path(item, subitem, deeper), path(sentence), path(kind('lead')), path(kind('eachItem')), path(item, sentence)),
  under(path(article), path(kind('caption')), path(kind('captionIncluded'))),
  under(table, path(row), path(row, column), path(column), path(kind('remarks'))),
  under(path(appendix), path(whole.map((n): Step => ({ kind: 'remarks', num: n })))),
  under(path(fc.constantFrom<Step>({ kind: 'appendix', head: '別表' }, { kind: 'appendix', head: '別表', num: '3' as ProvisionNum })), path(item), path(item, subitem)),
  path(fc.constantFrom<Step>({ kind: 'appendix', head: '別表' }, { kind: 'appendix', head: '別表', num: '2' as ProvisionNum }), fc.constantFrom('1', '3', '(2)').map((label): Step => ({ kind: 'section', label })), kind('table'), row),
  fc.constantFrom<Step['kind']>('title', 'preamble', 'toc', 'main', 'suppl').map((k): Location => [{ kind: k } as Step]),
  whole.map((n): Location => [{ kind: 'group', level: 'Chapter', num: n }, { kind: 'groupTitle' }]),
);

const block: fc.Arbitrary<Block> = fc.array(fc.constantFrom('　（定義）', '第3条　両市は、協議する。', '2　前項の規定は、適用する。', '　(1)　経済の成長', '　　ア　人口', '　ただし、この限りでない。', '｜ア　支援｜取り組む。｜', '　　　第3章　雑則', '　　第3条中「A」を「B」に改める。'), { minLength: 1, maxLength: 4 })
  .map((lines) => ({ lines }));
const added: fc.Arbitrary<Added> = fc.oneof(
  fc.constant<Added>({ units: [] }),
  fc.tuple(fc.constantFrom('条', '項', '号', '章', '表'), fc.integer({ min: 1, max: 12 })).map(([unit, count]): Added => ({ units: [{ unit, count }] })),
  fc.constantFrom<Added>({ units: [{ unit: '見出し' }, { unit: '条', count: 2 }] }, { units: [{ unit: 'ただし書' }] }, { units: [{ unit: '各号' }] }, { units: [], as: '後段' }, { units: [{ unit: '項', count: 1 }], as: '第1項' }),
);

const targetsOf = (location: fc.Arbitrary<Location>, maxLength = 3): fc.Arbitrary<Target[]> =>
  fc.array(location, { minLength: 1, maxLength }).map((all) => inOrder(all).map((from): Target => ({ from })));

/** 附則は本則より後に並べる（附則第四条及び第五条は、どちらも附則の条）。 */
const inOrder = (all: readonly Location[]): Location[] => {
  const inSuppl = (l: Location): boolean => l[0]?.kind === 'suppl';
  return [...all.filter((l) => !inSuppl(l)), ...all.filter(inSuppl)];
};

/** 同じ親の下の番号の範囲 */
const range: fc.Arbitrary<Target> = fc.tuple(fc.oneof(path(article), under(listing, path(item))), small, fc.integer({ min: 1, max: 9 })).map(([location, from, more]) => {
  const { kind: level } = location[location.length - 1]! as { readonly kind: 'article' | 'item' };
  const at = (n: number): Location => [...location.slice(0, -1), { kind: level, num: String(n) as ProvisionNum }];
  return { from: at(from), through: at(from + more) };
});

/** 移した先は、同じ親の下の別の番号 */
const move: fc.Arbitrary<Operation> = fc.tuple(fc.oneof(path(article), under(listing, path(item)), path(article, paragraph), path(kind('suppl'), paragraph), under(path(article, item), path(subitem))), num, fc.constantFrom('ウ', 'ホ'))
  .map(([from, n, label]): Operation => {
    const last = from[from.length - 1]!;
    const to: Step = last.kind === 'subitem' ? { kind: 'subitem', label } : { ...last, num: last.kind === 'paragraph' ? (n.split('_')[0] as ProvisionNum) : n } as Step;
    return { targets: [{ from }], action: { kind: 'move', to: [...from.slice(0, -1), to] } };
  })
  .filter(({ targets, action }) => JSON.stringify(targets[0]!.from) !== JSON.stringify(action.kind === 'move' ? action.to : undefined));

const on = (targets: fc.Arbitrary<Target[]>, action: fc.Arbitrary<Action>): fc.Arbitrary<Operation> => fc.tuple(targets, action).map(([t, a]) => ({ targets: t, action: a }));

const middle: fc.Arbitrary<Operation> = fc.oneof(
  on(fc.oneof(targetsOf(place), range.map((r) => [r])), fc.tuple(fc.array(quote, { minLength: 1, maxLength: 3 }), words).map(([list, to]): Action => ({ kind: 'replaceWords', words: list, to }))),
  on(targetsOf(place), fc.tuple(fc.array(quote, { minLength: 1, maxLength: 2 }), words).map(([after, text]): Action => ({ kind: 'insertWords', after, text }))),
  on(targetsOf(place), fc.array(quote, { minLength: 1, maxLength: 3 }).map((list): Action => ({ kind: 'deleteWords', words: list }))),
  // 「第五条及び第六条の見出しを削る」は、どちらも見出しを削る
  on(fc.oneof(targetsOf(place.filter((l) => l[l.length - 1]!.kind !== 'caption'), 2), targetsOf(path(article, kind('caption')), 1), range.map((r) => [r])), fc.constant<Action>({ kind: 'delete' })),
  on(targetsOf(path(article, kind('caption')), 1), words.map((w): Action => ({ kind: 'replaceText', text: `（${w}）` }))),
  on(fc.oneof(targetsOf(path(article), 1), targetsOf(path(article, kind('sharedCaption')), 1)), words.map((w): Action => ({ kind: 'attachCaption', text: `（${w}）` }))),
  move,
  on(range.map((r) => [r]), fc.integer({ min: 1, max: 5 }).chain((by) => fc.constantFrom(by, -by)).map((by): Action => ({ kind: 'shift', by }))),
);

const last: fc.Arbitrary<Operation> = fc.oneof(
  middle,
  on(fc.oneof(targetsOf(place, 2), range.map((r) => [r])), block.map((b): Action => ({ kind: 'replaceWhole', block: b }))),
  on(targetsOf(fc.oneof(listing, under(listing, path(item)), path(kind('main')), path(kind('suppl')), table), 1), fc.tuple(added, block, fc.constantFrom('end', 'after', 'before')).map(([what, b, where]) => ({ kind: 'add', where, what, block: b } as Action))),
);

const amendingProvision: fc.Arbitrary<AmendingProvision> = fc.tuple(fc.array(middle, { maxLength: 3 }), last).map(([head, end]) => ({ operations: [...head, end] }));
