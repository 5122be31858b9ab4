import type { LabelledTag } from './tag.js';

/**
 * 条・項・号・号の細分の表示（標目）と番号の行き来。
 *
 * 用語:
 * - 番号 num   : 位置を表す値。"3"、枝番号 "3_2"、範囲 "38:84"
 * - 表示 label : 印字。「第三条の二」「２」「(1)」「ア」
 * - 書きぶり form : 番号から表示を作る型。最初の番号の表示をそのまま名前にする（'(1)' 'ア' '第1条'）
 */
export type LabelForm = (typeof LABEL_FORMS)[number];
export type LabelForms = Readonly<Record<LabelledTag, LabelForm>>;

export const LABEL_FORMS = [
  '第1条', '第１条', '第一条',
  '1', '１', '一',
  '(1)', '（1）', '（１）', '⑴', '①',
  'ア', '(ア)', '（ア）', '㋐',
  'イ', '(イ)', '（イ）',
  'a', 'ａ', '(a)', '（a）', '（ａ）',
  'A', 'Ａ', '(A)', '（A）', '（Ａ）',
  'i', 'ｉ', '(i)', '（i）', '（ｉ）', 'ⅰ', '(ⅰ)', '（ⅰ）',
  'I', 'Ⅰ',
] as const;
