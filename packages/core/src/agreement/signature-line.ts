import { comparisonForm, halfWidth } from './comparison-form.js';

/** 署名欄の一行を、団体・職・氏名・住所に見分けたもの。 */
export interface SignatureLine {
  /** 甲・乙・立会人など、行頭の呼び名 */
  readonly prefix?: string;
  readonly address?: string;
  readonly body?: string;
  readonly title?: string;
  readonly name?: string;
  /** 何とも見分けられない文字 */
  readonly rest?: string;
}

const PREFIX = /^(甲|乙|丙|丁|戊|立会人)(?:[\s　:：]+|$)/;
const FIELD = /^(?:住\s*所|所\s*在\s*地|団\s*体\s*名|名\s*称|職\s*・?\s*氏\s*名|職\s*名|氏\s*名)[\s　:：]+/;
const SEAL = /[\s　]*(?:[（(〔［[]?(?:公?印|職印)[）)〕］\]]?|㊞|㊞️|□印)[\s　]*$/;
const CHIEF = '(?:市長|町長|村長|区長|知事)(?:職務代理者|職務執行者|代理)?';
/** 代表者の職。団体の名を伴うことも（山口市長）、伴わないことも（市長）ある。 */
const TITLE_WORD = new RegExp(`^(?:代表者)?([^\\s0-9]{0,12}?${CHIEF})$`);
/** 職務代理者の後には「副市長」などの職が続く。 */
const DEPUTY_WORD = /^(副(市|町|村)長|副知事|総務部長|[^\s]{1,8}(部|課)長)$/;
const ATTACHED = new RegExp(`^([^\\s0-9０-９]{1,12}?[市町村区]長|[^\\s0-9０-９]{2,4}知事)([^\\s0-9０-９の]{2,8})$`);
const ADDRESS = /[0-9０-９〇一二三四五六七八九十]\s*(丁目|番|号|番地|の)|[0-9０-９]+\s*[-－‐−ー―]\s*[0-9０-９]+|番地|^(〒)|大字|字[^\s]+/;
const BODY = /^[^\s0-9０-９]{1,20}[市町村区都道府県]$/;

export function readSignatureLine(printed: string): SignatureLine {
  let text = printed.trim();
  const prefix = PREFIX.exec(text);
  if (prefix) text = text.slice(prefix[0].length);
  const head = prefix ? { prefix: prefix[1]! } : {};
  text = text.replace(FIELD, '').replace(SEAL, '').trim();
  return text === '' || text === '代表者' ? head : { ...head, ...(readWords(text) ?? readSpread(text)) };
}

/** 空白で区切れた行。「熊本市中央区手取本町1番1号　熊本市　代表者　熊本市長　大西　一史」 */
function readWords(text: string): SignatureLine | undefined {
  const words = [...text.matchAll(/[^\s　]+/g)].map((m) => ({ text: m[0], start: m.index, end: m.index + m[0].length }));
  const at = words.findIndex((w) => TITLE_WORD.test(w.text));
  if (at >= 0) {
    let last = at;
    while (words[last + 1] && DEPUTY_WORD.test(words[last + 1]!.text)) last += 1;
    const title = text.slice(words[at]!.start, words[last]!.end).replace(/^代表者\s*/, '');
    const name = text.slice(words[last]!.end).trim();
    const before = words.slice(0, at).filter((w) => w.text !== '代表者');
    return { ...readBefore(before.map((w) => w.text)), title, ...(name === '' ? {} : { name }) };
  }
  for (const [i, word] of words.entries()) {
    const attached = i === words.length - 1 && !ADDRESS.test(word.text) ? ATTACHED.exec(word.text) : null;
    if (attached) return { ...readBefore(words.slice(0, i).map((w) => w.text)), title: attached[1]!.replace(/^代表者/, ''), name: attached[2]! };
  }
  const body = words.length <= 2 && BODY.test(words.at(-1)!.text) && !ADDRESS.test(text);
  if (ADDRESS.test(text)) {
    const tail = words.length > 1 && BODY.test(words.at(-1)!.text) ? words.at(-1)! : undefined;
    return tail ? { address: text.slice(0, tail.start).trim(), body: tail.text } : { address: text };
  }
  return body ? { body: words.map((w) => w.text).join('') } : undefined;
}

/** 一文字ずつ離して組んだ行。「山 口 市 長　渡 辺 純 一」の職の終わりを、詰めた文字で探して元の位置に戻す。 */
function readSpread(text: string): SignatureLine {
  const squeezed = comparisonForm(text);
  const m = new RegExp(`^(?:代表者)?(.{1,12}?(?:${CHIEF}))(.{0,16})$`).exec(squeezed);
  if (!m || /[0-9]/.test(squeezed)) return BODY.test(squeezed) ? { body: squeezed } : { rest: text };
  let seen = 0;
  const titleLength = squeezed.length - m[2]!.length;
  let cut = 0;
  for (const c of halfWidth(text)) {
    cut += c.length;
    if (!/\s/.test(c)) seen += c.length;
    if (seen === titleLength) break;
  }
  const name = text.slice(cut).trim();
  return { title: m[1]!, ...(name === '' ? {} : { name }) };
}

/** 職より前の語。団体の名と住所。 */
function readBefore(words: readonly string[]): SignatureLine {
  const last = words.at(-1);
  if (last === undefined) return {};
  const hasBody = BODY.test(last) && !ADDRESS.test(last);
  const address = (hasBody ? words.slice(0, -1) : words).join('　');
  return { ...(address === '' ? {} : { address }), ...(hasBody ? { body: last } : {}) };
}
