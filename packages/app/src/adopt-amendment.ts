import { err, largestId, ok, readInstrument, readWareki, type Finding, type InForce, type Instrument, type PlainDate, type Result } from '@renkei/core';
import type { AdoptionFailure } from './adoption-failure.js';
import { amendText } from './amend-text.js';
import { amendingParts } from './amending-parts.js';
import type { Catalogue, OpenSource, Sha256 } from './ports.js';
import { readAmendingText } from './read-amending-text.js';
import type { AgreementVersions, AmendmentProof } from './read-model.js';

export interface AdoptAmendmentRequest {
  /** 圏域と協約の名（アドレスに使う名） */
  readonly area: string;
  readonly agreement: string;
  /** 改め文、又は「…の一部を変更する連携協約」の全体。読める形式はどれでもよい */
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** 出典の説明 */
  readonly note: string | null;
  /** サンプルの記録か。画面で必ず「サンプル」と示す */
  readonly sample: boolean;
  /** 施行の日。無ければ附則から読む */
  readonly inForceOn?: PlainDate | undefined;
  /** 締結の日。無ければ文書の終わりの日付から読む */
  readonly concludedOn?: PlainDate | undefined;
}

export interface AdoptedAmendment {
  /** この変更でできた版の番号 */
  readonly number: number;
  readonly title: string;
  readonly inForceOn: PlainDate;
  readonly concludedOn: PlainDate | null;
  readonly proof: AmendmentProof;
  /** 警告と助言 */
  readonly findings: readonly Finding[];
}

export interface AdoptAmendmentPorts {
  readonly openSource: OpenSource;
  readonly catalogue: Catalogue;
  readonly sha256: Sha256;
}

/**
 * 協約の変更を採る。改め文を読み、最新の版の本文に当て、証明（刷って、読み戻して、当てて、同じ本文）が
 * 成り立ったときだけ保存する。一つでも断る理由があれば、何も保存しない。
 */
export async function adoptAmendment(request: AdoptAmendmentRequest, { openSource, catalogue, sha256 }: AdoptAmendmentPorts): Promise<Result<AdoptedAmendment, AdoptionFailure>> {
  const { area, agreement, fileName } = request;
  const versions = await catalogue.findVersions(area, agreement);
  const last = versions?.versions.at(-1);
  const base = last ? await catalogue.findVersion(area, agreement, last.number) : null;
  if (!versions || !last || !base) return err({ code: 'adoption.no-agreement', area, agreement });

  const opened = await openSource(request.bytes, { fileName });
  if (!opened.ok) return err({ code: 'adoption.unreadable', fileName, cause: opened.error });
  const source = opened.value;
  const printed = readAmendingText(source);
  const { instrument, findings } = readInstrument(printed);
  const addressed = amendingParts(instrument, { document: base.document, concludedOn: base.concludedOn });
  if (addressed.findings.length > 0) return err({ code: 'adoption.refused', findings: addressed.findings });
  const { parts } = addressed;
  if (parts.some(({ byTable, lead }) => byTable || (lead !== null && lead.form !== 'partial'))) return err({ code: 'adoption.not-partial', title: instrument.title ?? '' });
  const errors = findings.filter((f) => f.severity === 'error');
  if (errors.length > 0) return err({ code: 'adoption.refused', findings });

  const operations = parts.flatMap((part) => part.amendment);
  const lines = parts.flatMap((part) => part.lines);
  if (operations.length === 0) return err({ code: 'adoption.refused', findings: [notAnAmendment(printed)] });
  const concludedOn = request.concludedOn ?? conclusionOf(instrument);
  const inForceOn = request.inForceOn ?? dayOf(instrument.suppl?.inForce ?? null, concludedOn);
  if (inForceOn === null) return err({ code: 'adoption.no-day' });
  if (last.from !== null && inForceOn < last.from) return err({ code: 'adoption.too-early', inForceOn, last: last.from });

  const amended = amendText({ document: base.document, reading: base.reading, findings: base.findings, amendment: operations, lines, inForceOn, idsAfter: await largestIdOf(catalogue, versions, area), directory: await catalogue.directory() }, sha256);
  if (!amended.ok) return err({ code: 'adoption.refused', findings: amended.error });
  const { amendmentSha256, ...result } = amended.value;
  const number = last.number + 1;
  const title = instrument.title ?? `${base.title}の一部を変更する連携協約`;
  const already = new Set(base.findings);
  const all = [...findings, ...result.findings.filter((f) => f.code.startsWith('amendment.') && !already.has(f))];
  const saved = await catalogue.saveAmendment({
    area, agreement, number, baseRevision: versions.revision, title, concludedOn, inForceOn, sample: request.sample, operations, lines, printed,
    operationsSha256: amendmentSha256,
    text: { fileName, format: source.format, encoding: source.encoding, sha256: source.sha256, bytes: source.bytes, note: request.note },
    result,
  });
  if (!saved.ok) return err({ code: 'adoption.changed-meanwhile', agreement });
  return ok({ number, title, inForceOn, concludedOn, proof: { base: result.baseSha256, amendment: amendmentSha256, result: result.resultSha256 }, findings: all });
}

/** 作成文の後の日付。案では日が空いている。 */
function conclusionOf({ closing }: Instrument): PlainDate | null {
  for (const line of closing) {
    const read = readWareki(line);
    if (read && read.date !== null && read.trouble === undefined) return read.date;
  }
  return null;
}

/** 「締結の日から施行する」は締結の日。公布の日など、文書から定まらない日は指定を待つ。 */
function dayOf(inForce: InForce | null, concludedOn: PlainDate | null): PlainDate | null {
  if (inForce?.kind === 'on') return inForce.date;
  return inForce?.kind === 'conclusion' ? concludedOn : null;
}

const notAnAmendment = (text: string): Finding => ({ code: 'amendment.not-an-amendment', severity: 'error', at: { line: 1 }, found: text.trim().split('\n')[0]!.slice(0, 100), data: {} });

/** すべての版を通じた、節点の id の最大。削られた規定の id を、新しい規定に使い回さない（ADR 0001）。 */
async function largestIdOf(catalogue: Catalogue, { slug, versions }: AgreementVersions, area: string): Promise<number> {
  const views = await Promise.all(versions.map(({ number }) => catalogue.findVersion(area, slug, number)));
  return Math.max(0, ...views.map((view) => (view ? largestId(view.document.root) : 0)));
}
