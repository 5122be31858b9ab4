import type { Lang } from '@renkei/app';
import type { PlainDate } from '@renkei/core';
import type { VNode } from 'preact';
import { formatDay } from '../format.js';

export function Day({ date, lang }: { readonly date: PlainDate; readonly lang: Lang }): VNode {
  return <time dateTime={date}>{formatDay(date, lang)}</time>;
}
