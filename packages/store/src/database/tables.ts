import type { ColumnType, Generated, Selectable } from 'kysely';

/** 表の行の形。行は store の外へ出さない。 */

/** 入れるときは toJsonb の文字列、読むときは値 */
type Jsonb<T = unknown> = ColumnType<T, string, string>;

interface AreaTable {
  slug: string;
  name: string;
  nickname: string | null;
  formed_on: string;
  sources: Jsonb<Record<string, string>>;
  notes: string[];
}

interface MunicipalityTable {
  code: string;
  name: string;
  kana: string;
  romaji: string;
  prefecture: string;
  city_hall_lat: number;
  city_hall_lng: number;
}

interface CensusPopulationTable {
  municipality_code: string;
  census_year: number;
  population: number;
}

interface AreaMemberTable {
  area_slug: string;
  municipality_code: string;
  role: string;
}

interface AgreementTable {
  id: Generated<bigint>;
  area_slug: string;
  slug: string;
  sample: boolean;
  searched_amendment: Generated<number>;
}

interface AgreementRevisionTable {
  agreement_id: bigint;
  revision: number;
  title: string | null;
  concluded_on: string | null;
  document: Jsonb;
  labels: Jsonb;
  reading: Jsonb;
  findings: Jsonb;
  source_bytes: Buffer;
  source_sha256: string;
  source_format: string;
  source_encoding: string | null;
  source_file_name: string;
  source_note: string | null;
  recorded_at: Generated<Date>;
}

interface AmendmentTable {
  agreement_id: bigint;
  number: number;
  base_revision: number;
  title: string;
  concluded_on: string | null;
  in_force_on: string;
  sample: boolean;
  operations: Jsonb;
  operations_sha256: string;
  printed: string;
  provision_lines: number[];
  text_bytes: Buffer;
  text_sha256: string;
  text_format: string;
  text_encoding: string | null;
  text_file_name: string;
  text_note: string | null;
  recorded_at: Generated<Date>;
}

interface AmendedTextTable {
  agreement_id: bigint;
  revision: number;
  number: number;
  title: string | null;
  document: Jsonb;
  labels: Jsonb;
  reading: Jsonb;
  findings: Jsonb;
  base_sha256: string;
  result_sha256: string;
  recorded_at: Generated<Date>;
}

interface RevisionPart {
  agreement_id: bigint;
  revision: number;
  amendment: number;
  ordinal: number;
}

interface PartyTable extends RevisionPart {
  name: string;
  prefecture: string | null;
  code: string | null;
  designation: string | null;
}

interface PolicyFieldTable extends RevisionPart {
  path: string;
  label: string;
  heading: string;
  parent_label: string | null;
  parent_heading: string | null;
  node: string;
}

interface InitiativeTable extends RevisionPart {
  path: string;
  label: string;
  name: string;
  content: string;
  content_inferred: boolean;
  field_path: string | null;
  article_number: string | null;
  article_node: string | null;
  node: string;
}

interface RoleTable extends RevisionPart {
  initiative_ordinal: number;
  party: string;
  bodies: string[];
  text: string;
  inferred: boolean;
}

interface DutyTable extends RevisionPart {
  kind: string;
  article: string;
  caption: string | null;
  text: string;
  bearer: string | null;
  frequency: string | null;
  node: string;
}

interface SearchEntryTable {
  id: Generated<bigint>;
  area_slug: string;
  agreement_id: bigint | null;
  kind: string;
  position: number;
  title: string;
  body: string;
  path: string;
  folded_heading: string;
  folded_text: string;
  grams: string;
}

interface PublicationTable {
  only_row: Generated<boolean>;
  number: bigint;
  changed_at: Date;
  changed_by: string | null;
  search_version: number;
}

export interface Tables {
  area: AreaTable;
  municipality: MunicipalityTable;
  census_population: CensusPopulationTable;
  area_member: AreaMemberTable;
  agreement: AgreementTable;
  agreement_revision: AgreementRevisionTable;
  amendment: AmendmentTable;
  amended_text: AmendedTextTable;
  party: PartyTable;
  policy_field: PolicyFieldTable;
  initiative: InitiativeTable;
  role: RoleTable;
  duty: DutyTable;
  search_entry: SearchEntryTable;
  publication: PublicationTable;
}

export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;
