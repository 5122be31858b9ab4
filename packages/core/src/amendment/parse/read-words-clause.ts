import type { Target } from '../location.js';
import type { Operation, Quote } from '../operation.js';
import { operations, unread, type Clause, type ClauseRead, type Slip } from './clause-read.js';
import { QUOTE } from './mask-quotes.js';
import { readTargets } from './read-location.js';
import { readStructureClause } from './read-structure-clause.js';

const LIST = /^(?:、|及び|並びに|又は|若しくは|、及び|と)$/;
const LIST_AND_PLACE = /^(?:、|及び|並びに|、及び)(.+)中$/s;
const REPLACE_END = /^(に|と|へ)(?:、(?=それぞれ改|改め))?(?:それぞれ)?(改め|変更し|訂正し|修正し|改正し|置き換え|読み替え|し|する)?(?:る|する)?(?:、(.*))?$/s;
const INSERT = /^の(下|次|右|後|上|前|左)に、?(?:それぞれ)?$/;
const INSERT_END = /^を?(?:それぞれ)?(加え|追加し|挿入し|付け加え)?(?:る|する)?(?:、(.*))?$/s;
const DELETE = /^を(?:それぞれ|いずれも)?、?(削り|削る|削除し|削除する|除き|除く)$/;

/** 引用のある句: 字句の改め・加え・削り、見出しの改め・付し。 */
export function readWordsClause(clause: Clause): ClauseRead {
  const caption = /^(.*?)(の前)?[にの](?:次の)?見出しとして$/s.exec(clause.text.slice(0, clause.text.indexOf(QUOTE)));
  return caption ? readCaption(clause, caption) : new WordsReader(clause).read();
}

/** 見出しとして「（A）」を付する。の前なら共通見出し。 */
function readCaption({ text, quotes, antecedents }: Clause, m: RegExpExecArray): ClauseRead {
  const end = text.slice(text.indexOf(QUOTE) + 1);
  if (!/^を(?:付し|付する|付す|附し|附する|付け|付ける|加え|加える)$/.test(end)) return unread(end);
  const place = m[1] === '' ? undefined : readTargets(m[1]!, antecedents);
  if (place && !place.ok) return unread(text.slice(place.at), place.same);
  const targets = place?.targets ?? (antecedents.last ? [{ from: antecedents.last }] : undefined);
  if (!targets) return unread(text);
  const shared = m[2] !== undefined;
  return operations([{
    targets: shared ? targets.map(({ from }) => ({ from: [...from, { kind: 'sharedCaption' as const }] })) : targets,
    action: { kind: 'attachCaption', text: quotes[0]! },
  }]);
}

interface Group {
  readonly targets: readonly Target[];
  readonly words: Quote[];
}

/** 引用と引用の間の言葉を順に読む。 */
class WordsReader {
  readonly #clause: Clause;
  readonly #gaps: readonly string[];
  readonly #operations: Operation[] = [];
  readonly #slips: Slip[] = [];
  /** 次に読む引用 */
  #next = 0;
  /** 「「A」を、第二条中「B」を削る」のように、まだ動詞のない字句 */
  #pending: Group[] = [];

  constructor(clause: Clause) {
    this.#clause = clause;
    this.#gaps = clause.text.split(QUOTE);
  }

  read(): ClauseRead {
    let head = this.#gaps[0]!;
    for (;;) {
      const next = this.#piece(head);
      if (typeof next !== 'string') return next;
      head = next;
    }
  }

  /** head から一つの操作を読む。続きがあれば次の head を返す。 */
  #piece(head: string): string | ClauseRead {
    if (head.endsWith('を')) return this.#replaceText(head.slice(0, -1));
    if (/(?:に|として)$/.test(head)) return this.#addInline(head);
    const targets = this.#place(head);
    if ('ok' in targets) return targets;
    const groups: Group[] = [{ targets: targets.found, words: [] }];
    for (;;) {
      const gap = this.#word(groups[groups.length - 1]!);
      if (this.#next >= this.#clause.quotes.length) return this.#finish(groups, gap);
      if (LIST.test(gap)) continue;
      const place = LIST_AND_PLACE.exec(gap);
      if (!place) return this.#finish(groups, gap);
      const more = this.#place(`${place[1]!}中`);
      if ('ok' in more) return more;
      groups.push({ targets: more.found, words: [] });
    }
  }

  /** 「A」又は「A」から「B」まで。後に続く言葉を返す。 */
  #word(group: Group): string {
    const text = this.#quote();
    let gap = this.#gaps[this.#next]!;
    if (gap === 'から' && this.#gaps[this.#next + 1]?.startsWith('まで')) {
      const until = this.#quote();
      group.words.push({ text, until });
      gap = this.#gaps[this.#next]!.slice(2).replace(/^の(?:部分|字句|文言|規定|間)/, '');
    } else group.words.push({ text });
    return gap.replace(/^の(?:字句|文言|語)(?=を|の)/, '');
  }

  #quote(): string {
    const text = this.#clause.quotes[this.#next]!;
    this.#next += 1;
    return text;
  }

  #finish(groups: readonly Group[], gap: string): string | ClauseRead {
    const more = this.#next < this.#clause.quotes.length;
    const removed = DELETE.exec(gap);
    if (removed) {
      if (more) return unread(gap);
      if (!/^削[りる]$/.test(removed[1]!)) this.#slips.push({ found: removed[1]!, assumed: '削る' });
      for (const { targets, words } of [...this.#pending, ...groups]) this.#operations.push({ targets, action: { kind: 'deleteWords', words } });
      this.#pending = [];
      return this.#done();
    }
    if (more && /^(?:を|とあるの?を|とある(?:部分|字句)を|とあるのは、?)(?:それぞれ|いずれも)?、?$/.test(gap)) return this.#replace(groups);
    const insert = more ? INSERT.exec(gap) : null;
    if (insert) return this.#insert(groups, insert[1]!);
    const pending = more ? /^を、(.*)$/s.exec(gap) : null;
    if (pending) {
      this.#pending.push(...groups);
      return pending[1]!;
    }
    if (!more) return this.#block(groups, gap);
    return unread(gap);
  }

  #replace(groups: readonly Group[]): string | ClauseRead {
    const to = [this.#quote()];
    let gap = this.#gaps[this.#next]!;
    while (LIST.test(gap) && this.#next < this.#clause.quotes.length) {
      to.push(this.#quote());
      gap = this.#gaps[this.#next]!;
    }
    const end = REPLACE_END.exec(gap);
    if (!end || (end[2] === undefined && end[3] === undefined) || (/^すし?/.test(end[2] ?? '') && end[1] !== 'と')) return unread(gap);
    if (end[1] !== 'に') this.#slips.push({ found: `${end[1]}${end[2] ?? ''}`, assumed: 'に改める' });
    for (const { targets, words } of groups) {
      if (to.length === 1) this.#operations.push({ targets, action: { kind: 'replaceWords', words, to: to[0]! } });
      else if (to.length !== words.length) return unread(gap);
      else words.forEach((word, i) => this.#operations.push({ targets, action: { kind: 'replaceWords', words: [word], to: to[i]! } }));
    }
    return this.#continue(end[3]);
  }

  #insert(groups: readonly Group[], side: string): string | ClauseRead {
    const text = this.#quote();
    const gap = this.#gaps[this.#next]!;
    const end = INSERT_END.exec(gap);
    if (!end || (end[1] === undefined && end[2] === undefined)) return unread(gap);
    const before = side === '上' || side === '前' || side === '左';
    if (before) this.#slips.push({ found: `の${side}に`, assumed: 'を…に改める' });
    for (const { targets, words } of groups) {
      if (!before) this.#operations.push({ targets, action: { kind: 'insertWords', after: words, text } });
      else for (const word of words) this.#operations.push({ targets, action: { kind: 'replaceWords', words: [word], to: text + word.text } });
    }
    return this.#continue(end[2]);
  }

  /** 見出しを「（A）」に改める。 */
  #replaceText(place: string): string | ClauseRead {
    const targets = this.#read(place);
    if ('ok' in targets) return targets;
    const text = this.#quote();
    const gap = this.#gaps[this.#next]!;
    const end = REPLACE_END.exec(gap);
    if (!end || (end[2] === undefined && end[3] === undefined)) return unread(gap);
    if (end[1] !== 'に') this.#slips.push({ found: `${end[1]}${end[2] ?? ''}`, assumed: 'に改める' });
    this.#operations.push({ targets: targets.found, action: { kind: 'replaceText', text } });
    return this.#continue(end[3]);
  }

  /** 第三条に後段として「…」を加える。加えるものを引用で書いたもの */
  #addInline(head: string): ClauseRead {
    const m = /^(.*?)(?:(の次|の前|の後|の末尾)?に)?、?(?:([^、に]{1,40})として)?$/s.exec(head);
    const text = this.#quote();
    const end = /^を(?:加え|加える|付し|付する|追加し|追加する)$/.exec(this.#gaps[this.#next]!);
    if (!m || !end || m[1] === '') return unread(head);
    const targets = this.#read(m[1]!);
    if ('ok' in targets) return targets;
    const where = m[2] === 'の前' ? 'before' : m[2] === 'の次' || m[2] === 'の後' ? 'after' : 'end';
    this.#operations.push({ targets: targets.found, action: { kind: 'add', where, what: { units: [], ...(m[3] === undefined ? {} : { as: m[3] }) }, block: { lines: [text] } } });
    return this.#done();
  }

  /** 「A」の次に次のように加える / 「A」を次のように改める。引用した所を場所とする。 */
  #block(groups: readonly Group[], gap: string): ClauseRead {
    const [group] = groups;
    const word = group?.words[0];
    if (groups.length !== 1 || !group || !word || group.words.length !== 1 || word.until !== undefined) return unread(gap);
    const named = `「${word.text}」`;
    const place = readStructureClause(`題名${gap}`, this.#clause.antecedents.clone());
    const op = place.ok ? place.operations[0] : undefined;
    if (!op || !('block' in op.action)) return unread(gap);
    this.#operations.push({ ...op, targets: group.targets.map(({ from }) => ({ from: [...from, { kind: 'named' as const, name: named }] })) });
    return this.#done();
  }

  /** 字句の場所。言わなければ直前の字句の場所 */
  #place(head: string): { readonly found: readonly Target[] } | ClauseRead {
    const place = head.replace(/(?:中|のうち)、?$/, '').replace(/、$/, '');
    if (place === '' || place === 'それぞれ') {
      const { words } = this.#clause.antecedents;
      return words ? { found: words } : unread(this.#clause.text.replaceAll(QUOTE, '「…」'));
    }
    return this.#read(place);
  }

  #read(place: string): { readonly found: readonly Target[] } | ClauseRead {
    const read = readTargets(place, this.#clause.antecedents);
    if (!read.ok) return unread(place.slice(read.at), read.same);
    this.#clause.antecedents.words = read.targets;
    return { found: read.targets };
  }

  #continue(rest: string | undefined): string | ClauseRead {
    if (this.#next < this.#clause.quotes.length) return rest ?? unread(this.#gaps[this.#next]!);
    return rest === undefined ? this.#done() : unread(rest);
  }

  #done(): ClauseRead {
    if (this.#pending.length > 0) return unread(this.#gaps[this.#next]!);
    return operations(this.#operations, this.#slips);
  }
}
