import { childrenOf, textOf, type Element } from '../text/element.js';
import type { LabelForms } from '../text/label.js';
import type { Duty, DutyKind, Initiative, Party } from './agreement-reading.js';
import { comparisonForm } from './comparison-form.js';
import { resolveDesignation } from './designation.js';
import { articleNumber, captionOf, provisionText, type DocumentParts } from './document-parts.js';

interface DutyRule {
  readonly kind: DutyKind;
  /** 見出しに現れる語。本文が言わなくても見出しで足りるものだけ */
  readonly caption?: RegExp;
  readonly text: RegExp;
}

/** 義務の見分け方。見出しより本文を先に見る（費用の定めがビジョンの条の第2項にあることもある）。 */
const RULES: readonly DutyRule[] = [
  { kind: 'termination-notice', text: /(廃止|終了|解消|解除|失効).{0,60}(通告|通知|申し?入れ|書面)|(通告|通知).{0,60}(廃止|終了|解消|失効|効力を失)/ },
  { kind: 'change-procedure', caption: /変更|廃止/, text: /(変更|廃止|改廃).{0,60}(協議|議決|合意)/ },
  { kind: 'cost-sharing', caption: /費用|経費/, text: /(費用|経費|負担金).{0,80}(負担|分担|支弁|協議|ビジョン|定め)/ },
  { kind: 'conference', caption: /会議|協議の場/, text: /(会議|協議の場|協議会)(等)?を.{0,20}(開催|設置|設け|置く|開く|行う)/ },
  { kind: 'term', caption: /有効期間|^期間|協定期間|協約の期間/, text: /(有効|存続)期間|この(連携)?協約の期間|効力を有する/ },
  { kind: 'doubt', caption: /疑義|その他|補則|協議事項/, text: /疑義|定めのない事項|定めのないもの|定めがない事項/ },
  { kind: 'vision', caption: /ビジョン/, text: /ビジョン.{0,60}(策定|作成|定め|変更|推進)/ },
];

/** 見出しだけでは決めず、本文にも義務らしい言葉が要るもの。 */
const OBLIGATION = /ものとする|しなければならない|定める|よる|行う|よらなければならない|協議/;

const YEARLY = /毎年度?|各年度|年度ごと|年度に[1一]回|年に?[1一]回|[1一]年に[1一]回/;

/**
 * 条から生じる義務。項ごとに読む。
 * 取組を号に並べた条では、取組の内容（「協議の場を設ける」など）を義務と取り違えないよう、号を見ない。
 */
export function readDuties(parts: DocumentParts, parties: readonly Party[], initiatives: readonly Initiative[]): Duty[] {
  const listing = new Set(initiatives.map((i) => i.article?.node));
  return parts.articles.flatMap((article) => {
    const caption = captionOf(article);
    const paragraphs = childrenOf(article, 'Paragraph');
    return paragraphs.flatMap((paragraph) => dutiesOf(listing.has(article.id) ? { ...paragraph, children: childrenOf(paragraph, 'ParagraphSentence') } : paragraph, caption, parts.labels).map(({ kind, text }): Duty => ({
      kind,
      article: articleNumber(article),
      ...(paragraphs.length > 1 ? { paragraph: paragraph.num ?? '' } : {}),
      caption,
      text,
      bearer: bearerOf(text, parties),
      frequency: YEARLY.test(comparisonForm(text)) ? 'yearly' : null,
      node: paragraph.id,
    })));
  });
}

function dutiesOf(paragraph: Element, caption: string | null, labels: LabelForms): { kind: DutyKind; text: string }[] {
  const text = provisionText(paragraph, labels);
  const form = comparisonForm(text);
  const captionForm = comparisonForm(caption ?? '');
  const matched = RULES.filter((rule) => rule.text.test(form));
  const first = paragraph.num === undefined || paragraph.num === '1';
  const kinds = matched.length > 0 ? matched.map((r) => r.kind) : RULES.filter((r) => first && r.caption?.test(captionForm) === true && OBLIGATION.test(form)).map((r) => r.kind).slice(0, 1);
  // 「前項の負担は、受益の程度を勘案する」は費用の条の第2項以下に現れる
  if (kinds.length === 0 && /費用|経費/.test(captionForm) && /前項/.test(form) && /負担|分担|受益/.test(form)) kinds.push('cost-sharing');
  return narrow(kinds, captionForm).map((kind) => ({ kind, text: kind === 'termination-notice' && kinds.length > 1 ? sentencesAbout(paragraph, text) : text }));
}

/** 一つの項が複数の規則に当たるとき、主たる義務だけを残す。 */
function narrow(kinds: readonly DutyKind[], caption: string): DutyKind[] {
  const drop = new Set<DutyKind>();
  const has = (kind: DutyKind) => kinds.includes(kind);
  // 「費用の分担は、ビジョンに定める」はビジョンを定める義務でない
  if (has('cost-sharing')) drop.add('vision');
  // 「協約の変更に関し会議で協議する」「ビジョンの推進のため会議を開く」は会議の義務
  if (has('conference') && /会議/.test(caption)) drop.add('change-procedure').add('vision');
  if (has('doubt') && !/変更|廃止/.test(caption)) drop.add('change-procedure');
  // 「…を経て廃止を通告する」だけの項は変更の手続ではない
  if (has('termination-notice') && /通告|解除|廃止|終了/.test(caption) && !/変更/.test(caption)) drop.add('change-procedure');
  if (has('change-procedure') && /変更|廃止/.test(caption)) drop.add('term');
  if (has('term') && /期間/.test(caption)) drop.add('change-procedure').add('termination-notice');
  return kinds.filter((kind) => !drop.has(kind));
}

/** 変更の手続と廃止の通告が一つの項にあるとき、通告を言う文とその後だけ。 */
function sentencesAbout(paragraph: Element, whole: string): string {
  const sentences = childrenOf(paragraph, 'ParagraphSentence').flatMap((s) => childrenOf(s, 'Sentence')).map(textOf);
  const from = sentences.findIndex((s) => /通告|通知|申し?入れ/.test(s));
  return from > 0 ? sentences.slice(from).join('') : whole;
}

const BEARER = /(?<=^|[、。\n　])(?:((?:[甲乙丙丁戊]、)+[甲乙丙丁戊](?:及び|又は)[甲乙丙丁戊](?:の長)?)(?=(?<!又)は|が|の協議|協議)|([^、。\n　]{1,24}?)(?:(?<!又|また)は|が|の協議|(?=協議)))/g;

/** 当事者を指し得る語か。長い文書でほとんどの句をここで外す。 */
const NAMES_BODY = /[甲乙丙丁戊両双全各市町村区都道府県]|当事者|関係|構成/;

/** 義務を負う者。「両市の長は」「両市が協議して」「両市の協議」「甲又は乙は」の呼び名を印字のまま。 */
function bearerOf(text: string, parties: readonly Party[]): string | null {
  // 「，」を使う文書もある。文字数を変えずに揃えて探す
  for (const m of text.replace(/[，,]/g, '、').matchAll(BEARER)) {
    const printed = (m[1] ?? m[2]!).trim();
    if (m[1] !== undefined) return printed;
    if (!NAMES_BODY.test(printed)) continue;
    const chief = printed.replace(/の(?:市町村?|市|町|村)?長$|長$/, '');
    if (known(printed, parties) || known(chief, parties) || knownChiefs(printed, parties)) return printed;
  }
  return null;
}

const known = (word: string, parties: readonly Party[]): boolean => resolveDesignation(word, parties).bodies.length > 0;

/** 「熊本市長及び山鹿市長」 */
function knownChiefs(printed: string, parties: readonly Party[]): boolean {
  const words = printed.split(/及び|又は|並びに|および|または|ならびに|と/);
  return words.length > 1 && words.every((w) => known(w.replace(/(の)?長$/, ''), parties) || known(w.replace(/長$/, ''), parties));
}
