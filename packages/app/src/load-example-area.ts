import { err, ok, type Result } from '@renkei/core';
import type { AreaFailure } from './area-failure.js';
import { importDocument } from './import-document.js';
import type { Catalogue, OpenSource, Sha256 } from './ports.js';
import { reapplyAmendments } from './reapply-amendments.js';
import { readArea } from './read-area.js';
import type { NewAgreement } from './read-model.js';

export interface ExampleArea {
  /** 圏域の名（アドレスに使う） */
  readonly slug: string;
  /** 圏域の定義（JSON）のバイト列 */
  readonly area: Uint8Array;
  readonly agreements: readonly ExampleAgreement[];
}

export interface ExampleAgreement {
  readonly slug: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** 出典の説明 */
  readonly note: string | null;
  readonly sample: boolean;
}

export interface LoadedArea {
  readonly area: string;
  readonly agreements: readonly { readonly slug: string; readonly revision: number; readonly unchanged: boolean; readonly findings: number }[];
}

/**
 * 圏域の定義と協約の原文を取り込む。協約は必ず原文を読み取って作り、用意した結果は使わない。
 * 既に変更のある協約は、読み直した本文に変更をすべて当て直す。
 * すべて読めて当たってから保存する。一つでも読めない・当たらないなら何も保存しない。
 */
export async function loadExampleArea(
  example: ExampleArea,
  ports: { readonly openSource: OpenSource; readonly catalogue: Catalogue; readonly sha256: Sha256 },
): Promise<Result<LoadedArea, AreaFailure>> {
  const area = readArea(example.slug, example.area);
  if (!area.ok) return area;

  const agreements: NewAgreement[] = [];
  for (const { slug, fileName, bytes, note, sample } of example.agreements) {
    const imported = await importDocument({ bytes, fileName, directory: area.value.municipalities }, ports.openSource);
    if (!imported.ok) return err({ code: 'area.agreement-unreadable', fileName, cause: imported.error });
    const { source, reading, agreement, findings } = imported.value;
    if (agreement.kind !== 'cooperation-agreement') {
      return err({ code: 'area.not-an-agreement', fileName, otherKind: agreement.otherKind ?? 'unknown' });
    }
    const { format, encoding, sha256 } = source;
    const versions = await ports.catalogue.findVersions(example.slug, slug);
    const amendments = (versions?.versions ?? []).flatMap((version) => version.amendment ?? []);
    const amended = reapplyAmendments({ document: reading.document, reading: agreement, findings }, amendments, { directory: area.value.municipalities, sha256: ports.sha256 });
    if (!amended.ok) return err({ code: 'area.amendment-no-longer-fits', fileName, ...amended.error });
    agreements.push({
      area: example.slug,
      slug,
      sample,
      source: { fileName, format, encoding, sha256, bytes: source.bytes, note },
      document: reading.document,
      reading: agreement,
      findings,
      amended: amended.value,
    });
  }

  await ports.catalogue.saveArea(area.value);
  const saved: LoadedArea['agreements'][number][] = [];
  for (const agreement of agreements) {
    const result = await ports.catalogue.saveAgreement(agreement);
    if (!result.ok) return err({ code: 'area.changed-meanwhile', agreement: agreement.slug });
    saved.push({ slug: agreement.slug, ...result.value, findings: agreement.findings.length });
  }
  return ok({ area: example.slug, agreements: saved });
}
