import { describe, expect, test } from 'vitest';
import type { ProvisionNum } from '../../text/element.js';
import type { Location, Step, Target } from '../location.js';
import { parseAmendment } from '../parse/parse-amendment.js';
import type { Action, AddedUnit, Operation, Quote } from '../operation.js';
import { AGREEMENT_PROFILE, ORDINANCE_PROFILE, STATUTE_PROFILE, type DraftingProfile } from '../profile.js';
import { locationName } from './location-name.js';
import { writeAmendment } from './write-amendment.js';

const num = (n: number | string) => String(n) as ProvisionNum;
const art = (n: number | string): Step => ({ kind: 'article', num: num(n) });
const para = (n: number | string): Step => ({ kind: 'paragraph', num: num(n) });
const item = (n: number | string): Step => ({ kind: 'item', num: num(n) });
const sub = (label: string): Step => ({ kind: 'subitem', label });
const sec = (label: string): Step => ({ kind: 'section', label });
const row = (name: string): Step => ({ kind: 'row', name });
const column = (name: string): Step => ({ kind: 'column', name });
const chapter = (n: number): Step => ({ kind: 'group', level: 'Chapter', num: num(n) });
const annex = (n?: number | string, head = '別表'): Step => ({ kind: 'appendix', head, ...(n === undefined ? {} : { num: num(n) }) });
const remarks = (n?: number): Step => ({ kind: 'remarks', ...(n === undefined ? {} : { num: num(n) }) });
const main: Step = { kind: 'main' };
const suppl: Step = { kind: 'suppl' };
const preamble: Step = { kind: 'preamble' };
const title: Step = { kind: 'title' };
const caption: Step = { kind: 'caption' };
const shared: Step = { kind: 'sharedCaption' };
const withCaption: Step = { kind: 'captionIncluded' };
const lead: Step = { kind: 'lead' };
const eachItem: Step = { kind: 'eachItem' };
const table: Step = { kind: 'table' };
const part = (name: '本文' | 'ただし書' | '前段' | '後段'): Step => ({ kind: 'sentence', part: name });

const q = (text: string): Quote => ({ text });
const one = (...steps: Step[]): Target[] => [{ from: steps }];
const each = (...locations: Location[]): Target[] => locations.map((from) => ({ from }));
const range = (from: Location, through: Location): Target[] => [{ from, through }];
const op = (targets: readonly Target[], action: Action): Operation => ({ targets, action });
const replace = (targets: readonly Target[], a: string | string[], to: string): Operation => op(targets, { kind: 'replaceWords', words: [a].flat().map(q), to });
const insert = (targets: readonly Target[], a: string | string[], text: string): Operation => op(targets, { kind: 'insertWords', after: [a].flat().map(q), text });
const remove = (targets: readonly Target[], ...a: string[]): Operation => op(targets, { kind: 'deleteWords', words: a.map(q) });
const rewrite = (targets: readonly Target[], ...lines: string[]): Operation => op(targets, { kind: 'replaceWhole', block: { lines } });
const retitle = (targets: readonly Target[], text: string): Operation => op(targets, { kind: 'replaceText', text });
const attach = (targets: readonly Target[], text: string): Operation => op(targets, { kind: 'attachCaption', text });
const drop = (targets: readonly Target[]): Operation => op(targets, { kind: 'delete' });
const move = (targets: readonly Target[], ...to: Step[]): Operation => op(targets, { kind: 'move', to });
const shift = (targets: readonly Target[], by: number): Operation => op(targets, { kind: 'shift', by });
const unit = (name: string, count?: number): AddedUnit => ({ unit: name, ...(count === undefined ? {} : { count }) });
const add = (where: 'end' | 'after' | 'before', targets: readonly Target[], units: AddedUnit[], lines: string[] = [], as?: string): Operation =>
  op(targets, { kind: 'add', where, what: { units, ...(as === undefined ? {} : { as }) }, block: { lines } });

const write = (operations: Operation[], profile: DraftingProfile = AGREEMENT_PROFILE): string => writeAmendment([{ operations }], profile).replace(/\n$/, '');
const t1 = [annex(), sec('1'), table];

type Case = readonly [id: string, operations: Operation[], printed: string];

describe('型録の書き方', () => {
  const words: Case[] = [
    ['B01', [replace(one(art(1)), '快適な', '豊かな')], '第1条中「快適な」を「豊かな」に改める。'],
    ['B02', [insert(one(art(2)), '次条に規定する取組について、', '適切な役割分担の下で')], '第2条中「次条に規定する取組について、」の下に「適切な役割分担の下で」を加える。'],
    ['B04', [remove(one(art(5)), '毎年度、')], '第5条中「毎年度、」を削る。'],
    ['B05', [replace(one(art(1)), '人口減少・少子高齢社会', '人口減少社会'), replace(one(art(1)), '住民', '圏域の住民')], '第1条中「人口減少・少子高齢社会」を「人口減少社会」に、「住民」を「圏域の住民」に改める。'],
    ['B06', [insert(one(art(5)), '連絡調整', '及び進捗管理'), insert(one(art(5)), '連絡会議', '（以下「会議」という。）')], '第5条中「連絡調整」の下に「及び進捗管理」を、「連絡会議」の下に「（以下「会議」という。）」を加える。'],
    ['B07', [remove(one(art(1)), '活力ある', '安心して')], '第1条中「活力ある」及び「安心して」を削る。'],
    ['B07 三つ', [remove(one(art(1)), '甲', '乙', '丙')], '第1条中「甲」、「乙」及び「丙」を削る。'],
    ['B08', [replace(one(art(1)), ['社会経済', '暮らし'], '生活')], '第1条中「社会経済」及び「暮らし」を「生活」に改める。'],
    ['B09', [insert(one(art(3)), ['取組', '役割'], '等')], '第3条中「取組」及び「役割」の下に「等」を加える。'],
    ['B10', [replace(one(art(5)), '連絡調整を図るため', '協議を行うため'), remove(one(art(5)), '毎年度、'), insert(one(art(5)), '連絡会議', '及び担当者会議')], '第5条中「連絡調整を図るため」を「協議を行うため」に改め、「毎年度、」を削り、「連絡会議」の下に「及び担当者会議」を加える。'],
    ['B11', [replace(each([art(1)], [art(5)], [art(6)]), 'この連携協約', '本協約')], '第1条、第5条及び第6条中「この連携協約」を「本協約」に改める。'],
    ['B12', [replace(range([art(2)], [art(4)]), '取組', '連携事業')], '第2条から第4条までの規定中「取組」を「連携事業」に改める。'],
    ['B13', [replace(one(main), '両市', '両団体')], '本則中「両市」を「両団体」に改める。'],
    ['B15', [replace(one(preamble), '「両市」という', '「両市」と総称する')], '前文中「「両市」という」を「「両市」と総称する」に改める。'],
    ['B16', [replace(one(art(6), part('前段')), '両市の協議', '両市の長の協議'), insert(one(art(6), part('後段')), '当該協議について', 'あらかじめ')], '第6条前段中「両市の協議」を「両市の長の協議」に改め、同条後段中「当該協議について」の下に「あらかじめ」を加える。'],
    ['B17', [replace(one(art(7), para(1)), '連絡会議', '推進会議'), remove(one(art(7), para(2)), '必要に応じて')], '第7条第1項中「連絡会議」を「推進会議」に改め、同条第2項中「必要に応じて」を削る。'],
    ['B18', [replace(one(art(8), part('本文')), '書面', '書面又は電磁的記録'), replace(one(art(8), part('ただし書')), 'この限りでない', '口頭によることができる')], '第8条本文中「書面」を「書面又は電磁的記録」に改め、同条ただし書中「この限りでない」を「口頭によることができる」に改める。'],
    ['B19', [replace(one(art(9), lead), '次に掲げる', '次の各号に掲げる')], '第9条各号列記以外の部分中「次に掲げる」を「次の各号に掲げる」に改める。'],
    ['B20', [replace(one(art(9), item(2)), '負担金', '分担金')], '第9条第2号中「負担金」を「分担金」に改める。'],
    ['B21', [replace(one(art(9), item(2), sub('ア')), '前年度', '前々年度')], '第9条第2号ア中「前年度」を「前々年度」に改める。'],
    ['B22', [replace(one(art(4), caption), '費用分担', '経費負担')], '第4条の見出し中「費用分担」を「経費負担」に改める。'],
    ['B23', [replace(one(art(4), withCaption), '費用', '経費')], '第4条（見出しを含む。）中「費用」を「経費」に改める。'],
    ['B25', [replace(one(title), '山口県央', '山口県央及び石見西部')], '題名中「山口県央」を「山口県央及び石見西部」に改める。'],
    ['B26', [replace(one(suppl, para(1)), '令和9年4月1日', '令和9年10月1日')], '附則第1項中「令和9年4月1日」を「令和9年10月1日」に改める。'],
    ['B28', [op(one(art(1)), { kind: 'replaceWords', words: [{ text: '人口減少', until: '維持し' }], to: '将来にわたり持続可能な社会経済を維持し' })], '第1条中「人口減少」から「維持し」までを「将来にわたり持続可能な社会経済を維持し」に改める。'],
    ['B30', [replace(each([art(3)], [art(4)]), '取組', '連携事業')], '第3条及び第4条中「取組」を「連携事業」に改める。'],
  ];
  const rewrites: Case[] = [
    ['C01', [rewrite(one(art(4)), '　（費用分担）', '第4条　…')], '第4条を次のように改める。\n　（費用分担）\n第4条　…'],
    ['C02', [rewrite(each([art(3)], [art(4)]))], '第3条及び第4条を次のように改める。'],
    ['C03', [rewrite(range([art(3)], [art(5)]))], '第3条から第5条までを次のように改める。'],
    ['C04', [rewrite(one(art(7), para(2)))], '第7条第2項を次のように改める。'],
    ['C05', [rewrite(one(art(9), item(3)))], '第9条第3号を次のように改める。'],
    ['C06', [rewrite(one(art(9), item(2), sub('ア')))], '第9条第2号アを次のように改める。'],
    ['C07', [retitle(one(art(4), caption), '（経費の負担）')], '第4条の見出しを「（経費の負担）」に改める。'],
    ['C08', [rewrite(one(art(8), part('ただし書')))], '第8条ただし書を次のように改める。'],
    ['C11', [rewrite(one(art(9), lead))], '第9条各号列記以外の部分を次のように改める。'],
    ['C12', [rewrite(one(title))], '題名を次のように改める。'],
    ['C14', [rewrite(one(art(9), eachItem))], '第9条各号を次のように改める。'],
    ['C15', [rewrite(one(chapter(2), { kind: 'groupTitle' }))], '第2章の章名を次のように改める。'],
    ['C16', [rewrite(one(annex()))], '別表を次のように改める。'],
  ];
  const additions: Case[] = [
    ['D01', [add('end', one(main), [unit('条', 1)], ['　（疑義の決定）', '第7条　…'])], '本則に次の1条を加える。\n　（疑義の決定）\n第7条　…'],
    ['D02', [move(one(art(6)), art(7)), add('after', one(art(5)), [unit('条', 1)])], '第6条を第7条とし、第5条の次に次の1条を加える。'],
    ['D03', [move(one(art(6)), art(7)), shift(range([art(3)], [art(5)]), 1), add('after', one(art(2)), [unit('条', 1)])], '第6条を第7条とし、第3条から第5条までを1条ずつ繰り下げ、第2条の次に次の1条を加える。'],
    ['D06', [move(one(art(6)), art(7)), shift(range([art(2)], [art(5)]), 1), move(one(art(1)), art(2)), add('before', one(art(2)), [unit('条', 1)])], '第6条を第7条とし、第2条から第5条までを1条ずつ繰り下げ、第1条を第2条とし、同条の前に次の1条を加える。'],
    ['D07', [add('end', one(art(5)), [unit('項', 1)])], '第5条に次の1項を加える。'],
    ['D08', [move(one(art(7), para(3)), art(7), para(4)), add('after', one(art(7), para(2)), [unit('項', 1)])], '第7条第3項を同条第4項とし、同条第2項の次に次の1項を加える。'],
    ['D09', [move(one(art(7), para(2)), art(7), para(3)), move(one(art(7), para(1)), art(7), para(2)), add('before', one(art(7), para(2)), [unit('項', 1)])], '第7条第2項を同条第3項とし、同条第1項を同条第2項とし、同項の前に次の1項を加える。'],
    ['D10', [move(one(art(5)), art(5), para(2)), add('end', one(art(5)), [unit('項', 1)], [], '第1項')], '第5条を同条第2項とし、同条に第1項として次の1項を加える。'],
    ['D11', [replace(one(art(2)), '次条に規定する取組について、相互に', '次に掲げる方針により、相互に'), add('end', one(art(2)), [unit('各号')])], '第2条中「次条に規定する取組について、相互に」を「次に掲げる方針により、相互に」に改め、同条に次の各号を加える。'],
    ['D13', [move(one(art(9), item(4)), art(9), item(5)), add('after', one(art(9), item(3)), [unit('号', 1)])], '第9条中第4号を第5号とし、第3号の次に次の1号を加える。'],
    ['D14', [add('after', one(art(9), item(3)), [unit('号', 1)])], '第9条第3号の次に次の1号を加える。'],
    ['D15', [move(one(art(9), item(2), sub('ウ')), art(9), item(2), sub('エ')), add('after', one(art(9), item(2), sub('イ')), [])], '第9条第2号中ウをエとし、イの次に次のように加える。'],
    ['D16', [add('end', one(art(9), item(2)), [])], '第9条第2号に次のように加える。'],
    ['D17', [add('end', one(art(4)), [unit('ただし書')])], '第4条に次のただし書を加える。'],
    ['D18', [add('end', one(art(5)), [], [], '後段')], '第5条に後段として次のように加える。'],
    ['D19', [attach(one(art(10)), '（委任）')], '第10条に見出しとして「（委任）」を付する。'],
    ['D20', [add('after', one(art(6)), [unit('見出し'), unit('条', 2)])], '第6条の次に次の見出し及び2条を加える。'],
    ['D21', [add('end', one(main), [unit('章', 1)])], '本則に次の1章を加える。'],
    ['D23', [add('after', one(suppl), [unit('表', 1)])], '附則の次に次の1表を加える。'],
    ['D24', [move(one(annex()), annex(1)), add('after', one(annex(1)), [unit('表', 1)])], '別表を別表第1とし、同表の次に次の1表を加える。'],
    ['D25', [move(one(annex()), annex(2)), add('after', one(suppl), [unit('表', 1)])], '別表を別表第2とし、附則の次に次の1表を加える。'],
    ['D26', [add('end', one(art(9)), [unit('号', 1), unit('項', 2)])], '第9条に次の1号及び2項を加える。'],
  ];
  const deletions: Case[] = [
    ['E02', [drop(one(art(4))), move(one(art(5)), art(4)), move(one(art(6)), art(5))], '第4条を削り、第5条を第4条とし、第6条を第5条とする。'],
    ['E03', [drop(one(art(2))), move(one(art(3)), art(2)), shift(range([art(4)], [art(6)]), -1)], '第2条を削り、第3条を第2条とし、第4条から第6条までを1条ずつ繰り上げる。'],
    ['E06', [drop(each([art(4)], [art(5)])), move(one(art(6)), art(4))], '第4条及び第5条を削り、第6条を第4条とする。'],
    ['E07', [drop(one(art(7), para(2))), move(one(art(7), para(3)), art(7), para(2))], '第7条第2項を削り、同条第3項を同条第2項とする。'],
    ['E09', [drop(one(art(9), item(2))), move(one(art(9), item(3)), art(9), item(2)), move(one(art(9), item(4)), art(9), item(3))], '第9条中第2号を削り、第3号を第2号とし、第4号を第3号とする。'],
    ['E11', [drop(one(art(9), item(2), sub('イ'))), move(one(art(9), item(2), sub('ウ')), art(9), item(2), sub('イ'))], '第9条第2号イを削り、同号ウを同号イとする。'],
    ['E12', [drop(one(art(8), part('ただし書')))], '第8条ただし書を削る。'],
    ['E15', [replace(one(art(9)), '次に掲げる事項', '費用負担に関する事項'), drop(one(art(9), eachItem))], '第9条中「次に掲げる事項」を「費用負担に関する事項」に改め、同条各号を削る。'],
    ['E16', [drop(one(suppl, para(2))), move(one(suppl, para(3)), suppl, para(2))], '附則第2項を削り、附則第3項を附則第2項とする。'],
    ['E18', [drop(each([annex(2)], [annex(3)])), move(one(annex(1)), annex())], '別表第2及び別表第3を削り、別表第1を別表とする。'],
  ];
  const moves: Case[] = [
    ['F02', [replace(one(art(6)), '両市の協議', '両市の長の協議'), move(one(art(6)), art(7)), add('after', one(art(5)), [unit('条', 1)])], '第6条中「両市の協議」を「両市の長の協議」に改め、同条を第7条とし、第5条の次に次の1条を加える。'],
    ['F04', [move(one(art(4)), art(6)), move(one(art('3_2')), art(5)), move(one(art(3)), art(4)), add('after', one(art(2)), [unit('条', 1)])], '第4条を第6条とし、第3条の2を第5条とし、第3条を第4条とし、第2条の次に次の1条を加える。'],
    ['F08', [move(one(art(8)), art(9)), drop(one(art(7), shared)), move(one(art(7)), art(8)), attach(one(art(8), shared), '（連携事業の管理）'), add('after', one(art(6)), [unit('条', 1)])], '第8条を第9条とし、第7条の前の見出しを削り、同条を第8条とし、同条の前に見出しとして「（連携事業の管理）」を付し、第6条の次に次の1条を加える。'],
    ['F09', [move(one(main), art(1)), attach(one(art(1)), '（趣旨）'), add('after', one(art(1)), [unit('条', 1)])], '本則を第1条とし、同条に見出しとして「（趣旨）」を付し、同条の次に次の1条を加える。'],
    ['F10', [move(one(annex(2)), annex(3)), add('after', one(annex(1)), [unit('表', 1)])], '別表第2を別表第3とし、別表第1の次に次の1表を加える。'],
  ];
  const tables: Case[] = [
    ['G02', [replace(one(...t1), '創業促進', '創業及び事業承継の促進')], '別表1の表中「創業促進」を「創業及び事業承継の促進」に改める。'],
    ['G03', [replace(one(...t1, row('ア')), '経済団体等', '経済団体、大学、金融機関等')], '別表1の表アの項中「経済団体等」を「経済団体、大学、金融機関等」に改める。'],
    ['G04', [replace(one(...t1, row('イ'), column('取組')), '戦略産業の育成', '戦略産業の育成及び企業立地')], '別表1の表イの項取組の欄中「戦略産業の育成」を「戦略産業の育成及び企業立地」に改める。'],
    ['G05', [replace(each([annex(), sec('3'), sec('(1)'), table, row('ア')], [annex(), sec('3'), sec('(1)'), table, row('イ')]), '取り組む', '共同して取り組む')], '別表3の(1)の表アの項及びイの項中「取り組む」を「共同して取り組む」に改める。'],
    ['G06', [replace(one(annex(), sec('2'), table, column('両市の役割')), '推進する', '推進し、その費用を分担する')], '別表2の表両市の役割の欄中「推進する」を「推進し、その費用を分担する」に改める。'],
    ['G08', [add('end', one(annex(), sec('3'), sec('(3)'), table), [], ['｜イ　人事交流の推進｜…に取り組む。｜'])], '別表3の(3)の表に次のように加える。\n｜イ　人事交流の推進｜…に取り組む。｜'],
    ['G09', [move(one(...t1, row('オ')), ...t1, row('カ')), add('after', one(...t1, row('エ')), [])], '別表1の表中オの項をカの項とし、エの項の次に次のように加える。'],
    ['G10', [move(one(...t1, row('イ')), ...t1, row('ウ')), move(one(...t1, row('ア')), ...t1, row('イ')), add('before', one(...t1, row('イ')), [])], '別表1の表中イの項をウの項とし、アの項をイの項とし、同項の前に次のように加える。'],
    ['G11', [drop(one(...t1, row('ウ'))), move(one(...t1, row('エ')), ...t1, row('ウ')), move(one(...t1, row('オ')), ...t1, row('エ'))], '別表1の表中ウの項を削り、エの項をウの項とし、オの項をエの項とする。'],
    ['G12', [add('end', one(annex(), sec('3')), [])], '別表3に次のように加える。'],
    ['G13', [move(one(annex(), sec('3'), sec('(3)')), annex(), sec('3'), sec('(4)')), add('after', one(annex(), sec('3'), sec('(2)')), [])], '別表3中(3)を(4)とし、(2)の次に次のように加える。'],
    ['G14', [replace(one(annex(), sec('3'), sec('(2)')), '結びつきやネットワークの強化', '移動及び交流の強化')], '別表3の(2)中「結びつきやネットワークの強化」を「移動及び交流の強化」に改める。'],
    ['G16', [add('end', one(annex()), [], [], '備考')], '別表に備考として次のように加える。'],
    ['G17', [move(one(annex(), remarks(3)), annex(), remarks(4)), move(one(annex(), remarks(2)), annex(), remarks(3)), add('after', one(annex(), remarks(1)), [])], '別表備考中3を4とし、2を3とし、1の次に次のように加える。'],
    ['G18', [replace(one(annex(), remarks(2)), '前年度', '当該年度')], '別表備考2中「前年度」を「当該年度」に改める。'],
    ['G19', [rewrite(one(annex(), { kind: 'outsideRemarks' }))], '別表中備考以外の部分を次のように改める。'],
    ['G20', [replace(one(annex(2), { kind: 'part', name: '経費' }, row('人件費')), '2分の1', '3分の2')], '別表第2経費の部人件費の項中「2分の1」を「3分の2」に改める。'],
  ];
  const second: Case[] = [
    ['I01', [replace(one({ kind: 'amendClause', of: one(art(4)) }), '両市の長', '両市')], '第4条の改正規定中「両市の長」を「両市」に改める。'],
    ['I02', [replace(one({ kind: 'amendClause', of: one(art(5)), acting: 'に1項を加える' }), '1項', '2項'), add('end', one({ kind: 'amendClause', of: one(art(5)), acting: 'に1項を加える' }), [])], '第5条に1項を加える改正規定中「1項」を「2項」に改め、同改正規定に次のように加える。'],
  ];
  const all = [...words, ...rewrites, ...additions, ...deletions, ...moves, ...tables, ...second];
  test.each(all)('%s', (_, operations, printed) => {
    expect(write(operations)).toBe(`　${printed}`);
  });
  test.each(all)('%s を読み戻すと同じ操作', (_, operations) => {
    expect(parseAmendment(write(operations)).amendment).toEqual([{ operations }]);
  });
});

/** 国の法令の書き方（番号は漢数字） */
describe('国の法令の書き方', () => {
  const [a10, a39, s6, a9] = [art(10), art(39), chapter(6), art(9)];
  const t1: Step[] = [annex(1)];
  const cases: Case[] = [
    ['号の繰下げ',
      [move(one(a10, item(16)), a10, item(17)), move(one(a10, item(15)), a10, item(16)), replace(one(a10, item(13)), '第九十九条第十号', '第九十九条第十一号'), move(one(a10, item(13)), a10, item(14)), move(one(a10, item(12)), a10, item(13)), shift(range([a10, item(4)], [a10, item(11)]), 1), add('after', one(a10, item(3)), [unit('号', 1)])],
      '第十条中第十六号を第十七号とし、第十五号を第十六号とし、同条第十三号中「第九十九条第十号」を「第九十九条第十一号」に改め、同号を同条第十四号とし、同条中第十二号を第十三号とし、第四号から第十一号までを一号ずつ繰り下げ、第三号の次に次の一号を加える。'],
    ['項の字句を改めて移し、第一項として加える',
      [remove(one(a39, para(3)), '甲'), move(one(a39, para(3)), a39, para(4)), replace(one(a39, para(1)), '乙', '丙'), move(one(a39, para(1)), a39, para(2)), add('end', one(a39), [unit('項', 1)], [], '第一項')],
      '第三十九条第三項中「甲」を削り、同項を同条第四項とし、同条第一項中「乙」を「丙」に改め、同項を同条第二項とし、同条に第一項として次の一項を加える。'],
    ['同じ条の項の並び', [replace(each([art(8), para(1)], [art(8), para(2), item(8)]), '甲', '乙'), remove(one(art(8), para(3)), '丙')], '第八条第一項及び第二項第八号中「甲」を「乙」に改め、同条第三項中「丙」を削る。'],
    ['条ごとにまとめた並び', [replace(each([art(5), para(1), item(2)], [art(45), para(1), item(2)], [art(45), para(2), item(1)]), '甲', '乙')], '第五条第一項第二号並びに第四十五条第一項第二号及び第二項第一号中「甲」を「乙」に改める。'],
    ['範囲の混じる長い並び',
      [replace([...each([art(4), para(1)], [art(4), para(2)]), { from: [art(5)], through: [art(7)] }, ...each([art(12), para(1)], [art(12), para(2)], [art(13), para(1)])], '甲', '乙')],
      '第四条第一項及び第二項、第五条から第七条まで、第十二条第一項及び第二項並びに第十三条第一項中「甲」を「乙」に改める。'],
    ['附則の条の並び', [drop(each([suppl, art(4)], [suppl, art(5)]))], '附則第四条及び第五条を削る。'],
    ['表の項の並び', [replace(each([art(30), table, row('平成十四年経過措置政令第二条第一項')], [art(39), para(1), table, row('平成十四年経過措置政令第二条第一項')]), '甲', '乙')], '第三十条の表平成十四年経過措置政令第二条第一項の項及び第三十九条第一項の表平成十四年経過措置政令第二条第一項の項中「甲」を「乙」に改める。'],
    ['同表の項', [drop(one(...t1, row('建設業法（昭和二十四年法律第百号）'))), remove(one(...t1, row('健康増進法（平成十四年法律第百三号）')), '、第二十六条第二項')], '別表第一建設業法（昭和二十四年法律第百号）の項を削り、同表健康増進法（平成十四年法律第百三号）の項中「、第二十六条第二項」を削る。'],
    ['数字で始まる項の名', [remove(one(annex(4), row('四の二')), '甲'), remove(one(annex(4), row('四の四')), '乙')], '別表第四の四の二の項中「甲」を削り、同表の四の四の項中「乙」を削る。'],
    ['項の欄', [replace(one(art(66), para(5), table, row('第十条第一項'), column('上欄')), '甲', '乙'), replace(one(art(66), para(5), table, row('第十条第一項'), column('中欄')), '丙', '丁')], '第六十六条第五項の表第十条第一項の項上欄中「甲」を「乙」に改め、同項中欄中「丙」を「丁」に改める。'],
    ['章の中の条の移動', [insert(one(art(38)), '機構から', '交付金又は'), move(one(s6, art(38)), art(31))], '第三十八条中「機構から」の下に「交付金又は」を加え、第六章中同条を第三十一条とする。'],
    ['章の中の条', [drop(one(art(15))), move(one(chapter(5), art('15_2')), art(15))], '第十五条を削り、第五章中第十五条の二を第十五条とする。'],
    ['見出しと条を直して移す', [drop(one(a9, shared)), remove(one(a9), '甲'), replace(one(a9, part('ただし書')), '乙', '丙'), move(one(a9), art(7)), attach(one(art(7), shared), '（指定食肉の売渡し）')], '第九条の前の見出しを削り、同条中「甲」を削り、同条ただし書中「乙」を「丙」に改め、同条を第七条とし、同条の前に見出しとして「（指定食肉の売渡し）」を付する。'],
    ['細分の繰上げ', [drop(each([a10, item(1), sub('ロ')], [a10, item(1), sub('ハ')])), move(one(a10, item(1), sub('ニ')), a10, item(1), sub('ロ')), replace(one(a10, item(1), sub('ヘ')), 'ホの', 'ハの'), move(one(a10, item(1), sub('ヘ')), a10, item(1), sub('ニ'))], '第十条第一号中ロ及びハを削り、ニをロとし、同号ヘ中「ホの」を「ハの」に改め、同号ヘを同号ニとする。'],
    ['改正規定の字句', [replace(one(art(253), { kind: 'amendClause', law: '農地法', of: one(art(43), para(7)) }), '甲', '乙')], '第二百五十三条のうち農地法第四十三条第七項の改正規定中「甲」を「乙」に改める。'],
    ['改正規定の全部', [rewrite(one(art(7), { kind: 'amendClause', law: '港湾労働法施行規則', of: one(annex(13, '様式第＃号')) }))], '第七条中港湾労働法施行規則様式第十三号の改正規定を次のように改める。'],
    ['見出しを含む範囲', [replace(range([art(2), withCaption], [art(4), withCaption]), '甲', '乙')], '第二条から第四条まで（見出しを含む。）中「甲」を「乙」に改める。'],
    ['同じ条の項の範囲', [drop(range([art(2), para(3)], [art(2), para(5)])), replace(each([art(3), para(1)], [art(3), para(2)]), '甲', '乙')], '第二条第三項から第五項までを削り、第三条第一項及び第二項中「甲」を「乙」に改める。'],
    ['様式の並び', [replace(each([annex(2, '様式第＃号')], [annex(3, '様式第＃号')]), '甲', '乙')], '様式第二号及び様式第三号中「甲」を「乙」に改める。'],
  ];
  test.each(cases)('%s', (_, operations, printed) => {
    expect(write(operations, STATUTE_PROFILE)).toBe(`　${printed}`);
  });
  test.each(cases)('%s を読み戻すと同じ操作', (_, operations) => {
    expect(parseAmendment(write(operations, STATUTE_PROFILE)).amendment).toEqual([{ operations }]);
  });
});

/** 型録の例文のうち、上に操作を書いていないもの */
describe('型録の例文を読んで書く', () => {
  test.each([
    ['B03', ['　第5条中「両市の長は」を「連携中枢都市である両市の長は」に改める。']],
    ['B14', ['　第3条中「当該取組」を「当該連携事業」に改める。']],
    ['B24', ['　前文中「連携中枢都市圏である」を削る。']],
    ['B27', ['　第4条中「前条」を「第3条」に改める。']],
    ['B29', ['　第5条中「両市の長」の下に「（代理する者を含む。）」を加える。']],
    ['B30', ['　第2条中「取組」を「連携事業」に改め、「相互に」を削る。', '　第3条及び第4条中「取組」を「連携事業」に改める。']],
    ['C09', ['　第6条後段を次のように改める。', '　この場合において、両市は、あらかじめそれぞれの議会の議決を経なければならない。']],
    ['C10', ['　第8条本文を次のように改める。', '　両市の長は、毎年9月末までに、前年度の実施状況を公表するものとする。']],
    ['C13', ['　前文を次のように改める。', '　山口市及び宇部市は、…次のとおり連携協約を締結する。']],
    ['D04', ['　第3条の次に次の1条を加える。', '　（実施計画）', '　第3条の2　両市は、共同して、前条に規定する取組の実施計画を定めるものとする。']],
    ['D05', ['　第3条の次に次の2条を加える。', '　（実施計画）', '第3条の2　…', '　（成果指標）', '第3条の3　…']],
    ['D12', ['　第9条に次の1号を加える。', '　(4)　繰越しに関する事項']],
    ['D22', ['　附則に次の1項を加える。', '　（検討）', '　3　両市は、施行後5年を目途として、この連携協約の規定について検討を加えるものとする。']],
    ['D27', ['　第4条を次のように改める。', '　（費用分担）', '第4条　…', '　第4条の次に次の1条を加える。', '　（精算）', '第4条の2　…']],
    ['E01', ['　第6条を削る。']],
    ['E04', ['　第4条を次のように改める。', '第4条　削除']],
    ['E05', ['　第3条及び第4条を次のように改める。', '第3条及び第4条　削除']],
    ['E08', ['　第7条第3項を削る。']],
    ['E10', ['　第9条第2号を次のように改める。', '　(2)　削除']],
    ['E13', ['　第6条後段を削る。']],
    ['E14', ['　第5条の見出しを削る。']],
    ['E17', ['　別表を削る。']],
    ['F01', ['　第6条を第8条とし、第5条の次に次の2条を加える。', '　（公表）', '第6条　…', '　（検証）', '第7条　…']],
    ['F03', ['　第6条を第8条とし、第3条から第5条までを2条ずつ繰り下げ、第2条の次に次の2条を加える。', '　（定義）', '第3条　…', '　（実施計画）', '第4条　…']],
    ['F05', ['　第7条第2項を同条第3項とし、同条第1項の次に次の1項を加える。', '2　…']],
    ['F07', ['　第4条を次のように改める。', '　（公表）', '第4条　…', '　第5条の次に次の1条を加える。', '　（費用分担）', '第5条の2　…']],
    ['G01', ['　別表中「その他」を「その他の取組」に改める。']],
    ['G07', ['　別表2の表アの項を次のように改める。', '｜ア　高度な医療サービスの提供体制の確保｜…に取り組む。｜']],
    ['G10', ['　別表1の表中オの項をカの項とし、エの項をオの項とし、ウの項をエの項とし、イの項をウの項とし、アの項をイの項とし、同項の前に次のように加える。', '｜ア　…｜…｜']],
    ['G15', ['　別表中「第3条関係」を「第4条関係」に改める。']],
    ['G21', ['　別表1の表中「｜ウ　…｜…｜」を「｜ウ　…｜…｜」に改める。']],
    ['G22', ['　別表を次のように改める。', '別表（第3条関係）', '　（表略）']],
  ])('%s', (_, lines) => {
    expect(writeAmendment(parseAmendment(lines.join('\n')).amendment, AGREEMENT_PROFILE).split('\n').slice(0, -1)).toEqual(lines);
  });
});

/** 官報に載った改正文を、読んで書くと一字も違わない */
describe('実際の改正文', () => {
  test.each([
    ['文化芸術振興基本法の一部改正（平成29年法律第73号）', '第十条中「歌舞伎」の下に「、組踊」を、「公演」の下に「、これに用いられた物品の保存」を加える。'],
    ['見出しと条（同法）', '第十二条の見出し中「生活文化、」を「生活文化の振興並びに」に改め、同条中「書道」の下に「、食文化」を、「文化をいう。）」の下に「の振興を図るとともに」を加える。'],
    ['改めてから加える（同法）', '第十六条中「の企画等を行う者」を「に関する企画又は制作を行う者、文化芸術活動に関する技術者」に改め、「おける研修」の下に「、教育訓練等の人材育成」を、「の確保」の下に「、文化芸術に関する作品の流通の促進、芸術家等の文化芸術に関する創造的活動等の環境の整備」を加える。'],
    ['項を移し、第一項として加える（日本国憲法の改正手続に関する法律）', '第三十九条第三項中「において準用する同法第二十四条第一項」を削り、同項を同条第四項とし、同条第二項中「前項において準用する公職選挙法第二十四条第一項」を「第一項」に、「（行政不服審査法」を「（同法」に、「、行政不服審査法」を「、同法」に、「第三十九条第一項において準用する公職選挙法第二十四条第一項」を「第三十九条第一項」に改め、同項を同条第三項とし、同条第一項中「第二十四条第一項及び第二項」を「第二十四条第二項」に、「在外投票人名簿の登録に関する」を「前項の」に改め、同項を同条第二項とし、同条に第一項として次の一項を加える。'],
    ['共通見出しのある条の移動（畜産物の価格安定に関する法律の一部改正）', '第三十条の前の見出しを削り、同条を第二十三条とし、同条の前に見出しとして「（指定乳製品等の売渡し）」を付し、第三十一条を第二十四条とする。'],
    ['項の繰上げ（同法）', '第六条の見出しを「（指定食肉等の保管又は販売に関する計画）」に改め、同条中第一項及び第二項を削り、第三項を第一項とし、同条第四項中「原料乳」を「加工原料乳」に改め、同項を同条第二項とし、同条第五項中「前四項」を「前二項」に改め、同項を同条第三項とし、同条第六項を削り、同条第七項中「第二項から第四項まで」を「第一項及び第二項」に、「聞く」を「聴く」に改め、同項を同条第四項とし、同条第八項を削り、同条を第五条とする。'],
    ['号の細分（独立行政法人農畜産業振興機構法の一部改正）', '第十条第一号中ロ及びハを削り、ニをロとし、ホをハとし、同号ヘ中「ホの」を「ハの」に改め、同号ヘを同号ニとし、同号ト中「ヘの」を「ニの」に改め、同号トを同号ホとし、同号チを同号ヘとし、同条第二号中「国内産の牛乳を学校給食の用に供する事業についてその経費を補助し、及び」を削り、同条第五号中ホをヘとし、ニをホとし、ハをニとし、ロの次に次のように加える。'],
    ['細分を順に移して加える（官報の改正文）', '第四条第十九号中シをヱとし、ミをシとし、メをミとし、ユをメとし、キをユとし、サをキとし、アをサとし、テをアとし、エをテとし、コをエとし、フをコとし、ケをフとし、マをケとし、ヤをマとし、クをヤとし、オをクとし、ノをオとし、ヰをノとし、ウをヰとし、ムの次に次のように加える。'],
    ['項と号の字句（公職選挙法の一部改正）', '第百四十二条第一項中「並びに第一号から第三号まで」及び「第五号から第七号までに規定する」を削り、同項第四号中「八千枚」の下に「、当該選挙に関する事務を管理する選挙管理委員会に届け出た二種類以内のビラ一万六千枚」を加える。'],
    ['範囲の混じる長い並び（法務省令の整備）', '第四条第一項、第二項及び第四項、第五条から第七条まで、第八条第三項及び第五項、第十条第一項及び第二項、第十一条第一項及び第二項、第十二条第一項及び第二項並びに第十三条第一項中「法務大臣」を「出入国在留管理庁長官」に改める。'],
    ['条ごとにまとめた並び（官報の改正文）', '第五条第一項第二号並びに第四十五条第一項第二号及び第二項第一号中「耐火建築物又は準耐火建築物」を「耐火建築物等又は準耐火建築物等」に改める。'],
    ['同表（地方自治法別表第一）', '別表第一建設業法（昭和二十四年法律第百号）の項を削り、同表健康増進法（平成十四年法律第百三号）の項中「、第二十六条第二項」を削る。'],
  ])('%s', (_, sentence) => {
    expect(writeAmendment(parseAmendment(sentence).amendment, STATUTE_PROFILE)).toBe(`　${sentence}\n`);
  });
});

describe('団体の書きぶり', () => {
  const operations = [insert(one(art(3)), '甲', '乙'), add('end', one(art(3)), [unit('項', 2)])];
  test.each<[string, Partial<DraftingProfile>, string]>([
    ['全角の数字', { digits: 'full' }, '　第３条中「甲」の下に「乙」を加え、同条に次の２項を加える。'],
    ['漢数字', { digits: 'kanji' }, '　第三条中「甲」の下に「乙」を加え、同条に次の二項を加える。'],
    ['次に', { insertWord: '次に' }, '　第3条中「甲」の次に「乙」を加え、同条に次の2項を加える。'],
    ['右に', { insertWord: '右に' }, '　第3条中「甲」の右に「乙」を加え、同条に次の2項を加える。'],
  ])('%s', (_, profile, printed) => {
    expect(write(operations, { ...ORDINANCE_PROFILE, ...profile })).toBe(printed);
  });

  test('改正規定ごとに一行で、ブロックの行はそのまま続く', () => {
    expect(writeAmendment([{ operations: [rewrite(one(art(1)), '　（目的）', '第1条　…')] }, { operations: [remove(one(art(2)), '甲')] }], AGREEMENT_PROFILE))
      .toBe('　第1条を次のように改める。\n　（目的）\n第1条　…\n　第2条中「甲」を削る。\n');
  });

  test('操作がなければ何も書かない', () => {
    expect(writeAmendment([], AGREEMENT_PROFILE)).toBe('');
    expect(writeAmendment([{ operations: [] }], AGREEMENT_PROFILE)).toBe('');
  });
});

describe('場所の名', () => {
  test.each<[string, Location, string]>([
    ['号の細分', [art(3), para(2), item(1), sub('ア')], '第3条第2項第1号ア'],
    ['枝番号の条と号', [art('3_2'), item('5_2')], '第3条の2第5号の2'],
    ['見出し', [art(3), caption], '第3条の見出し'],
    ['共通見出し', [art(3), shared], '第3条の前の見出し'],
    ['別表の欄', [annex(), sec('1'), table, row('ア'), column('取組')], '別表1の表アの項取組の欄'],
    ['附則の項', [suppl, para(2)], '附則第2項'],
    ['章名', [chapter(2), { kind: 'groupTitle' }], '第2章の章名'],
    ['法律の名の項', [annex(1), row('道路法（昭和27年法律第180号）')], '別表第1道路法（昭和27年法律第180号）の項'],
    ['様式', [annex(2, '様式第＃号')], '様式第2号'],
    ['枝番号の様式', [annex('5_2', '別記様式第＃号')], '別記様式第5号の2'],
    ['番号が先の様式', [annex('5_2', '第＃号様式')], '第5号の2様式'],
    ['備考', [annex(), remarks(2)], '別表備考2'],
    ['何番目かの表', [art(3), { kind: 'table', nth: 2 }], '第3条の第2の表'],
    ['削除の条の範囲', [art('38:84')], '第38条から第84条まで'],
    ['別表の中の号', [annex(1), item(32), sub('（二十）')], '別表第1第32号（二十）'],
    ['場所なし', [], ''],
  ])('%s: %s', (_, location, name) => {
    expect(locationName(location, 'half')).toBe(name);
  });
});
