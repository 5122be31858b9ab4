/**
 * 報告の符号。文言表（app/messages/findings.ts）はこの型を網羅しないと型検査を通らない。
 * source.* 形式を開くとき / text.* 本文の木を読むとき / agreement.* 協約として読むとき / amendment.* 改め文を読み、当てるとき
 */
export type FindingCode = SourceFindingCode | TextFindingCode | AgreementFindingCode | AmendmentFindingCode;

/**
 * 形式を開いたときの報告。data の値:
 * - encoding-assumed: encoding（採った文字コード）, candidates（ほかに成り立つもの）
 * - encoding-mismatch: declared（原文が名乗る文字コード）, encoding（実際）
 * - invalid-bytes: offset（先頭からのバイト位置）, hex（そのバイト列）, encoding
 * - more-invalid-bytes: count（個別に示さなかった箇所の数）
 * - unreadable-characters: count（U+FFFD。前の工程で失われた文字・字形から引けない文字）
 * - private-use-characters: count, codes（U+E000 など外字）
 * - control-characters: count, codes（NUL など）
 * - radical-characters: count。found の部首の字（⼭）を assumed の漢字（山）に直した
 * - page-furniture: part（本文でない部分の種類）。found に文字そのもの
 * - hidden-text: count。found に文字そのもの
 * - revision-deleted / revision-inserted: author。変更履歴の削除（採らない）・挿入（採る）
 * - automatic-number: count（計算して印字を補った番号の数）, first（その最初の印字）
 * - ruby-reading: reading（採らなかった読み）。found に親文字
 * - note: part（footnote / endnote / comment）。found に注の文字
 * - object: part（image / drawing / math / form など、文字でないもの）, name
 * - nested-table: rows, columns（欄の中の表。欄の文字としてつないだ）
 * - damaged-part: part（容器の中の名）, detail
 * - joined-lines: count（行幅で折られた行をつないだ数）
 * - table-recognised: rows, columns（位置から見分けた表）
 * - pages-without-text: count, pages（文字の無い頁）
 * - unknown-element: name, count, line, column（表に無い要素。名を外し、中の文字だけを採った。found にその文字を改行でつないだもの。場所は最初の一つ）
 * - unknown-markup: name, count, line, column（注釈・処理命令など、文字でも要素でもないもの。found に中身）
 */
export type SourceFindingCode =
  | 'source.encoding-assumed'
  | 'source.encoding-mismatch'
  | 'source.invalid-bytes'
  | 'source.more-invalid-bytes'
  | 'source.unreadable-characters'
  | 'source.private-use-characters'
  | 'source.control-characters'
  | 'source.radical-characters'
  | 'source.page-furniture'
  | 'source.hidden-text'
  | 'source.revision-deleted'
  | 'source.revision-inserted'
  | 'source.automatic-number'
  | 'source.ruby-reading'
  | 'source.note'
  | 'source.object'
  | 'source.nested-table'
  | 'source.damaged-part'
  | 'source.joined-lines'
  | 'source.table-recognised'
  | 'source.pages-without-text'
  | 'source.unknown-element'
  | 'source.unknown-markup';

/**
 * 本文の木を読むときの報告。data の値（found・assumed は Finding 自身が持つ）:
 * - layout-mark: kind（heading 見出しの # / emphasis 強調の ** / bullet 箇条書きの点 / pipe 表の縦線 /
 *   line-break <br> / title-circle 題名の○ / rule 見出し行の区切り線 / merge 結合の矢印）, count。木に入れない記号をまとめたもの
 * - stray-rule: 表の外れにある罫線。本文でない
 * - page-number: ページ番号とみた行
 * - spaced-characters: 一字ごとの空白を詰めた行
 * - bracket-width: 括弧の幅を揃えた（見出し・標目）
 * - label-mark: 標目の後の点（「1.」）を標目に含めない
 * - label-lookalike: 標目に似た別の文字（力→カ）
 * - number-gap: 番号が続かない
 * - unnumbered-paragraph: 番号のない段落を次の項とみた
 * - row-rejoined: ページの切れ目で割れた表の行をつないだ
 * - line-in-table: 表の途中に割り込んだ、表のものでない行。前後の表は一つにつないだ
 * - repeated-header: ページごとに繰り返された表の見出し
 * - header-column-restored: columns。失われた空の見出しの欄を補った
 * - merged-cell-restored: heading（役割欄の見出し）, row（残っていた行の標目）, rows（及ぼした行数）
 * - merged-cell-completed: heading, evidence（同じ文の数）, candidates（当てはまる文の数）。断片から全文を補った
 * - merged-cell-lost: heading。断片を補う文が見当たらない
 * - role-column-lost: heading, rows, evidence（ほかの表の同じ文の数）。役割欄に何も残っていない。ほかの表がみな同じ文なら assumed に補った文
 * - variant-glyph: found, assumed, count（同じ所で直した数）。同じ文書の同じ語が証明する旧字体→新字体
 */
export type TextFindingCode =
  | 'text.layout-mark'
  | 'text.stray-rule'
  | 'text.page-number'
  | 'text.spaced-characters'
  | 'text.bracket-width'
  | 'text.label-mark'
  | 'text.label-lookalike'
  | 'text.number-gap'
  | 'text.unnumbered-paragraph'
  | 'text.row-rejoined'
  | 'text.line-in-table'
  | 'text.repeated-header'
  | 'text.header-column-restored'
  | 'text.merged-cell-restored'
  | 'text.merged-cell-completed'
  | 'text.merged-cell-lost'
  | 'text.role-column-lost'
  | 'text.variant-glyph';

/**
 * 協約として読んだときの報告。data の値（found・assumed は Finding 自身が持つ）:
 * - not-a-cooperation-agreement: otherKind（OtherKind）, evidence（そう見た文。無ければ空文字）
 * - amending-instrument: title（既にある連携協約を変更する文書と見た題名）
 * - draft: marker（「(案)」など案である印）
 * - legal-basis-missing: expected（地方自治法第252条の2第1項）
 * - legal-basis-unusual: legalBasis, expected（項が違う、前文の外にある）
 * - no-parties: なし
 * - parties-assumed: from（article / cover / title / signature）, names（「、」区切り）
 * - party-not-in-directory: party / party-ambiguous: party, prefectures（名簿で当たる都道府県）
 * - designation-undefined: designation（定義なしに使われた呼び名）, count（使われた箇所の数）
 * - role-bearer-assumed: header（印字の見出し）, party（採った当事者）
 * - date-missing: なし / date-incomplete: 日や月が空白 / date-invalid: 暦にない日
 * - date-out-of-era: era, date / date-assumed: from（header / cover）, date
 * - originals-missing: parties（当事者の数）/ originals-differ: originals, parties
 * - signatories-missing: なし / signatory-missing: party / signatory-name-missing: body, title
 * - signatory-not-party: body / signature-line-unread: なし（found に行）
 * - no-articles: なし / article-gap: before, after（番号の飛んだ前後の条）/ article-duplicate: article
 * - reference-missing: article（参照する側）, target（無い条）
 * - appendix-missing: appendix, article（引く条）/ appendix-article-missing: appendix, article（無い条）
 * - appendix-unreferenced: appendix
 * - table-header-assumed: appendix, columns（列をどう見たか「取組・内容・役割」）
 * - table-unread: appendix, reason（no-initiative-column / no-rows）
 * - row-unread: appendix, row（見出しを除く行番号）
 * - label-repaired: path, label（「力」を「カ」と読むなど）
 * - no-initiatives: なし / initiative-without-name: path / initiative-without-content: path
 * - initiative-without-role: path, name / initiative-duplicate-path: path, count
 * - role-missing: path, party（欄があるのに空）/ party-without-role: party（どの取組にも役割が無い）
 * - same-as-above: path, party（「同上」を上の行の役割と読んだ）
 * - change-procedure-missing / council-vote-missing: article（変更の条。無ければ空文字）
 * - cost-sharing-missing / conference-missing: なし
 */
export type AgreementFindingCode =
  | 'agreement.not-a-cooperation-agreement'
  | 'agreement.amending-instrument'
  | 'agreement.draft'
  | 'agreement.legal-basis-missing'
  | 'agreement.legal-basis-unusual'
  | 'agreement.no-parties'
  | 'agreement.parties-assumed'
  | 'agreement.party-not-in-directory'
  | 'agreement.party-ambiguous'
  | 'agreement.designation-undefined'
  | 'agreement.role-bearer-assumed'
  | 'agreement.date-missing'
  | 'agreement.date-incomplete'
  | 'agreement.date-invalid'
  | 'agreement.date-out-of-era'
  | 'agreement.date-assumed'
  | 'agreement.originals-missing'
  | 'agreement.originals-differ'
  | 'agreement.signatories-missing'
  | 'agreement.signatory-missing'
  | 'agreement.signatory-name-missing'
  | 'agreement.signatory-not-party'
  | 'agreement.signature-line-unread'
  | 'agreement.no-articles'
  | 'agreement.article-gap'
  | 'agreement.article-duplicate'
  | 'agreement.reference-missing'
  | 'agreement.appendix-missing'
  | 'agreement.appendix-article-missing'
  | 'agreement.appendix-unreferenced'
  | 'agreement.table-header-assumed'
  | 'agreement.table-unread'
  | 'agreement.row-unread'
  | 'agreement.label-repaired'
  | 'agreement.no-initiatives'
  | 'agreement.initiative-without-name'
  | 'agreement.initiative-without-content'
  | 'agreement.initiative-without-role'
  | 'agreement.initiative-duplicate-path'
  | 'agreement.role-missing'
  | 'agreement.party-without-role'
  | 'agreement.same-as-above'
  | 'agreement.change-procedure-missing'
  | 'agreement.council-vote-missing'
  | 'agreement.cost-sharing-missing'
  | 'agreement.conference-missing';

/**
 * 改め文を読み、当てるときの報告。at.line は改め文の行、at.provision は場所の印字、at.node は base の節点。
 * 断る理由（severity: error）。一つでもあれば何も変わらない。
 * - not-an-amendment: なし（found に初めの行） / sentence-unread: rest（読めなかった残り）
 * - unbalanced-quotes: depth（閉じていない数。閉じ過ぎは負） / same-without-antecedent: word（同条・同項…）
 * - block-missing: expected（次の1条…） / block-unexpected: なし（found に余った行） / block-unread: found に読めない行
 * - count-mismatch: unit, expected（改め文が言う数）, actual（ブロックの数） / block-number: expected, actual（標目）
 * - wrong-base: expected（改め文が名指す題名・ハッシュ）, actual（対象の題名・ハッシュ）
 * - location-not-found: location, nearest（見つかった所まで。無ければ空文字） / location-ambiguous: location, count
 * - words-not-found: words, location, elsewhere（その語がある別の場所。無ければ空文字）
 * - number-occupied: location / number-gap: before, after（番号の飛んだ前後） / number-duplicate: location / order-broken: before, after
 * - rewrite-and-move: location / whole-scope: location（この動作が当たらない場所）, action
 * - proof-failed: stage（parse / apply / compare）, expected, actual（最初に違う所の印字）
 * 警告（severity: warning）と助言（advice）
 * - words-repeated: words, location, count / word-cut: words, location, around（前後を含む語）
 * - folded-match: words（引用）, location（found に本文の字） / caption-untouched: words, location（同じ語が見出しにもある）
 * - two-readings: location（文頭の番号で読むと別の規定になる）, other / long-form: found に書きぶり（「と改める」など）, assumed に正しい形
 * - ordinary-row-last: row（「その他」の項が最後でなくなる） / date-before-force: date, inForceOn
 * - outside-comparison: part（比べない部分が違う。改正附則など）
 * ハネ
 * - reference-shifted: words（前条・第4条…）, was（もとの指す先）, now（今の指す先。無ければ空文字）
 * - related-article-wrong: words, was, now / term-undefined: term, count / toc-mismatch: was, now
 * - reference-dangling: words, was（削られた規定）
 */
export type AmendmentFindingCode =
  | 'amendment.not-an-amendment'
  | 'amendment.sentence-unread'
  | 'amendment.unbalanced-quotes'
  | 'amendment.same-without-antecedent'
  | 'amendment.block-missing'
  | 'amendment.block-unexpected'
  | 'amendment.block-unread'
  | 'amendment.count-mismatch'
  | 'amendment.block-number'
  | 'amendment.wrong-base'
  | 'amendment.location-not-found'
  | 'amendment.location-ambiguous'
  | 'amendment.words-not-found'
  | 'amendment.number-occupied'
  | 'amendment.number-gap'
  | 'amendment.number-duplicate'
  | 'amendment.order-broken'
  | 'amendment.rewrite-and-move'
  | 'amendment.whole-scope'
  | 'amendment.proof-failed'
  | 'amendment.words-repeated'
  | 'amendment.word-cut'
  | 'amendment.folded-match'
  | 'amendment.caption-untouched'
  | 'amendment.two-readings'
  | 'amendment.long-form'
  | 'amendment.ordinary-row-last'
  | 'amendment.date-before-force'
  | 'amendment.outside-comparison'
  | 'amendment.reference-shifted'
  | 'amendment.related-article-wrong'
  | 'amendment.term-undefined'
  | 'amendment.toc-mismatch'
  | 'amendment.reference-dangling';
