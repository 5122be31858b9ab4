import { isElement, isLabelled, labelOf, type Content, type LawDocument } from '@renkei/core';

/**
 * 二つの木を、印字に現れるものだけで比べる。最初の違いを返し、同じなら undefined。
 * テキストには属性（Hide、WritingMode など）を書けないので、要素名・標目・文字だけを見る。
 */
export function comparePrint(a: LawDocument, b: LawDocument): string | undefined {
  const visit = (left: Content | undefined, right: Content | undefined, path: string): string | undefined => {
    if (left === undefined || right === undefined || !isElement(left) || !isElement(right)) return left === right ? undefined : `${path}: ${show(left)} ／ ${show(right)}`;
    const here = `${path}/${left.tag}${left.num ?? ''}`;
    if (left.tag !== right.tag) return `${path}: ${show(left)} ／ ${show(right)}`;
    if (isLabelled(left.tag) && (labelOf(left, a.labels) ?? '') !== (labelOf(right, b.labels) ?? '')) return `${here}: 標目 ${labelOf(left, a.labels)} ／ ${labelOf(right, b.labels)}`;
    for (let i = 0; i < Math.max(left.children.length, right.children.length); i += 1) {
      const found = visit(left.children[i], right.children[i], here);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(a.root, b.root, '');
}

const show = (content: Content | undefined): string => (content === undefined ? '（なし）' : isElement(content) ? `<${content.tag}>` : JSON.stringify(content.slice(0, 40)));
