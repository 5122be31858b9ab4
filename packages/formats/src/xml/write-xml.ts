import { isElement, isLabelled, labelOf, LABEL_TAG, type Content, type Element, type LawDocument, type Tag } from '@renkei/core';
import { writeLabelForms } from '../tree/label-forms-list.js';
import { holdsText } from '../tree/text-tags.js';
import { xmlAttribute, xmlText } from '../tree/xml-text.js';
import { takeCarried, type Carried } from './carried-elements.js';
import { labelFormsOf } from './label-forms-of.js';
import { requiredBySchema } from './required-by-schema.js';
import { AGREEMENT_NAMESPACE, AGREEMENT_PREFIX, INDEX_ATTRIBUTE, isAgreementTag, LABELS_INSTRUCTION, SUPPLIED_INSTRUCTION } from './vocabulary.js';

/** 法令標準XML（XMLSchemaForJapaneseLaw v3）に書く。readXml で同じ木に戻る。 */
export function writeXml(document: LawDocument): string {
  const { root, labels } = document;
  const supplied = requiredBySchema(document);
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];

  const forms = writeLabelForms(labels, labelFormsOf(printedLabels(document), hasAgreementTag(root)));
  if (forms !== '') out.push(`<?${LABELS_INSTRUCTION} ${forms}?>\n`);
  const suppliedNames = [...supplied.attributes.map(([name]) => name), ...(supplied.lawNum ? ['LawNum'] : [])];
  if (suppliedNames.length > 0) out.push(`<?${SUPPLIED_INSTRUCTION} ${suppliedNames.join(' ')}?>\n`);

  const startTag = (element: Element, extra: readonly (readonly [string, string])[]): string => {
    let tag = nameOf(element.tag);
    // e-Gov の XML は属性が名の順に並ぶ。Num は木では別に持つので、その順に戻す
    let num = element.num === undefined ? '' : ` Num="${xmlAttribute(element.num)}"`;
    for (const [name, value] of Object.entries(element.attr)) {
      if (name > 'Num') {
        tag += num;
        num = '';
      }
      tag += ` ${name}="${xmlAttribute(value)}"`;
    }
    tag += num;
    for (const [name, value] of extra) tag += ` ${name}="${xmlAttribute(value)}"`;
    return tag;
  };

  /** indent が null なら、文字の中なので字下げをしない。 */
  const write = (element: Element, indent: string | null, extra: readonly (readonly [string, string])[] = []): void => {
    const name = nameOf(element.tag);
    const [start, end] = indent === null ? ['', ''] : [indent, '\n'];
    const children = element.tag === 'TableHeaderColumn' ? unwrapHeader(element) : element.children;
    const label = isLabelled(element.tag) ? labelOf(element, labels) : null;
    const carried = element.tag === 'LawBody' ? takeCarried(children) : { rest: children, carried: [] };
    const lawNum = element === root && supplied.lawNum;
    if (children.length === 0 && label === null && !lawNum) {
      out.push(`${start}<${startTag(element, extra)}/>${end}`);
      return;
    }
    const inline = indent === null || holdsText(element.tag) || children.some((c) => !isElement(c));
    const inner = inline ? null : `${indent}  `;
    out.push(`${start}<${startTag(element, extra)}>${inline ? '' : '\n'}`);
    if (lawNum) out.push(`${inner ?? ''}<LawNum/>${inline ? '' : '\n'}`);
    const labelAt = label === null || !isLabelled(element.tag) ? -1 : captionFirst(element.tag, carried.rest[0]) ? 1 : 0;
    carried.rest.forEach((child, i) => {
      if (i === labelAt) writeLabel(element.tag, label!, inner);
      if (isElement(child)) write(child, inner);
      else out.push(xmlText(child));
    });
    if (labelAt >= carried.rest.length) writeLabel(element.tag, label!, inner);
    if (carried.carried.length > 0) writeCarrier(carried.carried, inner);
    out.push(`${inline ? '' : indent}</${name}>${end}`);
  };

  const writeLabel = (tag: Tag, label: string, indent: string | null): void => {
    const name = isLabelled(tag) ? LABEL_TAG[tag] : tag;
    const line = label === '' ? `<${name}/>` : `<${name}>${xmlText(label)}</${name}>`;
    out.push(indent === null ? line : `${indent}${line}\n`);
  };

  const writeCarrier = (carried: readonly Carried[], indent: string | null): void => {
    const lines = (at: string | null, ...tags: string[]): void => {
      out.push(...tags.map((tag, i) => (at === null ? tag : `${at}${'  '.repeat(i)}${tag}\n`)));
    };
    lines(indent, '<AppdxNote>', '<NoteStruct>', '<Note>');
    for (const { element, index } of carried) {
      const extra: [string, string][] = [[`xmlns:${AGREEMENT_PREFIX}`, AGREEMENT_NAMESPACE]];
      if (index !== undefined) extra.push([INDEX_ATTRIBUTE, String(index)]);
      write(element, indent === null ? null : `${indent}      `, extra);
    }
    if (indent === null) out.push('</Note></NoteStruct></AppdxNote>');
    else out.push(`${indent}    </Note>\n${indent}  </NoteStruct>\n${indent}</AppdxNote>\n`);
  };

  write(root, '', supplied.attributes);
  return out.join('');
}

const nameOf = (tag: Tag): string => (isAgreementTag(tag) ? `${AGREEMENT_PREFIX}:${tag}` : tag);

/** 条・項では、見出しがあればその後ろに番号が来る。 */
const captionFirst = (tag: Tag, first: Content | undefined): boolean =>
  first !== undefined && isElement(first) && ((tag === 'Article' && first.tag === 'ArticleCaption') || (tag === 'Paragraph' && first.tag === 'ParagraphCaption'));

/** スキーマの TableHeaderColumn は文字を直に持つ。木では他の欄と同じく文（Sentence）に入れている。 */
function unwrapHeader(element: Element): readonly Content[] {
  const [only] = element.children;
  const plain = element.children.length === 1 && only !== undefined && isElement(only) && only.tag === 'Sentence';
  if (!plain || only.num !== undefined || Object.keys(only.attr).length > 0) return element.children;
  return only.children;
}

function* printedLabels({ root, labels }: LawDocument) {
  const stack: Element[] = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    const label = isLabelled(element.tag) && element.num !== undefined ? labelOf(element, labels) : null;
    if (label !== null && isLabelled(element.tag)) yield { tag: element.tag, num: element.num!, label };
    for (const child of element.children) if (isElement(child)) stack.push(child);
  }
}

function hasAgreementTag(element: Element): boolean {
  return isAgreementTag(element.tag) || element.children.some((child) => isElement(child) && hasAgreementTag(child));
}
