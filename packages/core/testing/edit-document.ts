import { isElement, walk, type Content, type Element, type LawDocument, type NodeId, type ProvisionNum } from '../src/text/element.js';
import { isLabelled, SENTENCE_TAG, SUBITEM_TAGS, type ProvisionTag, type Tag } from '../src/text/tag.js';
import { isRun, readRun, runsOf, writeRun } from '../src/amendment/run.js';

/** 0 以上 1 未満の数。同じ種なら同じ並び */
export type Random = () => number;

/** mulberry32。 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export type EditKind = 'words' | 'addProvision' | 'deleteProvision' | 'addRow' | 'deleteRow' | 'caption';
const KINDS: readonly EditKind[] = ['words', 'words', 'words', 'addProvision', 'deleteProvision', 'addRow', 'deleteRow', 'caption'];

const WORDS = ['連携事業', '圏域', '協議会', '両市', '及び', '取組', '市長', '計画', '三十日', '速やかに', '（以下「会議」という。）', '公表し、', '費用', '等', '分担金'];
const SENTENCES = ['両市は、毎年度、その実施状況を公表するものとする。', '前項の規定は、緊急を要する場合には、適用しない。', '当該計画を変更しようとするときは、協議しなければならない。この場合において、議会の意見を聴くものとする。', '費用の負担に関する事項'];

/** 人のするような編集を count 回、木に施す。番号は続くように付け直す。 */
export function editDocument(document: LawDocument, random: Random, count: number, kinds: readonly EditKind[] = KINDS): LawDocument {
  let { root } = document;
  let last = 0;
  for (const node of walk(root)) last = Math.max(last, Number(node.id.slice(1)) || 0);
  const newId = (): NodeId => `n${(last += 1)}` as NodeId;
  for (let i = 0; i < count; i += 1) {
    const edit = EDITS[pick(kinds, random)!];
    root = edit(root, random, newId) as Element<'Law'>;
  }
  return { ...document, root };
}

type Edit = (root: Element, random: Random, newId: () => NodeId) => Element;

const EDITS: Readonly<Record<EditKind, Edit>> = {
  words: (root, random, newId) => editRun(root, random, newId, (run) => !/Title$|Label$|Caption$|^ArticleRange$|^RelatedArticleNum$|^LawNum$/.test(run.tag)),
  caption: (root, random) => {
    const run = pick([...reachable(root)].filter((e) => e.tag === 'ArticleCaption'), random);
    return run ? replaceIn(root, run, { ...run, children: [`（${plainWord(random)}の${plainWord(random)}）`] }) : root;
  },
  addProvision: (root, random, newId) => {
    const at = pick(provisions(root), random);
    if (!at) return root;
    return editSiblings(root, at.parent, at.node, (siblings, index) => [...siblings.slice(0, index + 1), newProvision(at.node, random, newId), ...siblings.slice(index + 1)]);
  },
  deleteProvision: (root, random) => {
    const at = pick(provisions(root).filter(({ parent, node }) => parent.children.filter((c) => isElement(c) && c.tag === node.tag).length > 1), random);
    return at ? editSiblings(root, at.parent, at.node, (siblings, index) => siblings.filter((_, i) => i !== index)) : root;
  },
  addRow: (root, random, newId) => {
    const at = pick(plainRows(root), random);
    if (!at) return root;
    const cell = (old: Element, i: number): Element => ({ ...old, id: newId(), children: [{ tag: 'Sentence', id: newId(), attr: {}, children: [`${pick(WORDS, random)!}${i}${Math.floor(random() * 1000)}`] }] });
    const row: Element = { ...at.node, id: newId(), children: at.node.children.filter(isElement).map(cell) };
    const index = at.parent.children.indexOf(at.node);
    return replaceIn(root, at.parent, { ...at.parent, children: [...at.parent.children.slice(0, index + 1), row, ...at.parent.children.slice(index + 1)] });
  },
  deleteRow: (root, random) => {
    const at = pick(plainRows(root).filter(({ parent }) => parent.children.length > 2), random);
    return at ? replaceIn(root, at.parent, { ...at.parent, children: at.parent.children.filter((c) => c !== at.node) }) : root;
  },
};

/** 括弧や読点の無い語 */
const plainWord = (random: Random): string => pick(WORDS, random)!.replace(/[（）「」。、]/g, '');
const pick = <T>(list: readonly T[], random: Random): T | undefined => list[Math.floor(random() * list.length)];

/** 改め文の及ぶ部分の節点（改正附則と、引かれた規定の中を除く） */
function* reachable(node: Element): Generator<Element> {
  if (['LawNum', 'TOC', 'CoverLine', 'AmendProvision', 'NewProvision', 'Closing'].includes(node.tag)) return;
  if (node.tag === 'SupplProvision' && node.attr['AmendLawNum'] !== undefined) return;
  yield node;
  for (const child of node.children) if (isElement(child)) yield* reachable(child);
}

function editRun(root: Element, random: Random, newId: () => NodeId, wanted: (run: Element) => boolean): Element {
  const runs = [...reachable(root)].filter((e) => e.tag !== 'Sentence' && isRun(e) && wanted(e) && writeRun(e).length > 5 && !/[｜《》［］↵　]/.test(writeRun(e)));
  const run = pick(runs, random);
  if (!run || [...runsOf(run)].length !== 1) return root;
  const text = writeRun(run);
  const from = Math.floor(random() * (text.length - 2));
  const length = Math.floor(random() * Math.min(6, text.length - from - 1));
  const removed = text.slice(from, from + length);
  // 文の区切りと括弧は残す（片方だけ消えた括弧は、人の本文には現れない）
  if (/[。（）「」『』]/.test(removed) || /[\ud800-\udfff]/.test(text.slice(from - 1, from + length + 1))) return root;
  return replaceIn(root, run, readRun(run, text.slice(0, from) + (random() < 0.2 ? '' : pick(WORDS, random)!) + text.slice(from + length), newId));
}

interface Placed {
  readonly parent: Element;
  readonly node: Element;
}

/** 番号を付け直せる条・項・号・細分（枝番号・「削除」の範囲・変わった標目が並びに無いもの） */
function provisions(root: Element): Placed[] {
  const found: Placed[] = [];
  for (const parent of reachable(root)) {
    const siblings = parent.children.filter(isElement).filter((c) => isLabelled(c.tag));
    const plain = siblings.every((s, i) => s.label === undefined && s.tag === siblings[0]!.tag && s.num === String(Number(siblings[0]!.num) + i));
    if (plain && !(siblings[0]?.tag === 'Article' && parent.tag !== 'MainProvision' && parent.tag !== 'SupplProvision') && siblings.length < 20) for (const node of siblings) found.push({ parent, node });
  }
  return found;
}

function plainRows(root: Element): Placed[] {
  const found: Placed[] = [];
  for (const parent of reachable(root)) {
    if (parent.tag !== 'Table') continue;
    const plain = parent.children.every((row) => isElement(row) && row.children.every((c) => isElement(c) && c.attr['rowspan'] === undefined && c.attr['colspan'] === undefined && isRun(c)));
    if (plain) for (const node of parent.children) if (isElement(node) && node.tag === 'TableRow') found.push({ parent, node });
  }
  return found;
}

function editSiblings(root: Element, parent: Element, node: Element, edit: (siblings: Element[], index: number) => Element[]): Element {
  const siblings = parent.children.filter(isElement).filter((c) => c.tag === node.tag);
  const first = Number(siblings[0]!.num);
  const renumbered = edit(siblings, siblings.indexOf(node)).map((s, i): Element => ({ ...s, num: String(first + i) as ProvisionNum }));
  const start = parent.children.indexOf(siblings[0]!);
  const others = parent.children.filter((c) => !siblings.includes(c as Element));
  const before = parent.children.slice(0, start).filter((c) => others.includes(c));
  return replaceIn(root, parent, { ...parent, children: [...before, ...renumbered, ...others.filter((c) => !before.includes(c))] });
}

function newProvision(like: Element, random: Random, newId: () => NodeId): Element {
  const make = (tag: Tag, children: readonly Content[], num?: string): Element => ({ tag, id: newId(), ...(num === undefined ? {} : { num: num as ProvisionNum }), attr: {}, children });
  const text = pick(SENTENCES, random)! + (random() < 0.3 ? pick(SENTENCES, random)! : '');
  const sentence = (tag: ProvisionTag) => readRun(make(SENTENCE_TAG[tag], []), text, newId);
  if (like.tag === 'Article') {
    const caption = like.children.some((c) => isElement(c) && c.tag === 'ArticleCaption') ? [make('ArticleCaption', [`（${plainWord(random)}の特例）`])] : [];
    return make('Article', [...caption, make('Paragraph', [sentence('Paragraph')], '1')], '1');
  }
  const tag = like.tag as ProvisionTag;
  const deeper: Tag | undefined = tag === 'Paragraph' ? 'Item' : tag === 'Item' ? 'Subitem1' : SUBITEM_TAGS[SUBITEM_TAGS.indexOf(tag as (typeof SUBITEM_TAGS)[number]) + 1];
  const below = deeper && random() < 0.3 ? ['1', '2'].map((n) => make(deeper, [readRun(make(SENTENCE_TAG[deeper as ProvisionTag], []), `${plainWord(random)}に関する事項`, newId)], n)) : [];
  return make(tag, [sentence(tag), ...below], '1');
}

/** target を replacement に差し替えた写し。 */
function replaceIn(root: Element, target: Element, replacement: Element): Element {
  if (root === target) return replacement;
  let changed = false;
  const children = root.children.map((c) => {
    if (changed || !isElement(c)) return c;
    const next = replaceIn(c, target, replacement);
    changed = next !== c;
    return next;
  });
  return changed ? { ...root, children } : root;
}
