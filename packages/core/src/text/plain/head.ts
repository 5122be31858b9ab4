import { append } from '../../kernel/append.js';
import { childrenOf, textOf, type Element, type ProvisionNum } from '../element.js';
import { draft, textDraft, type Draft } from './draft.js';
import type { LineBlock } from './prepare-blocks.js';
import type { ReaderContext } from './reader-context.js';
import { readSentences, writeInline, writeSentences } from './sentence.js';
import { joinTraced, sliceTraced, type TracedText } from './traced-text.js';

/**
 * 題名の前後: 表紙の行・題名・例規集の日付と番号・制定文・前文。
 * 題名は、最初の条より前で「…協約」「…規約」など文書の種類を表す語で終わる最後の行。
 */
export interface Head {
  readonly lawNum: Draft | undefined;
  /** 表紙の行・題名・制定文・前文（文書順） */
  readonly parts: Draft[];
  /** 一文だけの規程として、本則まで読んだか */
  readonly isWhole: boolean;
}

const TITLE_END = /(?:協約|協定|規約|契約|覚書|条例|規則|要綱|要領|規程|法律|法|令|憲法|告示)(?:書|等)?(?:[\s　]*[（(]?案[)）]?)?(?:[（(]抄[)）])?$/;
/** 一文だけのことがある文書の題名 */
const RULE_TITLE = /(?:条例|規則|要綱|要領|規程)(?:[（(]抄[)）])?$/;
const LAW_NUM = /^[（(]?(?:明治|大正|昭和|平成|令和)[元0-9０-９〇一二三四五六七八九十百\s　]+年.*(?:第[\s　]*[0-9０-９〇一二三四五六七八九十百千―ー－-]+[\s　]*号|[0-9０-９一二三四五六七八九十]+[\s　]*日)[\s　]*[)）]?$/;
const NOTICE_NUM = /^(?:[^\s　。、]{0,12})?(?:告示|公告|訓令|条例|規則|規程|協約|協定)[\s　]*第?[\s　]*[0-9０-９〇一二三四五六七八九十百千の\-－ー―]+[\s　]*号?$/;
const TYPE_WORD = /^(?:連携協約|告示|公告|協定|規約)$/;
const ENACT = /(?:制定|改正|公布|定め)(?:する|し、|る)[^。]*。$/;

export function readHead(lines: readonly LineBlock[], hasMain: boolean, context: ReaderContext): Head {
  const titleAt = findTitle(lines);
  const parts: Draft[] = [];
  const lawNumLines: TracedText[] = [];
  lines.slice(0, Math.max(titleAt, 0)).forEach((line) => {
    parts.push(textDraft('CoverLine', line.body));
  });
  if (titleAt >= 0) parts.push(textDraft('LawTitle', stripCircle(lines[titleAt]!.body, context)));
  const rest = lines.slice(titleAt + 1);
  let at = titleAt < 0 ? rest.length : 0;
  while (at < rest.length && (rest[at]!.indent >= 8 || LAW_NUM.test(rest[at]!.body.text) || (NOTICE_NUM.test(rest[at]!.body.text) && !rest[at]!.body.text.endsWith('。')) || (at > 0 && TYPE_WORD.test(rest[at]!.body.text)))) {
    lawNumLines.push(rest[at]!.body);
    at += 1;
  }
  const opening = joinedLines(titleAt < 0 ? rest : rest.slice(at));
  // 条も項番号もなく、一文だけの規程は、その文が本則である。前文や制定文は、本則より前に置くものをいう
  const isWhole = !hasMain && opening.length === 1 && titleAt >= 0 && RULE_TITLE.test(lines[titleAt]!.body.text);
  append(parts, isWhole ? [draft('MainProvision', [preambleParagraph(opening[0]!, 1)])] : readOpening(opening));
  return { lawNum: lawNumLines.length === 0 ? undefined : textDraft('LawNum', lawNumLines.reduce(joinWithSpace)), parts, isWhole };
}

const joinWithSpace = (a: TracedText, b: TracedText): TracedText => joinTraced(joinTraced(a, { text: ' ', pieces: [{ length: 1, start: b.pieces[0]!.start - 1 }] }), b);

function findTitle(lines: readonly LineBlock[]): number {
  const shaped = (line: LineBlock) => line.body.text.length <= 120 && !/。/.test(line.body.text);
  // 清書した平文では、題名は三字、法令番号は四字下がっている
  const indented = lines.findIndex((l) => l.indent === 6 && l.body.text.length <= 200 && !l.body.text.endsWith('。'));
  // 議案に続けて協約の案を載せたもの。題名は提案の文より後にある
  const bill = lines.findLastIndex((l) => /議会の議決を求め/.test(l.body.text));
  const after = bill < 0 ? -1 : findTitle(lines.slice(bill + 1));
  if (after >= 0 && TITLE_END.test(lines[bill + 1 + after]!.body.text)) return bill + 1 + after;
  if (indented >= 0) return indented;
  const firstSentence = lines.findIndex((l) => /。/.test(l.body.text));
  const limit = firstSentence < 0 ? lines.length : firstSentence;
  let found = -1;
  for (let i = 0; i < limit; i += 1) {
    const text = lines[i]!.body.text;
    if (shaped(lines[i]!) && TITLE_END.test(text) && !NOTICE_NUM.test(text) && !(found >= 0 && TYPE_WORD.test(text))) found = i;
  }
  if (found >= 0) return found;
  // 説明の文に続けて協約の全文を載せたページ
  const embedded = lines.findLastIndex((l) => shaped(l) && /(?:協約|協定)書?(?:[（(]案[)）])?$/.test(l.body.text));
  if (embedded >= 0) return embedded;
  const heading = lines.findIndex((l, i) => i < limit && l.heading === 1 && shaped(l));
  if (heading >= 0) return heading;
  return limit > 0 && shaped(lines[0]!) ? 0 : -1;
}

/** 例規集の題名の頭の「○」は本文でない。 */
function stripCircle(title: TracedText, context: ReaderContext): TracedText {
  // 「○○圏域」の二つ続く○は、名を伏せたもの
  const m = /^[○〇◯●◎](?![○〇◯●◎])[\s　]*/.exec(title.text);
  if (!m) return title;
  const start = title.pieces[0]!.start;
  context.mark('title-circle', { start, end: start + 1 });
  return sliceTraced(title, m[0].length);
}

/** 折り返された行をつないだ段落。 */
function joinedLines(lines: readonly LineBlock[]): TracedText[] {
  const paragraphs: TracedText[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last && continuesSentence(last.text, line)) paragraphs[paragraphs.length - 1] = joinTraced(last, line.body);
    else paragraphs.push(line.body);
  }
  return paragraphs;
}

/** 題名の後、最初の条より前の文。「…を制定する。」は制定文、それ以外は前文の段落。 */
function readOpening(paragraphs: readonly TracedText[]): Draft[] {
  const parts: Draft[] = [];
  const preamble: Draft[] = [];
  for (const paragraph of paragraphs) {
    if (preamble.length === 0 && ENACT.test(paragraph.text)) parts.push(textDraft('EnactStatement', paragraph));
    else preamble.push(preambleParagraph(paragraph, preamble.length + 1));
  }
  if (preamble.length > 0) parts.push(draft('Preamble', preamble));
  return parts;
}

export function preambleParagraph(content: TracedText, position: number): Draft {
  const paragraph = draft('Paragraph', [draft('ParagraphSentence', readSentences(content))]);
  paragraph.num = String(position) as ProvisionNum;
  paragraph.printed = '';
  return paragraph;
}

/** 前の行の文が終わらずに折り返されている。短い行は項目の並びかもしれないのでつながない。 */
export function continuesSentence(before: string, line: LineBlock): boolean {
  if (/[。．!！?？]$/.test(before) || line.gapBefore) return /[、（(「]$/.test(before);
  return /[、（(「]$/.test(before) || before.length >= 25;
}

export function writeHead(body: Element, lawNum: Element | undefined): string[] {
  const lines: string[] = [];
  for (const cover of childrenOf(body, 'CoverLine')) lines.push(textOf(cover));
  for (const title of childrenOf(body, 'LawTitle')) lines.push(`　　　${title.children.map(writeInline).join('')}`);
  if (lawNum && textOf(lawNum) !== '') lines.push(`　　　　${textOf(lawNum)}`);
  return lines;
}

export function writeEnactStatement(statement: Element): string[] {
  return ['', `　${statement.children.map(writeInline).join('')}`];
}

export function writePreamble(preamble: Element): string[] {
  const paragraphs = childrenOf(preamble, 'Paragraph');
  return ['', ...paragraphs.map((p) => `　${writeSentences(childrenOf(p, 'ParagraphSentence')[0])}`)];
}
