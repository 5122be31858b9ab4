import type { VNode } from 'preact';
import type { FieldGroup } from '../../portal/initiative-index.js';
import { initiativePath } from '../../portal/paths.js';
import type { Page } from '../page.js';

/** 政策分野とその取組。上位の区分（「3」）の見出しは、変わったところで一度だけ出す。 */
export function InitiativeList({ page, area, groups }: { readonly page: Page; readonly area: string; readonly groups: readonly FieldGroup[] }): VNode {
  return (
    <div class="renkei-fields">
      {groups.map(({ field, initiatives }) => (
        <section class="renkei-fields__field">
          <h3 class="renkei-fields__heading">
            {field === null ? page.say('initiative.no-field') : (
              <span lang="ja">
                {field.parent ? <span class="renkei-fields__parent">{`${field.parent.label} ${field.parent.heading}`}</span> : null}
                {`${field.label} ${field.heading}`}
              </span>
            )}
          </h3>
          <ul class="renkei-fields__list" lang="ja">
            {initiatives.map((entry) => (
              <li><a href={page.href(initiativePath(area, entry.path))}><span class="renkei-fields__label">{entry.label}</span>{entry.name}</a></li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
