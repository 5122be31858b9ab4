import type { Message } from '@renkei/app';
import type { ProseBlock } from './prose-page.js';

/** このサイトの目的、データの出どころと利用の条件。 */
export const ABOUT: { readonly title: Message; readonly blocks: readonly ProseBlock[] } = {
  title: { ja: 'このサイトとデータについて', en: 'About this site and its data' },
  blocks: [
    {
      text: {
        ja: '連携協約（地方自治法第252条の2）は、二つ以上の地方公共団体が、連携して取り組むこととそれぞれの役割を約束するものです。このサイトは、誰が何を約束したかを、条文に結び付けて示します。',
        en: 'In a cooperation agreement (連携協約, article 252-2 of the Local Autonomy Act) local governments promise what they will do together and who takes which role. This site shows who promised what, tied to the articles.',
      },
    },
    { heading: { ja: '本文の出どころ', en: 'Where the texts come from' } },
    {
      list: [
        { ja: '協約の本文は、各団体が公表した文書を読み取ったものです。原文のファイルとその要約値（SHA-256）を、協約のページで確かめられます。', en: 'Agreement texts were read from documents published by the bodies. The source file and its SHA-256 can be checked on the page of each agreement.' },
        { ja: '読み取りで直したこと、推定で補ったことは、協約のページの「この本文の読み方」にすべて示しています。', en: 'Whatever was repaired or inferred while reading is listed on the page of the agreement under “How this text was read”.' },
        { ja: '本文の利用の条件は、協約を公表した各団体の定めによります。', en: 'Terms of use of the texts are those of the bodies that published them.' },
      ],
    },
    { heading: { ja: 'データの出典と利用の条件', en: 'Data: sources and terms' } },
    {
      table: {
        caption: { ja: 'データの出典と利用の条件', en: 'Sources and terms of data' },
        head: [{ ja: 'データ', en: 'Data' }, { ja: '出典', en: 'Source' }, { ja: '利用の条件', en: 'Terms' }],
        rows: [
          [{ ja: '人口', en: 'Population' }, { ja: '総務省統計局「国勢調査」', en: 'Population Census, Statistics Bureau of Japan' }, { ja: '出典を示して利用できます（政府統計の利用規約、CC BY 4.0 互換）', en: 'free with attribution (terms of government statistics, compatible with CC BY 4.0)' }],
          [{ ja: '全国地方公共団体コード', en: 'Municipality codes' }, { ja: '総務省', en: 'Ministry of Internal Affairs and Communications' }, { ja: '自由に利用できます', en: 'free' }],
          [{ ja: '庁舎の位置', en: 'Positions of halls' }, { ja: 'code4fukui/localgovjp', en: 'code4fukui/localgovjp' }, { ja: 'CC0', en: 'CC0' }],
          [{ ja: '書体', en: 'Typeface' }, { ja: 'BIZ UDPゴシック（モリサワ）', en: 'BIZ UDPGothic (Morisawa)' }, { ja: 'SIL Open Font License 1.1', en: 'SIL Open Font License 1.1' }],
          [{ ja: 'このソフトウェア', en: 'This software' }, { ja: 'Renkei', en: 'Renkei' }, { ja: 'MIT License', en: 'MIT License' }],
        ],
      },
    },
    {
      text: {
        ja: '圏域ごとの数値の出典は、それぞれのページに示しています。加工して使うときは「「○○」（出典の名）を加工して作成」とお書きください。',
        en: 'The source of each figure is given on its page. When you process the data, please say so together with the source.',
      },
    },
    { heading: { ja: '変更の履歴と改め文ラボ', en: 'History and the amendment lab' } },
    {
      text: {
        ja: '協約の変更は、改め文と、変更の前後の本文と、それらが合うことの証明（SHA-256）とともに残し、直しも消しもしません。改め文ラボに送られた本文は保存せず、結果を返したら捨てます。ラボの結果は案であり、使うかどうかは各団体の法規担当が判断します。',
        en: 'A change of an agreement is kept with its amending text, the texts before and after it and the proof that they fit (SHA-256); none of it is altered or removed. What is sent to the amendment lab is not stored and is discarded with the answer. Its results are drafts; whether to use them is for the legal office of each body to decide.',
      },
    },
    { heading: { ja: '個人に関する情報', en: 'Personal information' } },
    {
      text: {
        ja: 'このサイトは Cookie を使わず、外部のサービスへ通信しません。応答の記録には、日時・求められたページ・結果だけを残し、検索した語や IP アドレスは残しません。協約の署名者の職と氏名は、公表された協約書のとおりに示します。',
        en: 'This site uses no cookies and contacts no outside service. Its log keeps the time, page and result of each response, never search terms or IP addresses. Offices and names of signatories are shown as in the published agreement.',
      },
    },
  ],
};
