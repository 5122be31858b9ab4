import { createRequire } from 'node:module';
import PdfKit from 'pdfkit';

const FONT = createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf');

export type Pdf = InstanceType<typeof PdfKit>;

/** 日本語の書体を埋め込んだ試験のための PDF を作る。 */
export function makePdf(draw: (pdf: Pdf) => void, options: Record<string, unknown> = {}): Promise<Uint8Array> {
  const pdf = new PdfKit({ size: 'A4', margin: 72, autoFirstPage: true, ...options });
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
    pdf.font(FONT).fontSize(10.5);
    draw(pdf);
    pdf.end();
  });
}

/** 幅（全角の字数）で折った行 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const c of text) {
    const w = /[\x20-\x7e]/.test(c) ? 0.5 : 1;
    if (used + w > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += c;
    used += w;
  }
  return line === '' ? lines : [...lines, line];
}

/** 位置を決めて行を置く。返り値は次の行の位置 */
export function drawLines(pdf: Pdf, lines: readonly string[], x: number, y: number, leading = 18): number {
  lines.forEach((line, i) => pdf.text(line, x, y + i * leading, { lineBreak: false }));
  return y + lines.length * leading;
}

export interface DrawnCell {
  readonly text: string;
  readonly colspan?: number;
  /** 下の行へ続く数 */
  readonly rowspan?: number;
}

/** 罫線のある表を置く。結合した欄の間には罫線を引かない。返り値は表の下端 */
export function drawTable(pdf: Pdf, x: number, y: number, widths: readonly number[], rows: readonly (readonly DrawnCell[])[], size = 10.5): number {
  const heights = rows.map((row) => Math.max(...row.map((cell, i) => ((cell.rowspan ?? 1) > 1 ? 1 : wrap(cell.text, (widths[i] ?? 100) / size - 1).length))) * 16 + 6);
  const taken = rows.map(() => widths.map(() => false));
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of row) {
      while (taken[r]![column]) column += 1;
      const [down, across] = [cell.rowspan ?? 1, cell.colspan ?? 1];
      for (let i = r; i < r + down; i += 1) for (let j = column; j < column + across; j += 1) taken[i]![j] = true;
      const left = x + widths.slice(0, column).reduce((a, b) => a + b, 0);
      const top = y + heights.slice(0, r).reduce((a, b) => a + b, 0);
      const width = widths.slice(column, column + across).reduce((a, b) => a + b, 0);
      const height = heights.slice(r, r + down).reduce((a, b) => a + b, 0);
      pdf.rect(left, top, width, height).stroke();
      drawLines(pdf, wrap(cell.text, width / size - 1), left + 4, top + 4, 16);
      column += across;
    }
  });
  return y + heights.reduce((a, b) => a + b, 0);
}
