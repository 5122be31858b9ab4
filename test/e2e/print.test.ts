import { getDocumentProxy } from 'unpdf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { visitor, type Visitor } from '../support/visitor.js';

const A4 = { width: 595, height: 842 };

interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

async function print(seen: Visitor, path: string): Promise<PrintedPage[]> {
  await seen.page.goto(path);
  const pdf = await getDocumentProxy(new Uint8Array(await seen.page.pdf({ preferCSSPageSize: true, printBackground: false })), { verbosity: 0 });
  const pages: PrintedPage[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n);
    const [, , width, height] = page.view as [number, number, number, number];
    const { items } = await page.getTextContent();
    // PDF が使う康熙部首などの字形は、意味の同じ漢字に揃えて比べる。
    pages.push({ width: Math.round(width), height: Math.round(height), text: items.map((item) => ('str' in item ? item.str : '')).join('').normalize('NFKC').replace(/\s+/g, '') });
  }
  return pages;
}

let seen: Visitor;
beforeEach(async () => {
  seen = await visitor();
});
afterEach(() => seen.leave());

describe('印刷', () => {
  it.each(['/yamaguchi', '/yamaguchi/agreements/yamaguchi-ube', '/yamaguchi/initiatives', '/yamaguchi/municipalities', '/yamaguchi/initiatives/1/ア', '/yamaguchi/agreements/yamaguchi-ube/history', '/yamaguchi/agreements/yamaguchi-ube/text', '/lab', '/en/yamaguchi'])('%s は A4 縦で、頁番号と作成日の付いた紙になる', async (path) => {
    const pages = await print(seen, path);
    pages.forEach(({ width, height, text }, i) => {
      expect({ width, height }).toEqual(A4);
      expect(text).toContain(`${i + 1}/${pages.length}`);
    });
    expect(pages[0]!.text).toMatch(/作成|Printed|Made|Version|第1版/);
  });

  it('協約の印刷に、条文も別表も署名も、文字として入っている', async () => {
    const text = (await print(seen, '/yamaguchi/agreements/yamaguchi-ube')).map((p) => p.text).join('');
    for (const phrase of ['第1条', '(目的)', '第6条', '別表', '経済戦略の策定及び推進', '山口市長', '宇部市長']) expect(text).toContain(phrase);
  });

  it('操作のための部品（検索欄・言語の切替・本文へ移動）は紙に出ない', async () => {
    const [first] = await print(seen, '/yamaguchi/agreements/yamaguchi-ube');
    expect(first!.text).not.toContain('本文へ移動');
    expect(first!.text).not.toContain('English');
  });

  it('紙では押せない受取りのリンクだけのために、紙を増やさない', async () => {
    const pages = await print(seen, '/yamaguchi/agreements/yamaguchi-ube');
    expect(pages.map((p) => p.text).join('')).not.toContain('AkomaNtoso');
    expect(pages.at(-1)!.text).toContain('SHA-256');
    expect(pages.at(-1)!.text).toContain('法的な効力を持つのは');
  });

  it('閉じてある「表で見る」も、紙では読める', async () => {
    const text = (await print(seen, '/yamaguchi')).map((p) => p.text).join('');
    // 令和2年国勢調査の津和野町の人口は、図にはなく表だけにある。
    expect(text).toContain('6,875');
  });
});
