import { SaxesParser } from 'saxes';
import { MARKUP_DEPTH, MARKUP_ELEMENTS } from '../limits.js';

/** docx の部品の XML。名は名前空間を決まった接頭辞に直したもの（w:p, a:blip, mc:Choice …）。 */
export interface XmlNode {
  readonly name: string;
  readonly attr: Readonly<Record<string, string>>;
  readonly children: (XmlNode | string)[];
}

export type PartProblem = { readonly kind: 'not-well-formed'; readonly detail: string } | { readonly kind: 'too-deep' | 'too-many'; readonly found: number };

const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml(\/2006)?\/main$/, 'w'],
  [/drawingml(\/2006)?\/main$/, 'a'],
  [/drawingml(\/2006)?\/wordprocessingDrawing$/, 'wp'],
  [/wordprocessingShape$/, 'wps'],
  [/markup-compatibility(\/2006)?$/, 'mc'],
  [/officeDocument(\/2006)?\/math$/, 'm'],
  [/officeDocument(\/2006)?\/relationships$/, 'r'],
  [/package\/2006\/relationships$/, 'rel'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o'],
];

/**
 * XML を読む。each を渡すと、within の直下の要素を一つずつ渡して捨てる（大きな本文を丸ごと持たない）。
 * 実体宣言は展開されない（saxes は DTD の実体を解さない）。
 */
export function parseXmlPart(text: string, each?: { readonly within: string; readonly visit: (node: XmlNode) => void }): XmlNode | PartProblem {
  const parser = new SaxesParser({ xmlns: true });
  const known = new Map<string, string>();
  const nameOf = (uri: string, local: string): string => {
    let prefix = known.get(uri);
    if (prefix === undefined) {
      prefix = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1] ?? '';
      known.set(uri, prefix);
    }
    return prefix === '' ? local : `${prefix}:${local}`;
  };
  const root: XmlNode = { name: '#root', attr: {}, children: [] };
  const stack: XmlNode[] = [root];
  /** いま木として持っている要素の数 */
  let held = 0;
  let problem: PartProblem | undefined;
  class Stop extends Error {}

  parser.on('error', (error) => {
    problem = { kind: 'not-well-formed', detail: error.message.slice(0, 200) };
    throw new Stop();
  });
  parser.on('opentag', (tag) => {
    const attr: Record<string, string> = {};
    for (const { uri, local, value } of Object.values(tag.attributes)) attr[nameOf(uri, local)] = value;
    const node: XmlNode = { name: nameOf(tag.uri, tag.local), attr, children: [] };
    stack.at(-1)!.children.push(node);
    stack.push(node);
    if (stack.length - 1 > MARKUP_DEPTH) {
      problem = { kind: 'too-deep', found: stack.length - 1 };
      throw new Stop();
    }
    held += 1;
    if (held > MARKUP_ELEMENTS) {
      problem = { kind: 'too-many', found: held };
      throw new Stop();
    }
  });
  parser.on('closetag', () => {
    const node = stack.pop()!;
    if (each && stack.at(-1)?.name === each.within) {
      each.visit(node);
      stack.at(-1)!.children.pop();
      held = 0;
    }
  });
  const addText = (piece: string): void => {
    if (piece !== '') stack.at(-1)!.children.push(piece);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(text).close();
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown;
  }
  return problem ?? root;
}

export const isXmlNode = (node: XmlNode | string): node is XmlNode => typeof node !== 'string';
export const isPartProblem = (value: XmlNode | PartProblem): value is PartProblem => 'kind' in value;

export const nodesOf = (node: XmlNode | undefined, name?: string): XmlNode[] => (node?.children ?? []).filter((c): c is XmlNode => isXmlNode(c) && (name === undefined || c.name === name));
export const nodeOf = (node: XmlNode | undefined, name: string): XmlNode | undefined => node?.children.find((c): c is XmlNode => isXmlNode(c) && c.name === name);
/** 子の w:val。子が無ければ undefined */
export const valOf = (node: XmlNode | undefined, name: string): string | undefined => nodeOf(node, name)?.attr['w:val'];

/** w:vanish のような入切の子。値が無ければ入。 */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const found = nodeOf(node, name);
  return found !== undefined && !/^(0|false|off|none)$/.test(found.attr['w:val'] ?? '1');
}

/** 中の文字をすべて順につなぐ。 */
export function xmlTextOf(node: XmlNode | string): string {
  if (!isXmlNode(node)) return node;
  let text = '';
  for (const child of node.children) text += xmlTextOf(child);
  return text;
}

/** 部品のバイト列を文字に。docx の XML は UTF-8 か UTF-16（BOM 付き）。 */
export function decodePart(bytes: Uint8Array): string {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label).decode(bytes);
}
