import type { NumeralForm } from '../kernel/numeral.js';

/**
 * 団体ごとの改め文の書きぶり。協約は「変更する」、条例は「改正する」。
 * 標目の書きぶり（(3)の2 か (3の2) か、ア か イ か）は、改められる本文の印字に従うので、ここには無い。
 */
export interface DraftingProfile {
  readonly name: string;
  /** の一部を変更する／改正する */
  readonly verb: '変更' | '改正';
  /** 改正する文書の種類（連携協約・条例・規則・法律…） */
  readonly instrument: string;
  /** 「A」の下に「B」を加える。横書きでは団体により次に・右に・後に */
  readonly insertWord: '下に' | '次に' | '右に' | '後に';
  /** 改め文の地の文の数字（第3条・第３条・第三条、次の1条・次の一条） */
  readonly digits: NumeralForm;
  /** 題名の字下げ・改正規定の字下げ（全角の字数） */
  readonly titleIndent: number;
  /** 末尾の条を加えるとき「本則に次の1条を加える」か「第6条の次に」か */
  readonly addAtEnd: '本則に' | 'の次に';
  /** これを超えて変わった規定は全部改めにする（0〜1） */
  readonly rewriteRatio: number;
  /** これを超える引用は避ける（字） */
  readonly quoteLimit: number;
  readonly comparison: ComparisonProfile;
}

/** 新旧対照表の書きぶり。 */
export interface ComparisonProfile {
  /** 左の欄に置くもの */
  readonly left: 'new' | 'old';
  readonly newTitle: string;
  readonly oldTitle: string;
  /** 新設・削るの空いた側を「（新設）」「（削る）」と書くか空けるか */
  readonly emptySide: 'words' | 'blank';
}

const COMPARISON = { left: 'new', emptySide: 'words' } as const;

export const AGREEMENT_PROFILE: DraftingProfile = {
  name: 'agreement', verb: '変更', instrument: '連携協約', insertWord: '下に', digits: 'half', titleIndent: 3,
  addAtEnd: '本則に', rewriteRatio: 0.5, quoteLimit: 40,
  comparison: { ...COMPARISON, newTitle: '変更案', oldTitle: '現行' },
};

export const ORDINANCE_PROFILE: DraftingProfile = {
  ...AGREEMENT_PROFILE, name: 'ordinance', verb: '改正', instrument: '条例',
  comparison: { ...COMPARISON, newTitle: '改正案', oldTitle: '現行' },
};

export const STATUTE_PROFILE: DraftingProfile = {
  ...ORDINANCE_PROFILE, name: 'statute', instrument: '法律', digits: 'kanji',
};

export const PROFILES: readonly DraftingProfile[] = [AGREEMENT_PROFILE, ORDINANCE_PROFILE, STATUTE_PROFILE];
