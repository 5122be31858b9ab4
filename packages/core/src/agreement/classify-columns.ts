import type { Party } from './agreement-reading.js';
import { comparisonForm } from './comparison-form.js';
import { resolveDesignation } from './designation.js';
import { splitLabel } from './split-label.js';
import type { GridCell, GridRow, TableGrid } from './table-grid.js';

/** 列の意味。label は標目だけの列、note は取組でも役割でもない列（備考など）。 */
export type ColumnKind = 'field' | 'label' | 'initiative' | 'content' | 'role' | 'note';

export interface Column {
  readonly kind: ColumnKind;
  /** role の列の見出し（「両市の役割」）。役割を負う者を読むのに使う */
  readonly header: string;
}

export interface ColumnReading {
  readonly columns: readonly Column[];
  /** 見出しを除いた行 */
  readonly rows: readonly GridRow[];
  /** 見出しが無く、中身から見分けた */
  readonly assumed: boolean;
  /** 見出しが無く、前の表の見出しを引き継いだ */
  readonly inherited: boolean;
}

/**
 * 表の列を見出しから見分ける。取組の列が無い表（取組の表でない）は undefined。
 * previous は同じ別表の前の表の列。見出しだけの表の後、区分の行で切れた続きの表はこれを使う。
 */
export function classifyColumns(grid: TableGrid, parties: readonly Party[], previous?: readonly Column[]): ColumnReading | undefined {
  const { header, rows } = splitHeader(grid, parties);
  if (grid.width === 0) return undefined;
  if (header.length === 0 && previous?.length === grid.width) return { columns: previous, rows, assumed: false, inherited: true };
  if (header.length === 0) return guessColumns(grid.width, rows, parties);
  const headers = headerTexts(header, grid.width);
  const printed = headers.map((path) => path.join('／'));
  // 同じ見出しの表が続けば、列の意味も同じ
  if (previous !== undefined && previous.length === grid.width && previous.every((c, i) => c.header === printed[i])) return { columns: previous, rows, assumed: false, inherited: false };
  const kinds = headers.map((path) => kindOf(path, parties));
  settle(kinds, headers, header, rows);
  if (!kinds.includes('initiative')) return undefined;
  const columns = kinds.map((kind, i): Column => ({ kind: kind ?? 'note', header: printed[i]! }));
  return { columns, rows, assumed: false, inherited: false };
}

/** 見出しの行。表の形式が見出しと言わなくても、見出しの語だけの先頭の行はそうみなす。二段の見出しの下段（甲｜乙）も。 */
function splitHeader(grid: TableGrid, parties: readonly Party[]): { header: readonly GridRow[]; rows: readonly GridRow[] } {
  const all = [...grid.header, ...grid.body];
  let count = grid.header.length;
  if (count === 0 && all[0] && isHeaderRow(all[0], parties)) count = 1;
  const above = all[count - 1];
  const below = all[count];
  if (count > 0 && below && above) {
    const fresh = below.cells.filter((cell, i) => cell !== undefined && cell !== above.cells[i] && cell.text !== '');
    const subheads = fresh.length > 0 && fresh.every((cell) => isRoleHeader(cell!.text, parties));
    if (subheads) count += 1;
  }
  return { header: all.slice(0, count), rows: all.slice(count) };
}

const HEADER_WORD = /^(連携する)?(政策)?(取組|取り組み|取組み|事業|事務|施策|項目|分野|区分|内容|番号|備考|役割)(等|名|項目|分野|内容|の内容|の名称|の概要|分担)?$/;

function isHeaderRow(row: GridRow, parties: readonly Party[]): boolean {
  const texts = row.cells.map((cell) => comparisonForm(cell?.text ?? ''));
  return texts.some((t) => HEADER_WORD.test(t)) && texts.every((t) => t === '' || HEADER_WORD.test(t) || isRoleHeader(t, parties) || (t.length <= 12 && !t.endsWith('。') && splitLabel(t).label === ''));
}

function isRoleHeader(text: string, parties: readonly Party[]): boolean {
  const form = comparisonForm(text);
  return /役割(分担)?$/.test(form) || resolveDesignation(form, parties).bodies.length > 0;
}

/** 列ごとの見出し。二段なら上から（「役割分担」「甲」）。見出しの欄が少なければ、役割を右端に寄せる。 */
function headerTexts(header: readonly GridRow[], width: number): string[][] {
  const texts: string[][] = Array.from({ length: width }, () => []);
  for (const row of header) {
    const cells = row.cells.length < width ? stretch(row.cells, width) : row.cells;
    for (let i = 0; i < width; i++) {
      const text = cells[i]?.text.replace(/\s/g, '') ?? '';
      if (text !== '' && texts[i]!.at(-1) !== text) texts[i]!.push(text);
    }
  }
  return texts;
}

function stretch(cells: readonly (GridCell | undefined)[], width: number): (GridCell | undefined)[] {
  const roles = cells.findIndex((cell) => /役割/.test(cell?.text ?? ''));
  if (roles < 0) return [...cells];
  const tail = cells.slice(roles);
  return [...cells.slice(0, roles), ...Array.from({ length: width - cells.length }, () => undefined), ...tail];
}

function kindOf(path: readonly string[], parties: readonly Party[]): ColumnKind | undefined {
  const form = comparisonForm(path.at(-1) ?? '');
  const whole = comparisonForm(path.join(''));
  if (form === '') return undefined;
  if (/役割/.test(whole) || isRoleHeader(form, parties)) return 'role';
  if (/備考|摘要|担当|所管|指標|KPI|期間|年度|関係課/i.test(form)) return 'note';
  if (/分野|区分|大項目|柱/.test(form)) return 'field';
  if (/^(番号|no\.?|№|記号)$/i.test(form)) return 'label';
  if (/内容|概要|説明/.test(form)) return 'content';
  return /取組|取り組み|事業|項目|施策|事務|連携/.test(form) ? 'initiative' : 'note';
}

/** 見出しの語だけでは決まらない列を、列どうしの関係と中身から決める。 */
function settle(kinds: (ColumnKind | undefined)[], headers: readonly string[][], header: readonly GridRow[], rows: readonly GridRow[]): void {
  const first = kinds.indexOf('initiative');
  const others = kinds.flatMap((kind, i) => (kind === 'initiative' && i > first ? [i] : []));
  for (const i of others) {
    const sameCell = header.some((row) => row.cells[i] !== undefined && row.cells[i] === row.cells[i - 1]);
    if (sameCell) kinds[i] = undefined;
    else if (/項目|連携/.test(headers[first]!.join('')) && kinds.includes('content')) [kinds[first], kinds[i]] = ['field', 'initiative'];
    else kinds[i] = kinds.includes('content') ? 'note' : 'content';
  }
  if (!kinds.includes('initiative')) {
    const fallback = kinds.indexOf('content') >= 0 ? kinds.indexOf('content') : headers[0]!.length === 0 && kinds.includes('role') ? 0 : kinds.includes('role') ? kinds.indexOf('field') : -1;
    if (fallback < 0) return;
    kinds[fallback] = 'initiative';
  }
  const name = kinds.indexOf('initiative');
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== undefined) continue;
    const previousIsLabels = kinds[i - 1] === 'initiative' && labelsOnly(rows, i - 1);
    if (previousIsLabels) [kinds[i - 1], kinds[i]] = ['label', 'initiative'];
    else if (i < name && labelsOnly(rows, i)) kinds[i] = 'label';
    else kinds[i] = i > name && !kinds.includes('content') ? 'content' : 'note';
  }
  const item = kinds.indexOf('initiative');
  const described = kinds.indexOf('content');
  if (described > item && /項目|区分/.test(headers[item]!.join('')) && /取組|事業|事務/.test(headers[described]!.join('')) && spansRows(rows, item, described)) {
    // 「項目｜取組内容」で項目の欄が複数の行にわたるなら、項目は分野
    kinds[item] = 'field';
    kinds[described] = 'initiative';
  }
  const content = kinds.indexOf('content');
  const settled = kinds.indexOf('initiative');
  if (content === settled + 1 && !kinds.includes('label') && labelsOnly(rows, settled)) {
    // 見出しが「取組｜取組内容」でも、左の列が標目だけなら名は右の列の一行目にある
    kinds[settled] = 'label';
    kinds[content] = 'initiative';
  }
}

/** 左の欄が同じまま（結合または空）、右の欄が変わる行がある。 */
function spansRows(rows: readonly GridRow[], left: number, right: number): boolean {
  return rows.some((row, i) => {
    const above = rows[i - 1];
    const same = above !== undefined && (row.cells[left] === above.cells[left] || (row.cells[left]?.text.trim() ?? '') === '');
    return same && (row.cells[right]?.text.trim() ?? '') !== '' && row.cells[right] !== above.cells[right];
  });
}

function labelsOnly(rows: readonly GridRow[], column: number): boolean {
  const texts = rows.map((row) => row.cells[column]?.text ?? '').filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => text.length <= 6 && splitLabel(text).label !== '' && splitLabel(text).rest === '');
}

/** 見出しの無い表。取組・（内容）・役割…の順に並ぶものとして、列の数から見る。 */
function guessColumns(width: number, rows: readonly GridRow[], parties: readonly Party[]): ColumnReading | undefined {
  if (rows.length === 0 || width < 2) return undefined;
  const kinds: ColumnKind[] = labelsOnly(rows, 0) ? ['label', 'initiative'] : ['initiative'];
  if (rows.every((row) => splitLabel(row.cells[0]?.lines[0] ?? '').label === '')) return undefined;
  const left = width - kinds.length;
  const roleColumns = left > parties.length && parties.length > 1 ? parties.length : left >= 2 ? 1 : 0;
  for (let i = 0; i < left; i++) kinds.push(i < left - roleColumns ? (i === 0 ? 'content' : 'note') : 'role');
  const roleAt = kinds.indexOf('role');
  const columns = kinds.map((kind, i): Column => {
    const party = roleColumns > 1 ? parties[i - roleAt] : undefined;
    return { kind, header: kind === 'role' && party ? `${party.designation ?? party.name}の役割` : '' };
  });
  return { columns, rows, assumed: true, inherited: false };
}
