import type { ProvisionNum } from '../../text/element.js';
import type { LabelForms } from '../../text/label.js';
import { findOutermost, type DraftNode } from './draft-tree.js';
import { articlesOf, numOf, withNum } from './numbering.js';

/** 条の索引。大きな法令で、操作のたびにすべての条をたどらないようにする。条の並びが変わったら捨てる。 */
export class ArticleIndex {
  readonly #labels: LabelForms;
  readonly #byContainer = new Map<DraftNode, { readonly articles: readonly DraftNode[]; readonly byNum: ReadonlyMap<ProvisionNum, readonly DraftNode[]> }>();

  constructor(labels: LabelForms) {
    this.#labels = labels;
  }

  clear(): void {
    this.#byContainer.clear();
  }

  /** container（本則・附則・章）の中の、その番号の条 */
  find(container: DraftNode, num: ProvisionNum): readonly DraftNode[] {
    const { articles, byNum } = this.#of(container);
    return byNum.get(num) ?? withNum(articles, num, this.#labels);
  }

  #of(container: DraftNode) {
    const known = this.#byContainer.get(container);
    if (known) return known;
    const inside = articlesOf(container);
    const articles = inside.length > 0 ? inside : findOutermost(container, (n) => n.tag === 'Article');
    const byNum = new Map<ProvisionNum, DraftNode[]>();
    for (const article of articles) {
      const num = numOf(article, this.#labels);
      if (num === undefined) continue;
      const same = byNum.get(num);
      if (same) same.push(article);
      else byNum.set(num, [article]);
    }
    const made = { articles, byNum };
    this.#byContainer.set(container, made);
    return made;
  }
}
