import type { LabProfile, LabTexts } from '@renkei/app';
import type { Page } from '../page.js';

/** 欄の中身 */
export interface LabForm {
  readonly mode: 'draft' | 'apply';
  readonly texts: LabTexts;
  readonly profile: LabProfile;
  /** 例から始めたもの。画面で必ず「サンプル」と示す */
  readonly sample: boolean;
  /** 欄の文字は、選ばれたファイルから読み取ったもの */
  readonly fromFile: boolean;
}

/** 直す所。field は欄、無ければ全体 */
export interface LabError {
  readonly field: 'base' | 'other' | null;
  readonly text: string;
}

/** 欄の名。二つ目の欄は、することによって変わる */
export const fieldName = (page: Page, mode: LabForm['mode'], field: 'base' | 'other'): string =>
  page.say(field === 'base' ? 'lab.base' : mode === 'draft' ? 'lab.next' : 'lab.amendment');
