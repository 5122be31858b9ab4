import { writeNumeral, type NumeralForm } from '../../kernel/numeral.js';
import type { Element } from '../../text/element.js';
import type { LabelForms } from '../../text/label.js';
import { GROUP_WORD } from '../write/step-name.js';
import { appendixTitle, type ProvisionIndex } from './provision-index.js';

/** 文書の条番号の数字（第3条・第３条・第三条）。 */
export function digitsOf(labels: LabelForms): NumeralForm {
  return labels.Article === '第一条' ? 'kanji' : labels.Article === '第１条' ? 'full' : 'half';
}

/** 節点を、文の中で引くときの語。第3条・第2項・第1号・第3章・別表第2。附則の条は「附則第3条」。 */
export function referenceName(index: ProvisionIndex, node: Element): string {
  const digits = digitsOf(index.labels);
  const unit = unitOf(node);
  if (unit === undefined) return appendixTitle(node);
  const suppl = node.tag === 'Article' && index.place(node)?.part === 'suppl' ? '附則' : '';
  return suppl + numberName(node.num ?? '', unit, digits);
}

/** 上位から書いた名。第3条第2項・附則第2項。 */
export function fullName(index: ProvisionIndex, node: Element): string {
  const place = index.place(node);
  const own = referenceName(index, node);
  if (node.tag === 'Item') return (place?.paragraph ? fullName(index, place.paragraph) : '') + own;
  if (node.tag === 'Paragraph') {
    if (!place?.article) return (place?.part === 'suppl' ? '附則' : '') + own;
    const single = index.children(place.article, 'Paragraph').list.length === 1;
    return referenceName(index, place.article) + (single ? '' : own);
  }
  return own;
}

function unitOf({ tag }: Element): string | undefined {
  if (tag === 'Article') return '条';
  if (tag === 'Paragraph') return '項';
  if (tag === 'Item') return '号';
  return tag in GROUP_WORD ? GROUP_WORD[tag as keyof typeof GROUP_WORD] : undefined;
}

function numberName(num: string, unit: string, digits: NumeralForm): string {
  const [head = '', ...branches] = num.split(':')[0]!.split('_');
  const write = (n: string): string => (/^\d+$/.test(n) ? writeNumeral(Number(n), digits) : n);
  return `第${write(head)}${unit}${branches.map((b) => `の${write(b)}`).join('')}`;
}

/** いくつもの節点を引く語。二つは「第3条及び第4条」、三つ以上は「第3条から第5条まで」。 */
export function listName(index: ProvisionIndex, nodes: readonly Element[], name: (index: ProvisionIndex, node: Element) => string): string {
  const [first, second] = nodes;
  if (first === undefined) return '';
  if (second === undefined) return name(index, first);
  return nodes.length === 2 ? `${name(index, first)}及び${name(index, second)}` : `${name(index, first)}から${name(index, nodes.at(-1)!)}まで`;
}
