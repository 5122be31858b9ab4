// PDF の文字と罫線を位置とともに取り出す。壊れたり悪意のあったりする PDF の解析が終わらないときに
// 打ち切れるよう、別のスレッドで動く。src のまま動くよう JavaScript で書く（型は text-layer.ts にある）。
// oxlint-disable unicorn/require-post-message-target-origin -- 相手は画面でなく、このスレッドの親
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

const { bytes, maxPages, maxItems } = workerData;

// pdf.js が描画命令を組むときに使う。Node 20 には無い（22 から）
// oxlint-disable-next-line no-extend-native -- 部品の求める標準の関数を、このスレッドにだけ補う
ArrayBuffer.prototype.transferToFixedLength ??= function (length = this.byteLength) {
  const copy = new ArrayBuffer(length);
  new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
  return copy;
};

// 書体を埋め込まない日本語の PDF（90ms-RKSJ-H など）の文字表。src からも dist からも二つ上にある
const CMAPS = fileURLToPath(new URL('../../cmaps/', import.meta.url));

/** これより細い四角は罫線とみなす（ポイント） */
const THIN = 3;

try {
  parentPort.postMessage(await readPages());
} catch (error) {
  parentPort.postMessage(failureOf(error));
}

async function readPages() {
  const document = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false, cMapUrl: CMAPS, cMapPacked: true });
  const { numPages } = document;
  if (numPages > maxPages) return { failure: 'too-many-pages', found: numPages };
  const { OPS, Util } = await getResolvedPDFJS();
  const pages = [];
  let count = 0;
  for (let number = 1; number <= numPages; number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const content = await page.getTextContent({ disableNormalization: true });
    count += content.items.length;
    if (count > maxItems) return { failure: 'too-many-items', found: count };
    const items = content.items.filter((item) => item.str !== undefined && item.str !== '').map((item) => placeItem(item, viewport, Util));
    const rules = items.length === 0 ? [] : await readRules(page, viewport, OPS, Util);
    pages.push({ width: viewport.width, height: viewport.height, items, rules });
    page.cleanup();
  }
  await document.cleanup();
  return { pages };
}

/** 左上を原点とする位置に直す。y は文字の下端（ベースライン）。 */
function placeItem(item, viewport, Util) {
  const [a, b, c, d, x, y] = Util.transform(viewport.transform, item.transform);
  const size = Math.hypot(c, d) || Math.abs(item.height) || 1;
  return { text: item.str, x, y, size, width: Math.abs(item.width), upright: Math.abs(b) <= Math.abs(a) };
}

/** 縦横の線分を集める。細い塗りの四角（ワープロの罫線）も線とみなす。 */
async function readRules(page, viewport, OPS, Util) {
  const operators = await page.getOperatorList().catch(() => undefined);
  if (operators === undefined) return [];
  const { fnArray, argsArray } = operators;
  const rules = [];
  const strokes = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
  const fills = new Set([OPS.fill, OPS.eoFill, OPS.rawFillPath]);
  let matrix = viewport.transform;
  const saved = [];
  fnArray.forEach((fn, i) => {
    const args = argsArray[i];
    if (fn === OPS.save || fn === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      if (fn === OPS.paintFormXObjectBegin && Array.isArray(args?.[0])) matrix = Util.transform(matrix, args[0]);
    } else if (fn === OPS.restore || fn === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (fn === OPS.transform) matrix = Util.transform(matrix, args);
    else if (fn === OPS.constructPath) {
      const [paint, [path]] = args;
      if (path && (strokes.has(paint) || fills.has(paint))) for (const line of linesOf(path, matrix, strokes.has(paint))) rules.push(line);
    }
  });
  return rules.slice(0, 100_000);
}

function linesOf(path, matrix, stroked) {
  const lines = [];
  let polygon = [];
  const endPolygon = () => {
    const box = polygon.length >= 4 && polygon.length <= 8 ? boxOf(polygon) : undefined;
    if (box && (box.x2 - box.x1 <= THIN || box.y2 - box.y1 <= THIN)) lines.push(middle(box));
    else if (stroked) for (let i = 1; i < polygon.length; i += 1) lines.push(...straight(polygon[i - 1], polygon[i]));
    polygon = [];
  };
  const at = (i) => [matrix[0] * path[i] + matrix[2] * path[i + 1] + matrix[4], matrix[1] * path[i] + matrix[3] * path[i + 1] + matrix[5]];
  // 経路は [命令, 座標…] の並び。0: 移動、1: 直線、2: 三次曲線、3: 二次曲線、4: 閉じる
  for (let i = 0; i < path.length; ) {
    const op = path[i];
    if (op === 0) {
      if (polygon.length > 1) endPolygon();
      polygon = [at(i + 1)];
      i += 3;
    } else if (op === 1) {
      polygon.push(at(i + 1));
      i += 3;
    } else if (op === 2) {
      polygon = [at(i + 5)];
      i += 7;
    } else if (op === 3) {
      polygon = [at(i + 3)];
      i += 5;
    } else {
      if (polygon.length > 1) polygon.push(polygon[0]);
      i += 1;
    }
  }
  if (polygon.length > 1) endPolygon();
  return lines;
}

function boxOf(points) {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) };
}

/** 細い四角の中心線 */
function middle({ x1, y1, x2, y2 }) {
  if (x2 - x1 >= y2 - y1) return { x1, x2, y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 };
  return { y1, y2, x1: (x1 + x2) / 2, x2: (x1 + x2) / 2 };
}

function straight(from, to) {
  const [x1, x2] = from[0] <= to[0] ? [from[0], to[0]] : [to[0], from[0]];
  const [y1, y2] = from[1] <= to[1] ? [from[1], to[1]] : [to[1], from[1]];
  if (y2 - y1 <= 1 && x2 - x1 > THIN) return [{ x1, x2, y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 }];
  if (x2 - x1 <= 1 && y2 - y1 > THIN) return [{ y1, y2, x1: (x1 + x2) / 2, x2: (x1 + x2) / 2 }];
  return [];
}

function failureOf(error) {
  const name = error?.name ?? '';
  if (name === 'PasswordException') return { failure: 'encrypted' };
  return { failure: 'damaged', detail: String(error?.message ?? error).slice(0, 200) };
}
