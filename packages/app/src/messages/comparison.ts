import type { Lang } from './message.js';

/** 新旧対照表の文書に入れる言葉。 */
export interface ComparisonWords {
  readonly heading: string;
  /** 読み上げで、変わった部分の前後に言う言葉 */
  readonly addedStart: string;
  readonly removedStart: string;
  readonly changeEnd: string;
  /** 空いた側 */
  readonly added: string;
  readonly removed: string;
  readonly unchanged: string;
  readonly legend: string;
}

const WORDS: Readonly<Record<Lang, Omit<ComparisonWords, 'heading'>>> = {
  ja: {
    addedStart: '【加わる部分】', removedStart: '【なくなる部分】', changeEnd: '【ここまで】',
    added: '（新設）', removed: '（削る）', unchanged: '変わる規定はありません。', legend: '備考　下線の部分は、変わる部分である。',
  },
  en: {
    addedStart: '[added] ', removedStart: '[removed] ', changeEnd: ' [end]',
    added: '（新設） (new)', removed: '（削る） (deleted)', unchanged: 'No provision changes.', legend: 'Underlined parts change.',
  },
};

export const comparisonWords = (heading: string, lang: Lang): ComparisonWords => ({ heading, ...WORDS[lang] });
