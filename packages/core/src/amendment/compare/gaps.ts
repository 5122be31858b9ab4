import { childElements, type Element, type NodeId } from '../../text/element.js';
import { PROVISION_TAGS, type Tag } from '../../text/tag.js';

/** 片側にだけあれば（新設）（削る）と書くもの */
const NAMED: ReadonlySet<Tag> = new Set<Tag>([...PROVISION_TAGS, 'TableRow']);

/**
 * 反対側にだけ項・号・表の行がある所。自分の側の「この子の次」で表し、初めの子より前は null。
 * 同じ所に自分の側にだけあるものもあれば、改めたものどうしなので、反対側のほうが多いときだけ数える。
 */
export function gaps(own: Element, twin: Element): ReadonlySet<NodeId | null> {
  const [owns, twins] = [childElements(own), childElements(twin)];
  const surplus = new Map<NodeId | null, number>();
  const count = (children: readonly Element[], others: ReadonlySet<NodeId>, step: number): void => {
    let last: NodeId | null = null;
    for (const child of children) {
      if (others.has(child.id)) {
        if (NAMED.has(child.tag) || child.tag === 'TableHeaderRow') last = child.id;
      } else if (NAMED.has(child.tag)) surplus.set(last, (surplus.get(last) ?? 0) + step);
    }
  };
  count(owns, new Set(twins.map((c) => c.id)), -1);
  count(twins, new Set(owns.map((c) => c.id)), 1);
  return new Set([...surplus].filter(([, n]) => n > 0).map(([at]) => at));
}
