import type { Rule } from './text-layer.js';

/** 罫線から組んだ表の枠。cells は左上から右下へ。 */
export interface RuledTable {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
}

interface Segment {
  /** 線の位置（横線なら y） */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** 同じ位置とみなす差（ポイント） */
const NEAR = 3;
/** 一頁で扱う線の数。これより多いのは図であって表ではない */
const MOST_SEGMENTS = 600;
const MOST_UNITS = 40_000;

/**
 * 縦横の罫線が作る升目を表とみなす。升の間に線がなければ結合した欄。
 * 左右の外枠のない表は、横線の端を外枠とみなす。列が二つ以上あるものだけを返す。
 */
export function ruledTables(rules: readonly Rule[]): RuledTable[] {
  const across = mergeSegments(rules.filter((r) => r.y1 === r.y2).map((r) => ({ at: r.y1, from: r.x1, to: r.x2 })));
  const down = mergeSegments(rules.filter((r) => r.x1 === r.x2).map((r) => ({ at: r.x1, from: r.y1, to: r.y2 })));
  if (across.length + down.length > MOST_SEGMENTS) return [];
  return components(across, down)
    .map(({ h, v }) => gridOf(h, v))
    .filter((table): table is RuledTable => table !== undefined)
    .toSorted((a, b) => a.ys[0]! - b.ys[0]!);
}

/** 同じ位置で触れ合う線分をつなぐ（ワープロは欄ごとに線を引く。破線も一本とみる）。 */
function mergeSegments(segments: readonly Segment[]): Segment[] {
  const rows: { at: number; parts: Segment[] }[] = [];
  for (const segment of segments.toSorted((a, b) => a.at - b.at)) {
    const last = rows.at(-1);
    if (last && segment.at - last.at <= 1.5) last.parts.push(segment);
    else rows.push({ at: segment.at, parts: [segment] });
  }
  return rows.flatMap(({ at, parts }) => {
    const merged: { at: number; from: number; to: number }[] = [];
    for (const part of parts.toSorted((a, b) => a.from - b.from)) {
      const last = merged.at(-1);
      if (last && part.from - last.to <= 4) last.to = Math.max(last.to, part.to);
      else merged.push({ at, from: part.from, to: part.to });
    }
    return merged.filter((s) => s.to - s.from > NEAR);
  });
}

/** 交わる線のまとまり */
function components(across: readonly Segment[], down: readonly Segment[]): { h: Segment[]; v: Segment[] }[] {
  const parent = Array.from({ length: across.length + down.length }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    parent[i] = root;
    return root;
  };
  across.forEach((h, i) => {
    down.forEach((v, j) => {
      const meets = v.at >= h.from - NEAR && v.at <= h.to + NEAR && h.at >= v.from - NEAR && h.at <= v.to + NEAR;
      if (meets) parent[find(i)] = find(across.length + j);
    });
  });
  const groups = new Map<number, { h: Segment[]; v: Segment[] }>();
  const groupOf = (i: number) => {
    const root = find(i);
    const group = groups.get(root) ?? { h: [], v: [] };
    groups.set(root, group);
    return group;
  };
  across.forEach((h, i) => groupOf(i).h.push(h));
  down.forEach((v, j) => groupOf(across.length + j).v.push(v));
  return [...groups.values()];
}

function gridOf(h: readonly Segment[], v: readonly Segment[]): RuledTable | undefined {
  if (h.length === 0 || v.length === 0) return undefined;
  const xs = withEdges(cluster(v), h);
  const ys = withEdges(cluster(h), v);
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  if (rows < 1 || columns < 2 || rows * columns > MOST_UNITS) return undefined;

  const vAt = xs.map((x) => v.filter((s) => Math.abs(s.at - x) <= NEAR));
  const hAt = ys.map((y) => h.filter((s) => Math.abs(s.at - y) <= NEAR));
  const covered = (segments: readonly Segment[], from: number, to: number): boolean => {
    const middle = (from + to) / 2;
    return segments.some((s) => s.from - NEAR <= middle && s.to + NEAR >= middle);
  };
  const region = Array.from({ length: rows * columns }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (region[root] !== root) root = region[root]!;
    return root;
  };
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const unit = r * columns + c;
      if (c + 1 < columns && !covered(vAt[c + 1]!, ys[r]!, ys[r + 1]!)) region[find(unit + 1)] = find(unit);
      if (r + 1 < rows && !covered(hAt[r + 1]!, xs[c]!, xs[c + 1]!)) region[find(unit + columns)] = find(unit);
    }
  }
  return { xs, ys, cells: cellsOf(region.map((_, i) => find(i)), rows, columns) };
}

/** まとまった升を欄にする。長方形にならないまとまりは、結合とみなさず升に分ける。 */
function cellsOf(region: readonly number[], rows: number, columns: number): GridCell[] {
  const boxes = new Map<number, { top: number; left: number; bottom: number; right: number; count: number }>();
  region.forEach((root, i) => {
    const [r, c] = [Math.floor(i / columns), i % columns];
    const box = boxes.get(root);
    if (!box) boxes.set(root, { top: r, left: c, bottom: r, right: c, count: 1 });
    else Object.assign(box, { top: Math.min(box.top, r), left: Math.min(box.left, c), bottom: Math.max(box.bottom, r), right: Math.max(box.right, c), count: box.count + 1 });
  });
  const cells: GridCell[] = [];
  const placed = new Set<number>();
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const root = region[r * columns + c]!;
      const box = boxes.get(root)!;
      const [rowspan, colspan] = [box.bottom - box.top + 1, box.right - box.left + 1];
      if (rowspan * colspan !== box.count) cells.push({ row: r, column: c, rowspan: 1, colspan: 1 });
      else if (!placed.has(root)) {
        placed.add(root);
        cells.push({ row: r, column: c, rowspan, colspan });
      }
    }
  }
  return cells;
}

function cluster(segments: readonly Segment[]): number[] {
  const out: number[] = [];
  for (const { at } of segments.toSorted((a, b) => a.at - b.at)) if (out.length === 0 || at - out.at(-1)! > NEAR) out.push(at);
  return out;
}

/** 外枠のない側は、交わる線の端を外枠とみなす。 */
function withEdges(positions: readonly number[], crossing: readonly Segment[]): number[] {
  const first = Math.min(...crossing.map((s) => s.from));
  const last = Math.max(...crossing.map((s) => s.to));
  return [...(first < positions[0]! - 2 * NEAR ? [first] : []), ...positions, ...(last > positions.at(-1)! + 2 * NEAR ? [last] : [])];
}
