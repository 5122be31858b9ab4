import { comparisonWords } from '@renkei/app';
import type { Comparison, NodeId } from '@renkei/core';
import { describe, expect, it } from 'vitest';
import { openContainer } from '../container/open-container.js';
import { openSource } from '../open-source.js';
import { writeComparison } from './write-comparison.js';

const COMPARISON: Comparison = {
  newTitle: '変更案', oldTitle: '現行', left: 'new', emptySide: 'words',
  rows: [
    {
      new: [{ indent: 1, spans: [{ text: '（費用の分担）' }] }, { indent: 0, spans: [{ text: '第４条' }, { text: '　' }, { text: '第３条', changed: true }, { text: 'に規定する<取組>' }] }],
      old: [{ indent: 1, spans: [{ text: '（費用の分担）' }] }, { indent: 0, spans: [{ text: '第４条' }, { text: '　' }, { text: '前条', changed: true }, { text: 'に規定する<取組>' }] }],
      operations: [0], node: 'n1' as NodeId,
    },
    { new: [{ indent: 0, spans: [{ text: '第７条　新しい規定', changed: true }] }], old: null, operations: [1], node: 'n2' as NodeId },
    {
      new: null,
      old: [{ indent: 0, spans: [{ text: '別表', changed: true }] }, { indent: 0, spans: [], cells: [{ spans: [{ text: 'ア', changed: true }], rowspan: 2 }, { spans: [{ text: '一行目\n二行目', changed: true }] }] }, { indent: 0, spans: [], cells: [{ spans: [{ text: '次の行', changed: true }] }] }],
      operations: [2], node: 'n3' as NodeId,
    },
  ],
};
const WORDS = comparisonWords('協約　新旧対照表', 'ja');
const text = async (comparison: Comparison, format: 'text' | 'html') => new TextDecoder().decode(await writeComparison(comparison, format, WORDS));

describe('新旧対照表の HTML', () => {
  it('加わる部分は ins、なくなる部分は del で、読み上げの言葉が付く', async () => {
    const html = await text(COMPARISON, 'html');
    expect(html).toContain('<ins><span class="spoken" lang="ja">【加わる部分】</span>第３条<span class="spoken" lang="ja">【ここまで】</span></ins>');
    expect(html).toContain('<del><span class="spoken" lang="ja">【なくなる部分】</span>前条<span class="spoken" lang="ja">【ここまで】</span></del>');
  });

  it('本文の記号は文字として書く', async () => {
    const html = await text(COMPARISON, 'html');
    expect(html).toContain('に規定する&lt;取組&gt;');
    expect(html).not.toContain('<取組>');
  });

  it('空いた側は（新設）（削る）と書き、団体によっては空けておく', async () => {
    const html = await text(COMPARISON, 'html');
    expect(html).toContain('<td lang="ja" data-title="現行"><p>（新設）</p></td>');
    expect(html).toContain('<td lang="ja" data-title="変更案"><p>（削る）</p></td>');
    const blank = await text({ ...COMPARISON, emptySide: 'blank' }, 'html');
    expect(blank).not.toMatch(/（新設）|（削る）/);
  });

  it('表の見出しは th で、（略）は途中で折らない', async () => {
    const cells = [{ spans: [{ text: '取組' }], header: true }, { spans: [], header: true }, { spans: [{ text: '（略）', omitted: true }] }];
    const html = await text({ ...COMPARISON, rows: [{ old: null, new: [{ indent: 0, spans: [], cells }], operations: [], node: 'n1' as NodeId }] }, 'html');
    expect(html).toContain('<tr><th scope="col">取組</th><td></td><td><span class="omitted">（略）</span></td></tr>');
  });

  it('左に旧を置く団体では、見出しも中身も入れ替わる', async () => {
    const html = await text({ ...COMPARISON, left: 'old' }, 'html');
    expect(html).toContain('<th scope="col" lang="ja">現行</th><th scope="col" lang="ja">変更案</th>');
    expect(html.indexOf('<del>')).toBeLessThan(html.indexOf('<ins>'));
  });

  it('変わる規定がなければ、そう書く', async () => {
    expect(await text({ ...COMPARISON, rows: [] }, 'html')).toContain('変わる規定はありません。');
  });
});

describe('新旧対照表の Word', () => {
  it('開くと、見出しの行と、規定ごとの行が二つの欄に並ぶ', async () => {
    const opened = await openSource(await writeComparison(COMPARISON, 'docx', WORDS), { fileName: 'comparison.docx' });
    if (!opened.ok || opened.value.content.kind !== 'blocks') throw new Error('docx として開けない');
    const rows = opened.value.content.source.blocks.flatMap((b) => (b.kind === 'row' ? [b.cells.map((c) => c.text)] : []));
    expect(rows[0]).toEqual(['変更案', '現行']);
    expect(rows[1]).toEqual(['（費用の分担）\n第４条　第３条に規定する<取組>', '（費用の分担）\n第４条　前条に規定する<取組>']);
    expect(rows[2]?.[1]).toBe('（新設）');
    expect(opened.value.content.source.text).toContain('協約　新旧対照表');
  });

  it('A4 縦で、見出しの行は頁ごとに繰り返し、変わった字に下線、足に頁数、題は見出し', async () => {
    const part = await docxParts(COMPARISON);
    const document = await part('word/document.xml');
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(document).toMatch(/<w:u w:val="single"\/><\/w:rPr><w:t xml:space="preserve">第３条<\/w:t>/);
    expect(document).toContain('<w:pStyle w:val="Heading1"/>');
    expect(await part('word/footer1.xml')).toMatch(/PAGE<\/w:instrText>.* \/ .*NUMPAGES<\/w:instrText>/);
  });

  it('書体は BIZ UD明朝で、無ければ MS 明朝で開くと書体の表に言う', async () => {
    const part = await docxParts(COMPARISON);
    const styles = await part('word/styles.xml');
    expect(/<w:docDefaults>.*<\/w:docDefaults>/.exec(styles)![0]).toMatch(/w:eastAsia="BIZ UDMincho Medium".*w:eastAsia="ja-JP"/);
    expect(await part('word/fontTable.xml')).toMatch(/<w:font w:name="BIZ UDMincho Medium"><w:altName w:val="[^"]*MS Mincho[^"]*"\/>/);
  });

  it('変わらないときも、開ける文書になる', async () => {
    const opened = await openSource(await writeComparison({ ...COMPARISON, rows: [] }, 'docx', WORDS), { fileName: 'comparison.docx' });
    expect(opened.ok && opened.value.content.kind === 'blocks' && opened.value.content.source.text).toContain('変わる規定はありません。');
  });
});

async function docxParts(comparison: Comparison): Promise<(name: string) => Promise<string>> {
  const container = await openContainer(await writeComparison(comparison, 'docx', WORDS));
  if (!container.ok) throw new Error('docx でない');
  return async (name) => {
    const read = await container.value.read(name);
    return read.ok ? new TextDecoder().decode(read.value) : '';
  };
}

describe('サンプル', () => {
  it.each(['html', 'text', 'docx'] as const)('サンプルの %s には、そう書く', async (format) => {
    const bytes = await writeComparison(COMPARISON, format, comparisonWords('協約　新旧対照表', 'ja', { sample: true }));
    const opened = await openSource(bytes, { fileName: `c.${format}` });
    expect(opened.ok && opened.value.content.kind === 'blocks' && opened.value.content.source.text).toContain('【サンプル】実際に行われた変更ではありません。');
    expect(await text(COMPARISON, 'text')).not.toContain('サンプル');
  });
});

describe('新旧対照表の平文', () => {
  it('どの行も同じ幅の二つの欄で、変わる部分を ⟦ ⟧ で囲む', async () => {
    const out = await text(COMPARISON, 'text');
    expect(out).toContain('⟦第３条⟧に規定する');
    expect(out).toContain('（新設）');
    const lines = out.split('\n').filter((line) => line.startsWith('│'));
    const width = (line: string) => [...line].reduce((sum, c) => sum + (/[ -~]/.test(c) ? 1 : 2), 0);
    expect(new Set(lines.map(width)).size).toBe(1);
  });
});
