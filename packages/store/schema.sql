-- マイグレーションを全部適用した構造。npm run schema:dump が書き出す。手で直さない。

CREATE TABLE agreement (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  area_slug text COLLATE "C" NOT NULL,
  slug text COLLATE "C" NOT NULL,
  sample boolean NOT NULL,
  searched_amendment integer NOT NULL DEFAULT 0,
  CONSTRAINT agreement_pkey PRIMARY KEY (id),
  CONSTRAINT agreement_area_slug_slug_key UNIQUE (area_slug, slug),
  CONSTRAINT agreement_searched_amendment_check CHECK (searched_amendment >= 0),
  CONSTRAINT agreement_slug_check CHECK (slug <> ''::text),
  CONSTRAINT agreement_area_slug_fkey FOREIGN KEY (area_slug) REFERENCES area(slug)
);

CREATE TRIGGER agreement_publication AFTER INSERT OR DELETE OR UPDATE ON public.agreement FOR EACH ROW EXECUTE FUNCTION mark_publication();

COMMENT ON TABLE agreement IS '連携協約（地方自治法第252条の2）。内容は agreement_revision';

COMMENT ON COLUMN agreement.slug IS 'アドレスに使う名（yamaguchi-ube）。公開後は変えない';

COMMENT ON COLUMN agreement.sample IS 'サンプルの記録。画面で必ず「サンプル」と示す';

COMMENT ON COLUMN agreement.searched_amendment IS '検索の見出しを作った本文（何番目の変更までを当てたか）。施行の日が来ると作り直す';

CREATE TABLE agreement_revision (
  agreement_id bigint NOT NULL,
  revision integer NOT NULL,
  title text,
  concluded_on date,
  document jsonb NOT NULL,
  labels jsonb NOT NULL,
  reading jsonb NOT NULL,
  findings jsonb NOT NULL,
  source_bytes bytea NOT NULL,
  source_sha256 text COLLATE "C" NOT NULL,
  source_format text NOT NULL,
  source_encoding text,
  source_file_name text NOT NULL,
  source_note text,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT agreement_revision_pkey PRIMARY KEY (agreement_id, revision),
  CONSTRAINT agreement_revision_findings_check CHECK (jsonb_typeof(findings) = 'array'::text),
  CONSTRAINT agreement_revision_revision_check CHECK (revision >= 1),
  CONSTRAINT agreement_revision_source_sha256_check CHECK (source_sha256 = encode(sha256(source_bytes), 'hex'::text)),
  CONSTRAINT agreement_revision_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id)
);

CREATE TRIGGER agreement_revision_append_only BEFORE DELETE OR UPDATE ON public.agreement_revision FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER agreement_revision_no_truncate BEFORE TRUNCATE ON public.agreement_revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER agreement_revision_publication AFTER INSERT ON public.agreement_revision FOR EACH ROW EXECUTE FUNCTION mark_publication();

COMMENT ON TABLE agreement_revision IS '連携協約の版。追記のみで、直しも消しもしない';

COMMENT ON COLUMN agreement_revision.revision IS '版の番号（1から）。最大のものが今の版';

COMMENT ON COLUMN agreement_revision.title IS '題名（reading の写し）';

COMMENT ON COLUMN agreement_revision.concluded_on IS '締結日（reading の写し）。日の欠ける案では空';

COMMENT ON COLUMN agreement_revision.document IS '本文の木（法令標準XMLの要素名）';

COMMENT ON COLUMN agreement_revision.labels IS '番号の書きぶり（第1条か第一条か）';

COMMENT ON COLUMN agreement_revision.reading IS '本文から読み取った協約の中身';

COMMENT ON COLUMN agreement_revision.findings IS '読取の報告。原文の順';

COMMENT ON COLUMN agreement_revision.source_bytes IS '原文のバイト列そのまま';

COMMENT ON COLUMN agreement_revision.source_sha256 IS '原文の SHA-256（16進小文字）。バイト列と合わない行は入らない';

COMMENT ON COLUMN agreement_revision.source_encoding IS '原文の文字コード。文字コードを持たない容器（docx, pdf）は空';

COMMENT ON COLUMN agreement_revision.source_note IS '出典の説明';

CREATE TABLE amended_text (
  agreement_id bigint NOT NULL,
  revision integer NOT NULL,
  number integer NOT NULL,
  title text,
  document jsonb NOT NULL,
  labels jsonb NOT NULL,
  reading jsonb NOT NULL,
  findings jsonb NOT NULL,
  base_sha256 text COLLATE "C" NOT NULL,
  result_sha256 text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT amended_text_pkey PRIMARY KEY (agreement_id, revision, number),
  CONSTRAINT amended_text_base_sha256_check CHECK (base_sha256 ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT amended_text_findings_check CHECK (jsonb_typeof(findings) = 'array'::text),
  CONSTRAINT amended_text_number_check CHECK (number >= 1),
  CONSTRAINT amended_text_result_sha256_check CHECK (result_sha256 ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT amended_text_agreement_id_number_fkey FOREIGN KEY (agreement_id, number) REFERENCES amendment(agreement_id, number),
  CONSTRAINT amended_text_agreement_id_revision_fkey FOREIGN KEY (agreement_id, revision) REFERENCES agreement_revision(agreement_id, revision)
);

CREATE TRIGGER amended_text_append_only BEFORE DELETE OR UPDATE ON public.amended_text FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER amended_text_no_truncate BEFORE TRUNCATE ON public.amended_text FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER amended_text_publication AFTER INSERT ON public.amended_text FOR EACH ROW EXECUTE FUNCTION mark_publication();

COMMENT ON TABLE amended_text IS '変更後の本文。読取の版（revision）ごとに、変更を番号の順に当てた結果。追記のみ';

COMMENT ON COLUMN amended_text.revision IS '当て始めた本文の版（agreement_revision）';

COMMENT ON COLUMN amended_text.number IS 'この番号の変更までを当てた本文';

COMMENT ON COLUMN amended_text.title IS '題名（reading の写し）';

COMMENT ON COLUMN amended_text.document IS '本文の木（法令標準XMLの要素名）';

COMMENT ON COLUMN amended_text.labels IS '番号の書きぶり（第1条か第一条か）';

COMMENT ON COLUMN amended_text.reading IS '本文から読み取った協約の中身';

COMMENT ON COLUMN amended_text.findings IS '改め文を読み、当てたときの報告と、読取の報告';

COMMENT ON COLUMN amended_text.base_sha256 IS '当てる前の本文の平文の SHA-256（証明）';

COMMENT ON COLUMN amended_text.result_sha256 IS '当てた後の本文の平文の SHA-256（証明）';

CREATE TABLE amendment (
  agreement_id bigint NOT NULL,
  number integer NOT NULL,
  base_revision integer NOT NULL,
  title text NOT NULL,
  concluded_on date,
  in_force_on date NOT NULL,
  sample boolean NOT NULL,
  operations jsonb NOT NULL,
  operations_sha256 text COLLATE "C" NOT NULL,
  printed text NOT NULL,
  provision_lines integer[] NOT NULL,
  text_bytes bytea NOT NULL,
  text_sha256 text COLLATE "C" NOT NULL,
  text_format text NOT NULL,
  text_encoding text,
  text_file_name text NOT NULL,
  text_note text,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT amendment_pkey PRIMARY KEY (agreement_id, number),
  CONSTRAINT amendment_number_check CHECK (number >= 1),
  CONSTRAINT amendment_operations_check CHECK (jsonb_typeof(operations) = 'array'::text),
  CONSTRAINT amendment_operations_sha256_check CHECK (operations_sha256 ~ '^[0-9a-f]{64}$'::text),
  CONSTRAINT amendment_text_sha256_check CHECK (text_sha256 = encode(sha256(text_bytes), 'hex'::text)),
  CONSTRAINT amendment_title_check CHECK (title <> ''::text),
  CONSTRAINT amendment_agreement_id_base_revision_fkey FOREIGN KEY (agreement_id, base_revision) REFERENCES agreement_revision(agreement_id, revision),
  CONSTRAINT amendment_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id)
);

CREATE TRIGGER amendment_append_only BEFORE DELETE OR UPDATE ON public.amendment FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER amendment_no_truncate BEFORE TRUNCATE ON public.amendment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER amendment_order BEFORE INSERT ON public.amendment FOR EACH ROW EXECUTE FUNCTION check_amendment_order();

CREATE TRIGGER amendment_publication AFTER INSERT ON public.amendment FOR EACH ROW EXECUTE FUNCTION mark_publication();

COMMENT ON TABLE amendment IS '連携協約の変更。追記のみで、直しも消しもしない';

COMMENT ON COLUMN amendment.number IS '変更の番号（1から、途切れない）。第k版の本文は k 番目の変更の後の本文';

COMMENT ON COLUMN amendment.base_revision IS '記録したときに当てた本文の版（agreement_revision）';

COMMENT ON COLUMN amendment.title IS '変更の題名（…の一部を変更する連携協約）';

COMMENT ON COLUMN amendment.concluded_on IS '変更の締結日。日の欠ける案では空';

COMMENT ON COLUMN amendment.in_force_on IS '施行の日。番号の順に並ぶ（同じ日もある）';

COMMENT ON COLUMN amendment.sample IS 'サンプルの記録。画面で必ず「サンプル」と示す';

COMMENT ON COLUMN amendment.operations IS '改め文から読み取った操作（改正規定の並び）';

COMMENT ON COLUMN amendment.operations_sha256 IS '操作を改め文として印字したものの SHA-256（16進小文字）';

COMMENT ON COLUMN amendment.printed IS '原本から読み取った改め文の文字';

COMMENT ON COLUMN amendment.provision_lines IS '改正規定ごとの、printed の行（1から）';

COMMENT ON COLUMN amendment.text_bytes IS '改め文の原本のバイト列そのまま';

COMMENT ON COLUMN amendment.text_sha256 IS '原本の SHA-256（16進小文字）。バイト列と合わない行は入らない';

COMMENT ON COLUMN amendment.text_encoding IS '原本の文字コード。文字コードを持たない容器（docx, pdf）は空';

COMMENT ON COLUMN amendment.text_note IS '出典の説明';

CREATE TABLE area (
  slug text COLLATE "C" NOT NULL,
  name text NOT NULL,
  nickname text,
  formed_on date NOT NULL,
  sources jsonb NOT NULL,
  notes text[] NOT NULL DEFAULT '{}'::text[],
  CONSTRAINT area_pkey PRIMARY KEY (slug),
  CONSTRAINT area_name_check CHECK (name <> ''::text),
  CONSTRAINT area_slug_check CHECK (slug <> ''::text),
  CONSTRAINT area_sources_check CHECK (jsonb_typeof(sources) = 'object'::text)
);

CREATE TRIGGER area_publication AFTER INSERT OR DELETE OR UPDATE ON public.area FOR EACH ROW EXECUTE FUNCTION mark_publication();

COMMENT ON TABLE area IS '圏域。連携協約の集まりで形づくる連携中枢都市圏';

COMMENT ON COLUMN area.slug IS 'アドレスに使う名（yamaguchi）。公開後は変えない';

COMMENT ON COLUMN area.nickname IS '愛称（山口ゆめ回廊）';

COMMENT ON COLUMN area.formed_on IS '圏域が形成された日';

COMMENT ON COLUMN area.sources IS '項目（population, code, cityHall, membership…）ごとの出典';

COMMENT ON COLUMN area.notes IS 'データの注記';

CREATE TABLE area_member (
  area_slug text COLLATE "C" NOT NULL,
  municipality_code text COLLATE "C" NOT NULL,
  role text NOT NULL,
  CONSTRAINT area_member_pkey PRIMARY KEY (area_slug, municipality_code),
  CONSTRAINT area_member_role_check CHECK (role = ANY (ARRAY['連携中枢都市'::text, '連携市町'::text])),
  CONSTRAINT area_member_area_slug_fkey FOREIGN KEY (area_slug) REFERENCES area(slug) ON DELETE CASCADE,
  CONSTRAINT area_member_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code)
);

CREATE INDEX area_member_municipality_code_idx ON public.area_member USING btree (municipality_code);

CREATE TRIGGER area_member_publication AFTER INSERT OR DELETE OR UPDATE ON public.area_member FOR EACH ROW EXECUTE FUNCTION mark_publication();

COMMENT ON TABLE area_member IS '圏域を構成する市町村とその立場';

COMMENT ON COLUMN area_member.role IS '連携中枢都市か連携市町か';

CREATE TABLE census_population (
  municipality_code text COLLATE "C" NOT NULL,
  census_year integer NOT NULL,
  population integer NOT NULL,
  CONSTRAINT census_population_pkey PRIMARY KEY (municipality_code, census_year),
  CONSTRAINT census_population_census_year_check CHECK (census_year >= 1920 AND census_year <= 9999),
  CONSTRAINT census_population_population_check CHECK (population >= 0),
  CONSTRAINT census_population_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(code) ON DELETE CASCADE
);

CREATE TRIGGER census_population_publication AFTER INSERT OR DELETE OR UPDATE ON public.census_population FOR EACH ROW EXECUTE FUNCTION mark_publication();

COMMENT ON TABLE census_population IS '国勢調査の人口（確報）';

COMMENT ON COLUMN census_population.census_year IS '調査年（西暦）。第1回は1920年';

CREATE TABLE duty (
  agreement_id bigint NOT NULL,
  revision integer NOT NULL,
  ordinal integer NOT NULL,
  kind text NOT NULL,
  article text NOT NULL,
  caption text,
  text text NOT NULL,
  bearer text,
  frequency text,
  node text COLLATE "C" NOT NULL,
  amendment integer NOT NULL DEFAULT 0,
  CONSTRAINT duty_pkey PRIMARY KEY (agreement_id, revision, amendment, ordinal),
  CONSTRAINT duty_amendment_check CHECK (amendment >= 0),
  CONSTRAINT duty_ordinal_check CHECK (ordinal >= 1),
  CONSTRAINT duty_agreement_id_revision_fkey FOREIGN KEY (agreement_id, revision) REFERENCES agreement_revision(agreement_id, revision)
);

COMMENT ON TABLE duty IS '条から生じる義務（費用分担・連絡会議・変更の手続など）';

COMMENT ON COLUMN duty.article IS '根拠の条の番号';

COMMENT ON COLUMN duty.bearer IS '義務を負う者の書きぶり（両市の長）';

COMMENT ON COLUMN duty.frequency IS '本文が言う頻度（yearly）';

COMMENT ON COLUMN duty.amendment IS '何番目の変更までを当てた本文か（0 は締結のときの本文）';

CREATE TABLE initiative (
  agreement_id bigint NOT NULL,
  revision integer NOT NULL,
  ordinal integer NOT NULL,
  path text COLLATE "C" NOT NULL,
  label text NOT NULL,
  name text NOT NULL,
  content text NOT NULL,
  content_inferred boolean NOT NULL,
  field_path text COLLATE "C",
  article_number text,
  article_node text COLLATE "C",
  node text COLLATE "C" NOT NULL,
  amendment integer NOT NULL DEFAULT 0,
  CONSTRAINT initiative_pkey PRIMARY KEY (agreement_id, revision, amendment, ordinal),
  CONSTRAINT initiative_amendment_check CHECK (amendment >= 0),
  CONSTRAINT initiative_ordinal_check CHECK (ordinal >= 1),
  CONSTRAINT initiative_agreement_id_revision_fkey FOREIGN KEY (agreement_id, revision) REFERENCES agreement_revision(agreement_id, revision)
);

COMMENT ON TABLE initiative IS '取組（別表の一行）';

COMMENT ON COLUMN initiative.path IS '外側の区分からの表示を / でつないだもの（3(1)/カ）';

COMMENT ON COLUMN initiative.content_inferred IS '原文から失われた文字を推定で補った';

COMMENT ON COLUMN initiative.field_path IS '属する政策分野の path';

COMMENT ON COLUMN initiative.article_number IS 'この取組を定める条の番号';

COMMENT ON COLUMN initiative.node IS '本文の木の節点';

COMMENT ON COLUMN initiative.amendment IS '何番目の変更までを当てた本文か（0 は締結のときの本文）';

CREATE TABLE municipality (
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  kana text COLLATE "C" NOT NULL,
  romaji text NOT NULL,
  prefecture text NOT NULL,
  city_hall_lat double precision NOT NULL,
  city_hall_lng double precision NOT NULL,
  CONSTRAINT municipality_pkey PRIMARY KEY (code),
  CONSTRAINT municipality_city_hall_lat_check CHECK (city_hall_lat >= '-90'::integer::double precision AND city_hall_lat <= 90::double precision),
  CONSTRAINT municipality_city_hall_lng_check CHECK (city_hall_lng >= '-180'::integer::double precision AND city_hall_lng <= 180::double precision),
  CONSTRAINT municipality_code_check CHECK (code ~ '^[0-9]{6}$'::text),
  CONSTRAINT municipality_name_check CHECK (name <> ''::text)
);

CREATE TRIGGER municipality_publication AFTER INSERT OR DELETE OR UPDATE ON public.municipality FOR EACH ROW EXECUTE FUNCTION mark_publication();

COMMENT ON TABLE municipality IS '市町村（普通地方公共団体）';

COMMENT ON COLUMN municipality.code IS '全国地方公共団体コード（6桁、検査数字付き）';

COMMENT ON COLUMN municipality.city_hall_lat IS '役所の緯度（世界測地系、度）';

COMMENT ON COLUMN municipality.city_hall_lng IS '役所の経度（世界測地系、度）';

CREATE TABLE party (
  agreement_id bigint NOT NULL,
  revision integer NOT NULL,
  ordinal integer NOT NULL,
  name text NOT NULL,
  prefecture text,
  code text COLLATE "C",
  designation text,
  amendment integer NOT NULL DEFAULT 0,
  CONSTRAINT party_pkey PRIMARY KEY (agreement_id, revision, amendment, ordinal),
  CONSTRAINT party_amendment_check CHECK (amendment >= 0),
  CONSTRAINT party_code_check CHECK (code ~ '^[0-9]{6}$'::text),
  CONSTRAINT party_ordinal_check CHECK (ordinal >= 1),
  CONSTRAINT party_agreement_id_revision_fkey FOREIGN KEY (agreement_id, revision) REFERENCES agreement_revision(agreement_id, revision)
);

CREATE INDEX party_code_idx ON public.party USING btree (code);

COMMENT ON TABLE party IS '当事者。協約を結ぶ地方公共団体';

COMMENT ON COLUMN party.ordinal IS '本文での順（1から）';

COMMENT ON COLUMN party.code IS '全国地方公共団体コード。名簿で一つに決まるときだけ';

COMMENT ON COLUMN party.designation IS '本文での呼び名（甲）';

COMMENT ON COLUMN party.amendment IS '何番目の変更までを当てた本文か（0 は締結のときの本文）';

CREATE TABLE policy_field (
  agreement_id bigint NOT NULL,
  revision integer NOT NULL,
  ordinal integer NOT NULL,
  path text COLLATE "C" NOT NULL,
  label text NOT NULL,
  heading text NOT NULL,
  parent_label text,
  parent_heading text,
  node text COLLATE "C" NOT NULL,
  amendment integer NOT NULL DEFAULT 0,
  CONSTRAINT policy_field_pkey PRIMARY KEY (agreement_id, revision, amendment, ordinal),
  CONSTRAINT policy_field_amendment_check CHECK (amendment >= 0),
  CONSTRAINT policy_field_ordinal_check CHECK (ordinal >= 1),
  CONSTRAINT policy_field_agreement_id_revision_fkey FOREIGN KEY (agreement_id, revision) REFERENCES agreement_revision(agreement_id, revision)
);

COMMENT ON TABLE policy_field IS '政策分野（別表の区分）';

COMMENT ON COLUMN policy_field.path IS '外側からの表示をつないだもの（3(1)、別表第2/1）';

COMMENT ON COLUMN policy_field.node IS '本文の木の節点';

COMMENT ON COLUMN policy_field.amendment IS '何番目の変更までを当てた本文か（0 は締結のときの本文）';

CREATE TABLE publication (
  only_row boolean NOT NULL DEFAULT true,
  number bigint NOT NULL DEFAULT 0,
  changed_at timestamp with time zone NOT NULL DEFAULT now(),
  changed_by xid8,
  search_version integer NOT NULL DEFAULT 0,
  CONSTRAINT publication_pkey PRIMARY KEY (only_row),
  CONSTRAINT publication_only_row_check CHECK (only_row)
);

COMMENT ON TABLE publication IS '公開内容が変わるたびに変わる印。キャッシュと ETag の鍵';

COMMENT ON COLUMN publication.number IS '公開内容を変えた取引ごとに1増える';

COMMENT ON COLUMN publication.changed_by IS '最後に変えた取引。一つの取引で何行変えても1回と数える';

COMMENT ON COLUMN publication.search_version IS 'search_entry を作った決まりの版。プログラムの版と違えば作り直す';

CREATE TABLE renkei_migration (
  number integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT renkei_migration_pkey PRIMARY KEY (number)
);

COMMENT ON TABLE renkei_migration IS '適用したマイグレーション。適用後に書き換えられていないことを checksum で確かめる';

CREATE TABLE role (
  agreement_id bigint NOT NULL,
  revision integer NOT NULL,
  initiative_ordinal integer NOT NULL,
  ordinal integer NOT NULL,
  party text NOT NULL,
  bodies text[] NOT NULL,
  text text NOT NULL,
  inferred boolean NOT NULL,
  amendment integer NOT NULL DEFAULT 0,
  CONSTRAINT role_pkey PRIMARY KEY (agreement_id, revision, amendment, initiative_ordinal, ordinal),
  CONSTRAINT role_amendment_check CHECK (amendment >= 0),
  CONSTRAINT role_ordinal_check CHECK (ordinal >= 1),
  CONSTRAINT role_initiative_fkey FOREIGN KEY (agreement_id, revision, amendment, initiative_ordinal) REFERENCES initiative(agreement_id, revision, amendment, ordinal)
);

COMMENT ON TABLE role IS '取組での当事者の役割';

COMMENT ON COLUMN role.party IS '一つの当事者を指すならその名、そうでなければ印字のまま（両市）';

COMMENT ON COLUMN role.bodies IS '役割を負う当事者の名';

COMMENT ON COLUMN role.inferred IS '原文から失われた文字を推定で補った';

COMMENT ON COLUMN role.amendment IS '何番目の変更までを当てた本文か（0 は締結のときの本文）';

CREATE TABLE search_entry (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  area_slug text COLLATE "C" NOT NULL,
  agreement_id bigint,
  kind text NOT NULL,
  "position" integer NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  path text COLLATE "C" NOT NULL,
  folded_heading text COLLATE "C" NOT NULL,
  folded_text text COLLATE "C" NOT NULL,
  grams tsvector NOT NULL,
  CONSTRAINT search_entry_pkey PRIMARY KEY (id),
  CONSTRAINT search_entry_kind_check CHECK (kind = ANY (ARRAY['area'::text, 'agreement'::text, 'initiative'::text, 'municipality'::text, 'provision'::text])),
  CONSTRAINT search_entry_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  CONSTRAINT search_entry_area_slug_fkey FOREIGN KEY (area_slug) REFERENCES area(slug) ON DELETE CASCADE
);

CREATE INDEX search_entry_agreement_id_idx ON public.search_entry USING btree (agreement_id);

CREATE INDEX search_entry_area_slug_idx ON public.search_entry USING btree (area_slug);

CREATE INDEX search_entry_grams_idx ON public.search_entry USING gin (grams);

COMMENT ON TABLE search_entry IS '検索の見出し。公開中の内容から作り直せる写し';

COMMENT ON COLUMN search_entry.agreement_id IS '協約・条項・取組の見出しなら、その協約';

COMMENT ON COLUMN search_entry."position" IS '同じ種類の中での並び（本文の順、コード順）';

COMMENT ON COLUMN search_entry.title IS '画面の見出し';

COMMENT ON COLUMN search_entry.body IS '抜き書きの元になる文字';

COMMENT ON COLUMN search_entry.path IS 'ポータル内の場所（言語の接頭辞を除く）';

COMMENT ON COLUMN search_entry.folded_heading IS '固有の見出しを検索用に畳んだもの。ここに当たるものを先に出す';

COMMENT ON COLUMN search_entry.folded_text IS '見出しと本文を検索用に畳んだもの（NFKC・小文字・ひらがな）。索引の候補をこれで確かめる';

COMMENT ON COLUMN search_entry.grams IS 'folded_text の1文字と2文字の並び';

CREATE OR REPLACE FUNCTION check_amendment_order()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  last amendment%ROWTYPE;
BEGIN
  SELECT * INTO last FROM amendment WHERE agreement_id = NEW.agreement_id ORDER BY number DESC LIMIT 1;
  IF NEW.number <> coalesce(last.number, 0) + 1 THEN
    RAISE EXCEPTION '変更の番号は % のはずですが、% です。', coalesce(last.number, 0) + 1, NEW.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.in_force_on < last.in_force_on THEN
    RAISE EXCEPTION '変更 % の施行の日 % は、前の変更の施行の日 % より前です。', NEW.number, NEW.in_force_on, last.in_force_on USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$function$
;

CREATE OR REPLACE FUNCTION mark_publication()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE publication SET number = number + 1, changed_at = clock_timestamp(), changed_by = pg_current_xact_id()
  WHERE changed_by IS DISTINCT FROM pg_current_xact_id();
  RETURN NULL;
END
$function$
;

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% の行は追記のみです。% はできません。新しい版を追加してください。', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$function$
;
