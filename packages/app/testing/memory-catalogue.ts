import { anchorsOf, childElements, err, isElement, labelOf, ok, textOf, walk, type Element, type LawDocument, type PlainDate } from '@renkei/core';
import type { AgreementCard, AgreementVersions, AgreementView, AmendedText, AmendmentFacts, AreaView, Catalogue, NewAgreement, NewAmendment, NewArea, SearchHit, SearchQuery } from '@renkei/app';

/** 記録の時刻と今日は試験が決める。 */
export interface MemoryCatalogueOptions {
  readonly now?: () => string;
  readonly today?: () => PlainDate;
}

interface Stored {
  readonly saved: NewAgreement;
  readonly revision: number;
  readonly recordedAt: string;
  readonly amendments: readonly (NewAmendment & { readonly recordedAt: string })[];
  /** 変更ごとの、当てた後の本文 */
  readonly amended: readonly AmendedText[];
}

/** 試験のための保存先。本物と同じ約束（読みは公開されたものだけ、公開の印は変更のたびに変わる）を守る。 */
export function memoryCatalogue({ now = () => '2026-11-22T06:00:00.000Z', today = () => '2026-11-22' as PlainDate }: MemoryCatalogueOptions = {}): Catalogue {
  const areas = new Map<string, NewArea>();
  const agreements = new Map<string, Stored>();
  let changes = 0;
  const key = (area: string, slug: string) => `${area}/${slug}`;

  /** 効いている版の本文に差し替えたもの */
  const inForce = (stored: Stored) => textOfVersion(stored, currentOf(stored, today()))!;
  const agreementsOf = (area: string) => [...agreements.values()].filter((a) => a.saved.area === area).map((stored) => ({ saved: inForce(stored) }));

  const viewOfArea = (area: NewArea): AreaView => ({
    ...area,
    municipalities: [...area.municipalities].sort((a, b) => (a.code < b.code ? -1 : 1)),
    agreements: agreementsOf(area.slug).map((a) => cardOf(a.saved)),
    readings: agreementsOf(area.slug).map((a) => ({ agreement: a.saved.slug, reading: a.saved.reading })),
  });

  return {
    saveArea: async (area) => {
      areas.set(area.slug, area);
      changes += 1;
    },
    saveAgreement: async (agreement) => {
      const at = key(agreement.area, agreement.slug);
      const before = agreements.get(at);
      if (before && before.saved.source.sha256 === agreement.source.sha256) return ok({ revision: before.revision, unchanged: true });
      const { amended = [], ...saved } = agreement;
      if (amended.length !== (before?.amendments.length ?? 0)) return err({ code: 'agreement.stale' });
      const revision = (before?.revision ?? 0) + 1;
      agreements.set(at, { saved, revision, recordedAt: now(), amendments: before?.amendments ?? [], amended });
      changes += 1;
      return ok({ revision, unchanged: false });
    },
    saveAmendment: async (amendment) => {
      const at = key(amendment.area, amendment.agreement);
      const before = agreements.get(at);
      if (!before || before.revision !== amendment.baseRevision || before.amendments.length !== amendment.number - 1) return err({ code: 'agreement.stale' });
      agreements.set(at, { ...before, amendments: [...before.amendments, { ...amendment, recordedAt: now() }], amended: [...before.amended, amendment.result] });
      changes += 1;
      return ok(undefined);
    },
    findVersions: async (area, slug) => {
      const stored = agreements.get(key(area, slug));
      const facts = areas.get(area);
      return stored && facts ? versionsOf(facts, stored, today()) : null;
    },
    findVersion: async (area, slug, version) => {
      const stored = agreements.get(key(area, slug));
      const facts = areas.get(area);
      return stored && facts ? viewOf(facts, stored, version) : null;
    },
    findAmendmentText: async (area, slug, number) => agreements.get(key(area, slug))?.amendments[number - 1]?.text ?? null,
    listAreas: async () => [...areas.values()].map(({ slug, name, nickname }) => ({ slug, name, nickname })),
    findArea: async (slug) => {
      const area = areas.get(slug);
      return area ? viewOfArea(area) : null;
    },
    findAgreement: async (area, slug) => {
      const stored = agreements.get(key(area, slug));
      const facts = areas.get(area);
      return stored && facts ? viewOf(facts, stored, currentOf(stored, today())) : null;
    },
    findSource: async (area, slug) => agreements.get(key(area, slug))?.saved.source ?? null,
    directory: async () => [...areas.values()].flatMap((a) => a.municipalities.map(({ code, name, prefecture }) => ({ code, name, prefecture }))),
    search: async (query) => {
      const hits = searchAll([...areas.values()].map((a) => ({ area: viewOfArea(a), agreements: agreementsOf(a.slug).map((x) => x.saved) })), query);
      return { hits: hits.slice(query.offset, query.offset + query.limit), total: Math.min(hits.length, CAP), capped: hits.length > CAP };
    },
    publication: async () => `memory-${changes}`,
  };
}

const CAP = 1000;

/** 施行の日は番号の順に並ぶので、施行済みの最大の番号。 */
const currentOf = ({ amendments }: Stored, today: PlainDate): number => amendments.filter((a) => a.inForceOn <= today).length;

/** 番号の版の本文を持つ協約。サンプルの変更を含む版はサンプル。無い版なら undefined。 */
function textOfVersion({ saved, amendments, amended }: Stored, version: number): NewAgreement | undefined {
  if (version === 0) return saved;
  const text = amended[version - 1];
  return text && { ...saved, document: text.document, reading: text.reading, findings: text.findings, sample: saved.sample || amendments.slice(0, version).some((a) => a.sample) };
}

function viewOf(area: NewArea, stored: Stored, version: number): AgreementView | null {
  const text = textOfVersion(stored, version);
  if (!text) return null;
  const { bytes, ...source } = text.source;
  return {
    ...cardOf(text),
    area: { slug: area.slug, name: area.name, nickname: area.nickname },
    revision: stored.revision,
    version,
    recordedAt: stored.amendments[version - 1]?.recordedAt ?? stored.recordedAt,
    document: text.document,
    reading: text.reading,
    findings: text.findings,
    source: { ...source, byteLength: bytes.byteLength },
  };
}

function versionsOf(area: NewArea, stored: Stored, today: PlainDate): AgreementVersions {
  const current = currentOf(stored, today);
  const { slug, title, sample, concludedOn } = cardOf(textOfVersion(stored, current)!);
  const facts = stored.amendments.map(({ number, title: name, concludedOn: on, inForceOn, sample: made, operations, operationsSha256, printed, lines, text: { bytes, ...text }, recordedAt }, i): AmendmentFacts => ({
    number, title: name, concludedOn: on, inForceOn, sample: made, operations, printed, lines, recordedAt,
    text: { ...text, byteLength: bytes.byteLength },
    proof: { base: stored.amended[i]!.baseSha256, amendment: operationsSha256, result: stored.amended[i]!.resultSha256 },
  }));
  const starts = [concludedOn, ...facts.map((f) => f.inForceOn)];
  return {
    area: { slug: area.slug, name: area.name, nickname: area.nickname },
    slug, title, sample, concludedOn, revision: stored.revision, current,
    versions: starts.map((from, number) => ({ number, from, until: starts[number + 1] ?? null, amendment: facts[number - 1] ?? null })),
  };
}

function cardOf({ slug, sample, reading }: NewAgreement): AgreementCard {
  return {
    slug,
    title: reading.agreement.title ?? slug,
    parties: reading.agreement.parties.map(({ code, name }) => ({ code: code ?? null, name })),
    concludedOn: reading.agreement.concludedOn,
    sample,
    initiativeCount: reading.initiatives.length,
  };
}

interface Searchable extends Omit<SearchHit, 'excerpt' | 'marks'> {
  readonly text: string;
}

function searchAll(places: readonly { readonly area: AreaView; readonly agreements: readonly NewAgreement[] }[], query: SearchQuery): SearchHit[] {
  const words = query.text.split(/\s+/u).filter((w) => w !== '');
  if (words.length === 0) return [];
  const all = places.flatMap(({ area, agreements }) => [
    { kind: 'area', area: area.slug, title: area.name, path: `/${area.slug}`, text: `${area.name} ${area.nickname ?? ''}` } satisfies Searchable,
    ...area.municipalities.map((m): Searchable => ({ kind: 'municipality', area: area.slug, title: m.name, path: `/${area.slug}/municipalities/${m.code}`, text: `${m.name} ${m.kana} ${m.prefecture}` })),
    ...agreements.flatMap((a) => searchableAgreement(area.slug, a)),
  ]);
  return all
    .filter((s) => (query.kind === undefined || s.kind === query.kind) && words.every((w) => s.text.includes(w) || s.title.includes(w)))
    .map(({ text, ...rest }) => ({ ...rest, ...excerptOf(text, words) }));
}

function searchableAgreement(area: string, { slug, document, reading }: NewAgreement): Searchable[] {
  const base = `/${area}/agreements/${slug}`;
  const title = reading.agreement.title ?? slug;
  const parties = reading.agreement.parties.map((p) => p.name).join('、');
  return [
    { kind: 'agreement', area, title, path: base, text: `${title} ${parties}` },
    ...provisions(document).map(({ label, anchor, text }): Searchable => ({ kind: 'provision', area, title: `${title} ${label}`, path: `${base}#${anchor}`, text })),
    ...reading.initiatives.map(
      (i): Searchable => ({ kind: 'initiative', area, title: i.name, path: `/${area}/initiatives/${i.path.split('/').map(encodeURIComponent).join('/')}`, text: `${i.name} ${i.content} ${i.roles.map((r) => r.text).join(' ')}` }),
    ),
  ];
}

function provisions(document: LawDocument): { readonly label: string; readonly anchor: string; readonly text: string }[] {
  const anchors = anchorsOf(document);
  return [...walk(document.root)]
    .filter((e): e is Element<'Article'> => e.tag === 'Article')
    .map((article) => ({
      label: labelOf(article, document.labels) ?? '',
      anchor: anchors.get(article.id) ?? article.id,
      text: childElements(article).filter(isElement).map(textOf).join(''),
    }));
}

/** 語の前後を抜き書きし、抜き書きの中の一致位置を重ならない順に返す。 */
function excerptOf(text: string, words: readonly string[]): { readonly excerpt: string; readonly marks: readonly (readonly [number, number])[] } {
  const first = Math.min(...words.map((w) => text.indexOf(w)).filter((at) => at >= 0), text.length);
  const start = Math.max(0, first - 20);
  const excerpt = text.slice(start, first + 80);
  const marks: (readonly [number, number])[] = [];
  let at = 0;
  while (at < excerpt.length) {
    const word = words.find((w) => excerpt.startsWith(w, at));
    if (word === undefined) at += 1;
    else {
      marks.push([at, at + word.length]);
      at += word.length;
    }
  }
  return { excerpt, marks };
}
