import { writeNumeral } from '../../kernel/numeral.js';
import type { Location, Step, Target } from '../location.js';
import type { Action, Added, AmendingProvision, Operation, Quote } from '../operation.js';
import type { DraftingProfile } from '../profile.js';
import { keyOf, Mentions, sameStep } from './mentions.js';
import { bareName, GROUP_WORD, lastStep, type NameStyle } from './step-name.js';
import { nameOptions, writeLocation, writeTargets } from './write-targets.js';

/** 改正規定の一文。途中の動詞は連用形（改め・加え・削り・とし）、最後だけ終止形。 */
export function writeSentence({ operations }: AmendingProvision, profile: DraftingProfile): string {
  const writer = new SentenceWriter(profile);
  const clauses: Clause[] = [];
  for (let i = 0; i < operations.length;) {
    const scoped = scopedRun(operations, i, profile, writer.mentions);
    const end = scoped ?? sharedVerb(operations, i);
    if (scoped !== undefined) clauses.push(...writer.scope(operations.slice(i, end)));
    else clauses.push(writer.clause(operations.slice(i, end), operations[i - 1]));
    i = end;
  }
  return clauses.map(({ text, verb }, i) => text + VERBS[verb][i === clauses.length - 1 ? 1 : 0]).join('、') + '。';
}

interface Clause {
  readonly text: string;
  readonly verb: keyof typeof VERBS;
}

/** 動詞の連用形と終止形 */
const VERBS = {
  replace: ['改め', '改める'],
  add: ['加え', '加える'],
  delete: ['削り', '削る'],
  become: ['とし', 'とする'],
  attach: ['付し', '付する'],
  lower: ['繰り下げ', '繰り下げる'],
  raise: ['繰り上げ', '繰り上げる'],
} as const;

const WORD_ACTIONS: ReadonlySet<Action['kind']> = new Set<Action['kind']>(['replaceWords', 'insertWords', 'deleteWords']);
const isWords = (op: Operation): boolean => WORD_ACTIONS.has(op.action.kind);
const sameTargets = (a: Operation, b: Operation): boolean => JSON.stringify(a.targets) === JSON.stringify(b.targets);

/** 「A」を「B」に、「C」を「D」に改める: 同じ場所の同じ種類の字句の操作は動詞を一つにする。 */
function sharedVerb(operations: readonly Operation[], from: number): number {
  const first = operations[from]!;
  let end = from + 1;
  if (first.action.kind !== 'replaceWords' && first.action.kind !== 'insertWords') return end;
  while (end < operations.length && operations[end]!.action.kind === first.action.kind && sameTargets(first, operations[end]!)) end += 1;
  return end;
}

/** 「第九条中第四号を第五号とし、第三号の次に…」と「中」で親を一度だけ言う子 */
const SCOPED: ReadonlySet<Step['kind']> = new Set<Step['kind']>(['paragraph', 'item', 'subitem', 'row', 'section', 'remarks', 'note']);

/** 同じ親の子を移し・削り・間に加える操作が二つ以上続く所の終わり。そうでなければ undefined。 */
function scopedRun(operations: readonly Operation[], from: number, profile: DraftingProfile, mentions: Mentions): number | undefined {
  const first = scopedChild(operations[from]!);
  if (!first || mentions.isLast(operations[from]!.targets[0]!.from)) return undefined;
  // 横書きの例規は、項を「第7条第3項を同条第4項とし、同条第2項の次に」と書く
  if (first.kind === 'paragraph' && profile.digits !== 'kanji') return undefined;
  // 直前にその節点の字句を改めていれば「同号ヘを同号ニとし」と続け、「中」では始めない
  const before = operations[from - 1];
  if (before && before.targets.some((t) => keyOf(t.from) === keyOf(operations[from]!.targets[0]!.from))) return undefined;
  let end = from + 1;
  while (end < operations.length) {
    const next = scopedChild(operations[end]!);
    if (!next || next.parent !== first.parent || next.kind !== first.kind) break;
    end += 1;
  }
  if (end - from < 2) return undefined;
  // 横書きの例規は、細分の削りを「同号ウを同号イとする」と書く
  if (profile.digits === 'kanji') return end;
  if (first.kind === 'subitem' && !operations.slice(from, end).some((op) => op.action.kind === 'add')) return undefined;
  return end;
}

function scopedChild({ targets, action }: Operation): { readonly parent: string; readonly kind: Step['kind'] } | undefined {
  if (action.kind === 'add' ? action.where === 'end' : action.kind !== 'delete' && action.kind !== 'move' && action.kind !== 'shift') return undefined;
  const locations = targets.flatMap((t) => [t.from, ...(t.through ? [t.through] : [])]);
  if (action.kind === 'move') locations.push(action.to);
  const kind = locations[0] && lastStep(locations[0])?.kind;
  if (kind === undefined || !SCOPED.has(kind) || locations.some((l) => l.length < 2)) return undefined;
  // 附則の項は「附則第2項を削り、附則第3項を附則第2項とする」と毎回言う
  if (kind === 'paragraph' && locations[0]!.some((s) => s.kind === 'suppl') && locations[0]!.length === 2) return undefined;
  const [parent, ...others] = locations.map((l) => keyOf(l.slice(0, -1)));
  if (others.some((p) => p !== parent) || locations.some((l) => lastStep(l)!.kind !== kind)) return undefined;
  return { parent: parent!, kind };
}

class SentenceWriter {
  readonly mentions = new Mentions();
  readonly #profile: DraftingProfile;

  constructor(profile: DraftingProfile) {
    this.#profile = profile;
  }

  /** 「第九条中第四号を第五号とし、第三号の次に次の一号を加える」 */
  scope(operations: readonly Operation[]): Clause[] {
    const first = operations[0]!.targets[0]!.from;
    const kind = lastStep(first)!.kind;
    // 備考2 の親は、番号のない「備考」
    const parent: Location = kind === 'remarks' || kind === 'note' ? [...first.slice(0, -1), { kind }] : first.slice(0, -1);
    const lead = `${writeLocation(parent, this.#style, this.mentions)}中`;
    return operations.map((op, i) => {
      const name = this.#bareTargets(op.targets);
      this.mentions.mention(op.targets);
      const to = op.action.kind === 'move' ? bareName(lastStep(op.action.to)!, this.#names) : '';
      if (op.action.kind === 'move') this.mentions.mention([{ from: op.action.to }]);
      const clause = this.#whole(name, op, to);
      return i === 0 ? { ...clause, text: lead + clause.text } : clause;
    });
  }

  clause(operations: readonly Operation[], previous: Operation | undefined): Clause {
    const [first] = operations as [Operation, ...Operation[]];
    if (isWords(first)) {
      const words = operations.map((op) => this.#words(op.action)).join('、');
      const verb = ({ replaceWords: 'replace', insertWords: 'add', deleteWords: 'delete' } as const)[first.action.kind as 'replaceWords'];
      return { text: (previous && isWords(previous) && sameTargets(previous, first) ? '' : this.#inside(first.targets)) + words, verb };
    }
    const name = this.#targets(first);
    return this.#whole(name, first, first.action.kind === 'move' ? this.#destination(first.targets, first.action.to) : '');
  }

  get #style(): NameStyle {
    return { digits: this.#profile.digits, within: '中' };
  }

  get #names() {
    return nameOptions(this.#style);
  }

  #targets(op: Operation): string {
    // 「第十条に見出しとして」: 付する先は条であって見出しではない
    const targets = op.action.kind === 'attachCaption' ? op.targets.map((t) => ({ ...t, from: withoutCaption(t.from) })) : op.targets;
    return writeTargets(targets, this.#style, this.mentions);
  }

  /** 字句を直す場所。範囲で終わるときは「の規定」を添える。 */
  #inside(targets: readonly Target[]): string {
    const name = writeTargets(targets, { ...this.#style, within: 'のうち' }, this.mentions);
    return `${name}${name.endsWith('まで') ? 'の規定' : ''}中`;
  }

  /** 「中」の後の、親を略した場所。直前に言ったものは「同項」。 */
  #bareTargets(targets: readonly Target[]): string {
    const bare = (location: Location) => {
      const short = this.mentions.shorten(location);
      return short?.length === location.length ? `同${short.word}` : bareName(lastStep(location)!, this.#names);
    };
    const parts = targets.map(({ from, through }) => bare(from) + (through ? `から${bareName(lastStep(through)!, this.#names)}まで` : ''));
    return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('、')}及び${parts[parts.length - 1]!}`;
  }

  /** 移した後の場所。親が同じなら「同条第五項」、親を略して言えなければ、条と附則は全部、表の項などは末尾だけ。 */
  #destination(targets: readonly Target[], to: Location): string {
    const from = targets[0]?.from ?? [];
    const kind = lastStep(to)?.kind;
    const sibling = from.length > 1 && keyOf(from.slice(0, -1)) === keyOf(to.slice(0, -1));
    let text: string;
    if (kind === 'article') text = writeLocation(to.filter((s) => s.kind !== 'group' || !from.some((f) => sameStep(f, s))), this.#style, new Mentions());
    else if (sibling && (kind === 'row' || kind === 'section' || kind === 'subitem') && !this.mentions.shorten(to.slice(0, -1))) text = bareName(lastStep(to)!, this.#names);
    else text = writeLocation(to, this.#style, this.mentions);
    this.mentions.mention([{ from: to }]);
    return text;
  }

  #whole(name: string, { targets, action }: Operation, to: string): Clause {
    switch (action.kind) {
      case 'replaceWhole': return { text: `${name}を次のように`, verb: 'replace' };
      case 'replaceText': return { text: `${name}を「${action.text}」に`, verb: 'replace' };
      case 'attachCaption': {
        const shared = lastStep(targets[0]?.from ?? [])?.kind === 'sharedCaption';
        return { text: `${name}${shared ? 'の前' : ''}に見出しとして「${action.text}」を`, verb: 'attach' };
      }
      case 'add': {
        const place = { end: '', after: 'の次', before: 'の前' }[action.where];
        return { text: `${name}${place}に${this.#added(action.what)}`, verb: 'add' };
      }
      case 'delete': return { text: `${name}を`, verb: 'delete' };
      case 'move': return { text: `${name}を${to}`, verb: 'become' };
      case 'shift': {
        const count = writeNumeral(Math.abs(action.by), this.#profile.digits) + unitOf(lastStep(targets[0]?.from ?? []));
        return { text: `${name}を${count}ずつ`, verb: action.by < 0 ? 'raise' : 'lower' };
      }
      default: return { text: '', verb: 'replace' };
    }
  }

  #added({ units, as }: Added): string {
    const counted = units.map(({ unit, count }) => (count === undefined ? unit : writeNumeral(count, this.#profile.digits) + unit)).join('及び');
    const what = counted === '' || counted === 'ように' ? '次のように' : `次の${counted}を`;
    return as === undefined ? what : `${as}として${what}`;
  }

  #words(action: Action): string {
    switch (action.kind) {
      case 'replaceWords': return `${quoted(action.words)}を「${action.to}」に`;
      case 'insertWords': return `${quoted(action.after)}の${this.#profile.insertWord}「${action.text}」を`;
      case 'deleteWords': return `${quoted(action.words)}を`;
      default: return '';
    }
  }
}

function quoted(words: readonly Quote[]): string {
  const parts = words.map(({ text, until }) => `「${text}」${until === undefined ? '' : `から「${until}」まで`}`);
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('、')}及び${parts[parts.length - 1]!}`;
}

const withoutCaption = (location: Location): Location => {
  const kind = lastStep(location)?.kind;
  return kind === 'caption' || kind === 'sharedCaption' ? location.slice(0, -1) : location;
};

/** 「一条ずつ」の単位。細分と区分は数だけ（1ずつ） */
function unitOf(step: Step | undefined): string {
  switch (step?.kind) {
    case 'article': return '条';
    case 'paragraph':
    case 'row': return '項';
    case 'item': return '号';
    case 'group': return GROUP_WORD[step.level];
    case 'appendix': return step.head.includes('様式') ? '様式' : '表';
    default: return '';
  }
}
