import { NUMERAL_CLASS, readNumeral } from '../kernel/numeral.js';
import type { Finding } from '../text/finding.js';
import { textUnits, type DocumentParts, type TextUnit } from './document-parts.js';

export interface OriginalsReading {
  readonly originals: number | null;
  readonly custody: string | null;
  readonly findings: readonly Finding[];
}

const COUNT = `[${NUMERAL_CLASS}壱弐参]{1,4}`;
const MADE = new RegExp(`(${COUNT})\\s*通(?:[（(][^）)]{0,20}[）)])?\\s*(?:を\\s*)?(?:作成|作り|調製|作製)`);
const KEPT = /([^、。，,]{1,40}?)を\s*(?:それぞれ|各自)?\s*(?:保有|所持|保管|所有|保持)/;

/** 締結文の正本の数と保有者。「本協約書2通を作成し、両市が記名押印の上、それぞれ各1通を保有する。」 */
export function readOriginals(parts: DocumentParts, partyCount: number): OriginalsReading {
  const unit = closingSentence(parts);
  const text = unit?.text.replace(/\s/g, '') ?? '';
  const made = MADE.exec(text);
  const originals = made ? (readNumeral(made[1]!)?.value ?? null) : null;
  const custody = KEPT.exec(text)?.[1]?.replace(/^.*(?:押印|署名|記名|調印|捺印)(?:し、?|の?(?:上|うえ)、?)/, '') ?? null;
  const at = unit ? { node: unit.node } : {};
  const findings: Finding[] = [];
  if (originals === null) {
    findings.push({ code: 'agreement.originals-missing', severity: 'advice', at, data: { parties: partyCount } });
  } else if (partyCount > 0 && originals !== partyCount) {
    findings.push({ code: 'agreement.originals-differ', severity: 'warning', at, found: made![0], data: { originals, parties: partyCount } });
  }
  return { originals, custody: custody === '' ? null : custody, findings };
}

/** 締結文。締結部が見分けられていなければ、本則の終わりの「締結を証するため…」の文。 */
function closingSentence(parts: DocumentParts): TextUnit | undefined {
  const units = parts.closing.flatMap(textUnits);
  const squeezed = (unit: TextUnit) => unit.text.replace(/\s/g, '');
  return (
    units.find((u) => MADE.test(squeezed(u)) || KEPT.test(squeezed(u))) ??
    parts.articles.slice(-1).flatMap(textUnits).find((u) => /証(する|し|とし)/.test(u.text) && MADE.test(squeezed(u)))
  );
}
