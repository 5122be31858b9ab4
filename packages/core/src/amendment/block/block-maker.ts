import { isElement, walk, type Content, type Element, type ElementInit, type ProvisionNum } from '../../text/element.js';
import { cutAtDepthZero } from '../../text/cut-at-depth-zero.js';
import { derivedLabel, formOf, type LabelForm, type LabelForms } from '../../text/label.js';
import { isLabelled, type LabelledTag, type Tag } from '../../text/tag.js';
import { readInline, readRun } from '../run.js';
import type { BlockContext, NewId } from './block-context.js';
import { foldWidth, labelToken } from './block-line.js';

/** その節点に固有で、同じ種類の隣にならってはならない属性 */
const OWN_ATTRIBUTES = new Set(['rowspan', 'colspan', 'Function', 'src', 'Kana', 'Abbrev', 'AbbrevKana', 'AmendLawNum', 'Extract', 'Title', 'Type']);
/** 手本を見る節点の数の上限。属性は隣どうしで同じなので、初めの幾つかで足りる */
const MODEL_NODES = 500;
/** 手本に現れない種類の要素でも、同じ書き方の文書なら同じ値を持つ属性 */
const SHARED: readonly { readonly name: string; readonly from: readonly Tag[]; readonly to: readonly Tag[] }[] = [
  { name: 'Delete', from: ['Article', 'Item', 'Subitem1'], to: ['Article', 'Item', 'Subitem1', 'Subitem2', 'Subitem3'] },
  { name: 'Hide', from: ['Article', 'Paragraph', 'Item', 'Subitem1'], to: ['Article', 'Paragraph', 'Item', 'Subitem1', 'Subitem2', 'Subitem3'] },
];

/** 新しい節点を作る。属性は手本（context.model）の同じ種類の要素にならう。 */
export interface BlockMaker {
  element<T extends Tag>(tag: T, init?: ElementInit, children?: readonly Content[]): Element<T>;
  /** 標目のある要素。position は標目から番号を読めないときの、並びの中の何番目か。marked は「〔号 （１）〕」のように印で書かれた標目 */
  labelled(tag: LabelledTag, label: string, position: number, children: readonly Content[], marked?: boolean): Element;
  /** 文や見出しなど、印字が一続きの要素 */
  run(tag: Tag, text: string): Element;
  /** 文の中の文字。ルビと図は要素になる */
  inline(text: string): readonly Content[];
}

export function blockMaker({ labels, model }: BlockContext, newId: NewId): BlockMaker {
  const templates = templatesOf(model);
  const forms = formsOf(model, labels);
  const element: BlockMaker['element'] = (tag, init = {}, children = []) => ({
    tag,
    id: newId(),
    ...(init.num === undefined ? {} : { num: init.num }),
    ...(init.label === undefined ? {} : { label: init.label }),
    attr: { ...templates.get(tag), ...init.attr },
    children,
  });

  /** 「イ」はア・イ・ウの二にもイ・ロ・ハの一にも読める。手本の書きぶり、文書の書きぶり、並びの中の位置の順に決める。 */
  const numOf = (tag: LabelledTag, label: string, position: number): ProvisionNum | undefined => {
    const token = labelToken(label);
    const form = forms.get(tag);
    if (!token || form !== undefined) return token?.num(form);
    const usual = token.num(labels[tag]);
    return usual === String(position) ? usual : (token.numbers.find((n) => n === String(position)) ?? usual);
  };

  const labelled: BlockMaker['labelled'] = (tag, label, position, children, marked = false) => {
    const num = (label === '' ? undefined : numOf(tag, label, position)) ?? (String(position) as ProvisionNum);
    return element(tag, { num, label: marked ? exactLabel(tag, num, label, labels) : storedLabel(tag, num, label, labels) }, children);
  };

  /** 文にも手本の属性（WritingMode）を付ける。印字だけから作った文には、まだ無い。 */
  const dress = (content: Content): Content => {
    if (!isElement(content)) return content;
    return { ...content, attr: { ...templates.get(content.tag), ...content.attr }, children: content.children.map(dress) };
  };
  const run: BlockMaker['run'] = (tag, text) => {
    const made = readRun(withColumns(element(tag), text, newId), text, newId);
    return { ...made, children: made.children.map(dress) };
  };
  return { element, labelled, run, inline: (text) => readInline(text, newId) };
}

/**
 * 木に置く標目。番号から導けるものと、数字や括弧の幅だけが違うものは置かない。
 * ただし、全角の文書の二桁の半角「10」は縦書きの組み方（縦中横）なので、印字のまま置く。
 */
function storedLabel(tag: LabelledTag, num: ProvisionNum, label: string, labels: LabelForms): string | undefined {
  const derived = derivedLabel(tag, num, labels);
  if (derived === label) return undefined;
  return derived !== '' && !/[0-9]{2}/.test(label) && foldWidth(derived) === foldWidth(label) ? undefined : label;
}

/** 印で書かれた標目は、幅の違いも印字のまま置く。 */
const exactLabel = (tag: LabelledTag, num: ProvisionNum, label: string, labels: LabelForms): string | undefined =>
  (derivedLabel(tag, num, labels) === label ? undefined : label);

function templatesOf(model: Element | undefined): ReadonlyMap<Tag, Readonly<Record<string, string>>> {
  const templates = new Map<Tag, Record<string, string>>();
  if (!model) return templates;
  let seen = 0;
  for (const node of walk(model)) {
    seen += 1;
    if (seen > MODEL_NODES) break;
    if (templates.has(node.tag)) continue;
    templates.set(node.tag, Object.fromEntries(Object.entries(node.attr).filter(([name]) => !OWN_ATTRIBUTES.has(name))));
  }
  for (const { name, from, to } of SHARED) {
    const value = from.map((tag) => templates.get(tag)?.[name]).find((v) => v !== undefined);
    if (value === undefined) continue;
    for (const tag of to) if (!templates.has(tag) && isLabelled(tag)) templates.set(tag, { [name]: value });
  }
  return templates;
}

/** 手本とその中の、階層ごとの標目の書きぶり。 */
function formsOf(model: Element | undefined, labels: LabelForms): ReadonlyMap<Tag, LabelForm> {
  const forms = new Map<Tag, LabelForm>();
  if (!model) return forms;
  let seen = 0;
  for (const node of walk(model)) {
    seen += 1;
    if (seen > MODEL_NODES) break;
    const form = forms.has(node.tag) || node.num === undefined ? undefined : formOf(node, labels);
    if (form !== undefined) forms.set(node.tag, form);
  }
  return forms;
}

/** 号の文などで全角空白が語を区切っていれば、欄（Column）に分けて置く（法令標準XMLの定義の号の形）。 */
function withColumns(run: Element, text: string, newId: NewId): Element {
  if (!/^(?:Item|Subitem\d+|List|Sublist\d)Sentence$/.test(run.tag) || cutAtDepthZero(text, '　').length === 0) return run;
  return { ...run, children: [{ tag: 'Column', id: newId(), attr: {}, children: [] }] };
}
