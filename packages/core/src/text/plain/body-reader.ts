import type { ProvisionNum } from '../element.js';
import { GROUP_TAGS, SENTENCE_TAG, type GroupTag, type ProvisionTag } from '../tag.js';
import { draft, textDraft, type Draft } from './draft.js';
import { continuesSentence } from './head.js';
import { labelledLine, type LabelledLine, type NumberedLine } from './line-kind.js';
import type { LineBlock } from './prepare-blocks.js';
import { joinCutCell } from './cut-cell.js';
import { childTag, LOOKALIKE_LABELS, opensParagraph, place, type OpenLevel } from './provision-stack.js';
import type { ReaderContext } from './reader-context.js';
import { readColumnsOrSentences, readSentences } from './sentence.js';
import type { TableDraft } from './table.js';
import { EMPTY, joinTraced, sliceTraced, spansOf, trimTraced, type TracedText } from './traced-text.js';

/** 折り返しの続きを受け取れるよう、文に切る前の形で持つ。 */
interface OpenText {
  readonly holder: Draft;
  readonly read: (text: TracedText) => Draft[];
  text: TracedText;
}

/**
 * 本則・附則・別表の中身を、一行ずつ受け取って組み立てる。
 *
 * 用語:
 * - 区画 section    : 本則・一つの附則・一つの別表
 * - 入れ物 container: いま条や項を置く節点（区画、その中の章・節、備考）
 * - 階層 levels     : 開いている項・号・号の細分（浅い順）
 */
export class BodyReader {
  private section: Draft;
  private container: Draft;
  private groups: Draft[] = [];
  private currentArticle: Draft | undefined;
  private levels: OpenLevel[] = [];
  private open: OpenText | undefined;
  private tableTitle: Draft | undefined;
  /** 直前に置いた表。間に本文が挟まれば undefined */
  lastTable: TableDraft | undefined;
  private readonly context: ReaderContext;

  constructor(section: Draft, context: ReaderContext) {
    this.section = section;
    this.container = section;
    this.context = context;
  }

  enter(section: Draft): void {
    this.finish();
    this.section = section;
    this.container = section;
    this.groups = [];
    this.currentArticle = undefined;
    this.levels = [];
    this.lastTable = undefined;
  }

  /** 開いている文を閉じる。区画を離れるときと、読み終えたときに呼ぶ。 */
  finish(): void {
    if (this.tableTitle) this.section.children.push(draft('TableStruct', [this.tableTitle]));
    this.tableTitle = undefined;
    if (this.open) this.open.holder.children.push(...this.open.read(this.open.text));
    this.open = undefined;
  }

  /** 編・章・節・款・目の見出し。同じか深いものを閉じ、浅いものの中に置く。 */
  group(line: LineBlock, heading: NumberedLine & { tag: GroupTag }): void {
    this.finish();
    const depth = GROUP_TAGS.indexOf(heading.tag);
    this.groups = this.groups.filter((g) => GROUP_TAGS.indexOf(g.tag as GroupTag) < depth);
    const node = draft(heading.tag, [textDraft(`${heading.tag}Title`, line.body)]);
    node.num = heading.num;
    (this.groups.at(-1) ?? this.section).children.push(node);
    this.groups.push(node);
    this.container = node;
    this.currentArticle = undefined;
    this.levels = [];
    this.lastTable = undefined;
  }

  article(line: LineBlock, heading: NumberedLine, caption: LineBlock | undefined): void {
    this.finish();
    this.levels = [];
    this.lastTable = undefined;
    const node = draft('Article', [], spansOf(sliceTraced(line.body, 0, heading.bodyAt)));
    node.num = heading.num;
    node.printed = heading.label;
    this.container.children.push(node);
    this.currentArticle = node;
    let body = sliceTraced(line.body, heading.bodyAt);
    if (caption) node.children.push(this.caption('ArticleCaption', caption));
    else {
      const inline = inlineCaption(line.body.text, body.text);
      if (inline > 0) {
        node.children.push(this.caption('ArticleCaption', { ...line, body: sliceTraced(body, 0, inline) }));
        body = trimTraced(sliceTraced(body, inline));
      }
    }
    if (body.text === '') return;
    const first = labelledLine(body.text);
    // 「第3条　1　…」: 第1項の番号まで印字したもの
    if (first && first.bodyAt < body.text.length && opensParagraph(first)) this.labelled({ ...line, body }, first, undefined);
    else this.push('Paragraph', '1' as ProvisionNum, '', undefined, EMPTY, body);
  }

  labelled(line: LineBlock, label: LabelledLine, caption: LineBlock | undefined): void {
    const considered = caption ? this.levels.slice(0, 1) : this.levels;
    const placement = place(considered, label);
    const labelSpan = sliceTraced(line.body, 0, label.bodyAt);
    let tag: ProvisionTag;
    if (placement.siblingOf !== undefined) {
      tag = considered[placement.siblingOf]!.tag;
      this.levels = considered.slice(0, placement.siblingOf);
    } else {
      this.levels = caption ? [] : this.levels;
      if (this.levels.length === 0 && this.baseTag() === 'Paragraph' && !opensParagraph(label)) {
        this.push('Paragraph', '1' as ProvisionNum, '', undefined, EMPTY, EMPTY);
      }
      tag = childTag(this.levels.at(-1)?.tag, this.baseTag());
    }
    const node = this.push(tag, placement.num, label.label, placement.form, labelSpan, sliceTraced(line.body, label.bodyAt), caption);
    this.reportLabel(line, label, labelSpan, node, placement.gap);
    this.lastTable = undefined;
  }

  private reportLabel(line: LineBlock, label: LabelledLine, span: TracedText, node: Draft, gap: boolean): void {
    const printed = span.text.replace(/[\s　]/g, '');
    const common = { line: line.line, spans: spansOf(span), node, found: span.text.trim() };
    if (/^[（(ｦ-ﾝ]/.test(printed) && printed !== label.label) {
      this.context.report({ ...common, code: 'text.bracket-width', severity: 'advice', assumed: label.label, confidence: 'certain' });
    } else if (/[.．]$/.test(printed)) {
      this.context.report({ ...common, code: 'text.label-mark', severity: 'advice', assumed: label.label, confidence: 'certain' });
    }
    if (gap) this.context.report({ ...common, code: 'text.number-gap', severity: 'warning', provision: this.where() });
  }

  /** 備考。直前の表か、いまの区画に付く。 */
  remarks(line: LineBlock, label: { label: string; bodyAt: number }): void {
    this.finish();
    const remarks = draft('Remarks', [textDraft('RemarksLabel', sliceTraced(line.body, 0, label.label.length))]);
    (this.lastTable?.node ?? this.section).children.push(remarks);
    this.container = remarks;
    this.currentArticle = undefined;
    this.levels = [];
    this.lastTable = undefined;
    const body = sliceTraced(line.body, label.bodyAt);
    if (body.text !== '') this.openText(remarks, body, readSentences);
  }

  unlabelled(line: LineBlock, caption: LineBlock | undefined, beforeTable: boolean): void {
    const { body } = line;
    if (!caption && this.lastTable && joinCutCell(this.lastTable, line, this.context)) return;
    if (!caption && this.open && !/[。．]$/.test(this.open.text.text) && continuesSentence(this.open.text.text, line)) {
      this.open.text = joinTraced(this.open.text, body);
      return;
    }
    const figure = /^［図[\s　]([^］]*)］$/.exec(body.text);
    if (figure) return this.figure(figure[1]!, body);
    this.lastTable = undefined;
    if (caption) {
      this.levels = this.levels.slice(0, 1);
      return this.unnumberedParagraph(body, caption);
    }
    if (this.levels.length > 0) return this.underProvision(line);
    if (this.container.tag === 'Remarks') return this.openText(this.container, body, readSentences);
    if (this.baseTag() === 'Paragraph') return this.unnumberedParagraph(body, undefined);
    if (beforeTable) {
      this.finish();
      this.tableTitle = textDraft('TableStructTitle', body);
      return;
    }
    this.push('Item', '1' as ProvisionNum, '', undefined, EMPTY, body);
    this.levels = [];

  }

  /** 標目のない行が項・号の下に来た。項の下なら番号のない次の項、号の下なら列記。 */
  private underProvision(line: LineBlock): void {
    const deepest = this.levels.at(-1)!;
    if (deepest.tag !== 'Paragraph' || line.indent >= 4) {
      const sentence = draft('ListSentence');
      this.finish();
      deepest.node.children.push(draft('List', [sentence]));
      this.openText(sentence, line.body, readColumnsOrSentences);
      return;
    }
    this.unnumberedParagraph(line.body, undefined);
    this.context.report({
      code: 'text.unnumbered-paragraph',
      severity: 'advice',
      line: line.line,
      spans: spansOf(line.body),
      node: this.levels[0]!.node,
      provision: this.where(),
      found: line.body.text,
      confidence: 'likely',
    });
  }

  table(table: TableDraft): void {
    const title = this.tableTitle;
    this.tableTitle = undefined;
    this.finish();
    if (title) table.node.children.push(title);
    if (this.levels.length === 0 && this.baseTag() === 'Paragraph') this.unnumberedParagraph(EMPTY, undefined);
    this.parent().children.push(table.node);
    this.lastTable = table;
  }

  /** 標目に似た別の文字（力→カ）を、次の番号として続くときだけ標目と読む。 */
  lookalike(line: LineBlock): LabelledLine | undefined {
    const first = line.body.text[0]!;
    const meant = LOOKALIKE_LABELS[first];
    if (meant === undefined || this.levels.length === 0 || !/^[\s　]/.test(line.body.text.slice(1))) return undefined;
    const label = labelledLine(meant + line.body.text.slice(1));
    const placement = label && place(this.levels, label);
    if (!placement || placement.siblingOf === undefined || placement.gap) return undefined;
    this.context.report({
      code: 'text.label-lookalike',
      severity: 'warning',
      line: line.line,
      spans: spansOf(sliceTraced(line.body, 0, 1)),
      provision: this.where(),
      found: first,
      assumed: meant,
      confidence: 'likely',
    });
    return label;
  }

  get inArticle(): boolean {
    return this.currentArticle !== undefined;
  }

  /** 人の読むいまの場所（「第3条」「別表3(1)」）。 */
  where(): string {
    const title = this.section.children.find((c) => typeof c !== 'string' && c.tag === 'AppdxTableTitle');
    const head = typeof title === 'object' ? title.children.join('') : (this.currentArticle?.printed ?? '');
    return head + this.levels.map((l) => l.node.printed ?? '').join('');
  }

  private figure(src: string, body: TracedText): void {
    this.finish();
    const fig = draft('Fig', [], spansOf(body));
    fig.attr = { src };
    const inStyle = this.section.tag === 'AppdxStyle';
    this.parent().children.push(inStyle ? draft('StyleStruct', [draft('Style', [fig])]) : draft('FigStruct', [fig]));
  }

  private parent(): Draft {
    return this.levels.at(-1)?.node ?? this.currentArticle ?? this.container;
  }

  /** いまの入れ物の直下に来る階層。別表・備考では号、それ以外は項。 */
  private baseTag(): ProvisionTag {
    const inProvision = this.currentArticle || ['MainProvision', 'SupplProvision', ...GROUP_TAGS].includes(this.container.tag);
    return inProvision ? 'Paragraph' : 'Item';
  }

  private caption(tag: 'ArticleCaption' | 'ParagraphCaption', line: LineBlock): Draft {
    const { text } = line.body;
    const wide = `（${text.slice(1, -1).trim()}）`;
    const node = textDraft(tag, { text: wide, pieces: line.body.pieces });
    if (wide !== text) {
      this.context.report({ code: 'text.bracket-width', severity: 'advice', line: line.line, spans: spansOf(line.body), node, found: text, assumed: wide, confidence: 'certain' });
    }
    return node;
  }

  private push(tag: ProvisionTag, num: ProvisionNum, printed: string, form: OpenLevel['form'], label: TracedText, body: TracedText, caption?: LineBlock): Draft {
    this.finish();
    const holder = draft(SENTENCE_TAG[tag]);
    const node = draft(tag, caption ? [this.caption('ParagraphCaption', caption), holder] : [holder], spansOf(label));
    node.num = num;
    node.printed = printed;
    this.parent().children.push(node);
    this.levels.push({ node, tag, form, num });
    this.openText(holder, body, tag === 'Paragraph' ? readSentences : readColumnsOrSentences);
    return node;
  }

  /** 番号の印字されない項（第1項、古い法令の第2項以下）。 */
  private unnumberedParagraph(body: TracedText, caption: LineBlock | undefined): void {
    const previous = this.levels[0];
    const num = previous ? Number(/\d+/.exec(previous.num)![0]) + 1 : 1;
    this.levels = [];
    this.push('Paragraph', String(num) as ProvisionNum, '', undefined, EMPTY, body, caption);
  }

  private openText(holder: Draft, text: TracedText, read: OpenText['read']): void {
    this.finish();
    this.open = { holder, read, text };
  }
}

/** 条番号に続けて書かれた見出し「第1条（目的）　この協約は…」の長さ。無ければ 0。 */
function inlineCaption(line: string, body: string): number {
  const m = /^[（(][^（()）。]{1,40}[)）]/.exec(body);
  if (!m) return 0;
  const before = line[line.length - body.length - 1];
  const after = body[m[0].length];
  const tight = before !== undefined && !/[\s　]/.test(before);
  return tight || after === undefined || /[\s　]/.test(after) ? m[0].length : 0;
}

