import { childOf, textOf, walk, type Element, type NodeId } from '../text/element.js';
import { readLabel, type LabelForms } from '../text/label.js';
import type { Initiative, Role } from './agreement-reading.js';
import { classifyColumns, type Column, type ColumnReading } from './classify-columns.js';
import { enterField, pathIn, type FieldScope, type InitiativeCollector } from './initiative-collector.js';
import { isBlankRole, readRoles, type RoleContext } from './read-roles.js';
import { detachLabel, repairLabel, splitLabel, type LabelledText } from './split-label.js';
import { tableGrid, type GridCell, type GridRow } from './table-grid.js';

/** 表の置かれた所。 */
export interface TablePlace {
  readonly scope: FieldScope;
  /** 表を直に持つ区分。表が内容と役割だけなら、区分の見出しが取組の名になる */
  readonly section?: { readonly label: string; readonly heading: string; readonly outer: FieldScope };
  /** 報告に書く場所（「別表第2」「第3条」） */
  readonly provision: string;
  readonly article: Initiative['article'];
}

interface Draft {
  scope: FieldScope;
  label: string;
  name: string;
  content: string[];
  contentInferred: boolean;
  roles: Map<string, Role>;
  /** 空だった役割の欄の当事者 */
  blanks: string[];
  cell: GridCell | undefined;
  node: NodeId;
}

/** 一つの表から取組を読み、列の意味を返す。取組の表でなければ報告だけ残す。 */
export function readTableInitiatives(table: Element<'Table'>, labels: LabelForms, place: TablePlace, context: RoleContext, collector: InitiativeCollector, previous?: readonly Column[]): readonly Column[] | undefined {
  const grid = tableGrid(table, labels);
  const reading = classifyColumns(grid, context.parties, previous);
  const ownsSection = reading !== undefined && place.section !== undefined && describesSection(reading);
  const outer = ownsSection ? { ...place, scope: place.section!.outer } : place;
  const at = { node: table.id, provision: place.provision };
  if (!reading) {
    collector.touch(place.scope);
    collector.findings.push({ code: 'agreement.table-unread', severity: 'warning', at, data: { appendix: place.provision, reason: 'no-initiative-column' } });
    return undefined;
  }
  if (reading.assumed) {
    const columns = reading.columns.map((c) => COLUMN_WORD[c.kind]).join('・');
    collector.findings.push({ code: 'agreement.table-header-assumed', severity: 'warning', at, assumed: columns, confidence: 'likely', data: { appendix: place.provision, columns } });
  }
  const reader = new RowReader(reading, ownsSection ? place.section : undefined, outer, context, collector);
  reading.rows.forEach((row, i) => reader.read(row, i + 1, reading.rows[i + 1]));
  reader.finish();
  if (!reader.foundAny) collector.touch(outer.scope);
  if (!reader.foundAny && reading.rows.length > 0) {
    collector.findings.push({ code: 'agreement.table-unread', severity: 'warning', at, data: { appendix: place.provision, reason: 'no-rows' } });
  }
  return reading.columns;
}

/**
 * 見出しが「取組の内容｜甲の役割｜…」で、標目の無い一行だけの表。
 * 「（１）地域医療」の見出しの下に一つずつ表を置く様式では、見出しが取組の名で、表はその内容。
 */
function describesSection({ columns, rows, inherited }: ColumnReading): boolean {
  const at = columns.findIndex((c) => c.kind === 'initiative');
  const only = rows.filter((row) => row.cells.some((cell) => cell !== undefined && cell.text.trim() !== ''));
  const text = only[0]?.cells[at]?.text.trim() ?? '';
  return only.length === 1 && (/内容|概要/.test(columns[at]!.header) || (inherited && text.endsWith('。'))) && !columns.some((c) => c.kind === 'label' || c.kind === 'field' || c.kind === 'content') && splitLabel(text).label === '';
}

/** 同じ書きぶりの標目（どちらも「(1)」の形、など） */
function sameForm(a: string, b: string): boolean {
  const forms = new Set(readLabel(a).map(({ form }) => form));
  return readLabel(b).some(({ form }) => forms.has(form));
}

const COLUMN_WORD: Record<Column['kind'], string> = { field: '分野', label: '標目', initiative: '取組', content: '内容', role: '役割', note: '備考' };

/** 行を順に読み、取組の欄が同じ（結合・空）行は一つの取組にまとめる。 */
class RowReader {
  foundAny = false;
  #draft: Draft | undefined;
  #scope: FieldScope;
  #fieldCell: GridCell | undefined;
  /** いま読んでいる行 */
  #row: GridRow | undefined;
  #previousLabel: string | undefined;
  /** ほかの行に標目がある */
  readonly #labelled: boolean;
  readonly #assumed = new Set<string>();
  /** 列ごとの、直前の行の役割（「同上」の指す先） */
  readonly #above = new Map<number, readonly string[]>();
  readonly #columns: readonly Column[];
  readonly #section: TablePlace['section'];
  readonly #place: TablePlace;
  readonly #context: RoleContext;
  readonly #collector: InitiativeCollector;

  constructor({ columns, rows }: ColumnReading, section: TablePlace['section'], place: TablePlace, context: RoleContext, collector: InitiativeCollector) {
    this.#columns = columns;
    this.#section = section;
    this.#place = place;
    this.#context = context;
    this.#collector = collector;
    this.#scope = place.scope;
    const at = Math.max(this.#columnOf('initiative'), 0);
    this.#labelled = rows.some((row) => splitLabel(row.cells[at]?.text ?? '').label !== '');
  }

  read(row: GridRow, number: number, next: GridRow | undefined): void {
    const cells = row.cells;
    const texts = cells.map((cell) => cell?.text.trim() ?? '');
    if (texts.every((text) => text === '')) return;
    if (cells.length > 1 && new Set(cells).size === 1) return this.#readSpanningRow(cells[0]!, row);
    if (this.#headsField(row, next)) {
      this.finish();
      return this.#enter(cells.find((cell) => (cell?.text.trim() ?? '') !== '')!);
    }
    this.#readFieldCell(cells);

    const initiative = cells[this.#columnOf('initiative')];
    const labelText = cells[this.#columnOf('label')]?.text.trim() ?? '';
    const continues = (initiative?.text.trim() ?? '') === '' && labelText === '' ? true : initiative !== undefined && initiative === this.#draft?.cell;
    if (continues && this.#draft === undefined) {
      this.#collector.findings.push({ code: 'agreement.row-unread', severity: 'warning', at: { node: row.element.id, provision: this.#place.provision }, found: texts.join('｜'), data: { appendix: this.#place.provision, row: number } });
      return;
    }
    if (!continues) this.#start(initiative, labelText, row);
    this.#row = row;
    this.#fill(cells, continues && initiative !== this.#draft?.cell);
  }

  finish(): void {
    const draft = this.#draft;
    if (!draft) return;
    this.#draft = undefined;
    this.foundAny = true;
    const content = draft.content.join('\n');
    const { path } = this.#collector.add({
      scope: draft.scope, label: draft.label, name: draft.name, content, contentInferred: draft.contentInferred,
      roles: [...draft.roles.values()], article: this.#place.article, node: draft.node,
    });
    for (const party of draft.blanks) {
      if (draft.roles.has(party)) continue;
      this.#collector.findings.push({ code: 'agreement.role-missing', severity: 'advice', at: { node: draft.node, provision: this.#place.provision }, data: { path, party } });
    }
  }

  /** 表の幅いっぱいの行。分野の見出しか、備考。 */
  #readSpanningRow(cell: GridCell, row: GridRow): void {
    const text = cell.text.trim();
    if (/^(※|備考|注|\(注|（注)/.test(text) || text.endsWith('。')) {
      this.#collector.findings.push({ code: 'agreement.row-unread', severity: 'advice', at: { node: row.element.id, provision: this.#place.provision }, found: text, data: { appendix: this.#place.provision, row: 0 } });
      return;
    }
    this.finish();
    this.#enter(cell);
  }

  /** 取組の欄だけに「1 経済」とあり、次の行から別の書きぶりの標目（(1)）で取組が並ぶ行。結合の印は失われても、分野の見出し。 */
  #headsField(row: GridRow, next: GridRow | undefined): boolean {
    const at = this.#columnOf('initiative');
    const text = row.cells[at]?.text.trim() ?? '';
    if (text === '' || text.endsWith('。') || row.cells.some((cell, i) => i !== at && cell !== row.cells[at] && (cell?.text.trim() ?? '') !== '')) return false;
    const below = next?.cells[at];
    if (below === undefined || below === row.cells[at] || !next!.cells.some((cell, i) => i !== at && (cell?.text.trim() ?? '') !== '')) return false;
    const [own, inner] = [splitLabel(text), splitLabel(below.text).label];
    return own.label !== '' && own.rest !== '' && inner !== '' && !sameForm(own.label, inner);
  }

  #readFieldCell(cells: GridRow['cells']): void {
    const cell = cells[this.#columnOf('field')];
    if (!cell || cell === this.#fieldCell || cell.text.trim() === '') return;
    this.finish();
    this.#enter(cell);
  }

  #enter(cell: GridCell): void {
    const { label, rest } = splitLabel(cell.lines.join(''));
    this.#fieldCell = cell;
    this.#previousLabel = undefined;
    this.#scope = enterField(this.#place.scope, { label, heading: rest, node: cell.element.id }, label !== '');
  }

  #start(cell: GridCell | undefined, labelText: string, row: GridRow): void {
    this.finish();
    const lines = [...(cell?.lines ?? [])];
    const first = lines.shift() ?? '';
    const split = labelText === '' ? this.#split(first, row) : { label: splitLabel(labelText).label || labelText, rest: first };
    const name = split.rest === '' ? (lines.shift() ?? '') : split.rest;
    const label = this.#repair(split.label, name, row);
    this.#previousLabel = label;
    this.#draft = {
      scope: this.#scope, label, name, content: lines, contentInferred: cell !== undefined && lines.length > 0 && this.#isInferred(cell),
      roles: new Map(), blanks: [], cell, node: row.element.id,
    };
    if (this.#section) {
      Object.assign(this.#draft, { label: this.#section.label, name: this.#section.heading, content: [...(cell?.lines ?? [])], contentInferred: cell !== undefined && this.#isInferred(cell) });
      return;
    }
    const combined = this.#columnOf('content') >= 0;
    if (combined && lines.length > 0) {
      // 内容の列が別にあれば、取組の欄の二行目以降は折り返された名
      this.#draft.name = name + lines.join('');
      this.#draft.content = [];
      this.#draft.contentInferred = false;
    }
  }

  #split(text: string, row: GridRow): LabelledText {
    const split = splitLabel(text);
    const detached = split.label === '' && this.#labelled ? detachLabel(split.rest, this.#previousLabel) : undefined;
    if (!detached) return split;
    this.#collector.findings.push({
      code: 'agreement.label-repaired', severity: 'advice', at: { node: row.element.id, provision: this.#place.provision }, found: text, assumed: detached.label, confidence: 'likely',
      data: { path: pathIn(this.#scope, detached.label, detached.rest), label: detached.label },
    });
    return detached;
  }

  #repair(label: string, name: string, row: GridRow): string {
    const assumed = repairLabel(label, this.#previousLabel);
    if (assumed === undefined) return label;
    this.#collector.findings.push({
      code: 'agreement.label-repaired', severity: 'advice', at: { node: row.element.id, provision: this.#place.provision }, found: label, assumed, confidence: 'certain',
      data: { path: pathIn(this.#scope, assumed, name), label: assumed },
    });
    return assumed;
  }

  /** broken: 頁の切れ目などで前の行から続く行。文の途中なら改行せずにつなぐ。 */
  #fill(cells: GridRow['cells'], broken: boolean): void {
    const draft = this.#draft!;
    const seen = new Set<GridCell>();
    this.#columns.forEach((column, i) => {
      const cell = cells[i];
      if (!cell || seen.has(cell)) return;
      seen.add(cell);
      if (column.kind === 'content' && cell.text.trim() !== '' && !isBlankRole(cell.text)) {
        const last = draft.content.at(-1);
        if (broken && last !== undefined && !last.endsWith('。')) draft.content[draft.content.length - 1] = last + cell.text;
        else if (!draft.content.includes(cell.text)) draft.content.push(cell.text);
        draft.contentInferred ||= this.#isInferred(cell);
      }
      if (column.kind === 'role') this.#fillRole(draft, column, cell, cells, i);
    });
  }

  #fillRole(draft: Draft, column: Column, cell: GridCell, cells: GridRow['cells'], at: number): void {
    const header = this.#spannedHeader(column, cells, at);
    let { lines } = cell;
    let inferred = this.#isInferred(cell) || this.#isSpreadHere(cell);
    const same = /^(同上|〃|″|同左)$/.exec(cell.text.trim());
    if (same) {
      const source = same[1] === '同左' ? cells[at - 1]?.lines : this.#above.get(at);
      if (source) {
        lines = [...source];
        inferred = true;
      }
    }
    this.#above.set(at, lines);
    const reading = readRoles(header, lines, inferred, this.#context);
    if (reading.assumed !== undefined && !this.#assumed.has(column.header)) {
      this.#assumed.add(column.header);
      this.#collector.findings.push({
        code: 'agreement.role-bearer-assumed', severity: 'warning', at: { node: cell.element.id, provision: this.#place.provision }, found: column.header, assumed: reading.assumed, confidence: 'guess',
        data: { header: column.header, party: reading.assumed },
      });
    }
    for (const role of reading.roles) {
      const before = draft.roles.get(role.party);
      draft.roles.set(role.party, before && before.text !== role.text ? { ...before, text: `${before.text}\n${role.text}` } : role);
      if (inferred && same) {
        this.#collector.findings.push({
          code: 'agreement.same-as-above', severity: 'advice', at: { node: cell.element.id, provision: this.#place.provision }, found: cell.text, assumed: role.text, confidence: 'certain',
          data: { path: pathIn(draft.scope, draft.label, draft.name), party: role.party },
        });
      }
    }
    if (reading.roles.length === 0 && cell.text.trim() === '') draft.blanks.push(readRoles(header, ['x'], false, this.#context).roles[0]!.party);
  }

  /** 甲と乙の列にまたがる一つの欄は、両者の役割。 */
  #spannedHeader(column: Column, cells: GridRow['cells'], at: number): string {
    const bearers = this.#columns.flatMap((c, i) => (i >= at && c.kind === 'role' && cells[i] === cells[at] ? [c.header] : []));
    if (bearers.length < 2) return column.header;
    const words = bearers.map((h) => h.split('／').at(-1)!.replace(/の役割(分担)?$/, ''));
    return `${words.slice(0, -1).join('、')}及び${words.at(-1)!}の役割`;
  }

  #columnOf(kind: Column['kind']): number {
    return this.#columns.findIndex((c) => c.kind === kind);
  }

  /** 結合の範囲を推定で広げた行（印字の残っていた行は含まない）。 */
  #isSpreadHere(cell: GridCell): boolean {
    return cell.element.attr['rowspan'] !== undefined && this.#row !== undefined && this.#context.inferred.has(this.#row.element.id);
  }

  #isInferred(cell: GridCell): boolean {
    for (const element of walk(cell.element)) if (this.#context.inferred.has(element.id)) return true;
    return false;
  }
}

/** 表の題（TableStructTitle）を区分の見出しとして読む。 */
export function tableTitle(struct: Element): { label: string; heading: string; node: NodeId } | undefined {
  const title = childOf(struct, 'TableStructTitle');
  if (!title || textOf(title).trim() === '') return undefined;
  const { label, rest } = splitLabel(textOf(title));
  return { label, heading: rest, node: title.id };
}
