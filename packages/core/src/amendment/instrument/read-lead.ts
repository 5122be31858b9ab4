import { readWareki } from '../../calendar/read-wareki.js';
import { NUMERAL_CLASS } from '../../kernel/numeral.js';
import type { AmendingForm, AmendingLead } from './instrument.js';

/** 条建ての条名「第1条　」 */
const ARTICLE = new RegExp(`^(第[${NUMERAL_CLASS}]{1,9}条)[　 ]+(.*)$`);

/**
 * 柱書「〈題名〉（〈締結の日・例規番号〉）の一部を次のように変更する。」「…は、令和9年3月31日限り、廃止する。」を読む。
 * 柱書でない行は undefined。
 */
export function readLead(line: string): { readonly article: string | null; readonly lead: AmendingLead } | undefined {
  const body = line.replace(/^[　 ]{0,4}/, '').trimEnd();
  if (!body.endsWith('。') || body.length > 2000) return undefined;
  const numbered = ARTICLE.exec(body);
  const text = numbered ? numbered[2]! : body;
  const lead = amendingLead(text) ?? abolishingLead(text);
  return lead && { article: numbered ? numbered[1]! : null, lead };
}

function amendingLead(text: string): AmendingLead | undefined {
  const m = /^(.+)の(一部|全部)を(?:次のように|次の表により)?(変更|改正)する。$/.exec(text);
  if (!m) return undefined;
  // 「…の一部を変更する連携協約を次のとおり締結する」は締結文で、ここへは来ない（「する。」で終わる対象がない）
  return { text, form: m[2] === '一部' ? 'partial' : 'whole', verb: m[3] as '変更' | '改正', ...targetOf(m[1]!), lastDay: null };
}

function abolishingLead(text: string): AmendingLead | undefined {
  if (!text.endsWith('廃止する。')) return undefined;
  const topic = text.lastIndexOf('は、', text.length - 5);
  if (topic <= 0) return undefined;
  const when = text.slice(topic + 2, text.length - 5);
  const until = /^(.{1,40})限り、?$/.exec(when);
  if (!until && when !== '') return undefined;
  const form: AmendingForm = 'abolition';
  return { text, form, verb: '廃止', ...targetOf(text.slice(0, topic)), lastDay: until ? (readWareki(until[1]!)?.date ?? null) : null };
}

/** 題名と、その後の括弧書き（締結の日・例規番号）。題名そのものが括弧で終わることもある */
function targetOf(text: string): Pick<AmendingLead, 'name' | 'identification' | 'concludedOn'> {
  const m = /^(.+)（([^（）]*(?:締結|号)[^（）]*)）$/.exec(text);
  const name = m ? m[1]! : text;
  const identification = m ? m[2]! : null;
  const day = identification?.endsWith('締結') ? readWareki(identification) : undefined;
  return { name, identification, concludedOn: day?.date ?? null };
}
