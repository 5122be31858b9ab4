import type { Location } from '../location.js';

/** 字句の操作を考える一つの run。変わらない run も、引用が一意かを見るために並べる。 */
export interface ScopedRun {
  /** この run を指す最も細かい場所（第3条第2項第1号、同項ただし書は run の中なので付けない、見出しは caption まで） */
  readonly location: Location;
  readonly before: string;
  readonly after: string;
}
