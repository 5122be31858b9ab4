import type { Element, NodeId } from '../../text/element.js';
import type { LabelForms } from '../../text/label.js';
import type { Tag } from '../../text/tag.js';

/** ブロックの行と木を行き来するのに要る手掛かり。改め文の「どこに何を」と、改められる文書の書きぶり。 */
export interface BlockContext {
  /** ブロックに並ぶ要素の種類。「次の一号及び二項」は Item, Paragraph */
  readonly tags: readonly Tag[];
  readonly labels: LabelForms;
  /** 入れる先の要素の種類（Article、AppdxTable、TableStruct…）。号は条の号か別表の号かで字下げが違う */
  readonly holder: Tag;
  /** 入れる先が別表の類の中の号（区分）か。区分の字下げは、条の号より一段浅い */
  readonly inAppendix?: boolean;
  /** 属性（WritingMode など）と表の欄の並びをならう、同じ種類の要素。無ければ 法令標準XML の既定 */
  readonly model?: Element;
}

/** 新しい節点の id を配る。 */
export type NewId = () => NodeId;
