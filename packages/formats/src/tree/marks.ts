import { err, isTag, ok, renumberIds, type Content, type Element, type LabelForms, type LawDocument, type NodeId, type ProvisionNum, type Result, type Tag } from '@renkei/core';
import { AGREEMENT_LABELS } from '@renkei/core';
import { readLabelForms, writeLabelForms } from './label-forms-list.js';
import { isMarkup, type Markup } from './markup.js';
import { escapeValue, readPairs, unescapeValue, writePairs } from './pair-list.js';
import { dropLayout } from './text-tags.js';

/**
 * 印（しるし）: ほかの語彙（Akoma Ntoso・HTML）の要素に添えて、木のどの要素に当たるかを言う属性。
 * 印のある要素だけが木の要素になり、印のない要素は素通しで中身だけが親に属する。
 *   tag 要素名 / num 番号 / label 印字 / unlabelled 印字の要素が無い / attr ほかの属性 / labels 書きぶり（根だけ）
 */
export type MarkPrefix = 'renkei:' | 'data-';

export function markAttributes(element: Element, labels?: LabelForms): [string, string][] {
  const marks: [string, string][] = [['tag', element.tag]];
  if (element.num !== undefined) marks.push(['num', escapeValue(element.num)]);
  if (element.label === null) marks.push(['unlabelled', 'true']);
  else if (element.label !== undefined) marks.push(['label', escapeValue(element.label)]);
  const attr = writePairs(Object.entries(element.attr));
  if (attr !== '') marks.push(['attr', attr]);
  if (labels !== undefined) marks.push(['labels', writeLabelForms(labels)]);
  return marks;
}

/** 印が読めない要素。 */
export interface BrokenMark {
  readonly code: 'broken-mark';
  readonly at: Markup;
  readonly attribute: string;
}

export interface MarkReader {
  readonly prefix: MarkPrefix;
  /** 木に入らない要素（番号の印字、書誌、目次へのリンクなど） */
  readonly skip: (element: Markup) => boolean;
  /** 文字として読む要素（XML や HTML に書けない文字） */
  readonly character: (element: Markup) => string | undefined;
}

export const markOf = (element: Markup, prefix: MarkPrefix, name: string): string | undefined => element.attributes.get(prefix + name);

/** 子を木の内容にする。印のない要素は中身だけを採る。 */
export function readMarked(children: readonly (Markup | string)[], owner: Tag, reader: MarkReader): Result<Content[], BrokenMark> {
  const out: Content[] = [];
  const broken = collect(children, reader, out);
  return broken === undefined ? ok([...dropLayout(owner, out)] as Content[]) : err(broken);
}

/** 印のある一つの要素を木の要素にする。 */
export function readMarkedElement(markup: Markup, reader: MarkReader, children: readonly (Markup | string)[] = markup.children): Result<Element, BrokenMark> {
  const { prefix } = reader;
  const broken = (name: string): Result<Element, BrokenMark> => err({ code: 'broken-mark', at: markup, attribute: prefix + name });
  const tag = markOf(markup, prefix, 'tag') ?? '';
  if (!isTag(tag)) return broken('tag');
  const num = markOf(markup, prefix, 'num');
  const label = markOf(markup, prefix, 'unlabelled') === 'true' ? null : markOf(markup, prefix, 'label');
  const attr = readPairs(markOf(markup, prefix, 'attr') ?? '');
  if (attr === undefined) return broken('attr');
  const content = readMarked(children, tag, reader);
  if (!content.ok) return content;
  return ok({
    tag,
    id: UNNUMBERED,
    ...(num === undefined ? {} : { num: unescapeValue(num) as ProvisionNum }),
    ...(label === undefined ? {} : { label: label === null ? null : unescapeValue(label) }),
    attr: Object.fromEntries(attr),
    children: content.value,
  });
}

/** 根の印から文書を作る。 */
export function documentOf(root: Element, labels: string | undefined): LawDocument | undefined {
  const forms = labels === undefined ? undefined : readLabelForms(labels, AGREEMENT_LABELS);
  return forms === undefined || root.tag !== 'Law' ? undefined : { root: renumberIds(root as Element<'Law'>), labels: forms };
}

/** id は木が出来上がってから文書順に振る。 */
const UNNUMBERED = 'n0' as NodeId;

function collect(children: readonly (Markup | string)[], reader: MarkReader, out: Content[]): BrokenMark | undefined {
  const text = (piece: string): void => {
    const last = out.at(-1);
    if (typeof last === 'string') out[out.length - 1] = last + piece;
    else if (piece !== '') out.push(piece);
  };
  for (const child of children) {
    if (!isMarkup(child)) {
      text(child);
      continue;
    }
    const character = reader.character(child);
    if (character !== undefined) text(character);
    else if (markOf(child, reader.prefix, 'tag') !== undefined) {
      const element = readMarkedElement(child, reader);
      if (!element.ok) return element.error;
      out.push(element.value);
    } else if (!reader.skip(child)) {
      const broken = collect(child.children, reader, out);
      if (broken !== undefined) return broken;
    }
  }
  return undefined;
}
