import type { NodeId } from '../text/element.js';
import type { DocumentKind, OtherKind } from './agreement-reading.js';
import { COOPERATION_ARTICLE, localAutonomyActCitations } from './citation.js';
import { comparisonForm } from './comparison-form.js';
import { textUnits, type DocumentParts, type TextUnit } from './document-parts.js';

/** 文書の種類と、そう見た文。 */
export interface KindRecognition {
  readonly kind: DocumentKind;
  readonly otherKind?: OtherKind;
  readonly evidence: string;
  readonly node?: NodeId;
}

/** 題名の末尾で決まる種類。連携協約に触れる規約や条例（「連携協約に係る…条例」）を取り違えないため、引用より先に見る。 */
const BY_TITLE: readonly (readonly [RegExp, OtherKind])[] = [
  [/定住自立圏.*協定(書)?$/, 'settlement-zone-accord'],
  [/委託.*規約$/, 'entrustment-bylaws'],
  [/協議会.*規約$/, 'council-bylaws'],
  [/共同.*設置.*規約$/, 'joint-organ-bylaws'],
  [/(組合|広域連合|企業団).*規約$/, 'union-bylaws'],
  [/(条例|規則|規程|訓令|要綱|要領|法律|法|政令|省令|施行令|府令|憲法)$/, 'ordinance'],
];

/** 締結・設置の根拠として引く条で決まる種類（地方自治法の条番号は平成26年改正後のもの）。 */
const BY_CITATION: Readonly<Record<string, OtherKind>> = {
  '252の14': 'entrustment-bylaws',
  '252の2の2': 'council-bylaws',
  '252の7': 'joint-organ-bylaws',
  '284': 'union-bylaws',
  '286': 'union-bylaws',
  '287': 'union-bylaws',
  '291の4': 'union-bylaws',
};

export function recogniseKind(parts: DocumentParts): KindRecognition {
  const all = textUnits(parts.root);
  if (all.length === 0) return { kind: 'other', otherKind: 'empty', evidence: '' };

  const title = parts.title && { ...parts.title, text: bareTitle(parts.title.text) };
  if (title) {
    const matched = BY_TITLE.find(([pattern]) => pattern.test(title.text));
    if (matched) return other(matched[1], parts.title!);
  }
  const amending = title && AMENDING.test(title.text) ? parts.preamble.map(byCitation).find((found) => found?.kind === 'cooperation-agreement') : undefined;
  if (amending) return amending;
  if (parts.articles.length === 0) return withoutArticles(parts, all);

  const opening = [...parts.preamble, ...parts.articles.slice(0, 2).flatMap(textUnits)];
  if (isSpoken(all) && !opening.some((unit) => CONCLUDES.test(comparisonForm(unit.text)))) return withoutArticles(parts, all);
  for (const unit of opening) {
    const recognised = byCitation(unit);
    if (recognised) return recognised;
  }
  const named = [parts.title, ...parts.cover].find((unit) => unit !== null && comparisonForm(unit.text).includes('連携協約'));
  if (named) return { kind: 'cooperation-agreement', evidence: excerpt(named.text), node: named.node };
  const settlement = opening.find((unit) => /定住自立圏/.test(comparisonForm(unit.text)));
  if (settlement) return other('settlement-zone-accord', settlement);
  const self = parts.articles.flatMap(textUnits).find((unit) => /この(連携)?協約/.test(comparisonForm(unit.text)));
  if (self) return { kind: 'cooperation-agreement', evidence: excerpt(self.text), node: self.node };
  return withoutBasis(parts, title, opening, all);
}

/** 連携協約を変更する連携協約は、条を置かず改め文だけのことがある。 */
const AMENDING = /連携協約(書)?の一部を(変更|改正)する|変更する連携協約(書)?$/;

function byCitation(unit: TextUnit): KindRecognition | undefined {
  const text = comparisonForm(unit.text);
  for (const { article, paragraph } of localAutonomyActCitations(unit.text)) {
    if (article === COOPERATION_ARTICLE) {
      if (/連携協約|協約を締結/.test(text)) return { kind: 'cooperation-agreement', evidence: excerpt(unit.text), node: unit.node };
      if (text.includes('協議会')) return other('council-bylaws', unit);
    }
    const found = BY_CITATION[article];
    if (found) return other(found, unit);
    if (article === '96' && paragraph === '2') return other('settlement-zone-accord', unit);
  }
  return /定住自立圏構想推進要綱/.test(text) ? other('settlement-zone-accord', unit) : undefined;
}

/** 協約の文は「である」で書く。「です・ます」は説明の文。 */
const isSpoken = (units: readonly TextUnit[]): boolean => units.some((unit) => /(ます|ました|です|でした|ません|ください)(。|$)/.test(comparisonForm(unit.text)));
const CONCLUDES = /(協約|協定)(書)?(\([^()]{0,40}\))?を?(次のとおり|ここに|次の条項により|下記のとおり)?(締結する|定める)/;

/** 条を持たない文書は協約ではない。「です・ます」で協約や協定に触れるものは報道資料や広報と見る。 */
function withoutArticles(parts: DocumentParts, all: readonly TextUnit[]): KindRecognition {
  const mention = all.find((unit) => /協約|協定/.test(comparisonForm(unit.text)));
  const announced = all.some((unit) => /報道|記者|お知らせ|プレスリリース|広報/.test(comparisonForm(unit.text)));
  if (mention && (announced || isSpoken(all))) return other('press-release', mention);
  return other('unknown', mention ?? parts.title ?? all[0]!);
}

function withoutBasis(parts: DocumentParts, title: TextUnit | null, opening: readonly TextUnit[], all: readonly TextUnit[]): KindRecognition {
  const accord = [title, ...parts.cover, ...opening].find((unit) => unit !== null && /協定|覚書|協約|合意書|契約/.test(comparisonForm(unit.text)));
  if (accord) return other('accord', accord);
  const promulgated = [parts.lawNum, ...opening].find((unit) => unit !== null && /(条例|規則|規程|法律|政令|省令|訓令)第.{1,9}号|公布する/.test(comparisonForm(unit.text)));
  if (promulgated) return other('ordinance', promulgated);
  return other('unknown', parts.title ?? all[0]!);
}

const other = (otherKind: OtherKind, unit: TextUnit): KindRecognition => ({ kind: 'other', otherKind, evidence: excerpt(unit.text), node: unit.node });

const EVIDENCE_LENGTH = 160;
const excerpt = (text: string): string => {
  const trimmed = text.trim();
  return trimmed.length <= EVIDENCE_LENGTH ? trimmed : `${trimmed.slice(0, EVIDENCE_LENGTH)}…`;
};

/** 題名の「○」「(案)」「（抄）」を除いて見比べる。 */
function bareTitle(text: string): string {
  return comparisonForm(text).replace(/^[〇◎●]+/, '').replace(/(\((案|抄|素案|原案)\))+$/, '');
}
