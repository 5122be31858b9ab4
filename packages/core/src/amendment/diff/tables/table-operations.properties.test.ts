import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementFactory, type LawDocument, type ProvisionNum } from '../../../text/element.js';
import { AGREEMENT_LABELS } from '../../../text/label.js';
import { amendableParts } from '../../amendable-parts.js';
import { applyAmendment } from '../../apply/apply-amendment.js';
import { parseAmendment } from '../../parse/parse-amendment.js';
import { AGREEMENT_PROFILE } from '../../profile.js';
import { sameProvision } from '../../same-provision.js';
import { writeAmendment } from '../../write/write-amendment.js';
import { draftAmendment } from '../draft-amendment.js';

interface Row {
  readonly name: string;
  readonly content: string;
  readonly amount: string;
  readonly city: string;
}

interface Shape {
  /** 左端の欄: 標目と名・名だけ・番号だけ */
  readonly lead: 'label' | 'name' | 'number';
  readonly header: boolean;
  /** 右端の欄が表全体に掛かるか、行ごとにあるか */
  readonly merged: boolean;
  readonly rows: readonly Row[];
}

type Edit =
  | { readonly kind: 'add'; readonly at: number; readonly row: Row }
  | { readonly kind: 'delete'; readonly at: number }
  | { readonly kind: 'write'; readonly at: number; readonly key: keyof Row; readonly text: string };

const LABELS = 'アイウエオカキクケコサシスセソ';
const word = fc.constantFrom('医療', '福祉', '観光', '交通', '産業', '教育', '防災', '環境', '移住', '広報', '人材', '農業');
const content = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `${words.join('の')}に取り組む。`);
const row: fc.Arbitrary<Row> = fc.record({ name: fc.tuple(word, word).map((pair) => pair.join('及び')), content, amount: fc.constantFrom('', '五', '六', '（略）', '一｜二', '↑'), city: fc.constantFrom('甲市', '乙市') });
const shape = (minLength: number): fc.Arbitrary<Shape> => fc.record({
  lead: fc.constantFrom('label', 'name', 'number'), header: fc.boolean(), merged: fc.boolean(), rows: fc.array(row, { minLength, maxLength: 8 }),
});
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), at: fc.nat(8), row }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(8) }),
  fc.record({ kind: fc.constant('write' as const), at: fc.nat(8), key: fc.constantFrom('name', 'amount', 'city'), text: word }),
  fc.record({ kind: fc.constant('write' as const), at: fc.nat(8), key: fc.constant('content' as const), text: content }),
);

function edited(rows: readonly Row[], edits: readonly Edit[]): Row[] {
  const result = [...rows];
  for (const one of edits) {
    if (one.kind === 'add') result.splice(one.at % (result.length + 1), 0, one.row);
    else if (one.kind === 'delete') result.splice(one.at % result.length, result.length > 1 ? 1 : 0);
    else result[one.at % result.length] = { ...result[one.at % result.length]!, [one.key]: one.text };
  }
  return result;
}

function agreement({ lead, header, merged }: Shape, rows: readonly Row[]): LawDocument {
  const element = elementFactory();
  const cell = (text: string, tag: 'TableColumn' | 'TableHeaderColumn' = 'TableColumn', attr: Record<string, string> = {}) => element(tag, { attr }, [element('Sentence', {}, text === '' ? [] : [text])]);
  const body = rows.map(({ name, content: text, amount, city }, i) => {
    const first = lead === 'label' ? `${LABELS[i]}　${name}` : lead === 'number' ? String(i + 1) : name;
    const last = !merged ? [cell(city)] : i > 0 ? [] : [cell('両市が取り組む。', 'TableColumn', rows.length > 1 ? { rowspan: String(rows.length) } : {})];
    return element('TableRow', {}, [cell(first), cell(text), cell(amount), ...last]);
  });
  const heading = header ? [element('TableHeaderRow', {}, ['取組', '内容', '区分', '両市の役割'].map((text) => cell(text, 'TableHeaderColumn')))] : [];
  const article = element('Article', { num: '1' as ProvisionNum }, [
    element('ArticleCaption', {}, ['（取組）']),
    element('Paragraph', { num: '1' as ProvisionNum }, [element('ParagraphSentence', {}, [element('Sentence', {}, ['取組は、別表のとおりとする。'])])]),
  ]);
  const appendix = element('AppdxTable', {}, [
    element('AppdxTableTitle', {}, ['別表']), element('RelatedArticleNum', {}, ['（第1条関係）']),
    element('TableStruct', {}, [element('Table', {}, [...heading, ...body])]),
  ]);
  return { labels: AGREEMENT_LABELS, root: element('Law', {}, [element('LawBody', {}, [element('LawTitle', {}, ['甲乙連携協約']), element('MainProvision', {}, [article]), appendix])]) };
}

const draft = (base: LawDocument, next: LawDocument): string => writeAmendment(draftAmendment(base, next, AGREEMENT_PROFILE).amendment, AGREEMENT_PROFILE);

describe('表を改める改め文の性質', () => {
  it('どんな行の加除と字句の変更も、刷って読み戻して当てれば、目指す表になる', () => {
    fc.assert(fc.property(shape(1), fc.array(edit, { minLength: 1, maxLength: 4 }), (table, edits) => {
      const [base, next] = [agreement(table, table.rows), agreement(table, edited(table.rows, edits))];
      const applied = applyAmendment(base, parseAmendment(draft(base, next)).amendment);
      expect(applied.ok).toBe(true);
      if (!applied.ok) return;
      const wanted = amendableParts(next);
      amendableParts(applied.value.document).forEach((part, i) => expect(sameProvision(part, wanted[i]!, base.labels, next.labels)).toBe(true));
    }), { numRuns: 150 });
  });

  it('一か所の変更のために、表の全部は改めない', () => {
    fc.assert(fc.property(shape(5), edit, (table, one) => {
      const text = draft(agreement(table, table.rows), agreement(table, edited(table.rows, [one])));
      expect(text).not.toMatch(/^　別表(?:の表)?を次のように改める。/m);
    }), { numRuns: 150 });
  });

  it('同じ表からは何も書かない', () => {
    fc.assert(fc.property(shape(1), (table) => {
      expect(draft(agreement(table, table.rows), agreement(table, table.rows)).trim()).toBe('');
    }), { numRuns: 50 });
  });
});
