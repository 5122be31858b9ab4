import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineAmendment } from '../../../testing/operation-outline.js';
import { parseAmendment } from './parse-amendment.js';

const parse = (...lines: readonly string[]) => parseAmendment(lines.join('\n'));
const operations = (...lines: readonly string[]) => outlineAmendment(parse(...lines).amendment);
const codes = (...lines: readonly string[]) => parse(...lines).findings.map((f) => `${f.severity} ${f.code} ${f.at.line}`);

describe('引用', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['引用の中の引用は、外側の引用の一部', '第1条中「「甲」という」を「「乙」という」に改める。', ['article:1 「「甲」という」→「「乙」という」']],
    ['引用の中の改正文は、外側の引用の一部', '第2条の改正規定中「第3条中「甲」を「乙」に改め、同条第2号」を「第3条第2号」に改める。', ['改正規定{|article:2|} 「第3条中「甲」を「乙」に改め、同条第2号」→「第3条第2号」']],
    ['閉じる括弧だけを含む語', '第1条中「補助金」」を「補助金等」」に改める。', ['article:1 「補助金」」→「補助金等」」']],
    ['開く括弧だけを含む語', '第1条中「以下「減収額」を「以下「特例減収額」に改め、同条第2項中「減収額」を「特例減収額」に改める。', ['article:1 「以下「減収額」→「以下「特例減収額」', 'article:1>paragraph:2 「減収額」→「特例減収額」']],
    ['読替規定の字句', '第1条中「甲」とあるのは「乙」と、「丙」とあるのは「丁」を「戊」とあるのは「己」に改め、同条を第2条とする。', ['article:1 「甲」とあるのは「乙」と、「丙」とあるのは「丁」→「戊」とあるのは「己」', 'article:1 移 article:2']],
    ['加える読替規定', '第1条中「第2条中」の下に「「甲」とあるのは「乙」と、」を加える。', ['article:1 「第2条中」＋「「甲」とあるのは「乙」と、」']],
    ['引用の中の改め文の言葉', '第1条中「を「甲」に改め、同条を削る。」を「。」に改める。', ['article:1 「を「甲」に改め、同条を削る。」→「。」']],
    ['半角の括弧', '第1条中｢甲｣を｢乙｣に改める。', ['article:1 「甲」→「乙」']],
    ['横書きの句読点', '第1条中「甲，」を「乙，」に改め，同条第2項を削る。', ['article:1 「甲，」→「乙，」', 'article:1>paragraph:2 削']],
  ])('%s', (_, sentence, expected) => {
    expect(operations(sentence)).toEqual(expected);
    expect(codes(sentence)).toEqual([]);
  });

  it('閉じていない引用は、閉じていない数とともに断る', () => {
    const { amendment, findings } = parse('第1条中「甲」を「乙に改める。');
    expect(amendment).toEqual([]);
    expect(findings).toMatchObject([{ code: 'amendment.unbalanced-quotes', severity: 'error', data: { depth: 1 } }]);
  });

  it('当てた本文の括弧が合わなくなる引用を断る', () => {
    expect(parse('第1条中「甲」を「乙」」に改める。').findings).toMatchObject([{ code: 'amendment.unbalanced-quotes', data: { depth: -1 } }]);
  });

  it('行をまたぐ表の断片を引用できる', () => {
    expect(operations('別表中「｜ア　甲｜乙｜', '｜イ　丙｜丁｜」を「｜ア　甲｜丁｜」に改める。')).toEqual(['別表 「｜ア　甲｜乙｜\n｜イ　丙｜丁｜」→「｜ア　甲｜丁｜」']);
  });
});

describe('同条・同項の指す先', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['移した後は新しい番号', '第1条を第2条とし、同条の前に次の1条を加える。', ['article:1 移 article:2', 'article:2 加 before 1条 0行']],
    ['親を移すと、子も新しい番号', '第3条第2項中「甲」を「乙」に改め、同条を第4条とし、同項を削る。', ['article:3>paragraph:2 「甲」→「乙」', 'article:3 移 article:4', 'article:4>paragraph:2 削']],
    ['範囲を繰り下げても', '第5条中「甲」を「乙」に改め、第3条から第5条までを1条ずつ繰り下げ、同条を削る。', ['article:5 「甲」→「乙」', 'article:3～article:5 ずらす 1', 'article:6 削']],
    ['表の項の後の同項は、その項', '別表市長の項を削り、同表副市長の項中「甲」を「乙」に改め、同項第2号を削る。', ['別表>row:市長 削', '別表>row:副市長 「甲」→「乙」', '別表>row:副市長>item:2 削']],
    ['前条は一つ前の条', '第5条中「甲」を「乙」に改め、前条を削る。', ['article:5 「甲」→「乙」', 'article:4 削']],
    ['附則から本則の条に戻るときは附則を継がない', '附則第3条第1項中「甲」を削り、第4条を削る。', ['suppl>article:3>paragraph:1 「甲」→', 'article:4 削']],
    ['附則中と言えば継ぐ', '附則中第5条を第6条とし、第4条の次に次の1条を加える。', ['suppl>article:5 移 suppl>article:6', 'suppl>article:4 加 after 1条 0行']],
  ])('%s', (_, sentence, expected) => {
    expect(operations(sentence)).toEqual(expected);
  });

  it('指す先がなければ断る', () => {
    expect(parse('同条第2項を削る。').findings).toMatchObject([{ code: 'amendment.same-without-antecedent', severity: 'error', data: { word: '同条' } }]);
  });

  it('前の文の条を指すときは、そう読んだと助言する', () => {
    const { amendment, findings } = parse('第3条第1項中「甲」を「乙」に改める。', '同条第2項を削る。');
    expect(outlineAmendment(amendment)).toEqual(['article:3>paragraph:1 「甲」→「乙」', 'article:3>paragraph:2 削']);
    expect(findings).toMatchObject([{ code: 'amendment.long-form', severity: 'advice', at: { line: 2 }, found: '同条', assumed: '第3条' }]);
  });
});

describe('ブロック', () => {
  it('次の改正規定までの行を、字下げのまま持つ', () => {
    const lines = ['　第4条を次のように改める。', '　（費用）', '第4条　費用は、両市が負担する。', '２　前項の費用は、精算する。', '　第5条を削る。'];
    const { amendment, lines: at, findings } = parse(...lines);
    expect(amendment).toEqual([
      { operations: [{ targets: [{ from: [{ kind: 'article', num: '4' }] }], action: { kind: 'replaceWhole', block: { lines: lines.slice(1, 4) } } }] },
      { operations: [{ targets: [{ from: [{ kind: 'article', num: '5' }] }], action: { kind: 'delete' } }] },
    ]);
    expect(at).toEqual([1, 5]);
    expect(findings).toEqual([]);
  });

  it('二字以上下げた行は、改正規定に読めてもブロック', () => {
    expect(operations('附則に次の1項を加える。', '2　○○条例の一部を次のように改正する。', '　　第3条中「甲」を「乙」に改める。')).toEqual(['suppl 加 end 1項 2行']);
  });

  it('ふつうの条文は改正規定に読まない', () => {
    const block = ['２　前項の場合において、第3条中「市長」とあるのは「教育委員会」とする。', '　この場合において、同条第2項の規定を削除するものとする。', '　ただし、附則第2項の規定は、別表第1の職員の項に定める額とする。', '　農地法第3条第1項の許可を受けた者を農業者とする。'];
    expect(operations('第4条を次のように改める。', ...block)).toEqual([`article:4 改 ${block.length}行`]);
  });

  it('同じ行に続くブロックも読む', () => {
    expect(parse('第4条を次のように改める。第4条　削除').amendment[0]!.operations[0]!.action).toEqual({ kind: 'replaceWhole', block: { lines: ['第4条　削除'] } });
  });

  it('一行に並ぶ文を分ける', () => {
    expect(operations('第1条中「甲。」を「乙。」に改める。第2条（見出しを含む。）中「丙」を削る。')).toEqual(['article:1 「甲。」→「乙。」', 'article:2>captionIncluded 「丙」→']);
  });

  it('ブロックのないことと、余った行を知らせる', () => {
    expect(codes('第4条の次に次の2条を加える。')).toEqual(['warning amendment.block-missing 1']);
    expect(codes('第4条を削る。', '第5条　甲は、乙とする', '２　丙')).toEqual(['error amendment.block-unexpected 2']);
  });
});

describe('枠の行', () => {
  it('題名・柱書・附則は、改正規定でないと分かるものとして数える', () => {
    const { amendment, frame, findings } = parse('　　　甲協約の一部を変更する連携協約', '　甲協約（平成29年3月30日締結）の一部を次のように変更する。', '　第1条を削る。', '　　　附　則', '　この連携協約は、令和9年4月1日から施行する。');
    expect(outlineAmendment(amendment)).toEqual(['article:1 削']);
    expect(frame).toEqual([{ line: 1, kind: 'title' }, { line: 2, kind: 'lead' }, { line: 4, kind: 'heading' }, { line: 5, kind: 'supplementary' }]);
    expect(findings).toEqual([]);
  });

  it('引用の中の「施行する。」を枠と読まない', () => {
    expect(operations('附則第1項中「公布の日から施行する。」を「令和9年4月1日から施行する。」に改める。')).toEqual(['suppl>paragraph:1 「公布の日から施行する。」→「令和9年4月1日から施行する。」']);
  });

  it('次に掲げる規定は、続く行から読む', () => {
    expect(operations('次に掲げる規定中「禁錮」を「拘禁刑」に改める。', '一　第三条第一項及び第五条', '二　別表第一の三の項', '第七条を削る。'))
      .toEqual(['article:3>paragraph:1 & article:5 & 別表:1>row:三 「禁錮」→「拘禁刑」', 'article:7 削']);
  });
});

describe('決まった形でない書きぶり', () => {
  it.each<readonly [string, string, string, string]>([
    ['第1条中「甲」を「乙」と改める。', 'と改め', 'に改める', 'article:1 「甲」→「乙」'],
    ['第1条中「甲」の上に「乙」を加える。', 'の上に', 'を…に改める', 'article:1 「甲」→「乙甲」'],
    ['第1条を削除する。', '削除する', '削る', 'article:1 削'],
    ['第1条を第2条に改める。', 'に改める', 'とする', 'article:1 移 article:2'],
  ])('%s', (sentence, found, assumed, operation) => {
    expect(operations(sentence)).toEqual([operation]);
    expect(parse(sentence).findings).toMatchObject([{ code: 'amendment.long-form', severity: 'advice', found, assumed }]);
  });
});

describe('読めないもの', () => {
  it('何もなければ、操作も報告もない', () => {
    expect(parse('')).toEqual({ amendment: [], lines: [], frame: [], findings: [] });
    expect(parse('　', '')).toEqual({ amendment: [], lines: [], frame: [], findings: [] });
  });

  it('改め文でない文書は、初めの行を挙げて一度だけ言う', () => {
    expect(parse('これは改め文ではありません', 'ただの手紙です').findings).toMatchObject([{ code: 'amendment.not-an-amendment', found: 'これは改め文ではありません' }]);
  });

  it('読めない文は、読めなかった残りを挙げる', () => {
    const { amendment, findings } = parse('第1条を削る。', '第2条中「甲」を「乙」に差し替える改める。');
    expect(outlineAmendment(amendment)).toEqual(['article:1 削']);
    expect(findings).toMatchObject([{ code: 'amendment.sentence-unread', at: { line: 2 } }]);
    expect(parse('どこかを削る。').findings[0]!.data).toEqual({ rest: 'どこかを削る' });
  });

  it('場所だけ、動作だけの文を断る', () => {
    for (const sentence of ['「甲」を「乙」に改める。', '次のように改める。', 'を削る。', '第1条第1項削る。']) expect(codes(sentence)).toEqual(['error amendment.sentence-unread 1']);
  });

  it('どんな文字列でも例外にならない', () => {
    const piece = fc.constantFrom('第1条', '第二条の三', '別表', '別表第1', '様式第1号', '附則', '同条', '同項', '中', 'のうち', 'を', 'に', 'の', '「', '」', '（', '）', '改め、', '改める。', '加える。', '削り、', 'とし、', '次の1条を', '次のように', '改正規定', 'から', 'まで', '及び', '、', '。', 'の項', 'の部', 'の欄', 'の表', '備考', 'ア', '(1)', '\n', '　', '𠮷', '\ud800', '\0');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece, { maxLength: 30 }).map((p) => p.join(''))), (text) => {
      const { amendment, lines } = parseAmendment(text);
      expect(lines).toHaveLength(amendment.length);
    }), { numRuns: 2000 });
  });

  it('際限のない入れ子や並びも、値と報告になる', () => {
    const many = (text: string): string => text.repeat(20_000 / text.length);
    for (const text of [many('「'), many('」'), `第1条中${many('「')}`, `別表第1${many('（')}の項を削る。`, `第1条${many('の二')}を削る。`, `第1条${many('中第1項')}を削る。`, `別表${many('の部')}を削る。`, `第一条${many('に次の')}を加える。`, `第${many('一')}条を削る。`, `${many('改正規定')}を削る。`]) {
      expect(parseAmendment(text).amendment).toEqual([]);
    }
    expect(parseAmendment(`${many('第1条、')}第2条を削る。`).amendment[0]!.operations[0]!.targets.length).toBeGreaterThan(4000);
  });
});
