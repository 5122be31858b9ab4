import type { AreaFacts } from '@renkei/app';
import { portalMessages, type PortalMessageKey } from '@renkei/app';
import type { VNode } from 'preact';
import type { Page } from '../page.js';

/** 事実の出典。項目の名が文言表に無ければ、そのままの名で示す。 */
export function SourceList({ page, area, only }: { readonly page: Page; readonly area: AreaFacts; readonly only?: readonly string[] }): VNode | null {
  const sources = Object.entries(area.sources).filter(([key]) => only === undefined || only.includes(key));
  if (sources.length === 0) return null;
  return (
    <div class="renkei-sources">
      <p class="renkei-sources__title">{page.say('source.title')}</p>
      <ul>
        {sources.map(([key, text]) => <li>{nameOf(page, key)}: <span lang="ja">{text}</span></li>)}
        {area.notes.map((note) => <li lang="ja">{note}</li>)}
      </ul>
    </div>
  );
}

function nameOf(page: Page, key: string): string {
  const message = `source.${key}`;
  return message in portalMessages ? page.say(message as PortalMessageKey) : key;
}
