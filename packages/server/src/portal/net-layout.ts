/** 市町と協約の網の配置。地理の位置を保ちつつ、名が互いにも印にも重ならない場所を選ぶ。 */
export interface NetNode {
  readonly id: string;
  readonly label: string;
  readonly lat: number;
  readonly lng: number;
}

export interface NetEdge {
  readonly from: string;
  readonly to: string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode {
  readonly id: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** 名の占める四角 */
  readonly box: Box;
}

export interface NetLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
}

export const NODE_RADIUS = 9;
export const LABEL_SIZE = 16;
const SPAN = 250;
const TALLEST = 280;
const MARGIN = 12;

interface Point {
  readonly x: number;
  readonly y: number;
}

export function layoutNet(nodes: readonly NetNode[], edges: readonly NetEdge[]): NetLayout {
  const points = spread(project(nodes));
  const lines = edges.flatMap(({ from, to }) => {
    const [a, b] = [points[nodes.findIndex((n) => n.id === from)], points[nodes.findIndex((n) => n.id === to)]];
    return a && b ? [[a, b] as const] : [];
  });
  const boxes = placeLabels(nodes.map((n) => n.label), points, lines);
  const all = [...boxes, ...points.map(markBox)];
  const left = Math.min(...all.map((b) => b.x)) - MARGIN;
  const top = Math.min(...all.map((b) => b.y)) - MARGIN;
  const right = Math.max(...all.map((b) => b.x + b.width)) + MARGIN;
  const bottom = Math.max(...all.map((b) => b.y + b.height)) + MARGIN;
  const round = (n: number) => Math.round(n * 10) / 10;
  return {
    width: all.length === 0 ? 0 : round(right - left),
    height: all.length === 0 ? 0 : round(bottom - top),
    nodes: nodes.map(({ id, label }, i) => ({
      id,
      label,
      x: round(points[i]!.x - left),
      y: round(points[i]!.y - top),
      box: { x: round(boxes[i]!.x - left), y: round(boxes[i]!.y - top), width: round(boxes[i]!.width), height: round(boxes[i]!.height) },
    })),
  };
}

/** 正距円筒図法。経度の長さは圏域の中央の緯度に合わせて縮める。 */
function project(nodes: readonly NetNode[]): Point[] {
  if (nodes.length === 0) return [];
  const middle = nodes.reduce((sum, n) => sum + n.lat, 0) / nodes.length;
  const shrink = Math.cos((middle * Math.PI) / 180);
  const raw = nodes.map((n) => ({ x: n.lng * shrink, y: -n.lat }));
  const [minX, minY] = [Math.min(...raw.map((p) => p.x)), Math.min(...raw.map((p) => p.y))];
  const [spanX, spanY] = [Math.max(...raw.map((p) => p.x)) - minX, Math.max(...raw.map((p) => p.y)) - minY];
  const scale = Math.min(spanX > 0 ? SPAN / spanX : Infinity, spanY > 0 ? TALLEST / spanY : Infinity);
  return raw.map((p) => ({ x: Number.isFinite(scale) ? (p.x - minX) * scale : 0, y: Number.isFinite(scale) ? (p.y - minY) * scale : 0 }));
}

/** 近すぎる印を少しずつ離す。庁舎が同じ場所にある場合も重ならない。 */
function spread(points: readonly Point[]): Point[] {
  const apart = NODE_RADIUS * 4;
  const moved = points.map((p) => ({ ...p }));
  for (let round = 0; round < 50; round += 1) {
    let touched = false;
    for (let i = 0; i < moved.length; i += 1) {
      for (let j = i + 1; j < moved.length; j += 1) {
        const [a, b] = [moved[i]!, moved[j]!];
        const distance = Math.hypot(b.x - a.x, b.y - a.y);
        if (distance >= apart - 0.01) continue;
        touched = true;
        // 全く同じ点は、番号で決めた向きへ離す（描くたびに変わらないように）。
        const angle = distance < 0.01 ? (i * 7 + j) * 2.4 : Math.atan2(b.y - a.y, b.x - a.x);
        const push = (apart - distance) / 2;
        a.x -= Math.cos(angle) * push;
        a.y -= Math.sin(angle) * push;
        b.x += Math.cos(angle) * push;
        b.y += Math.sin(angle) * push;
      }
    }
    if (!touched) break;
  }
  return moved;
}

/** 名を置ける場所。印の右・左・下・上・斜め。前のものほど読みやすい。 */
function candidates(label: string, { x, y }: Point): Box[] {
  const width = widthOf(label);
  const height = LABEL_SIZE * 1.3;
  const gap = NODE_RADIUS + 5;
  const slant = NODE_RADIUS + 1;
  return [
    { x: x + gap, y: y - height / 2 },
    { x: x - gap - width, y: y - height / 2 },
    { x: x - width / 2, y: y + gap - 2 },
    { x: x - width / 2, y: y - gap - height + 2 },
    { x: x + slant, y: y + slant - 3 },
    { x: x + slant, y: y - slant - height + 3 },
    { x: x - slant - width, y: y + slant - 3 },
    { x: x - slant - width, y: y - slant - height + 3 },
  ].map((at) => ({ ...at, width, height }));
}

function placeLabels(labels: readonly string[], points: readonly Point[], lines: readonly (readonly [Point, Point])[]): Box[] {
  const options = labels.map((label, i) => candidates(label, points[i]!));
  const marks = points.map(markBox);
  const chosen = labels.map(() => 0);
  const costOf = (i: number, option: number): number => {
    const box = options[i]![option]!;
    let cost = option;
    for (const [j, mark] of marks.entries()) {
      if (overlap(box, mark) > 0) cost += 2000 + overlap(box, mark);
      if (j !== i) {
        const shared = overlap(box, options[j]![chosen[j]!]!);
        if (shared > 0) cost += 1000 + shared;
      }
    }
    for (const line of lines) if (crosses(line, box)) cost += 100;
    return cost;
  };
  for (let round = 0; round < 20; round += 1) {
    let changed = false;
    for (let i = 0; i < labels.length; i += 1) {
      const costs = options[i]!.map((_, option) => costOf(i, option));
      const best = costs.indexOf(Math.min(...costs));
      if (costs[best]! < costs[chosen[i]!]!) {
        chosen[i] = best;
        changed = true;
      }
    }
    if (!changed) break;
  }
  return options.map((boxes, i) => boxes[chosen[i]!]!);
}

const markBox = ({ x, y }: Point): Box => ({ x: x - NODE_RADIUS - 1, y: y - NODE_RADIUS - 1, width: NODE_RADIUS * 2 + 2, height: NODE_RADIUS * 2 + 2 });

function widthOf(label: string): number {
  let ems = 0;
  for (const c of label) ems += c.codePointAt(0)! < 0x2000 ? 0.7 : 1;
  return ems * LABEL_SIZE;
}

export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** 線分が四角を横切るか（リャン・バースキーの切り取り）。 */
function crosses([a, b]: readonly [Point, Point], box: Box): boolean {
  let [from, to] = [0, 1];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  for (const [p, q] of [[-dx, a.x - box.x], [dx, box.x + box.width - a.x], [-dy, a.y - box.y], [dy, box.y + box.height - a.y]] as const) {
    if (p === 0) {
      if (q < 0) return false;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
  }
  return from < to;
}
