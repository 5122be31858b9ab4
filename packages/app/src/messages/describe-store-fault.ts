import type { Fault } from '@renkei/core';
import { fillMessage, type Lang, type Message } from './message.js';
import { storeFaultMessages } from './store.js';

/** 保存先の故障の文。文言のない故障なら undefined。 */
export function describeStoreFault({ code, data }: Fault, lang: Lang): string | undefined {
  if (!(code in storeFaultMessages)) return undefined;
  const message: Message = storeFaultMessages[code as keyof typeof storeFaultMessages];
  return fillMessage(message, lang, data);
}
