import { append } from '../../kernel/append.js';
import { childElements, childOf, childrenOf, isElement, textOf, type Element, type LawDocument } from '../element.js';
import { labelOf, type LabelForms } from '../label.js';
import { GROUP_TAGS, PROVISION_TAGS, SENTENCE_TAG, type ProvisionTag } from '../tag.js';
import { appendixHeadParts, writeAppendixHead } from './appendix-head.js';
import { writeClosing } from './closing.js';
import { writeEnactStatement, writeHead, writePreamble } from './head.js';
import { writeInline, writeSentences } from './sentence.js';
import { writeSupplLabel } from './suppl-provision.js';
import { writeTable } from './table.js';
import { writeToc } from './toc.js';

/**
 * 清書した平文。readText で読み戻すと同じ木になる。
 *
 * 体裁: 題名は三字下げ、編章節は三字から、見出しと前文は一字、号は一字、細分は一段ごとに一字。
 * 表はタブ区切り（table.ts）。図は ［図 ファイル名］。
 */
export function writeText(document: LawDocument): string {
  const { root, labels } = document;
  const body = childOf(root, 'LawBody');
  if (!body) return '';
  const lines = writeHead(body, childOf(root, 'LawNum'));
  for (const part of childElements(body)) {
    if (part.tag === 'CoverLine' || part.tag === 'LawTitle') continue;
    append(lines, writePart(part, labels));
  }
  return `${lines.join('\n').replace(/^\n+/, '')}\n`;
}

function writePart(part: Element, labels: LabelForms): string[] {
  switch (part.tag) {
    case 'EnactStatement':
      return writeEnactStatement(part);
    case 'Preamble':
      return writePreamble(part);
    case 'TOC':
      return writeToc(part);
    case 'Closing':
      return writeClosing(part);
    case 'MainProvision':
      return writeProvisions(part, labels, 0);
    case 'SupplProvision':
      return ['', writeSupplLabel(part), ...writeProvisions(part, labels, 0)];
    default:
      return ['', ...writeAppendix(part, labels)];
  }
}

const INDENT = '　';

function writeProvisions(holder: Element, labels: LabelForms, groupDepth: number): string[] {
  const lines: string[] = [];
  for (const child of childElements(holder)) {
    if ((GROUP_TAGS as readonly string[]).includes(child.tag)) {
      const title = childElements(child).find((c) => c.tag === `${child.tag}Title`);
      lines.push('', INDENT.repeat(3 + groupDepth) + (title ? title.children.map(writeInline).join('') : ''), ...writeProvisions(child, labels, groupDepth + 1));
    } else if (child.tag === 'Article') lines.push('', ...writeArticle(child, labels));
    else if (child.tag === 'Paragraph') append(lines, writeParagraph(child, labels, true));
    else if (!/Title$|Label$/.test(child.tag)) append(lines, writeAppendix(child, labels));
  }
  return lines;
}

function writeArticle(article: Element, labels: LabelForms): string[] {
  const lines: string[] = [];
  const caption = childOf(article, 'ArticleCaption');
  if (caption) lines.push(INDENT + caption.children.map(writeInline).join(''));
  const label = labelOf(article, labels) ?? '';
  const paragraphs = childrenOf(article, 'Paragraph');
  const [first, ...rest] = paragraphs;
  if (!first) lines.push(label);
  else {
    const own = writeParagraph(first, labels, false);
    // 第1項は条名に続けて書く。第1項に見出しがあるときは条名だけの行を置く
    if (childOf(first, 'ParagraphCaption')) lines.push(label, ...own);
    else lines.push(`${label}${INDENT}${own[0] ?? ''}`.trimEnd(), ...own.slice(1));
  }
  for (const paragraph of rest) append(lines, writeParagraph(paragraph, labels, true));
  for (const other of childElements(article)) if (other.tag === 'SupplNote') lines.push(INDENT + textOf(other));
  return lines;
}

/** standalone: 条名に続けず自分の行で始まる。番号の無い項は一字下げる。 */
function writeParagraph(paragraph: Element, labels: LabelForms, standalone: boolean): string[] {
  const lines: string[] = [];
  const caption = childOf(paragraph, 'ParagraphCaption');
  if (caption) lines.push(INDENT + caption.children.map(writeInline).join(''));
  const label = labelOf(paragraph, labels) ?? '';
  const text = writeSentences(childOf(paragraph, 'ParagraphSentence'));
  const lead = label !== '' ? `${label}${INDENT}` : standalone || caption ? INDENT : '';
  if (lead + text !== INDENT) lines.push(lead + text);
  else if (!standalone && !caption) lines.push('');
  for (const child of childElements(paragraph)) append(lines, writeUnder(child, labels, 1));
  return lines;
}

function writeUnder(child: Element, labels: LabelForms, depth: number): string[] {
  if ((PROVISION_TAGS as readonly string[]).includes(child.tag)) return writeItem(child as Element<ProvisionTag>, labels, depth);
  if (child.tag === 'List') return childrenOf(child, 'ListSentence').map((s) => INDENT.repeat(depth + 1) + writeSentences(s));
  if (child.tag === 'TableStruct') return writeTableStruct(child, labels);
  if (child.tag === 'Remarks') return writeRemarks(child, labels);
  if (child.tag === 'FigStruct' || child.tag === 'Fig' || child.tag === 'StyleStruct') return [writeInline(child)];
  if (child.tag === 'AmendProvision' || child.tag === 'NewProvision') return childElements(child).map((c) => INDENT.repeat(depth + 1) + textOf(c));
  return [];
}

function writeItem(item: Element<ProvisionTag>, labels: LabelForms, depth: number): string[] {
  const label = labelOf(item, labels) ?? '';
  const sentence = childElements(item).find((c) => c.tag === SENTENCE_TAG[item.tag]);
  const text = writeSentences(sentence);
  const lines = [INDENT.repeat(depth) + (label === '' ? text : `${label}${INDENT}${text}`.trimEnd())];
  for (const child of childElements(item)) append(lines, writeUnder(child, labels, depth + 1));
  return lines;
}

function writeTableStruct(struct: Element, labels: LabelForms): string[] {
  const title = childOf(struct, 'TableStructTitle');
  return [...(title ? [INDENT + textOf(title)] : []), ...writeTable(struct), ...childrenOf(struct, 'Remarks').flatMap((r) => writeRemarks(r, labels))];
}

function writeRemarks(remarks: Element, labels: LabelForms): string[] {
  const label = childOf(remarks, 'RemarksLabel');
  const sentences = childrenOf(remarks, 'Sentence').map(writeInline).join('');
  return [`${label ? textOf(label) : '備考'}${sentences === '' ? '' : INDENT + sentences}`, ...childrenOf(remarks, 'Item').flatMap((i) => writeItem(i, labels, 1))];
}

function writeAppendix(part: Element, labels: LabelForms): string[] {
  const head = appendixHeadParts(part);
  const lines = writeAppendixHead(part);
  for (const child of childElements(part)) {
    if (head.includes(child)) continue;
    const under = writeUnder(child, labels, 0);
    append(lines, (under.length > 0 ? under : [child.children.filter(isElement).length > 0 || textOf(child) !== '' ? writeInline(child) : '']));
  }
  return lines;
}
