import { childOf, ERAS, readWareki, textOf, type LawDocument } from '@renkei/core';

/**
 * 法令標準XMLが Law に求めるが、連携協約の木には無いもの。
 *
 * 協約には法令番号が無いので、種別は Misc（その他）、元号と年は締結日から採り、番号は 1 とする。
 * これらは木の内容ではない。書いたものの名を処理命令（文書の前置き。スキーマに触れない）に並べ、
 * 読むときに取り除くので、書いて読めば同じ木に戻る。
 * 属性を一つでも持つ Law は、もともと法令標準XMLから来たものなので、何も補わない。
 */
export interface Supplied {
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** 空の LawNum を補うか */
  readonly lawNum: boolean;
}

export const SUPPLIABLE: readonly string[] = ['Era', 'Year', 'Num', 'LawType', 'Lang', 'LawNum'];

const NOTHING: Supplied = { attributes: [], lawNum: false };

export function requiredBySchema({ root }: LawDocument): Supplied {
  if (root.num !== undefined || Object.keys(root.attr).length > 0) return NOTHING;
  const body = childOf(root, 'LawBody');
  const closing = body && childOf(body, 'Closing');
  const conclusion = closing && childOf(closing, 'ConclusionDate');
  const date = conclusion && readWareki(textOf(conclusion))?.date;
  const era = date ? ERAS.find((e) => e.from <= date) : undefined;
  if (!date || !era) return NOTHING;
  return {
    attributes: [
      ['Era', era.name],
      ['Year', String(Number(date.slice(0, 4)) - era.firstYear + 1)],
      ['Num', '1'],
      ['LawType', 'Misc'],
      ['Lang', 'ja'],
    ],
    lawNum: childOf(root, 'LawNum') === undefined,
  };
}
