import { isOn, nodeOf, nodesOf, valOf, type XmlNode } from './xml-part.js';

/** 段落に効く書式のうち、読取に要るもの */
export interface ParagraphStyle {
  readonly numId: string | undefined;
  readonly level: number | undefined;
  /** 見出しの深さ。見出しでなければ 0 */
  readonly heading: number;
  readonly hidden: boolean;
}

export interface Styles {
  readonly paragraph: (id: string | undefined) => ParagraphStyle;
  /** 文字の書式が隠し文字か */
  readonly hidesRun: (id: string | undefined) => boolean;
}

/** styles.xml。basedOn をたどり、近いものを採る。 */
export function readStyles(root: XmlNode | undefined): Styles {
  const styles = new Map(nodesOf(nodeOf(root, 'w:styles'), 'w:style').map((node) => [node.attr['w:styleId'] ?? '', node]));
  const standard = [...styles].find(([, node]) => node.attr['w:type'] === 'paragraph' && /^(1|true|on)$/.test(node.attr['w:default'] ?? ''))?.[0];

  const chain = (id: string | undefined): XmlNode[] => {
    const found: XmlNode[] = [];
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = valOf(styles.get(at), 'w:basedOn')) {
      seen.add(at);
      const node = styles.get(at);
      if (node === undefined) break;
      found.push(node);
    }
    return found;
  };
  const cache = new Map<string | undefined, ParagraphStyle>();
  return {
    paragraph(id) {
      const known = cache.get(id);
      if (known) return known;
      const nodes = chain(id ?? standard);
      const numbered = nodes.map((node) => nodeOf(nodeOf(node, 'w:pPr'), 'w:numPr')).find((numPr) => valOf(numPr, 'w:numId') !== undefined);
      const level = valOf(numbered, 'w:ilvl');
      const style = {
        numId: valOf(numbered, 'w:numId'),
        level: level === undefined ? undefined : Number(level),
        heading: nodes.map(headingOf).find((depth) => depth > 0) ?? 0,
        hidden: nodes.some((node) => isOn(nodeOf(node, 'w:rPr'), 'w:vanish')),
      };
      cache.set(id, style);
      return style;
    },
    hidesRun: (id) => id !== undefined && chain(id).some((node) => isOn(nodeOf(node, 'w:rPr'), 'w:vanish')),
  };
}

/** 見出しの深さ。「見出し 1」（heading 1）と、題名（Title）は 1。 */
function headingOf(style: XmlNode): number {
  const name = (valOf(style, 'w:name') ?? '').toLowerCase();
  const depth = /^(?:heading|見出し)\s*([1-6])$/.exec(name)?.[1];
  if (depth !== undefined) return Number(depth);
  if (name === 'title' || name === '表題') return 1;
  return outlineDepth(nodeOf(style, 'w:pPr'));
}

/** アウトライン レベル（0〜8、9 は本文） */
export function outlineDepth(properties: XmlNode | undefined): number {
  const level = Number(valOf(properties, 'w:outlineLvl') ?? 9);
  return Number.isInteger(level) && level >= 0 && level < 9 ? Math.min(level + 1, 6) : 0;
}
