import { SaxesParser } from 'saxes';

/** 二つの XML の最初の違い。line は初めの XML の行。 */
export interface XmlDifference {
  readonly line: number;
  readonly left: string;
  readonly right: string;
}

interface XmlEvent {
  readonly text: string;
  readonly line: number;
}

/**
 * 二つの XML を要素ごと・属性ごと・文字ごとに比べる。同じなら undefined。
 * 製品の読み手を使わず、XML の解析結果をじかに比べる。属性の順と、字下げの空白だけは見ない。
 * 字下げとみるのは、要素の子を持ち、自分の文字が空白だけである要素の中の空白。
 */
export function compareXml(left: string, right: string): XmlDifference | undefined {
  const [a, b] = [eventsOf(left), eventsOf(right)];
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    if (a[i]?.text !== b[i]?.text) return { line: a[i]?.line ?? 0, left: a[i]?.text ?? '（終わり）', right: b[i]?.text ?? '（終わり）' };
  }
  return undefined;
}

interface OpenElement {
  /** 自分の文字の、events での位置 */
  readonly texts: number[];
  hasElement: boolean;
  hasText: boolean;
}

function eventsOf(xml: string): XmlEvent[] {
  const events: (XmlEvent | undefined)[] = [];
  const open: OpenElement[] = [];
  const parser = new SaxesParser();
  let pending = '';
  const flush = (): void => {
    const parent = open.at(-1);
    if (parent !== undefined && pending !== '') {
      parent.texts.push(events.length);
      if (/[^ \t\r\n]/.test(pending)) parent.hasText = true;
      events.push({ text: `文字 ${JSON.stringify(pending)}`, line: parser.line });
    }
    pending = '';
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    flush();
    const parent = open.at(-1);
    if (parent !== undefined) parent.hasElement = true;
    open.push({ texts: [], hasElement: false, hasText: false });
    const pairs = Object.entries(attributes).map(([key, value]) => `${key}=${JSON.stringify(value)}`).sort();
    events.push({ text: `<${[name, ...pairs].join(' ')}>`, line: parser.line });
  });
  parser.on('text', (text) => (pending += text));
  parser.on('cdata', (text) => (pending += text));
  parser.on('closetag', ({ name }) => {
    flush();
    const { texts, hasElement, hasText } = open.pop()!;
    if (hasElement && !hasText) for (const at of texts) events[at] = undefined;
    events.push({ text: `</${name}>`, line: parser.line });
  });
  parser.write(xml).close();
  return events.filter((event) => event !== undefined);
}
