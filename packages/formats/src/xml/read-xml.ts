import { derivedLabel, err, isLabelled, isTag, LABEL_TAG, ok, renumberIds, type Content, type Element, type Finding, type LabelForms, type LabelledTag, type NodeId, type ProvisionNum, type Tag } from '@renkei/core';
import { asideFindings } from '../tree/aside-findings.js';
import { isMarkup, type Markup } from '../tree/markup.js';
import { readLabelForms } from '../tree/label-forms-list.js';
import { parseXml, type Aside } from '../tree/parse-xml.js';
import { dropLayout, isBlank } from '../tree/text-tags.js';
import type { TreeResult } from '../tree/tree-reading.js';
import { unknownElements } from '../tree/unknown-elements.js';
import { putBack, type Carried } from './carried-elements.js';
import { labelFormsOf, type PrintedLabel } from './label-forms-of.js';
import { SUPPLIABLE } from './required-by-schema.js';
import { AGREEMENT_NAMESPACE, AGREEMENT_PREFIX, INDEX_ATTRIBUTE, isAgreementTag, LABELS_INSTRUCTION, SUPPLIED_INSTRUCTION } from './vocabulary.js';

/** 組立て中の節点。標目は、文書全体の書きぶりが決まってから、導けるものだけ消す。 */
interface Draft {
  tag: Tag;
  id: NodeId;
  num?: ProvisionNum;
  label?: string | null;
  attr: Readonly<Record<string, string>>;
  children: (Draft | string)[];
}

/**
 * 法令標準XMLを木に読む。要素も属性もすべて木に入り、writeXml で元どおりに戻る。
 * 標目（ArticleTitle 等）は、決まった位置にあって文字だけを持つとき木の num と label に畳む。
 */
export function readXml(text: string): TreeResult {
  const parsed = parseXml(text);
  if (!parsed.ok) return parsed;
  const { root: markup, asides } = parsed.value;
  if (markup.name !== 'Law') {
    return err({ code: 'source.wrong-shape', data: { line: markup.line, column: markup.column, found: markup.name, expected: 'Law' } });
  }
  const supplied = new Set(bodyOf(asides, SUPPLIED_INSTRUCTION)?.split(' ').filter((name) => SUPPLIABLE.includes(name)));
  const unknown = unknownElements();
  const labelled: Draft[] = [];
  let agreement = false;

  const tagOf = (element: Markup): Tag | undefined => {
    const { name } = element;
    const colon = name.indexOf(':');
    const local = colon < 0 ? name : name.slice(colon + 1);
    if (!isTag(local)) return undefined;
    if (colon < 0) return local;
    const namespace = element.attributes.get(`xmlns:${AGREEMENT_PREFIX}`) ?? AGREEMENT_NAMESPACE;
    return name.slice(0, colon) === AGREEMENT_PREFIX && namespace === AGREEMENT_NAMESPACE && isAgreementTag(local) ? local : undefined;
  };

  const build = (element: Markup, tag: Tag): Draft => {
    const draft: Draft = { tag, id: UNNUMBERED, attr: {}, children: [] };
    const attributes: [string, string][] = [];
    for (const [name, value] of element.attributes) {
      if (element === markup && supplied.has(name)) continue;
      if (isAgreementTag(tag) && (name === INDEX_ATTRIBUTE || name === `xmlns:${AGREEMENT_PREFIX}`)) continue;
      if (name === 'Num') draft.num = value as ProvisionNum;
      else attributes.push([name, value]);
    }
    if (attributes.length > 0) draft.attr = Object.fromEntries(attributes);
    if (isAgreementTag(tag)) agreement = true;

    let children = dropLayout(tag, unknown.unwrap(element.children, tagOf));
    if (isLabelled(tag)) {
      labelled.push(draft);
      draft.label = null;
      const title = titleElement(tag, children);
      const inner = title === undefined ? [] : unknown.unwrap(title.children, tagOf);
      if (title !== undefined && !inner.some(isMarkup)) {
        draft.label = inner.join('');
        children = children.filter((child) => child !== title);
      }
    }
    const carried: Carried[] = [];
    for (const child of children) {
      if (!isMarkup(child)) draft.children.push(child);
      else if (element === markup && child.name === 'LawNum' && supplied.has('LawNum')) continue;
      else {
        const inside = tag === 'LawBody' ? carriedBy(child, tagOf, (inner) => unknown.unwrap(inner.children, tagOf)) : [];
        for (const inner of inside) {
          const index = Number(inner.attributes.get(INDEX_ATTRIBUTE) ?? Number.NaN);
          const element = build(inner, tagOf(inner)!) as Element;
          carried.push(Number.isInteger(index) && index >= 0 ? { element, index } : { element });
        }
        if (inside.length === 0) draft.children.push(build(child, tagOf(child)!));
      }
    }
    if (tag === 'TableHeaderColumn') draft.children = wrapHeader(draft.children);
    if (carried.length > 0) draft.children = putBack(draft.children as Content[], carried) as (Draft | string)[];
    return draft;
  };

  const root = build(markup, 'Law');
  const printed = labelled.filter((d): d is Draft & PrintedLabel => typeof d.label === 'string' && d.num !== undefined);
  const inferred = labelFormsOf(printed, agreement);
  const given = bodyOf(asides, LABELS_INSTRUCTION);
  const labels = (given === undefined ? undefined : readLabelForms(given, inferred)) ?? inferred;
  for (const draft of labelled) foldLabel(draft, labels);

  const own = [SUPPLIED_INSTRUCTION, LABELS_INSTRUCTION].map((target) => `<?${target}?>`);
  const findings: Finding[] = [...asideFindings(asides.filter((aside) => !own.includes(aside.name))), ...unknown.findings()];
  return ok({ document: { root: renumberIds(root as Element<'Law'>), labels }, findings });
}

/** id は木が出来上がってから文書順に振る。 */
const UNNUMBERED = 'n0' as NodeId;

const bodyOf = (asides: readonly Aside[], target: string): string | undefined => asides.find((aside) => aside.name === `<?${target}?>`)?.text;

const CAPTIONS: Partial<Record<LabelledTag, string>> = { Article: 'ArticleCaption', Paragraph: 'ParagraphCaption' };

/** 決まった位置にある標目の要素。見出しがあればその次、なければ先頭。属性を持つものは畳まない。 */
function titleElement(tag: LabelledTag, [first, second]: readonly (Markup | string)[]): Markup | undefined {
  const isCaption = (child: Markup | string | undefined) => child !== undefined && isMarkup(child) && child.name === CAPTIONS[tag];
  const candidate = isCaption(first) ? second : isCaption(second) ? undefined : first;
  return candidate !== undefined && isMarkup(candidate) && candidate.name === LABEL_TAG[tag] && candidate.attributes.size === 0 ? candidate : undefined;
}

function foldLabel(draft: Draft, labels: LabelForms): void {
  if (!isLabelled(draft.tag) || typeof draft.label !== 'string') return;
  const derived = draft.num === undefined ? '' : derivedLabel(draft.tag, draft.num, labels);
  if (draft.label === derived) delete draft.label;
}

const INLINE: ReadonlySet<Tag> = new Set<Tag>(['Line', 'Ruby', 'Sup', 'Sub']);

/** 見出しの欄は文字を直に持つ（スキーマ）。木では他の欄と同じく文に入れる。 */
function wrapHeader(children: (Draft | string)[]): (Draft | string)[] {
  if (children.some((child) => typeof child !== 'string' && !INLINE.has(child.tag))) return children.filter((child) => typeof child !== 'string' || !isBlank(child));
  return [{ tag: 'Sentence', id: UNNUMBERED, attr: {}, children }];
}

/** 器（AppdxNote > NoteStruct > Note）の中の、連携協約に固有の要素。器でなければ空。 */
function carriedBy(note: Markup, tagOf: (element: Markup) => Tag | undefined, childrenOf: (element: Markup) => readonly (Markup | string)[]): readonly Markup[] {
  let inner = note;
  for (const name of ['AppdxNote', 'NoteStruct', 'Note']) {
    if (inner.name !== name || inner.attributes.size > 0) return [];
    const content = childrenOf(inner).filter((child) => isMarkup(child) || !isBlank(child));
    if (name === 'Note') {
      const elements = content.filter(isMarkup);
      const carried = elements.filter((child) => {
        const tag = tagOf(child);
        return tag !== undefined && isAgreementTag(tag);
      });
      return carried.length === content.length ? carried : [];
    }
    const [only, ...others] = content;
    if (only === undefined || !isMarkup(only) || others.length > 0) return [];
    inner = only;
  }
  return [];
}
