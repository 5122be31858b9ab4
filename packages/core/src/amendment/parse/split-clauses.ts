/** 文を、連用形の動詞と読点（…に改め、…とし、）で切る。（）の中では切らない。 */
const VERB = /(?:改め|加え|削り|削除し|とし|付し|附し|付け|下げ|上げ|変更し|改正し|訂正し|修正し|追加し|挿入し)(?:、|(?=[\uFDD0第同附別]))/g;

export function splitClauses(sentence: string): string[] {
  const depths = parenDepths(sentence);
  const clauses: string[] = [];
  let from = 0;
  VERB.lastIndex = 0;
  for (let m = VERB.exec(sentence); m; m = VERB.exec(sentence)) {
    if (depths[m.index] !== 0) continue;
    const end = m.index + m[0].length;
    clauses.push(sentence.slice(from, m[0].endsWith('、') ? end - 1 : end));
    from = end;
  }
  if (from < sentence.length) clauses.push(sentence.slice(from));
  return joinAmendClauses(clauses);
}

function parenDepths(text: string): Int32Array {
  const depths = new Int32Array(text.length);
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]!;
    if (c === '（' || c === '(') depth += 1;
    else if ((c === '）' || c === ')') && depth > 0) depth -= 1;
    depths[i] = depth;
  }
  return depths;
}

const ACTED = /^[^\uFDD0]*?(?:加える|削る|とする|改める|付する|下げる|上げる)改正規定/;
const OWN_VERB = /\uFDD0|改正規定|次の|のように/;

/**
 * 「同法第十五条を削り、同法第五章中第十五条の二を第十五条とする改正規定を…」は一つの改正規定の名なので、
 * 動作の途中で切ったものをつなぎ直す。
 */
function joinAmendClauses(clauses: readonly string[]): string[] {
  const joined: string[] = [];
  for (const clause of clauses) {
    let whole = clause;
    if (ACTED.test(clause)) while (joined.length > 0 && !OWN_VERB.test(joined[joined.length - 1]!)) whole = `${joined.pop()!}、${whole}`;
    joined.push(whole);
  }
  return joined;
}
