import { childElements, type Element, type LawDocument, type ProvisionNum } from '../../text/element.js';
import { GROUP_TAGS, type Tag } from '../../text/tag.js';
import type { Location, Target } from '../location.js';
import type { AmendingProvision } from '../operation.js';
import { targetsOf } from './draft-context.js';
import type { DraftedProvision } from './pen.js';

/**
 * 続いた条・項・号の全部改めは、一つの改正規定にする（第3条及び第4条を次のように改める、第3条から第5条までを次のように改める）。
 * 同じただし書や後段を続けて加えるときも、場所を並べる（第5条及び第6条に後段として次のように加える）。
 */
export function joinRewrites(provisions: readonly DraftedProvision[], base: LawDocument): DraftedProvision[] {
  const follows = followers(base);
  const joined: DraftedProvision[] = [];
  for (const one of provisions) {
    const last = joined.at(-1);
    const [before, after] = [last && rewritten(last.provision), rewritten(one.provision)];
    if (last && before && after && follows(before.at(-1)!, after[0]!)) {
      const block = { lines: [...linesOf(last.provision), ...linesOf(one.provision)] };
      const provision: AmendingProvision = { operations: [{ targets: targetsOf([...before, ...after]), action: { kind: 'replaceWhole', block } }] };
      joined[joined.length - 1] = { provision, origins: new Set([...last.origins, ...one.origins]) };
    } else if (last && sameSentence(last.provision, one.provision)) {
      const [before, after] = [last.provision.operations[0]!, one.provision.operations[0]!];
      joined[joined.length - 1] = { provision: { operations: [{ targets: [...before.targets, ...after.targets], action: before.action }] }, origins: new Set([...last.origins, ...one.origins]) };
    } else joined.push(one);
  }
  return joined;
}

/** 同じただし書や後段を加えるだけの改正規定か。 */
function sameSentence(a: AmendingProvision, b: AmendingProvision): boolean {
  const [x, y] = [a.operations[0]?.action, b.operations[0]?.action];
  if (a.operations.length !== 1 || b.operations.length !== 1 || x?.kind !== 'add' || y?.kind !== 'add') return false;
  return (x.what.as === '後段' || x.what.units[0]?.unit === 'ただし書') && JSON.stringify(x) === JSON.stringify(y);
}

const linesOf = ({ operations }: AmendingProvision): readonly string[] => operations.flatMap(({ action }) => (action.kind === 'replaceWhole' ? action.block.lines : []));

/** 条・項・号の全部を改めるだけの改正規定。その場所。まとめた「から…まで」は両端だけ */
function rewritten({ operations }: AmendingProvision): Location[] | undefined {
  const [first] = operations;
  if (operations.length !== 1 || first?.action.kind !== 'replaceWhole') return undefined;
  const locations = first.targets.flatMap(({ from, through }: Target) => (through ? [from, through] : [from]));
  return locations.every((l) => UNITS.has(l.at(-1)!.kind)) ? locations : undefined;
}

const UNITS: ReadonlySet<string> = new Set(['article', 'paragraph', 'item']);

/** 元の本文で、すぐ次の条・項・号か。条は番号の並びによる（枝番号があってもよい）。 */
function followers(base: LawDocument): (a: Location, b: Location) => boolean {
  let nums: ReadonlyMap<ProvisionNum, ProvisionNum> | undefined;
  return (a, b) => {
    if (a.length !== b.length || JSON.stringify(a.slice(0, -1)) !== JSON.stringify(b.slice(0, -1))) return false;
    const [x, y] = [a.at(-1)!, b.at(-1)!];
    if (x.kind === 'article' && y.kind === 'article' && a.length === 1) return (nums ??= mainArticles(base)).get(x.num) === y.num;
    return x.kind === y.kind && 'num' in x && 'num' in y && /^\d+$/.test(x.num ?? '') && Number(x.num) + 1 === Number(y.num);
  };
}

/** 本則の条の番号から、次の条の番号へ */
function mainArticles({ root }: LawDocument): ReadonlyMap<ProvisionNum, ProvisionNum> {
  const nums: ProvisionNum[] = [];
  const visit = (element: Element): void => {
    for (const child of childElements(element)) {
      if (child.tag === 'Article' && child.num !== undefined) nums.push(child.num);
      else if (child.tag === 'LawBody' || child.tag === 'MainProvision' || (GROUP_TAGS as readonly Tag[]).includes(child.tag)) visit(child);
    }
  };
  visit(root);
  return new Map(nums.slice(0, -1).map((num, i) => [num, nums[i + 1]!]));
}
