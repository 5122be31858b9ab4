import type { LabelForms } from '@renkei/core';
import { markAttributes } from '../tree/marks.js';
import { allowsLayout, isNode, type OutNode } from '../tree/out-node.js';
import { xmlAttribute, xmlText } from '../tree/xml-text.js';
import { AKN_NAMESPACE, MARK_NAMESPACE } from './akn-name.js';

/** 文字の流れを持つ要素。文と文の間に空白が見えないよう、中では改行しない。 */
const INLINE_CONTENT: ReadonlySet<string> = new Set(['p', 'heading', 'subheading', 'span', 'sup', 'sub', 'docTitle', 'docNumber', 'date', 'signature']);

/** 書き出す要素を XML の文字列にする。字下げは、本文の空白にならないところだけ。 */
export function serializeAkn(act: OutNode, labels: LabelForms): string {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n', `<akomaNtoso xmlns="${AKN_NAMESPACE}" xmlns:renkei="${MARK_NAMESPACE}">\n`];

  const write = (element: OutNode, indent: string | null, layout: boolean): void => {
    const inside = element.mark === undefined ? layout : allowsLayout(element.mark);
    const [start, end] = indent === null ? ['', ''] : [indent, '\n'];
    out.push(`${start}<${element.name}`);
    for (const [name, value] of element.attributes) out.push(` ${name}="${xmlAttribute(value)}"`);
    if (element.mark !== undefined) for (const [name, value] of markAttributes(element.mark, element === act ? labels : undefined)) out.push(` renkei:${name}="${xmlAttribute(value)}"`);
    if (element.children.length === 0) {
      out.push(`/>${end}`);
      return;
    }
    const inner = inside && indent !== null && !INLINE_CONTENT.has(element.name) && element.children.every(isNode) ? `${indent}  ` : null;
    out.push(inner === null ? '>' : '>\n');
    for (const child of element.children) {
      if (isNode(child)) write(child, inner, inside);
      else out.push(xmlText(child));
    }
    out.push(`${inner === null ? '' : indent}</${element.name}>${end}`);
  };

  write(act, '  ', true);
  out.push('</akomaNtoso>\n');
  return out.join('');
}
