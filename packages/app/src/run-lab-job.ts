import { chooseProfile, compareTexts, err, ok, profileFor, PROFILES, textOf, titleOf, type Comparison, type DraftingProfile, type Finding, type LawDocument, type Result } from '@renkei/core';
import { applyText } from './apply-text.js';
import { draftFromTexts, type DraftedConsequence } from './draft-from-texts.js';
import { comparisonWords } from './messages/comparison.js';
import type { Lang } from './messages/message.js';
import type { OpenedSource, OpenSource, Sha256, SourceFailure, WriteComparison, WriteDocument } from './ports.js';
import { readAmendingText } from './read-amending-text.js';
import { readOpenedSource } from './read-opened-source.js';

/** 貼り付けた文字か、選んだファイル */
export interface LabInput {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
}

export type LabProfile = 'auto' | DraftingProfile['name'];
export type LabFile = 'amendment.txt' | 'comparison.docx' | 'comparison.html' | 'comparison.txt' | 'result.txt' | 'result.xml';

/** 改め文ラボへの依頼。draft: 元と変更後の本文から / apply: 元の本文と改め文から */
export interface LabJob {
  readonly mode: 'draft' | 'apply';
  readonly base: LabInput;
  /** 変更後の本文（draft）、又は改め文（apply） */
  readonly other: LabInput;
  readonly profile: LabProfile;
  /** 含めるハネの番号 */
  readonly settle: readonly number[];
  /** 頁でなくファイルで受け取る */
  readonly file: LabFile | null;
  readonly lang: Lang;
  /** 新旧対照表のファイルの見出しの言葉。本文の題名を頭に付ける */
  readonly heading: string;
  /** 例から始めたもの。新旧対照表のファイルにもそう書く */
  readonly sample: boolean;
  /** 一つの本文の字数の上限 */
  readonly maxCharacters: number;
}

/** 木として画面に組む本文の字数。これを超えれば平文で示す（画面を組む間、ほかの応答を待たせない） */
const LARGEST_SHOWN = 100_000;

export type LabField = 'base' | 'other';
/** 欄の中身を読めない理由 */
export type LabProblem =
  | { readonly field: LabField; readonly code: 'empty' }
  | { readonly field: LabField; readonly code: 'no-text' }
  | { readonly field: LabField; readonly code: 'too-long'; readonly found: number; readonly limit: number }
  | { readonly field: LabField; readonly code: 'source'; readonly failure: SourceFailure };

/** 結果の頁に要るもの。texts は、直してもう一度送れるように欄へ戻す文字。 */
export type LabAnswer =
  /** texts は、読めたほうの欄の文字。ファイルを選び直さずに、もう一方だけを直せる */
  | { readonly kind: 'problems'; readonly problems: readonly LabProblem[]; readonly texts: Partial<LabTexts> }
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | (LabDraft & { readonly kind: 'drafted'; readonly texts: LabTexts })
  | (LabApplied & { readonly kind: 'applied'; readonly texts: LabTexts });

export type LabTexts = Readonly<Record<LabField, string>>;

export interface LabDraft {
  readonly text: string;
  readonly exact: boolean;
  readonly provisions: number;
  readonly operations: number;
  readonly lines: readonly number[];
  readonly comparison: Comparison | null;
  readonly consequences: readonly DraftedConsequence[];
  readonly remaining: readonly Finding[];
  readonly findings: readonly Finding[];
}

export interface LabApplied {
  /** 溶け込んだ本文の平文。断られたら null */
  readonly result: string | null;
  /** 溶け込んだ本文の木。大きい本文では null（平文だけを示す） */
  readonly document: LawDocument | null;
  readonly operations: number;
  readonly lines: readonly number[];
  readonly comparison: Comparison | null;
  readonly findings: readonly Finding[];
}

export interface LabPorts {
  readonly openSource: OpenSource;
  readonly writeDocument: WriteDocument;
  readonly writeComparison: WriteComparison;
  readonly sha256: Sha256;
  readonly now: () => number;
}

/** 改め文ラボの一つの依頼をこなす。何も保存しない。時間と記憶の上限は、これを動かす側が守る。 */
export async function runLabJob(job: LabJob, ports: LabPorts): Promise<LabAnswer> {
  const opened = { base: await open('base', job, ports), other: await open('other', job, ports) };
  const problems = [opened.base, opened.other].flatMap((o) => (o.ok ? [] : [o.error]));
  if (!opened.base.ok || !opened.other.ok) return { kind: 'problems', problems, texts: readTexts(job, opened, ports) };
  return job.mode === 'draft' ? draft(job, opened.base.value, opened.other.value, ports) : apply(job, opened.base.value, opened.other.value, ports);
}

async function draft(job: LabJob, baseSource: OpenedSource, nextSource: OpenedSource, ports: LabPorts): Promise<LabAnswer> {
  const base = readDocument('base', baseSource, job);
  const next = readDocument('other', nextSource, job);
  const problems = [base, next].flatMap((d) => (d.ok ? [] : [d.error]));
  if (!base.ok || !next.ok) return { kind: 'problems', problems, texts: readTexts(job, { base: ok(baseSource), other: ok(nextSource) }, ports) };
  const profile = pickProfile(job.profile, base.value.document);
  const { next: settled, ...drafted } = draftFromTexts({ base: base.value.document, next: next.value.document, profile, settle: job.settle }, ports);
  // 証明できない改め文は、ファイルにして持ち出させない。頁で理由を言う
  if (job.file !== null && drafted.exact) return fileOf(job, { amendment: drafted.text, comparison: drafted.comparison, document: settled }, ports);
  const findings = [...base.value.findings, ...next.value.findings, ...drafted.findings];
  return { kind: 'drafted', ...drafted, findings, texts: { base: keptText(baseSource, base.value.document, ports), other: keptText(nextSource, next.value.document, ports) } };
}

async function apply(job: LabJob, baseSource: OpenedSource, amendmentSource: OpenedSource, ports: LabPorts): Promise<LabAnswer> {
  const base = readDocument('base', baseSource, job);
  const amendment = readAmendingText(amendmentSource);
  const problems: LabProblem[] = [
    ...(base.ok ? [] : [base.error]),
    ...(amendment.length > job.maxCharacters ? [{ field: 'other', code: 'too-long', found: amendment.length, limit: job.maxCharacters } as const] : []),
  ];
  if (!base.ok || problems.length > 0) return { kind: 'problems', problems, texts: readTexts(job, { base: ok(baseSource), other: ok(amendmentSource) }, ports) };
  const { document } = base.value;
  const { applied, operations, lines, findings } = applyText(document, amendment);
  const comparison = applied ? compareTexts(document, applied, pickProfile(job.profile, document)) : null;
  if (job.file !== null && applied) return fileOf(job, { amendment, comparison, document: applied.document }, ports);
  const result = applied ? ports.writeDocument(applied.document, 'text') : null;
  return {
    kind: 'applied',
    result,
    document: applied && result !== null && result.length <= LARGEST_SHOWN ? applied.document : null,
    operations, lines, comparison,
    findings: [...base.value.findings, ...findings],
    texts: { base: keptText(baseSource, document, ports), other: amendment },
  };
}

interface Outputs {
  readonly amendment: string;
  readonly comparison: Comparison | null;
  readonly document: LawDocument;
}

async function fileOf({ file, heading, lang, sample }: LabJob, { amendment, comparison, document }: Outputs, { writeComparison, writeDocument }: LabPorts): Promise<LabAnswer> {
  const text = (content: string): LabAnswer => ({ kind: 'file', bytes: new TextEncoder().encode(content.endsWith('\n') ? content : `${content}\n`) });
  if (file === 'result.txt') return text(writeDocument(document, 'text'));
  if (file === 'result.xml') return text(writeDocument(document, 'xml'));
  if (file === 'amendment.txt' || file === null) return text(amendment);
  const format = file === 'comparison.docx' ? 'docx' : file === 'comparison.html' ? 'html' : 'text';
  const title = titleOf(document).replace(/\s*[\r\n]+\s*/g, '');
  const none: Comparison = { newTitle: '', oldTitle: '', left: 'new', emptySide: 'words', rows: [] };
  return { kind: 'file', bytes: await writeComparison(comparison ?? none, format, comparisonWords(title === '' ? heading : `${title}　${heading}`, lang, { sample })) };
}

async function open(field: LabField, job: LabJob, { openSource }: LabPorts): Promise<Result<OpenedSource, LabProblem>> {
  const { bytes, fileName } = job[field];
  if (bytes.every((b) => b === 0x20 || b === 0x0a || b === 0x0d || b === 0x09)) return err({ field, code: 'empty' });
  const opened = await openSource(bytes, fileName === null ? {} : { fileName });
  return opened.ok ? opened : err(opened.error.code === 'source.empty' ? { field, code: 'empty' } : { field, code: 'source', failure: opened.error });
}

interface ReadDocument {
  readonly document: LawDocument;
  /** 開き、読むときの報告のうち、使えないもの（error） */
  readonly findings: readonly Finding[];
}

function readDocument(field: LabField, source: OpenedSource, { maxCharacters: limit }: LabJob): Result<ReadDocument, LabProblem> {
  if (source.content.kind === 'blocks' && source.content.source.text.length > limit) return err({ field, code: 'too-long', found: source.content.source.text.length, limit });
  const { document, findings } = readOpenedSource(source);
  const found = textOf(document.root).length;
  if (found > limit) return err({ field, code: 'too-long', found, limit });
  if (found === 0) return err({ field, code: 'no-text' });
  return ok({ document, findings: [...source.findings, ...findings].filter((f) => f.severity === 'error') });
}

const TEXTUAL: ReadonlySet<OpenedSource['format']> = new Set(['text', 'markdown', 'html', 'xml', 'akn', 'json'] as const);

/** 欄に戻す文字。文字の形式はそのまま、Word や PDF は読み取った本文の平文。 */
const keptText = (source: OpenedSource, document: LawDocument, { writeDocument }: LabPorts): string =>
  TEXTUAL.has(source.format) ? (source.content.kind === 'blocks' ? source.content.source.text : new TextDecoder().decode(source.bytes)) : writeDocument(document, 'text');

/** 読めて、長すぎもしない欄の文字。 */
function readTexts(job: LabJob, opened: Readonly<Record<LabField, Result<OpenedSource, LabProblem>>>, ports: LabPorts): Partial<LabTexts> {
  const texts: Partial<Record<LabField, string>> = {};
  for (const field of ['base', 'other'] as const) {
    const source = opened[field];
    if (!source.ok) continue;
    if (field === 'other' && job.mode === 'apply') texts.other = readAmendingText(source.value);
    else {
      const read = readDocument(field, source.value, job);
      if (read.ok) texts[field] = keptText(source.value, read.value.document, ports);
    }
    if ((texts[field]?.length ?? 0) > job.maxCharacters) delete texts[field];
  }
  return texts;
}

/** auto は本文から選ぶ。 */
function pickProfile(name: LabProfile, document: LawDocument): DraftingProfile {
  const named = PROFILES.find((p) => p.name === name);
  return named ? profileFor(document, named) : chooseProfile(document);
}
