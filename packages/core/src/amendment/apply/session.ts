import type { PlainDate } from '../../calendar/plain-date.js';
import type { LawDocument, NodeId } from '../../text/element.js';
import type { AmendmentFindingCode } from '../../text/finding-code.js';
import type { Finding, Place, Severity } from '../../text/finding.js';
import type { LabelForms } from '../../text/label.js';
import { PROVISION_TAGS, type Tag } from '../../text/tag.js';
import type { NumeralForm } from '../../kernel/numeral.js';
import type { NewId } from '../block/block-context.js';
import type { Location, Target } from '../location.js';
import type { Action } from '../operation.js';
import type { Piece, TraceEntry } from '../trace.js';
import { locationName } from '../write/location-name.js';
import { ArticleIndex } from './article-index.js';
import { ancestors, idSequence, isAttached, kidOf, thaw, type DraftNode } from './draft-tree.js';
import type { ResolveContext } from './scope.js';
import { SeriesWatch } from './series-watch.js';

/** 溶け込みの途中の状態。一つの改め文を当てる間だけ生きる。 */
export class ApplySession implements ResolveContext {
  readonly root: DraftNode;
  readonly body: DraftNode;
  readonly labels: LabelForms;
  readonly newId: NewId;
  readonly digits: NumeralForm;
  readonly inForceOn: PlainDate | undefined;
  readonly series: SeriesWatch;
  readonly articles: ArticleIndex;
  readonly entries: TraceEntry[] = [];
  readonly runs = new Map<NodeId, readonly Piece[]>();
  readonly runNodes = new Map<NodeId, DraftNode>();
  /** 新しい節点を加えた操作 */
  readonly addedBy = new Map<NodeId, number>();
  /** 全部改めた節点（移すことはできない） */
  readonly rewritten = new Map<NodeId, number>();
  /** 「次のように改める」の本文に、その番号で書かれた規定 */
  readonly statedNumbers = new Set<NodeId>();
  /** 断る理由 */
  readonly errors: Finding[] = [];
  readonly warnings: Finding[] = [];
  /** 今の操作（通し番号）と、その改正規定の初めの操作 */
  operation = -1;
  provisionStart = 0;
  line: number | undefined;
  #articlesMoved = false;

  constructor(base: LawDocument, inForceOn: PlainDate | undefined, idsAfter = 0) {
    this.root = thaw(base.root, null);
    this.body = kidOf(this.root, 'LawBody') ?? this.root;
    this.labels = base.labels;
    this.newId = idSequence(base.root, idsAfter);
    this.digits = digitsOf(base.labels);
    this.inForceOn = inForceOn;
    this.series = new SeriesWatch(base.labels);
    this.articles = new ArticleIndex(base.labels);
  }

  name(location: Location): string {
    return locationName(location, this.digits);
  }

  nameOf({ from, through }: Target): string {
    return this.name(from) + (through ? `から${this.name(through)}まで` : '');
  }

  /** 一つの操作を終えた。 */
  endOperation(): void {
    if (this.#articlesMoved) this.articles.clear();
    this.#articlesMoved = false;
  }

  /** これから番号の並びを変える。 */
  touchSeries(holder: DraftNode, tag: Tag): void {
    this.series.note(holder, tag, this.line);
    if (!PROVISIONS.includes(tag)) this.#articlesMoved = true;
  }

  trace(node: DraftNode, effect: TraceEntry['effect']): void {
    this.entries.push({ operation: this.operation, node: node.id, effect });
  }

  /** 断る。改め文の行と場所を添える。 */
  refuse(code: AmendmentFindingCode, location: Location, data: Finding['data'], found?: string): false {
    this.errors.push(this.finding(code, 'error', location, data, undefined, found));
    return false;
  }

  warn(code: AmendmentFindingCode, location: Location, data: Finding['data'], more: { readonly node?: NodeId; readonly found?: string; readonly severity?: Severity } = {}): void {
    this.warnings.push(this.finding(code, more.severity ?? 'warning', location, data, more.node, more.found));
  }

  /** この操作は、この場所には当たらない。 */
  refuseScope(location: Location, action: Action['kind']): false {
    return this.refuse('amendment.whole-scope', location, { location: this.name(location), action: ACTION_WORD[action] });
  }

  private finding(code: AmendmentFindingCode, severity: Severity, location: Location, data: Finding['data'], node: NodeId | undefined, found: string | undefined): Finding {
    const at: Place = {
      ...(this.line === undefined ? {} : { line: this.line }),
      ...(node === undefined ? {} : { node }),
      provision: this.name(location),
    };
    return { code, severity, at, data, ...(found === undefined ? {} : { found }) };
  }

  /** 結果の木にまだある run の、文字の由来 */
  livingRuns(): ReadonlyMap<NodeId, readonly Piece[]> {
    const kept = new Map<NodeId, readonly Piece[]>();
    for (const [id, pieces] of this.runs) if (isAttached(this.runNodes.get(id)!, this.root)) kept.set(id, pieces);
    return kept;
  }

  /** この節点を加えた操作。元からある節点なら undefined。 */
  adder(node: DraftNode): number | undefined {
    for (const at of ancestors(node)) {
      const operation = this.addedBy.get(at.id);
      if (operation !== undefined) return operation;
    }
    return undefined;
  }
}

const PROVISIONS: readonly Tag[] = PROVISION_TAGS;

const ACTION_WORD: Readonly<Record<Action['kind'], string>> = {
  replaceWords: '字句を改める', insertWords: '字句を加える', deleteWords: '字句を削る', replaceWhole: '次のように改める', replaceText: '「」に改める',
  attachCaption: '見出しを付する', add: '加える', delete: '削る', move: '移す', shift: '繰り下げる・繰り上げる',
};

/** 報告の中で場所を書く数字。文書の条の書きぶりに合わせる。 */
const digitsOf = (labels: LabelForms): NumeralForm => (labels.Article === '第一条' ? 'kanji' : labels.Article === '第１条' ? 'full' : 'half');
