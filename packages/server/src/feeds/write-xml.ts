/** XML の要素一つ。小さな配信文書（RSS・サイトマップ）を書くのに足りる形だけを持つ。 */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

export const xml = (name: string, attributes: Readonly<Record<string, string>> = {}, ...children: readonly (XmlNode | string)[]): XmlNode => ({ name, attributes, children });

export function writeXml(root: XmlNode): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  write(root, parts);
  return parts.join('');
}

function write(node: XmlNode | string, parts: string[]): void {
  if (typeof node === 'string') {
    parts.push(escape(node));
    return;
  }
  parts.push('<', node.name);
  for (const [name, value] of Object.entries(node.attributes)) parts.push(' ', name, '="', escape(value), '"');
  if (node.children.length === 0) {
    parts.push('/>');
    return;
  }
  parts.push('>');
  for (const child of node.children) write(child, parts);
  parts.push('</', node.name, '>');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 に書けない文字（制御文字、対にならないサロゲート）は置き換え文字にする。 */
function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"]/g, (c) => ENTITIES[c]!);
}
