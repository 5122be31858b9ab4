import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceBuilder } from './source-builder.js';

describe('SourceText を組み立てる', () => {
  it('行と欄の位置は原文を切り出すと同じ文字になる', () => {
    const b = sourceBuilder();
    b.line('　　第1条　この協約は', 0);
    b.line('', 0);
    const t = b.nextTable();
    b.row(t, [{ text: '取組', header: true, colspan: 2 }, { text: '役割', header: true }]);
    b.row(t, [{ text: ' ア 経済\r\n戦略 ' }, { text: '' }, { text: '両市', rowspan: 2 }]);
    b.line('終わり', 2);
    const { text, blocks } = b.build();
    expect(text).toBe('　　第1条　この協約は\n\n取組\t役割\nア 経済\n戦略\t\t両市\n終わり\n');
    expect(blocks.map((block) => block.line)).toEqual([1, 3, 4, 6]);
    expect(blocks[0]).toMatchObject({ kind: 'line', text: '第1条　この協約は', indent: 4, heading: 0, start: 2 });
    expect(blocks[3]).toMatchObject({ kind: 'line', text: '終わり', heading: 2 });
    for (const block of blocks) {
      const pieces = block.kind === 'line' ? [block] : block.cells;
      for (const piece of pieces) expect(text.slice(piece.start, piece.end)).toBe(piece.text);
    }
  });

  it('文字として残った見出しの記号は、見出しの深さに数える', () => {
    const b = sourceBuilder();
    b.line('### （目的）');
    b.line('#番号');
    expect(b.build().blocks).toMatchObject([{ text: '（目的）', heading: 3, start: 4 }, { text: '#番号', heading: 0 }]);
  });

  it('どんな文字を足しても、位置と行番号は原文と合う', () => {
    const anyText = fc.string({ unit: fc.constantFrom('あ', '第', '#', ' ', '　', '\t', '\n', '\r', '\u2028', 'a', '𠮷') });
    const step = fc.oneof(
      fc.record({ line: anyText, heading: fc.integer({ min: 0, max: 6 }) }),
      fc.record({ cells: fc.array(anyText, { minLength: 1, maxLength: 4 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const b = sourceBuilder();
        for (const s of steps) {
          if ('line' in s) b.line(s.line, s.heading);
          else b.row(b.nextTable(), s.cells.map((text) => ({ text })));
        }
        const { text, blocks } = b.build();
        for (const block of blocks) {
          expect(text.slice(0, block.start).split('\n')).toHaveLength(block.line);
          for (const piece of block.kind === 'line' ? [block] : block.cells) {
            expect(text.slice(piece.start, piece.end)).toBe(piece.text);
          }
        }
      }),
    );
  });
});
