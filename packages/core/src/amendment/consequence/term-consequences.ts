import type { Element } from '../../text/element.js';
import type { Consequence } from '../consequence.js';
import { writeRun } from '../run.js';
import { provisionOf, type Sides } from './reference-consequences.js';
import type { IndexedRun } from './provision-index.js';

/** 定義: 「…（以下「両市」という。）」「「圏域」とは、…をいう。」。scope は「以下この条において」の条・項など */
const DEFINITION = /(?:以下(?:この(?<scope>[^「」（）、。]{1,3}?)において)?(?:単に)?「(?<short>[^「」]{2,40})」という)|(?:「(?<term>[^「」]{2,40})」とは)/gu;
/** 一度に調べる語の数。全部を書き換えた文書で、語の数だけ本文を読み直さない */
const TERM_LIMIT = 100;
/** 用語の前後に続いていれば、別の語の一部とみる字 */
const WORD = /[\p{Script=Han}\p{Script=Katakana}ー々A-Za-z0-9]/u;

/**
 * 定義がなくなったのに、変わらない規定でまだ使われている定義語。書き換えた規定の中の語は、起案した人が見たものである。
 * 附則の経過措置は、制定の時の語のまま残す慣行なので見ない。
 * 定義のある規定の外へ及ばない定義（以下この条において）は、及ぶ範囲が人の読みによるので見ない。
 */
export function termConsequences({ base, next }: Sides, untouched: (run: IndexedRun) => boolean): Consequence[] {
  const dropped = new Set(definedTerms(base.runs));
  if (dropped.size === 0) return [];
  const texts = next.runs.map((run) => ({ run, text: writeRun(run.run) }));
  for (const { text } of texts) {
    // 新でどこかに「X」と括って置いてあれば、定義の仕方が変わっただけかもしれない
    for (const [, quoted] of text.matchAll(/「([^「」]{2,40})」/g)) dropped.delete(quoted!);
    // 定義の欄「連携事業　両市が…」
    const column = /^([^　]{2,40})　/.exec(text);
    if (column) dropped.delete(column[1]!);
  }
  const uses = texts.filter(({ run }) => run.place.part !== 'suppl' && untouched(run));
  return [...dropped].slice(0, TERM_LIMIT).flatMap((term): Consequence[] => {
    let count = 0;
    let first: { run: IndexedRun; at: number } | undefined;
    for (const { run, text } of uses) {
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
        if (isPartOfWord(text, at, term)) continue;
        count += 1;
        first ??= { run, at };
      }
    }
    return first === undefined ? [] : [{
      finding: {
        code: 'amendment.term-undefined', severity: 'warning',
        at: { node: first.run.run.id, provision: provisionOf(next, first.run) },
        found: term, data: { term, count },
      },
      node: first.run.run.id, start: first.at, end: first.at + term.length, replacement: term,
    }];
  });
}

function* definedTerms(runs: readonly IndexedRun[]): Generator<string> {
  for (const { run } of runs) yield* termsIn(run);
}

function* termsIn(run: Element): Generator<string> {
  const text = writeRun(run);
  if (!text.includes('「')) return;
  for (const { groups } of text.matchAll(DEFINITION)) {
    if (groups!['scope'] === undefined) yield groups!['short'] ?? groups!['term']!;
  }
}

const isPartOfWord = (text: string, at: number, term: string): boolean =>
  (WORD.test(term[0]!) && WORD.test(text[at - 1] ?? '')) || (WORD.test(term.at(-1)!) && WORD.test(text[at + term.length] ?? ''));
