import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyText, readBase } from '../../../testing/apply-text.js';
import { textOf, walk } from '../../text/element.js';

const AGREEMENT = readBase(readFileSync(new URL('../../../../../examples/yamaguchi/agreement-yamaguchi-ube.txt', import.meta.url), 'utf8'));

const change = (amendment: string) => {
  const { changes, findings, applied } = applyText(AGREEMENT, amendment);
  return applied ? changes : findings.map((f) => [f.code, f.data]);
};

/** 変わった行のうち、現れた方 */
const appeared = (amendment: string) => change(amendment).filter((l) => typeof l === 'string' && l.startsWith('+ '));

describe('実物の連携協約に当てる', () => {
  it('第3条の2・項・別表の項を加え、前条を第3条に改める', () => {
    const { changes, findings } = applyText(AGREEMENT, `　第3条の次に次の1条を加える。
　（実施計画）
第3条の2　両市は、共同して、前条に規定する取組の実施計画を定めるものとする。
　第4条中「前条」を「第3条」に改める。
　第5条に次の1項を加える。
2　連絡会議は、山口市長及び宇部市長が交互に招集する。
　別表1の表中オの項をカの項とし、エの項の次に次のように加える。
｜オ　スタートアップの支援｜創業に取り組む者の支援に取り組む。｜`);
    expect(findings).toEqual([]);
    expect(changes).toEqual([
      '- 第4条　前条に規定する取組を実施するために要する費用の分担については、両市が協議して別に定める。',
      '- オ その他\t交流人口の拡大や雇用の創出など、圏域全体の経済成長のけん引に係る施策に取り組む。\t↑',
      '+ 　（実施計画）',
      '+ 第3条の2　両市は、共同して、前条に規定する取組の実施計画を定めるものとする。',
      '+ 第4条　第3条に規定する取組を実施するために要する費用の分担については、両市が協議して別に定める。',
      '+ 2　連絡会議は、山口市長及び宇部市長が交互に招集する。',
      '+ オ　スタートアップの支援\t創業に取り組む者の支援に取り組む。\t↑',
      '+ カ その他\t交流人口の拡大や雇用の創出など、圏域全体の経済成長のけん引に係る施策に取り組む。\t↑',
    ]);
  });

  it.each([
    ['題名', '　題名中「山口県央」を「山口県央及び石見西部」に改める。', ['+ 　　　山口県央及び石見西部連携都市圏域形成に係る連携協約']],
    ['前文の、かぎ括弧を含む字句', '　前文中「「両市」という」を「「両市」と総称する」に改める。', [expect.stringContaining('（以下「両市」と総称する。）')]],
    ['見出しだけ', '　第4条の見出し中「費用分担」を「経費負担」に改める。', ['+ 　（経費負担）']],
    ['見出しを含む条', '　第4条（見出しを含む。）中「費用」を「経費」に改める。', ['+ 　（経費分担）', expect.stringContaining('要する経費の分担')]],
    ['前段と後段', '　第6条前段中「両市の協議」を「両市の長の協議」に改め、同条後段中「当該協議について」の下に「あらかじめ」を加える。', [expect.stringMatching(/両市の長の協議.*当該協議についてあらかじめ議会/)]],
    ['両端で捉えた長い字句', '　第1条中「人口減少」から「維持し」までを「将来にわたり社会経済を維持し」に改める。', [expect.stringContaining('連携を図ることにより、将来にわたり社会経済を維持し、住民が')]],
    ['関係条', '　別表中「第3条関係」を「第4条関係」に改める。', ['+ 別表（第4条関係）']],
    ['区分の表の字句', '　別表1の表中「創業促進」を「創業及び事業承継の促進」に改める。', [expect.stringContaining('創業及び事業承継の促進')]],
    ['項の字句', '　別表1の表アの項中「経済団体等」を「経済団体、大学等」に改める。', [expect.stringContaining('経済団体、大学等')]],
    ['二つの欄に掛かる見出しの欄', '　別表1の表イの項取組の欄中「戦略産業の育成」を「戦略産業の育成及び企業立地」に改める。', [expect.stringMatching(/イ 戦略産業の育成及び企業立地\t.*戦略産業の育成及び企業立地に取り組む/)]],
    ['表全体に掛かる欄', '　別表2の表両市の役割の欄中「推進する」を「推進し、その費用を分担する」に改める。', [expect.stringContaining('推進し、その費用を分担する')]],
    ['重なった区分の項', '　別表3の(3)の表アの項中「人材育成」を「人材の育成」に改める。', [expect.stringContaining('人材の育成')]],
    ['区分の標題と表の両方', '　別表3の(2)中「結びつきやネットワークの強化」を「移動及び交流の強化」に改める。', [expect.stringContaining('移動及び交流の強化')]],
    ['項の全部', '　別表2の表アの項を次のように改める。\n｜ア　高度な医療｜医療に取り組む。｜', [expect.stringMatching(/^\+ ア　高度な医療\t医療に取り組む。\t両市/)]],
    ['項を削り、後を繰り上げる', '　別表1の表中ウの項を削り、エの項をウの項とし、オの項をエの項とする。', [expect.stringContaining('ウ 戦略的な観光施策'), expect.stringContaining('エ その他')]],
    ['備考', '　別表に備考として次のように加える。\n備考　この表において「圏域」とは、区域をいう。', [expect.stringContaining('備考')]],
    ['別表を別表第1とし、次に加える', '　別表を別表第1とし、同表の次に次の1表を加える。\n別表第2（第4条関係）\n｜区分｜額｜\n｜---｜---｜\n｜甲｜百円｜', ['+ 別表第1（第3条関係）', '+ 別表第2（第4条関係）', '+ 区分\t額', '+ ---\t---', '+ 甲\t百円']],
  ])('%s', (_, amendment, expected) => {
    const found = appeared(amendment);
    for (const line of expected) expect(found).toContainEqual(line);
  });

  it('結合した欄は、先頭の行を削っても残る行に続く', () => {
    const { applied } = applyText(AGREEMENT, '　別表1の表アの項を削る。');
    const roles = [...walk(applied!.document.root)].filter((n) => n.tag === 'TableColumn' && textOf(n).startsWith('両市が相互に'));
    expect(roles[0]!.attr['rowspan']).toBe('4');
  });

  it('けい線ごとの引用は、行の欄に当たる', () => {
    const [cells] = [...walk(AGREEMENT.root)].filter((n) => n.tag === 'TableRow' && textOf(n).startsWith('ウ 地域資源')).map((row) => row.children.map((c) => (typeof c === 'string' ? c : textOf(c))));
    const quote = `｜${cells!.join('｜')}｜`;
    expect(appeared(`　別表1の表中「${quote}」を「｜ウ　地域資源の活用｜地域資源の活用に取り組む。｜」に改める。`)).toEqual(['+ ウ　地域資源の活用\t地域資源の活用に取り組む。\t↑']);
    expect(appeared(`　別表1の表中「${quote}」の下に「｜エ　甲｜乙｜」を加える。`).join('\n')).toContain('エ　甲\t乙');
    expect(change(`　別表1の表中「${quote}」を削る。`)).toEqual([expect.stringMatching(/^- ウ 地域資源/)]);
  });

  it('区分を加え、後の区分を繰り下げる', () => {
    expect(appeared('　別表3中(3)を(4)とし、(2)の次に次のように加える。\n　(3)　脱炭素の推進に係る政策分野\n｜取組｜内容｜両市の役割｜\n｜---｜---｜---｜\n｜ア　省エネルギー｜普及に取り組む。｜両市が協力する。｜')).toEqual(
      expect.arrayContaining([expect.stringContaining('(3)　脱炭素の推進に係る政策分野'), expect.stringMatching(/\(4\)/)]),
    );
  });
});
