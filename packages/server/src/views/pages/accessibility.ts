import type { Message } from '@renkei/app';
import type { ProseBlock } from './prose-page.js';

/** ウェブアクセシビリティ方針・試験結果。していないことを、していないと書く。 */
export const ACCESSIBILITY: { readonly title: Message; readonly blocks: readonly ProseBlock[] } = {
  title: { ja: 'ウェブアクセシビリティ方針・試験結果', en: 'Accessibility policy and test results' },
  blocks: [
    { heading: { ja: '目標', en: 'Target' } },
    {
      text: {
        ja: 'このサイトのすべてのページを対象に、JIS X 8341-3:2016 の適合レベルAAと、WCAG 2.2 のレベルAAを満たすことを目標にしています。',
        en: 'All pages of this site aim at level AA of JIS X 8341-3:2016 and of WCAG 2.2.',
      },
    },
    { heading: { ja: '現在の状態', en: 'Current state' } },
    {
      text: {
        ja: '「適合」「準拠」とは表明していません。次の表のとおり、自動の検査は製品を変えるたびに行っていますが、JIS X 8341-3:2016 附属書JBに沿った人による試験と、支援技術の利用者による確認は、まだ行っていません。',
        en: 'No claim of conformance is made. As the table shows, automatic checks run with every change of the product; a human test under JIS X 8341-3:2016 Annex JB, and checks by users of assistive technology, have not been done yet.',
      },
    },
    {
      table: {
        caption: { ja: '試験の項目と状態', en: 'Tests and their state' },
        head: [{ ja: '項目', en: 'Test' }, { ja: '状態', en: 'State' }, { ja: '範囲', en: 'Scope' }],
        rows: [
          [{ ja: 'axe-core による自動検査', en: 'Automatic check with axe-core' }, { ja: '実施（変更のたび）', en: 'done with every change' }, { ja: 'ページの種類すべて（日本語・英語）', en: 'every kind of page, Japanese and English' }],
          [{ ja: 'キーボードだけでの操作', en: 'Keyboard only' }, { ja: '実施（変更のたび、実ブラウザで）', en: 'done with every change in a real browser' }, { ja: '主な経路', en: 'main paths' }],
          [{ ja: '幅320ピクセル、文字の大きさ200％', en: 'Width of 320 px, text at 200 %' }, { ja: '実施（変更のたび、実ブラウザで）', en: 'done with every change in a real browser' }, { ja: 'ページの種類すべて', en: 'every kind of page' }],
          [{ ja: 'JavaScript を使わない表示', en: 'Without JavaScript' }, { ja: '実施（変更のたび）', en: 'done with every change' }, { ja: 'ページの種類すべて', en: 'every kind of page' }],
          [{ ja: 'miChecker による検査', en: 'miChecker' }, { ja: '未実施', en: 'not done' }, { ja: '－', en: '–' }],
          [{ ja: 'スクリーンリーダー（NVDA・VoiceOver・TalkBack）での確認', en: 'Screen readers (NVDA, VoiceOver, TalkBack)' }, { ja: '未実施', en: 'not done' }, { ja: '－', en: '–' }],
          [{ ja: 'JIS X 8341-3:2016 附属書JBに沿った試験', en: 'Test under JIS X 8341-3:2016 Annex JB' }, { ja: '未実施', en: 'not done' }, { ja: '－', en: '–' }],
        ],
      },
    },
    { heading: { ja: '分かっていること', en: 'What we know' } },
    {
      list: [
        { ja: '協約の原文のファイル（Word・PDF など）は受け取ったままのもので、読み上げに向かないことがあります。同じ本文を、見出しと表を備えたページでご覧になれます。', en: 'Source files (Word, PDF and the like) are kept as received and may not suit screen readers. The same text is available as a page with headings and tables.' },
        { ja: '協約の本文は法令の言葉のままで、やさしい日本語への言い換えはありません。', en: 'Agreement texts use legal Japanese; there is no plain-language version.' },
        { ja: '英語のページでも、協約の本文と取組の名は日本語のままです。', en: 'On English pages the agreement texts and the names of initiatives stay in Japanese.' },
      ],
    },
    { heading: { ja: '困ったときは', en: 'If something does not work for you' } },
    {
      text: {
        ja: '見られない、使えないところがあれば、このサイトを運用する団体へお知らせください。ページのアドレスと、お使いの機器・ブラウザ・支援技術を添えていただくと、早く直せます。',
        en: 'Please tell the body that runs this site. The address of the page and the device, browser and assistive technology you use help to mend it soon.',
      },
    },
  ],
};
