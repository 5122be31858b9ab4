import { csvRows } from './csv-rows.js';

/** 用語集の CSV から、人の読む表を作る。 */
export function glossaryPage(csv: string): string {
  const cell = (text: string | undefined) => (text ?? '').replaceAll('|', '\\|');
  const rows = csvRows(csv).map((row) => `| ${cell(row.term_ja)} | ${cell(row.reading)} | \`${cell(row.code_name)}\` | ${cell(row.english)} | ${cell(row.note)} | ${cell(row.confidence)} |`);
  return `# 用語集

[glossary.csv](glossary.csv) から作る（npm run docs:write）。コードでの名は、この表のとおりに付ける。
英語は参考で、効力を持つのは日本語だけである。確度は A＝一次資料で確認、B＝二次資料または公用例が一つ、C＝この製品の案。

| 用語 | よみ | コードでの名 | 英語 | 備考 | 確度 |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}
