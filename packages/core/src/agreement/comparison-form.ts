/**
 * 見比べるためだけの形。空白を除き、全角の英数字・記号を半角に、よく取り違えられる異体字を一つに寄せる。
 * 保存・表示には使わない（氏名や題名は印字のまま持つ）。
 */
export function comparisonForm(text: string): string {
  return halfWidth(text.replace(/\s/g, '')).replace(VARIANT, (c) => VARIANTS[c]!);
}

/** 全角の英数字・記号（！〜～）と全角空白を半角に。文字数は変えないので位置がずれない。 */
export function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
}

/** 旧字体・異体字 → 通用の字体。OCR と例規集の入力で揺れるものに限る。 */
const VARIANTS: Readonly<Record<string, string>> = {
  戰: '戦', 經: '経', 濟: '済', 醫: '医', 縣: '県', 廣: '広', 澤: '沢', 國: '国', 圈: '圏', 區: '区', 會: '会', 總: '総', 體: '体', 學: '学',
  髙: '高', 﨑: '崎', 邊: '辺', 邉: '辺', 曾: '曽', 龍: '竜', 瀨: '瀬', 德: '徳', 惠: '恵', 眞: '真', 與: '与', 舊: '旧', 實: '実', 關: '関',
  ヶ: 'ケ', ヵ: 'カ', '〜': '~', '−': '-', '‐': '-', '–': '-', '—': '-', '―': '-', '○': '〇', '◯': '〇',
};
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'g');
