import { wideKana } from '../text/plain/line-kind.js';
import { halfWidth } from './comparison-form.js';

/** 標目と、その後の文字。標目が無ければ label は空。 */
export interface LabelledText {
  readonly label: string;
  readonly rest: string;
}

const BRANCH = '(?:の[0-9]{1,2})?';
const BRACKETED = new RegExp(`^\\(\\s*(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[ァ-ンヱヰ力口工夕八卜二]|[a-zA-Z]{1,5}|[ⅰ-ⅿ])\\s*\\)${BRANCH}`);
const GLYPH = new RegExp(`^[⑴-⒇①-⑳㋐-㋾⒜-⒵ⅰ-ⅻⅠ-Ⅻ]${BRANCH}`);
/** 括弧のない標目は、後ろに区切りがあるときだけ（「イベントの開催」のイは標目でない）。 */
const BARE = new RegExp(`^(?:第?[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[ァ-ンヱヰ力口工夕八卜二]|[a-zA-Z]|[ivx]{2,5})${BRANCH}(?=[\\s.．、:)]|$)`);
/** 「1圏域全体の…」のように数字に漢字が直に続くもの。「3歳児」などの数量は標目でない。 */
const NUMBERED = /^[0-9]{1,2}(?=[\p{Script=Han}\p{Script=Katakana}](?<![年月日回人歳次級類種本件箇か所市町村者都県号条項世割倍]))/u;

/** 「ア　経済戦略の策定」→ ア と 経済戦略の策定。「（１）地域医療」→ (1) と 地域医療。 */
export function splitLabel(text: string): LabelledText {
  const trimmed = text.trim();
  // 「(ｱ)」は「(ア)」と同じ標目
  const half = halfWidth(trimmed).replace(/^(\(?\s*)([ｦｱ-ﾝ])(?=[\s).．、]|$)/, (_, open: string, kana: string) => open + wideKana(kana));
  const m = BRACKETED.exec(half) ?? GLYPH.exec(half) ?? BARE.exec(half) ?? NUMBERED.exec(half);
  if (!m) return { label: '', rest: trimmed };
  return { label: normaliseLabel(m[0]), rest: trimmed.slice(m[0].length).replace(/^[\s.．、:：)）]+/, '') };
}

/** 標目の印字を揃える。全角の括弧・数字・英字は半角に、中の空白は除く（「（ １ ）」→「(1)」）。 */
export function normaliseLabel(printed: string): string {
  return halfWidth(printed).replace(/\s/g, '');
}

const LOOKALIKES: Readonly<Record<string, string>> = { 力: 'カ', 口: 'ロ', 工: 'エ', 夕: 'タ', 八: 'ハ', 卜: 'ト', 二: 'ニ', ー: '一' };
const GOJUON = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';

/** 片仮名と取り違えた漢字（力→カ）を、前の標目の次に当たるときだけ直す。直さないなら undefined。 */
export function repairLabel(label: string, previous: string | undefined): string | undefined {
  const core = label.replace(/[()]/g, '');
  const assumed = LOOKALIKES[core];
  if (assumed === undefined || previous === undefined) return undefined;
  const before = GOJUON.indexOf(previous.replace(/[()]/g, ''));
  return before >= 0 && GOJUON[before + 1] === assumed ? label.replace(core, assumed) : undefined;
}

/** 標目の後の区切りが失われた名（「ア地域公共交通」）を、前の標目の次に当たるときだけ分ける。「イベント」のように片仮名が続くものは分けない。 */
export function detachLabel(name: string, previous: string | undefined): LabelledText | undefined {
  const expected = GOJUON[previous === undefined ? 0 : GOJUON.indexOf(previous) + 1];
  const before = previous === undefined || GOJUON.includes(previous);
  if (!before || expected === undefined || name[0] !== expected || /^.[ァ-ヶー・、。]?$|^.[ァ-ヶー・、。]/.test(name)) return undefined;
  return { label: expected, rest: name.slice(1).trim() };
}
