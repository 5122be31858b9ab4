import type { PlainDate } from '../calendar/plain-date.js';
import { readWareki, type WarekiReading } from '../calendar/read-wareki.js';
import { childrenOf, textOf } from '../text/element.js';
import type { Finding } from '../text/finding.js';
import { comparisonForm } from './comparison-form.js';
import { textUnits, type DocumentParts, type TextUnit } from './document-parts.js';

export interface ConclusionDateReading {
  readonly concludedOn: PlainDate | null;
  readonly findings: readonly Finding[];
}

/** 締結日。締結部の日付から。例規集の日付は、種別が「連携協約」であるとき（告示の日でないとき）だけ締結日と見る。 */
export function readConclusionDate(parts: DocumentParts): ConclusionDateReading {
  const dated = parts.closing.flatMap((c) => childrenOf(c, 'ConclusionDate')).map((d): TextUnit => ({ text: textOf(d), node: d.id }));
  const loose = parts.closing.flatMap(textUnits).filter((u) => !dated.some((d) => d.node === u.node));
  for (const unit of [...dated, ...loose]) {
    const reading = readWareki(unit.text);
    if (reading) return fromReading(reading, unit);
  }
  const marked = dated[0];
  if (marked) return { concludedOn: null, findings: [{ code: 'agreement.date-incomplete', severity: 'warning', at: { node: marked.node }, found: marked.text, data: {} }] };
  return fromHeader(parts) ?? { concludedOn: null, findings: [missing(parts)] };
}

function fromReading(reading: WarekiReading, unit: TextUnit): ConclusionDateReading {
  const place = { at: { node: unit.node }, found: reading.found };
  if (reading.date === null) {
    return { concludedOn: null, findings: [reading.trouble === 'blank' ? { code: 'agreement.date-incomplete', severity: 'warning', ...place, data: {} } : { code: 'agreement.date-invalid', severity: 'error', ...place, data: {} }] };
  }
  if (reading.trouble !== 'out-of-era') return { concludedOn: reading.date, findings: [] };
  return {
    concludedOn: reading.date,
    findings: [{ code: 'agreement.date-out-of-era', severity: 'warning', ...place, assumed: reading.date, confidence: 'likely', data: { era: reading.era ?? '', date: reading.date } }],
  };
}

function fromHeader(parts: DocumentParts): ConclusionDateReading | undefined {
  const header = parts.lawNum;
  if (!header || !/協約/.test(comparisonForm(header.text)) || /告示/.test(comparisonForm(header.text))) return undefined;
  const reading = readWareki(header.text);
  if (!reading || reading.date === null) return undefined;
  return {
    concludedOn: reading.date,
    findings: [{ code: 'agreement.date-assumed', severity: 'advice', at: { node: header.node }, found: reading.found, assumed: reading.date, confidence: 'likely', data: { from: 'header', date: reading.date } }],
  };
}

function missing(parts: DocumentParts): Finding {
  const at = parts.closing[0] ?? parts.root;
  return { code: 'agreement.date-missing', severity: 'warning', at: { node: at.id }, data: {} };
}
