import type { Comparison } from '@renkei/core';
import type { NodeId } from '@renkei/core';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { loadAssets } from '../../assets/stylesheets.js';
import { createPage } from '../page.js';
import { ComparisonView } from './comparison-view.js';

const page = createPage({ lang: 'ja', path: '/', query: '', assets: loadAssets(), today: '2026-11-22' as never, baseUrl: '', version: '0' });
const comparison = (rows: Comparison['rows'], change: Partial<Comparison> = {}): Comparison => ({ newTitle: '変更案', oldTitle: '現行', left: 'new', emptySide: 'words', rows, ...change });
const line = (text: string, changed = false) => ({ indent: 0, spans: [changed ? { text, changed } : { text }] });
const draw = (made: Comparison) => render(<ComparisonView page={page} comparison={made} originOf={(o) => ({ label: `${o}行目`, href: `#L${o}` })} />);
const node = 'n1' as NodeId;

describe('新旧対照表の部品', () => {
  it('行が無ければ、変わる規定が無いと言う', () => {
    expect(draw(comparison([]))).toBe('<p>変わる規定はありません。</p>');
  });

  it.each([['new', ['変更案', '現行'], ['new', 'old']], ['old', ['現行', '変更案'], ['old', 'new']]] as const)('左が %s なら、見出しも欄もその順', (left, titles, sides) => {
    const html = draw(comparison([{ old: [line('旧')], new: [line('新')], operations: [], node }], { left }));
    expect([...html.matchAll(/<th scope="col"[^>]*>([^<]+)</g)].map((m) => m[1])).toEqual(titles);
    expect([...html.matchAll(/data-side="(\w+)"/g)].map((m) => m[1])).toEqual(sides);
  });

  it('変わった字は、新では ins、旧では del で、読み上げの言葉を添える', () => {
    const html = draw(comparison([{ old: [line('前条', true)], new: [line('第3条', true)], operations: [], node }]));
    expect(html).toMatch(/<ins><span class="renkei-visually-hidden"[^>]*>[^<]+<\/span>第3条<span/);
    expect(html).toMatch(/<del><span class="renkei-visually-hidden"[^>]*>[^<]+<\/span>前条<span/);
  });

  it('片側だけの行は、（新設）（削る）と書くか、空ける', () => {
    const rows = [{ old: null, new: [line('新')], operations: [], node }, { old: [line('旧')], new: null, operations: [], node }];
    expect(draw(comparison(rows))).toMatch(/（新設）.*（削る）/s);
    expect(draw(comparison(rows, { emptySide: 'blank' }))).not.toMatch(/（新設）|（削る）/);
  });

  it('下線が何を示すかを、表の後に備考として書く', () => {
    expect(draw(comparison([{ old: [line('旧', true)], new: [line('新', true)], operations: [], node }]))).toMatch(/<\/table><p class="renkei-comparison__legend">備考　下線の部分は/);
  });

  it('続く表の行は一つの表になり、間の行も（略）の行も同じ表に入る', () => {
    const cells = (text: string) => ({ indent: 0, spans: [], cells: [{ spans: [{ text }] }, { spans: [{ text: '二' }], colspan: 2 }] });
    const omitted = { indent: 0, spans: [], cells: [{ spans: [{ text: '（略）', omitted: true }], colspan: 3 }] };
    const html = draw(comparison([{ old: null, new: [cells('一'), omitted, cells('三'), line('備考'), cells('四')], operations: [], node }]));
    expect(html.match(/<tbody>/g)).toHaveLength(3);
    expect(html).toContain('<td colspan="3"><span class="renkei-comparison__omitted">（略）</span></td>');
  });

  it('文字の中の記号は逃がし、改行と文の区切りは行を改める', () => {
    const html = draw(comparison([{ old: null, new: [line('<b>&一↵二\n三')], operations: [], node }]));
    expect(html).toContain('&lt;b>&amp;一<br/>二<br/>三');
  });

  it('同じ改め文の行は一度だけ指す', () => {
    const html = draw(comparison([{ old: null, new: [line('新')], operations: [4, 4, 7], node }]));
    expect([...html.matchAll(/href="(#L\d)"/g)].map((m) => m[1])).toEqual(['#L4', '#L7']);
  });

  it('深い字下げも、様式にある深さに収まる', () => {
    expect(draw(comparison([{ old: null, new: [{ indent: 99, spans: [{ text: '深' }] }], operations: [], node }]))).toContain('data-indent="8"');
  });
});
