import { formatNumber } from './number-format.js';
import { isOn, nodeOf, nodesOf, valOf, type XmlNode } from './xml-part.js';

/**
 * 自動の段落番号（numbering.xml）。本文の文字には無く、Word が印字のときに数える。
 *
 * 用語:
 * - abstractNum: 番号の型。段（ilvl 0〜8）ごとに数え方と印字の形を持つ
 * - num        : 段落が指す番号。型を一つ指し、段の始めの数を上書きできる
 */
export interface Numbering {
  /** 段落の番号を一つ進めて、印字を返す。番号が無ければ undefined。 */
  readonly next: (numId: string, level: number | undefined, styleId: string | undefined) => PrintedNumber | undefined;
}

export interface PrintedNumber {
  readonly label: string;
  /** 番号と本文の間 */
  readonly gap: '　' | ' ' | '';
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly restart: number | undefined;
  readonly legal: boolean;
  readonly gap: PrintedNumber['gap'];
  readonly style: string | undefined;
}

interface Num {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

export function readNumbering(root: XmlNode | undefined): Numbering {
  const part = nodeOf(root, 'w:numbering');
  const abstracts = new Map(nodesOf(part, 'w:abstractNum').map((node) => [node.attr['w:abstractNumId'] ?? '', node]));
  const abstractLevels = new Map([...abstracts].map(([id, node]) => [id, readLevels(nodesOf(node, 'w:lvl'))]));
  const nums = new Map<string, Num>();
  for (const node of nodesOf(part, 'w:num')) {
    const starts = new Map<number, number>();
    const own: XmlNode[] = [];
    for (const override of nodesOf(node, 'w:lvlOverride')) {
      const start = Number(valOf(override, 'w:startOverride') ?? NaN);
      if (Number.isInteger(start)) starts.set(Number(override.attr['w:ilvl'] ?? 0), start);
      own.push(...nodesOf(override, 'w:lvl'));
    }
    const abstract = followStyleLink(valOf(node, 'w:abstractNumId') ?? '', abstracts);
    nums.set(node.attr['w:numId'] ?? '', { abstract, starts, levels: new Map([...(abstractLevels.get(abstract) ?? []), ...readLevels(own)]) });
  }
  return counter(nums);
}

/** 番号の型が、番号スタイルの名だけを持つことがある。その名を定める型を探す。 */
function followStyleLink(id: string, abstracts: ReadonlyMap<string, XmlNode>): string {
  const link = valOf(abstracts.get(id), 'w:numStyleLink');
  if (link === undefined) return id;
  return [...abstracts].find(([, node]) => valOf(node, 'w:styleLink') === link)?.[0] ?? id;
}

function readLevels(nodes: readonly XmlNode[]): Map<number, Level> {
  return new Map(
    nodes.map((node) => {
      const suffix = valOf(node, 'w:suff') ?? 'tab';
      const restart = valOf(node, 'w:lvlRestart');
      return [
        Number(node.attr['w:ilvl'] ?? 0),
        {
          start: Number(valOf(node, 'w:start') ?? 1) || 0,
          format: valOf(node, 'w:numFmt') ?? 'decimal',
          text: valOf(node, 'w:lvlText') ?? '',
          restart: restart === undefined ? undefined : Number(restart),
          legal: isOn(node, 'w:isLgl'),
          gap: suffix === 'nothing' ? '' : suffix === 'space' ? ' ' : '　',
          style: valOf(node, 'w:pStyle'),
        },
      ] as const;
    }),
  );
}

function counter(nums: ReadonlyMap<string, Num>): Numbering {
  /** 同じ型を指す番号は、続けて数える */
  const counts = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return {
    next(numId, given, styleId) {
      const num = nums.get(numId);
      if (num === undefined) return undefined;
      const index = given ?? [...num.levels].find(([, level]) => styleId !== undefined && level.style === styleId)?.[0] ?? 0;
      const level = num.levels.get(index);
      if (level === undefined) return undefined;
      const state = counts.get(num.abstract) ?? [];
      counts.set(num.abstract, state);
      const startOverride = num.starts.get(index);
      if (startOverride !== undefined && !started.has(`${numId}/${index}`)) state[index] = startOverride - 1;
      started.add(`${numId}/${index}`);
      for (let above = 0; above < index; above += 1) state[above] ??= num.levels.get(above)?.start ?? 1;
      state[index] = (state[index] ?? level.start - 1) + 1;
      for (const [deeper, { restart }] of num.levels) {
        if (deeper > index && restart !== 0 && (restart === undefined || index < restart)) state[deeper] = undefined;
      }
      return { label: print(level, num, state), gap: level.gap };
    },
  };
}

function print(level: Level, num: Num, state: readonly (number | undefined)[]): string {
  // 記号だけの箇条書き。記号フォントの字は環境によらない「・」にする
  if (level.format === 'bullet') return level.text.replace(/[\uE000-\uF8FF]/g, '・');
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const n = state[at];
    if (n === undefined) return '';
    const format = num.levels.get(at)?.format ?? 'decimal';
    return formatNumber(level.legal && format !== 'none' ? 'decimal' : format, n);
  });
}
