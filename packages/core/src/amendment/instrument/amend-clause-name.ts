import { writeNumeral, type NumeralForm } from '../../kernel/numeral.js';
import type { Location, Target } from '../location.js';
import type { Operation } from '../operation.js';
import { Mentions } from '../write/mentions.js';
import { writeTargets } from '../write/write-targets.js';

/**
 * 附則のただし書で改正規定を呼ぶ名。字句・全部の改めは「第4条の改正規定」、加えるのは「第5条に1項を加える改正規定」、
 * 表の項や欄は表で呼ぶ「別表1の表の改正規定」。
 */
export function amendClauseName({ targets, action }: Operation, digits: NumeralForm): string {
  const name = (locations: readonly Target[]) => writeTargets(locations, { digits, within: '中' }, new Mentions());
  const whole = name(targets);
  switch (action.kind) {
    case 'add': {
      const place = { end: '', after: 'の次', before: 'の前' }[action.where];
      const what = action.what.units.map(({ unit, count }) => (count === undefined ? unit : writeNumeral(count, digits) + unit)).join('及び');
      const as = action.what.as === undefined ? '' : `${action.what.as}として`;
      return `${name(uncaptioned(targets))}${place}に${as}${what === '' || what === 'ように' ? '次のように' : `${what}を`}加える改正規定`;
    }
    case 'delete': return `${whole}を削る改正規定`;
    case 'move': return `${whole}を${name([{ from: action.to }])}とする改正規定`;
    case 'shift': return `${whole}を${action.by < 0 ? '繰り上げる' : '繰り下げる'}改正規定`;
    case 'attachCaption': return `${name(uncaptioned(targets))}に見出しを付する改正規定`;
    default: return `${name(onTables(targets))}の改正規定`;
  }
}

/** 見出しの「に」の前は条 */
const uncaptioned = (targets: readonly Target[]): Target[] => targets.map((t) => ({ ...t, from: t.from.filter((s) => s.kind !== 'caption' && s.kind !== 'sharedCaption') }));

/** 表の中は表まで。同じ表を指す場所は一つにする。 */
function onTables(targets: readonly Target[]): Target[] {
  const cut = (location: Location): Location => {
    const at = location.findIndex((s) => s.kind === 'part' || s.kind === 'row' || s.kind === 'column');
    return at > 0 ? location.slice(0, at) : location;
  };
  const found = new Map<string, Target>();
  for (const { from, through } of targets) {
    const target = { from: cut(from), ...(through && cut(through).length === through.length ? { through } : {}) };
    found.set(JSON.stringify(target), target);
  }
  return [...found.values()];
}
