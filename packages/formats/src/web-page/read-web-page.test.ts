import { describe, expect, it } from 'vitest';
import type { PageReading } from './page-walk.js';
import { readWebPage } from './read-web-page.js';

function read(html: string): PageReading {
  const result = readWebPage(html);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** 行は文字、表の行は欄を | でつないだもの */
function shape(html: string): string[] {
  return read(html).source.blocks.map((b) => (b.kind === 'line' ? `${'#'.repeat(b.heading)}${b.heading > 0 ? ' ' : ''}${b.text}` : `| ${b.cells.map((c) => c.text).join(' | ')} |`));
}

describe('よその HTML を行と表の行に直す', () => {
  it.each<[string, string, string[]]>([
    ['段落ごとに一行になる', '<p>第1条　目的</p><p>第2条　方針</p>', ['第1条　目的', '第2条　方針']],
    ['br は行を分ける', '<p>（目的）<br>第1条　この協約は<br/>２　市は</p>', ['（目的）', '第1条　この協約は', '２　市は']],
    ['見出しの深さを残す', '<h2>別表</h2><h3>1 経済</h3>', ['## 別表', '### 1 経済']],
    ['和文の間のソースの改行は詰める', '<p>山口市と\n   宇部市</p>', ['山口市と宇部市']],
    ['欧文の間のソースの改行は空白になる', '<p>one\ntwo</p>', ['one two']],
    ['文字参照を解く', '<p>A&amp;B&#x2460;&nbsp;&#39640;</p>', ['A&B①\u00A0高']],
    ['条の番号と本文が別の要素でも一行になる', '<div class="num">第1条</div><div class="body">この協約は</div>', ['第1条　この協約は']],
    ['番号の span と本文の間に空白を置く', '<p><span class="num">第1条</span><span class="p">この協約は</span></p>', ['第1条　この協約は']],
    ['番号の後に空白があれば足さない', '<p><span class="num">2</span>　<span class="p">市は</span></p>', ['2　市は']],
    ['見出しの span は自分の行になる', '<div class="article"><span class="caption">（目的）</span><span class="num">第1条</span>　この協約は</div>', ['（目的）', '第1条　この協約は']],
    ['条の番号の次が見出しなら、つながない', '<p>第1条</p><p>（目的）</p><p>この協約は</p>', ['第1条', '（目的）', 'この協約は']],
    ['dt の番号と dd の本文は一行になる', '<dl><dt>(1)</dt><dd>経済</dd><dt>用語</dt><dd>意味</dd></dl>', ['(1)　経済', '用語', '意味']],
    ['ol の番号を起こす', '<ol type="a"><li>経済</li><li value="4">医療</li></ol>', ['a　経済', 'd　医療']],
    ['自分で番号を持つ項目には足さない', '<ol><li>(1) 経済</li></ol>', ['(1) 経済']],
    ['表は欄に分ける', '<table><tr><th>取組</th><th>役割</th></tr><tr><td>ア 経済</td><td>両市</td></tr></table>', ['| 取組 | 役割 |', '| ア 経済 | 両市 |']],
    ['欄の中の段落は改行でつなぐ', '<table><tr><td><p>甲は</p><p>乙は</p></td><td>x<br>y</td></tr></table>', ['| 甲は\n乙は | x\ny |']],
    ['一つの欄だけの表は行として読む', '<table><tr><td><p>第1条　目的</p></td></tr></table>', ['第1条　目的']],
    ['条の番号の欄を持つ体裁の表は行として読む', '<table><tr><td>第1条</td><td>この協約は</td></tr><tr><td>２</td><td>市は</td></tr></table>', ['第1条　この協約は', '２　市は']],
    ['体裁の表の中の表は表のまま読む', '<table><tr><td>別表</td></tr><tr><td><table><tr><td>取組の名</td><td>両市の役割の内容</td></tr></table></td></tr></table>', ['別表', '| 取組の名 | 両市の役割の内容 |']],
    ['閉じ忘れがあっても読む', '<p>第1条<p>第2条　方針<table><tr><td>a<td>b<tr><td>c', ['第1条', '第2条　方針', '| a | b |', '| c |']],
    ['pre は行をそのまま残す', '<pre>第1条\n　　目的</pre>', ['第1条', '目的']],
    ['文字が無ければ一行も無い', '<html><body></body></html>', []],
  ])('%s', (_, html, expected) => {
    expect(shape(html)).toEqual(expected);
  });

  it('結合と見出しの欄を残し、表の外へはみ出す結合は表の端で止める', () => {
    const { source } = read('<table><thead><tr><td colspan="2">取組</td><td>役割</td></tr></thead><tr><td>ア</td><td>内容</td><td rowspan="9">両市</td></tr><tr><td>イ</td><td colspan="999999">内容</td></tr></table>');
    const cells = source.blocks.map((b) => (b.kind === 'row' ? b.cells.map((c) => [c.text, c.rowspan, c.colspan, c.header]) : []));
    expect(cells).toEqual([
      [['取組', 1, 2, true], ['役割', 1, 1, true]],
      [['ア', 1, 1, false], ['内容', 1, 1, false], ['両市', 2, 1, false]],
      [['イ', 1, 1, false], ['内容', 1, 100, false]],
    ]);
  });

  it('欄の中の表は欄の文字にして、報告する', () => {
    const { source, findings } = read('<table><tr><th>取組</th><th>役割</th></tr><tr><td>ア</td><td>前<div><table><tr><td>甲</td><td>主</td></tr></table></div></td></tr></table>');
    expect(source.blocks.at(-1)).toMatchObject({ cells: [{ text: 'ア' }, { text: '前\n甲　主' }] });
    expect(findings).toMatchObject([{ code: 'source.nested-table', found: '甲　主', data: { rows: 1, columns: 2 } }]);
  });
});

describe('本文でない部分は、文字を報告に残して外す', () => {
  it.each<[string, string, object]>([
    ['案内', '<nav><a>ホーム</a> <a>例規集</a></nav>', { code: 'source.page-furniture', found: 'ホーム 例規集', data: { part: 'navigation' } }],
    ['見出し帯', '<header>山口市公式サイト</header>', { code: 'source.page-furniture', found: '山口市公式サイト', data: { part: 'header' } }],
    ['class の名で分かる案内', '<div class="topic-path">トップ</div><ul id="breadcrumb"><li>トップ</li></ul>', { code: 'source.page-furniture', found: 'トップ', data: { part: 'navigation' } }],
    ['題名の欄', '<head><title>協約 | 例規集</title></head>', { code: 'source.page-furniture', found: '協約 | 例規集', data: { part: 'title' } }],
    ['入力欄', '<form>検索 <button>送信</button></form>', { code: 'source.page-furniture', found: '検索 送信', data: { part: 'form' } }],
    ['画面に出ない文字', '<p style="display:none">秘密</p>', { code: 'source.hidden-text', found: '秘密' }],
    ['ふりがな', '<p><ruby>宇部<rp>(</rp><rt>うべ</rt><rp>)</rp></ruby>市</p>', { code: 'source.ruby-reading', found: '宇部', data: { reading: 'うべ' } }],
    ['画像', '<p><img src="/img/map.gif" alt="区域図"></p>', { code: 'source.object', found: '区域図', data: { part: 'image', name: '区域図' } }],
    ['別の頁の枠', '<iframe src="honbun.html"></iframe>', { code: 'source.object', data: { part: 'frame', name: 'honbun.html' } }],
    ['消された文字', '<p>両市<del>町</del></p>', { code: 'source.revision-deleted', found: '町' }],
    ['起こした番号', '<ol><li>経済</li></ol>', { code: 'source.automatic-number', data: { count: 1, first: '1' } }],
    ['スクリプト', '<script>var 第1条 = 1</script><style>p{}</style>', { code: 'source.page-furniture', data: { part: 'script', count: 2 } }],
  ])('%s', (_, html, expected) => {
    expect(read(`${html}<p>第1条　目的</p>`).findings).toContainEqual(expect.objectContaining(expected));
  });

  it('案内らしい名の部分でも、条を含めば本文として読む', () => {
    expect(shape('<div class="menu"><p>第1条　目的</p><p>別表</p></div>')).toEqual(['第1条　目的', '別表']);
  });

  it('本文の入れ物が決まれば、その外を前後の順に報告する', () => {
    const { source, findings } = read('<body><div>市の紹介</div><div id="wrap"><p>上</p><main><p>第1条　目的</p></main><p>下</p></div><div>お問い合わせ</div></body>');
    expect(source.text).toBe('第1条　目的\n');
    expect(findings.map((f) => f.found)).toEqual(['市の紹介', '上', '下', 'お問い合わせ']);
  });

  it('入れ物の外に別表があれば、全体を本文として読む', () => {
    expect(shape('<body><main><p>第1条　目的</p></main><div><p>別表（第3条関係）</p></div></body>')).toEqual(['第1条　目的', '別表（第3条関係）']);
  });

  it('字の画像は代替文字をその字として読む', () => {
    expect(shape('<p>渡<img src="gaiji.gif" alt="邉">市</p>')).toEqual(['渡邉市']);
  });

  it('深すぎる入れ子は、深さと上限を言って断る', () => {
    expect(readWebPage('<div>'.repeat(5000))).toMatchObject({ ok: false, error: { code: 'source.too-large', data: { what: 'nesting', limit: 250 } } });
  });
});
