import type { AreaView } from '@renkei/app';
import type { NetEdge } from './net-layout.js';

export interface Net {
  readonly edges: readonly NetEdge[];
  /** 登録された協約の当事者である市町のコード。協約に書かれた順 */
  readonly linked: ReadonlySet<string>;
}

/** 協約の当事者どうしを結ぶ。同じ組を結ぶ協約がいくつあっても線は一本。圏域の外の当事者には線を引けない。 */
export function netOf(area: Pick<AreaView, 'municipalities' | 'agreements'>): Net {
  const edges = new Map<string, NetEdge>();
  const linked = new Set<string>();
  for (const agreement of area.agreements) {
    const codes = agreement.parties.flatMap((party) => area.municipalities.filter((m) => isParty(party, m)).map((m) => m.code));
    for (const [i, from] of codes.entries()) {
      linked.add(from);
      for (const to of codes.slice(i + 1)) edges.set(`${from}-${to}`, { from, to });
    }
  }
  return { edges: [...edges.values()], linked };
}

/** コードが読み取れていればコードで、なければ名で当てる。 */
export function isParty(party: { readonly code: string | null; readonly name: string }, municipality: { readonly code: string; readonly name: string }): boolean {
  return party.code === null ? party.name === municipality.name : party.code === municipality.code;
}
