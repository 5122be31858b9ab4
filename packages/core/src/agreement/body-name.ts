import { comparisonForm } from './comparison-form.js';
import { PREFECTURES } from './prefecture.js';

/** 普通地方公共団体の名。「島根県鹿足郡津和野町」は島根県の津和野町。 */
export interface BodyName {
  readonly name: string;
  readonly prefecture?: string;
}

/** 団体の名として読めなければ undefined。伏せ字（○○市、xx町）も名として読む。 */
export function readBodyName(text: string): BodyName | undefined {
  const printed = text.replace(/\s/g, '');
  if (printed.length < 2 || printed.length > 24 || !/^[\p{L}\p{N}々〇○◯●×＊*△□]+$/u.test(printed)) return undefined;
  const prefecture = PREFECTURES.find((p) => printed.startsWith(p));
  if (prefecture === printed) return { name: prefecture };
  const rest = withoutDistrict(prefecture === undefined ? printed : printed.slice(prefecture.length));
  if (!/.[市区町村]$/.test(rest) || GENERIC.test(rest)) return undefined;
  return prefecture === undefined ? { name: rest } : { name: rest, prefecture };
}

/** 名でなく総称であるもの（両市、関係市町、連携中枢都市）。 */
const GENERIC = /^(両|各|全|他|同|本|当該|関係|構成|連携|近隣|周辺|[0-9０-９二三四五六七八九十]+)(の)?(市|町|村|区|市町|市町村|町村|市区町村)$/;

/** 郡は町村の名の前にだけ付く（「郡山市」「大和郡山市」「小郡市」の郡は名の一部）。 */
function withoutDistrict(name: string): string {
  return name.replace(/^.{1,6}?郡(?=.+[町村]$)/, '');
}

export const sameBody = (a: string, b: string): boolean => comparisonForm(a) === comparisonForm(b);
