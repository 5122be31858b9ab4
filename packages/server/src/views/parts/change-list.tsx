import type { Amendment, Location, NumeralForm, Operation, Target } from '@renkei/core';
import { locationName } from '@renkei/core';
import type { VNode } from 'preact';
import type { Page } from '../page.js';
import { JapaneseRuns } from './japanese-runs.js';

type Kind = Operation['action']['kind'];
const KINDS: readonly Kind[] = ['add', 'delete', 'replaceWhole', 'replaceWords', 'insertWords', 'deleteWords', 'replaceText', 'attachCaption', 'move', 'shift'];
/** 一つの動作について示す場所の数 */
const SHOWN = 12;

export interface ChangeListProps {
  readonly page: Page;
  readonly amendment: Amendment;
  readonly digits: NumeralForm;
}

/** 何が変わったか。動作ごとに、数と場所を言葉で。 */
export function ChangeList({ page, amendment, digits }: ChangeListProps): VNode {
  const operations = amendment.flatMap((provision) => provision.operations);
  const groups = KINDS.map((kind) => [kind, operations.filter((o) => o.action.kind === kind)] as const).filter(([, of]) => of.length > 0);
  return (
    <>
      <p>{page.say('change.count', { count: operations.length })}</p>
      <ul class="renkei-changes">
        {groups.map(([kind, of]) => (
          <li>
            <span class="renkei-changes__kind">{page.say('change.kind', { kind: page.say(`change.${kind}`), count: of.length })}</span>
            <span><JapaneseRuns text={placesOf(page, of, digits)} lang={page.lang} /></span>
          </li>
        ))}
      </ul>
    </>
  );
}

function placesOf(page: Page, operations: readonly Operation[], digits: NumeralForm): string {
  const places = [...new Set(operations.flatMap((o) => placeNames(page, o, digits)))];
  const shown = places.slice(0, SHOWN).join(page.lang === 'ja' ? '、' : ', ');
  const rest = places.length - SHOWN;
  if (rest <= 0) return shown;
  return page.lang === 'ja' ? `${shown}、${page.say('change.more', { count: rest })}` : `${shown} ${page.say('change.more', { count: rest })}`;
}

function placeNames(page: Page, { targets, action }: Operation, digits: NumeralForm): string[] {
  const name = (location: Location): string => locationName(location, digits);
  return targets.map((target: Target) => {
    const from = name(target.from);
    const place = target.through === undefined ? from : page.say('change.through', { place: from, to: name(target.through) });
    if (action.kind === 'move') return page.say('change.to', { place, to: name(action.to) });
    return action.kind === 'add' ? page.say(`change.${action.where}`, { place }) : place;
  });
}
