import type { ProvisionNum } from '../../text/element.js';
import { foldName } from './fold-name.js';

/** 別表や様式の題名の、呼び名と番号。「別記様式第２号の４（第三条関係）」→ 別記様式・2_4 */
export interface AppendixName {
  readonly head: string;
  readonly num?: ProvisionNum;
}

const NUMBERED = /^(\D*?)第?(\d+)号?((?:の\d+)*)(様式|書式|表|図)?((?:の\d+)*)(?=$|[([〔]|削除)/;

export function appendixName(title: string): AppendixName | undefined {
  const folded = foldName(title).replace(/^\((.+?)\)$/, '$1').replace(/^\(([^()]*(?:様式|書式|表))\)/, '$1');
  const m = NUMBERED.exec(folded);
  if (m) {
    const branches = `${m[3]!}${m[5]!}`.replaceAll('の', '_');
    return { head: m[1]! + (m[4] ?? ''), num: (m[2]! + branches) as ProvisionNum };
  }
  const head = /^[^([〔\d]+/.exec(folded)?.[0]?.replace(/削除$/, '');
  return head ? { head } : undefined;
}

/** 同じものを呼んでいるか。「別記様式第一号」を「様式第一号」と呼んでもよい。 */
export const sameHead = (a: string, b: string): boolean => a === b || bareHead(a) === bareHead(b);

/** 番号の位置の印（第＃号様式）と、上に付く「別記」は、呼び方の違いで別のものではない */
const bareHead = (head: string): string => head.replace(/第?＃号?/, '').replace(/^別記|^付録(?=様式)/, '');
