import { ERAS, type AgreementFindingCode, type Finding } from '@renkei/core';
import type { Lang } from './message.js';
import type { MessageOf } from './message-of.js';
import { OTHER_KIND_TERMS } from './terms.js';

const value = (f: Finding, key: string) => String(f.data[key] ?? '—');
const found = (f: Finding) => (f.found === undefined ? '' : `「${f.found}」`);
const eraKanji = (f: Finding) => ERAS.find((era) => era.name === f.data['era'])?.kanji ?? value(f, 'era');
const assumed = (f: Finding) => (f.assumed === undefined ? '' : `「${f.assumed}」`);

/** 協約として読んだときの報告の文言。data の値は core の finding-code.ts にある。 */
export const AGREEMENT_FINDING_MESSAGES: Readonly<Record<AgreementFindingCode, MessageOf<Finding>>> = {
  'agreement.not-a-cooperation-agreement': {
    ja: (f) => `連携協約（地方自治法第252条の2）ではありません。${otherKind(f, 'ja')}と見受けられます${evidence(f, 'ja')}。連携協約の本文を指定してください。`,
    en: (f) => `This is not a cooperation agreement (Local Autonomy Act, art. 252-2). It looks like ${otherKind(f, 'en')}${evidence(f, 'en')}. Give the text of a cooperation agreement.`,
  },
  'agreement.amending-instrument': {
    ja: (f) => `既にある連携協約を変更する文書と見受けられます（${value(f, 'title')}）。変更後の協約の全文を指定してください。`,
    en: (f) => `This looks like an instrument changing an existing agreement (${value(f, 'title')}). Give the full text of the agreement as changed.`,
  },
  'agreement.draft': {
    ja: (f) => `案の印「${value(f, 'marker')}」があります。締結前の案として読みました。締結後の本文で読み直してください。`,
    en: (f) => `It is marked as a draft (「${value(f, 'marker')}」) and was read as one. Read the concluded text once there is one.`,
  },
  'agreement.legal-basis-missing': {
    ja: (f) => `根拠の条が見当たりません。前文に「${value(f, 'expected')}の規定により」と書かれているはずです。原本を確かめてください。`,
    en: (f) => `No legal basis was found. The preamble should cite 「${value(f, 'expected')}」. Check the original.`,
  },
  'agreement.legal-basis-unusual': {
    ja: (f) => `根拠が「${value(f, 'legalBasis')}」です。連携協約の締結の根拠は「${value(f, 'expected')}」で、前文に書かれるのが普通です。原本を確かめてください。`,
    en: (f) => `The legal basis is 「${value(f, 'legalBasis')}」. An agreement is normally concluded under 「${value(f, 'expected')}」, cited in the preamble. Check the original.`,
  },
  'agreement.no-parties': {
    ja: () => '当事者が見当たりません。前文に「A市及びB市（以下「両市」という。）は」のように書かれているはずです。前文が抜けていないか確かめてください。',
    en: () => 'No parties were found. The preamble should name them, as in 「A市及びB市（以下「両市」という。）は」. Check that the preamble is not missing.',
  },
  'agreement.parties-assumed': {
    ja: (f) => `当事者を前文から読めなかったので、${partySource(f, 'ja')}から「${value(f, 'names')}」としました。前文を確かめてください。`,
    en: (f) => `The parties could not be read from the preamble; 「${value(f, 'names')}」 were taken from ${partySource(f, 'en')}. Check the preamble.`,
  },
  'agreement.party-not-in-directory': {
    ja: (f) => `当事者「${value(f, 'party')}」は団体の名簿にないので、団体コードを付けられません。名簿に加えるか、名を確かめてください。`,
    en: (f) => `The party 「${value(f, 'party')}」 is not in the directory, so it has no code. Add it to the directory or check its name.`,
  },
  'agreement.party-ambiguous': {
    ja: (f) => `当事者「${value(f, 'party')}」は同じ名の団体が複数あり（${value(f, 'prefectures')}）、団体コードを決められません。都道府県名を付けて書かれているか確かめてください。`,
    en: (f) => `More than one body is called 「${value(f, 'party')}」 (${value(f, 'prefectures')}), so its code is undecided. See whether the text names the prefecture.`,
  },
  'agreement.designation-undefined': {
    ja: (f) => `呼び名「${value(f, 'designation')}」が定義なしに${value(f, 'count')}か所で使われています。前文に「以下「${value(f, 'designation')}」という。」があるはずです。原本を確かめてください。`,
    en: (f) => `「${value(f, 'designation')}」 is used in ${value(f, 'count')} places without a definition. The preamble should say 「以下「${value(f, 'designation')}」という。」. Check the original.`,
  },
  'agreement.role-bearer-assumed': {
    ja: (f) => `役割の欄の見出し「${value(f, 'header')}」から、負う者を「${value(f, 'party')}」としました。違っていれば見出しを直してください。`,
    en: (f) => `From the column heading 「${value(f, 'header')}」 the role was taken to be that of 「${value(f, 'party')}」. Correct the heading if this is wrong.`,
  },
  'agreement.date-missing': {
    ja: () => '締結日が見当たりません。締結文の後に「平成29年3月30日」のように書かれているはずです。',
    en: () => 'No date of conclusion was found. It should stand after the closing formula, as in 「平成29年3月30日」.',
  },
  'agreement.date-incomplete': {
    ja: (f) => `締結日${found(f)}の月日が空いています。締結前の案であればそのままで構いません。締結後であれば日付を書き入れてください。`,
    en: (f) => `The date of conclusion ${found(f)} lacks its month or day. That is usual in a draft; once concluded, fill it in.`,
  },
  'agreement.date-invalid': {
    ja: (f) => `締結日${found(f)}は暦にない日です。原本を確かめてください。`,
    en: (f) => `The date of conclusion ${found(f)} does not exist. Check the original.`,
  },
  'agreement.date-out-of-era': {
    ja: (f) => `日付${found(f)}は元号「${eraKanji(f)}」の期間の外です。${value(f, 'date')} として読みました。原本を確かめてください。`,
    en: (f) => `The date ${found(f)} lies outside the era 「${value(f, 'era')}」; it was read as ${value(f, 'date')}. Check the original.`,
  },
  'agreement.date-assumed': {
    ja: (f) => `締結文に日付がないので、${f.data['from'] === 'cover' ? '表紙' : '冒頭'}の日付から ${value(f, 'date')} としました。告示日の場合があるので、原本を確かめてください。`,
    en: (f) => `The closing has no date; ${value(f, 'date')} was taken from the ${f.data['from'] === 'cover' ? 'cover' : 'head'}. It may be the day of public notice: check the original.`,
  },
  'agreement.originals-missing': {
    ja: (f) => `正本の数が見当たりません。当事者が${value(f, 'parties')}団体なので「本協約書${value(f, 'parties')}通を作成し」と書かれているはずです。`,
    en: (f) => `The number of originals was not found. With ${value(f, 'parties')} parties the closing should say 「本協約書${value(f, 'parties')}通を作成し」.`,
  },
  'agreement.originals-differ': {
    ja: (f) => `正本は${value(f, 'originals')}通ですが、当事者は${value(f, 'parties')}団体です。原本を確かめてください。`,
    en: (f) => `There are ${value(f, 'originals')} originals but ${value(f, 'parties')} parties. Check the original.`,
  },
  'agreement.signatories-missing': {
    ja: () => '署名欄が見当たりません。締結日の後に、各当事者の長の職名と氏名があるはずです。',
    en: () => 'No signatures were found. After the date, the head of each party should be named with title.',
  },
  'agreement.signatory-missing': {
    ja: (f) => `当事者「${value(f, 'party')}」の署名が見当たりません。署名欄が抜けていないか原本を確かめてください。`,
    en: (f) => `The party 「${value(f, 'party')}」 has no signature. Check that its block is not missing.`,
  },
  'agreement.signatory-name-missing': {
    ja: (f) => `${value(f, 'body')}の「${value(f, 'title')}」に氏名がありません。案でなければ原本を確かめてください。`,
    en: (f) => `「${value(f, 'title')}」 of ${value(f, 'body')} has no name. Unless this is a draft, check the original.`,
  },
  'agreement.signatory-not-party': {
    ja: (f) => `署名欄の「${value(f, 'body')}」は前文の当事者にありません。前文と署名欄のどちらが正しいか原本を確かめてください。`,
    en: (f) => `「${value(f, 'body')}」 signs but is not a party in the preamble. Check which of the two is right.`,
  },
  'agreement.signature-line-unread': {
    ja: (f) => `署名欄の行${found(f)}は、住所・団体名・職名・氏名のどれとも読めません。署名欄には印字のまま残しました。`,
    en: (f) => `The line ${found(f)} of the signatures is neither address, body, title nor name. It stays in the signature block as printed.`,
  },
  'agreement.no-articles': {
    ja: () => '条が一つもありません。「第1条」で始まる行があるはずです。本文の途中が抜けていないか確かめてください。',
    en: () => 'There are no articles. Some lines should begin with 「第1条」. Check that the body is not missing.',
  },
  'agreement.article-gap': {
    ja: (f) => `第${value(f, 'before')}条の次が第${value(f, 'after')}条です。間の条が抜けていないか原本を確かめてください。`,
    en: (f) => `Article ${value(f, 'before')} is followed by article ${value(f, 'after')}. Check that nothing is missing between them.`,
  },
  'agreement.article-duplicate': {
    ja: (f) => `第${value(f, 'article')}条が二つ以上あります。番号の誤りか、重ねて取り込まれた箇所がないか確かめてください。`,
    en: (f) => `Article ${value(f, 'article')} appears more than once. Look for a wrong number or a passage taken twice.`,
  },
  'agreement.reference-missing': {
    ja: (f) => `第${value(f, 'article')}条が引く「${value(f, 'target')}」がこの協約にありません。引用の番号か、抜けた条を確かめてください。`,
    en: (f) => `Article ${value(f, 'article')} refers to 「${value(f, 'target')}」, which is not in this agreement. Check the reference or find the missing provision.`,
  },
  'agreement.appendix-missing': {
    ja: (f) => `第${value(f, 'article')}条が引く「${value(f, 'appendix')}」がありません。別表まで含めて読み込んでください。`,
    en: (f) => `Article ${value(f, 'article')} refers to 「${value(f, 'appendix')}」, which is missing. Include the appended tables.`,
  },
  'agreement.appendix-article-missing': {
    ja: (f) => `「${value(f, 'appendix')}」が関係条とする第${value(f, 'article')}条がありません。条の番号を確かめてください。`,
    en: (f) => `「${value(f, 'appendix')}」 names article ${value(f, 'article')}, which does not exist. Check the number.`,
  },
  'agreement.appendix-unreferenced': {
    ja: (f) => `「${value(f, 'appendix')}」を引く条がありません。関係する条が抜けていないか確かめてください。`,
    en: (f) => `No article refers to 「${value(f, 'appendix')}」. Check that no article is missing.`,
  },
  'agreement.table-header-assumed': {
    ja: (f) => `${value(f, 'appendix')}の表の見出しがはっきりしないので、列を「${value(f, 'columns')}」と見ました。違っていれば見出しを書き入れてください。`,
    en: (f) => `The headings of the table in ${value(f, 'appendix')} are unclear; its columns were taken as 「${value(f, 'columns')}」. Write the headings if this is wrong.`,
  },
  'agreement.table-unread': {
    ja: (f) => `${value(f, 'appendix')}の表から取組を読み取れません（${tableReason(f, 'ja')}）。表は本文に残しました。`,
    en: (f) => `No initiatives could be read from the table in ${value(f, 'appendix')} (${tableReason(f, 'en')}). The table stays in the text.`,
  },
  'agreement.row-unread': {
    ja: (f) => `${value(f, 'appendix')}の${value(f, 'row')}行目${found(f)}は取組として読めません。行は本文に残しました。取組であれば標目（ア など）を付けてください。`,
    en: (f) => `Row ${value(f, 'row')} of ${value(f, 'appendix')} ${found(f)} could not be read as an initiative. It stays in the text. If it is one, give it a label such as ア.`,
  },
  'agreement.label-repaired': {
    ja: (f) => `標目${found(f)}を「${value(f, 'label')}」と読みました（${value(f, 'path')}）。本文の文字はそのままです。`,
    en: (f) => `The label ${found(f)} was read as 「${value(f, 'label')}」 (${value(f, 'path')}). The text itself is unchanged.`,
  },
  'agreement.no-initiatives': {
    ja: () => '取組が一つも見当たりません。別表か条の中に、取組とその役割があるはずです。別表まで含めて読み込んでください。',
    en: () => 'No initiatives were found. They should stand in the appended table or in an article. Include the appended tables.',
  },
  'agreement.initiative-without-name': {
    ja: (f) => `取組 ${value(f, 'path')} の名がありません。原本を確かめてください。`,
    en: (f) => `The initiative ${value(f, 'path')} has no name. Check the original.`,
  },
  'agreement.initiative-without-content': {
    ja: (f) => `取組 ${value(f, 'path')} の内容がありません。原本を確かめてください。`,
    en: (f) => `The initiative ${value(f, 'path')} has no content. Check the original.`,
  },
  'agreement.initiative-without-role': {
    ja: (f) => `取組 ${value(f, 'path')}「${value(f, 'name')}」に、どの当事者の役割もありません。原本を確かめてください。`,
    en: (f) => `The initiative ${value(f, 'path')} 「${value(f, 'name')}」 has no role of any party. Check the original.`,
  },
  'agreement.initiative-duplicate-path': {
    ja: (f) => `同じ場所（${value(f, 'path')}）の取組が${value(f, 'count')}件あります。標目の誤りがないか確かめてください。`,
    en: (f) => `There are ${value(f, 'count')} initiatives at the same place (${value(f, 'path')}). Check their labels.`,
  },
  'agreement.role-missing': {
    ja: (f) => `取組 ${value(f, 'path')} の「${value(f, 'party')}」の役割の欄が空です。役割がないのか、文字が失われたのか、原本を確かめてください。`,
    en: (f) => `In the initiative ${value(f, 'path')} the cell for the role of 「${value(f, 'party')}」 is empty. Check whether there is none or it was lost.`,
  },
  'agreement.party-without-role': {
    ja: (f) => `当事者「${value(f, 'party')}」の役割が、どの取組にもありません。`,
    en: (f) => `The party 「${value(f, 'party')}」 has no role in any initiative.`,
  },
  'agreement.same-as-above': {
    ja: (f) => `取組 ${value(f, 'path')} の「${value(f, 'party')}」の役割${found(f)}を、上の行と同じ${assumed(f)}と読みました。`,
    en: (f) => `In the initiative ${value(f, 'path')} the role ${found(f)} of 「${value(f, 'party')}」 was read as the same as above ${assumed(f)}.`,
  },
  'agreement.change-procedure-missing': {
    ja: () => '変更・廃止の手続を定める条が見当たりません。最後の条が抜けていないか原本を確かめてください。',
    en: () => 'No article sets out how the agreement is changed or ended. Check that the last article is not missing.',
  },
  'agreement.council-vote-missing': {
    ja: (f) => `変更の条${articleName(f)}に議会の議決がありません。変更には各議会の議決が要ります（地方自治法第252条の2第4項）。`,
    en: (f) => `The change clause ${articleName(f)} does not mention the vote of the assemblies, which the Act requires (art. 252-2(4)).`,
  },
  'agreement.cost-sharing-missing': {
    ja: () => '費用分担を定める条が見当たりません。定めがないのか、条が抜けたのか、原本を確かめてください。',
    en: () => 'No article on cost sharing was found. Check whether there is none or it was lost.',
  },
  'agreement.conference-missing': {
    ja: () => '連絡会議を定める条が見当たりません。定めがないのか、条が抜けたのか、原本を確かめてください。',
    en: () => 'No article on the liaison conference was found. Check whether there is none or it was lost.',
  },
};

function otherKind(f: Finding, lang: Lang): string {
  const kind = f.data['otherKind'];
  return kind !== undefined && Object.hasOwn(OTHER_KIND_TERMS, kind) ? OTHER_KIND_TERMS[kind as keyof typeof OTHER_KIND_TERMS][lang] : OTHER_KIND_TERMS.unknown[lang];
}

function evidence(f: Finding, lang: Lang): string {
  const text = f.data['evidence'];
  if (text === undefined || text === '') return '';
  return lang === 'ja' ? `（根拠: 「${text}」）` : ` (seen: 「${text}」)`;
}

const PARTY_SOURCES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  article: { ja: '本則の条', en: 'the articles' },
  cover: { ja: '表紙', en: 'the cover' },
  title: { ja: '題名', en: 'the title' },
  signature: { ja: '署名欄', en: 'the signatures' },
};

function partySource(f: Finding, lang: Lang): string {
  return PARTY_SOURCES[value(f, 'from')]?.[lang] ?? value(f, 'from');
}

function tableReason(f: Finding, lang: Lang): string {
  const noRows = f.data['reason'] === 'no-rows';
  if (lang === 'ja') return noRows ? '見出しの下に行がない' : '取組の列が見当たらない';
  return noRows ? 'it has no rows below its headings' : 'it has no column of initiatives';
}

function articleName(f: Finding): string {
  const article = f.data['article'];
  return article === undefined || article === '' ? '' : `（第${article}条）`;
}
