import type { NumeralForm } from '../../kernel/numeral.js';
import type { Location, Target } from '../location.js';
import { stepName, type NameOptions } from './step-name.js';

/** 一つの場所を略さずに書く: 第3条第2項第1号ア、別表1の表アの項取組の欄、附則第2項。報告の場所にも使う。 */
export function locationName(location: Location, digits: NumeralForm): string {
  const options: NameOptions = { digits, within: '中', list: (targets) => targets.map((t) => targetName(t, digits)).join('、') };
  return location.map((step, i) => stepName(step, { step: location[i - 1], same: false }, options)).join('');
}

function targetName({ from, through }: Target, digits: NumeralForm): string {
  return locationName(from, digits) + (through ? `から${locationName(through, digits)}まで` : '');
}
