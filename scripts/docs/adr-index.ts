import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** 決定の記録の目次。各ファイルの題と「状態」から作る。 */
export function adrIndex(folder: string): string {
  const rows = readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.md$/.test(file) && !file.startsWith('0000-'))
    .toSorted()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const title = /^# \d{4} (.+)$/m.exec(text)?.[1] ?? file;
      const status = /^## 状態\n+(.+)$/m.exec(text)?.[1] ?? '（状態の記載なし）';
      return `| [${file.slice(0, 4)}](${file}) | ${title} | ${status} |`;
    });
  return ['# 決定の記録（ADR）', '', '設計の決定を一つずつ、約30行で残す。新しい決定は [ひな形](0000-template.md) を写して書く。決定を改めるときは、古い記録を消さず状態を「置き換え」にする。', '', '| 番号 | 決定 | 状態 |', '|---|---|---|', ...rows, ''].join('\n');
}
