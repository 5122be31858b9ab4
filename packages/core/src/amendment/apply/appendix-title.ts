import type { ProvisionNum } from '../../text/element.js';
import { foldName } from './fold-name.js';

/**
 * 別表や様式の題名の、呼び名と番号。番号の位置が末尾でないか「第」「号」の付き方が違うときは、＃ がその位置を示す。
 * 「別表第二」→ 別表・2、「別表２」→ 別表＃・2、「様式第２号の４」→ 様式第＃号・2_4、「第３号様式（第五条関係）」→ 第＃号様式・3
 */
export interface AppendixName {
  readonly head: string;
  readonly num?: ProvisionNum;
}

const NUMBERED = /^(\D*?)(第?)(\d+)(号?)((?:の\d+)*)(様式|書式|表|図|別記|別紙)?((?:の\d+)*)(?=$|[([〔]|削除)/;
const BARE = /^(?:別記|別紙|附属|付属|参考|添付|付録)?(?:様式|書式)|^(?:別表|別記|別図|別紙|別添|附表|付表|附録|付録|附図|付図)/;

export function appendixName(title: string): AppendixName | undefined {
  const folded = unwrapped(foldName(title));
  const first = unwrapped(foldName(/^[\s　]*[^\s　]+/.exec(title)?.[0] ?? ''));
  for (const text of [folded, first]) {
    const m = NUMBERED.exec(text);
    if (!m) continue;
    const [, before, ordinal, head, unit, branches, word, after] = m;
    const num = (head! + `${branches!}${after!}`.replaceAll('の', '_')) as ProvisionNum;
    if (word !== undefined) return { head: `${before!}${ordinal!}＃${unit!}${word}`, num };
    if (unit === '' && ordinal !== '') return { head: before!, num };
    return { head: `${before!}${ordinal!}＃${unit!}`, num };
  }
  const head = BARE.exec(first)?.[0] === first ? first : (/^[^([〔\d]+/.exec(folded)?.[0].replace(/削除$/, '') ?? '');
  return head === '' ? undefined : { head };
}

/** 「（別記第１号様式）」「（別記様式）第１」の、題名を囲む括弧 */
const unwrapped = (folded: string): string => folded.replace(/^\((.+?)\)$/, '$1').replace(/^\(([^()]*(?:様式|書式|表))\)/, '$1');

/** 同じものを呼んでいるか。「別記様式第一号」を「様式第一号」と呼んでもよい。 */
export const sameHead = (a: string, b: string): boolean => a === b || bareHead(a) === bareHead(b);

/** 番号の位置の印と、上に付く「別記」は、呼び方の違いで別のものではない */
const bareHead = (head: string): string => head.replace(/第?＃号?/, '').replace(/^別記(?=様式|書式)/, '');
