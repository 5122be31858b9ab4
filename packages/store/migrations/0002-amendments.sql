-- 連携協約の変更（第6条）。変更の事実は追記のみ。変更後の本文は、読取の版ごとに当て直した結果として残す。

CREATE TABLE amendment (
  agreement_id bigint NOT NULL REFERENCES agreement,
  number integer NOT NULL CHECK (number >= 1),
  base_revision integer NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  concluded_on date,
  in_force_on date NOT NULL,
  sample boolean NOT NULL,
  operations jsonb NOT NULL CHECK (jsonb_typeof(operations) = 'array'),
  operations_sha256 text COLLATE "C" NOT NULL CHECK (operations_sha256 ~ '^[0-9a-f]{64}$'),
  printed text NOT NULL,
  provision_lines integer[] NOT NULL,
  text_bytes bytea NOT NULL,
  text_sha256 text COLLATE "C" NOT NULL,
  text_format text NOT NULL,
  text_encoding text,
  text_file_name text NOT NULL,
  text_note text,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (agreement_id, number),
  FOREIGN KEY (agreement_id, base_revision) REFERENCES agreement_revision,
  CONSTRAINT amendment_text_sha256_check CHECK (text_sha256 = encode(sha256(text_bytes), 'hex'))
);
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

-- 番号は一つずつ、施行の日は戻らない。前の変更より早く効く変更は、前の変更の対象の本文を変えてしまう。
CREATE FUNCTION check_amendment_order() RETURNS trigger LANGUAGE plpgsql AS $$
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
$$;
COMMENT ON FUNCTION check_amendment_order() IS '変更の番号が途切れず、施行の日が番号の順に並ぶことを守る';

CREATE TRIGGER amendment_order BEFORE INSERT ON amendment
  FOR EACH ROW EXECUTE FUNCTION check_amendment_order();
CREATE TRIGGER amendment_append_only BEFORE UPDATE OR DELETE ON amendment
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER amendment_no_truncate BEFORE TRUNCATE ON amendment
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER amendment_publication AFTER INSERT ON amendment
  FOR EACH ROW EXECUTE FUNCTION mark_publication();

CREATE TABLE amended_text (
  agreement_id bigint NOT NULL,
  revision integer NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  title text,
  document jsonb NOT NULL,
  labels jsonb NOT NULL,
  reading jsonb NOT NULL,
  findings jsonb NOT NULL CHECK (jsonb_typeof(findings) = 'array'),
  base_sha256 text COLLATE "C" NOT NULL CHECK (base_sha256 ~ '^[0-9a-f]{64}$'),
  result_sha256 text COLLATE "C" NOT NULL CHECK (result_sha256 ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (agreement_id, revision, number),
  FOREIGN KEY (agreement_id, revision) REFERENCES agreement_revision,
  FOREIGN KEY (agreement_id, number) REFERENCES amendment
);
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

CREATE TRIGGER amended_text_append_only BEFORE UPDATE OR DELETE ON amended_text
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER amended_text_no_truncate BEFORE TRUNCATE ON amended_text
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER amended_text_publication AFTER INSERT ON amended_text
  FOR EACH ROW EXECUTE FUNCTION mark_publication();

-- 読取の写しは、版ごとに、変更の前（0）と変更ごとに作る。
ALTER TABLE role DROP CONSTRAINT role_agreement_id_revision_initiative_ordinal_fkey;
ALTER TABLE party ADD COLUMN amendment integer NOT NULL DEFAULT 0 CHECK (amendment >= 0);
ALTER TABLE policy_field ADD COLUMN amendment integer NOT NULL DEFAULT 0 CHECK (amendment >= 0);
ALTER TABLE initiative ADD COLUMN amendment integer NOT NULL DEFAULT 0 CHECK (amendment >= 0);
ALTER TABLE role ADD COLUMN amendment integer NOT NULL DEFAULT 0 CHECK (amendment >= 0);
ALTER TABLE duty ADD COLUMN amendment integer NOT NULL DEFAULT 0 CHECK (amendment >= 0);
ALTER TABLE party DROP CONSTRAINT party_pkey, ADD PRIMARY KEY (agreement_id, revision, amendment, ordinal);
ALTER TABLE policy_field DROP CONSTRAINT policy_field_pkey, ADD PRIMARY KEY (agreement_id, revision, amendment, ordinal);
ALTER TABLE initiative DROP CONSTRAINT initiative_pkey, ADD PRIMARY KEY (agreement_id, revision, amendment, ordinal);
ALTER TABLE role DROP CONSTRAINT role_pkey, ADD PRIMARY KEY (agreement_id, revision, amendment, initiative_ordinal, ordinal);
ALTER TABLE duty DROP CONSTRAINT duty_pkey, ADD PRIMARY KEY (agreement_id, revision, amendment, ordinal);
ALTER TABLE role ADD CONSTRAINT role_initiative_fkey FOREIGN KEY (agreement_id, revision, amendment, initiative_ordinal) REFERENCES initiative (agreement_id, revision, amendment, ordinal);
COMMENT ON COLUMN party.amendment IS '何番目の変更までを当てた本文か（0 は締結のときの本文）';
COMMENT ON COLUMN policy_field.amendment IS '何番目の変更までを当てた本文か（0 は締結のときの本文）';
COMMENT ON COLUMN initiative.amendment IS '何番目の変更までを当てた本文か（0 は締結のときの本文）';
COMMENT ON COLUMN role.amendment IS '何番目の変更までを当てた本文か（0 は締結のときの本文）';
COMMENT ON COLUMN duty.amendment IS '何番目の変更までを当てた本文か（0 は締結のときの本文）';

ALTER TABLE agreement ADD COLUMN searched_amendment integer NOT NULL DEFAULT 0 CHECK (searched_amendment >= 0);
COMMENT ON COLUMN agreement.searched_amendment IS '検索の見出しを作った本文（何番目の変更までを当てたか）。施行の日が来ると作り直す';
