import { append } from '../../kernel/append.js';
import type { Target } from '../location.js';
import { Antecedents } from './antecedents.js';
import { NUMBER } from './numbers.js';
import { plainText } from './plain-text.js';
import { readTargets } from './read-location.js';

/** 「次に掲げる規定」という場所か。 */
export const isListing = ({ from: [first] }: Target): boolean => first?.kind === 'named' && first.name.startsWith('次');

const ENTRY_LABEL = new RegExp(`^(?:${NUMBER}|[（(](?:${NUMBER}|[ア-ンぁ-ん])[）)]|[ア-ン]|[①-⑳⑴-⒇・])[.．、]?[\\s　]+`);

/** 「一　〇〇法（…）第九条及び第十条」: 次に掲げる規定の一つ。 */
export function readListEntry(text: string, listed: Target[]): boolean {
  if (!ENTRY_LABEL.test(text) || text.endsWith('。')) return false;
  const name = text.replace(ENTRY_LABEL, '');
  const read = readTargets(plainText(name), Antecedents.start());
  if (read.ok) append(listed, read.targets);
  else listed.push({ from: [{ kind: 'named', name }] });
  return true;
}
