import type { Step } from '../location.js';
import { BRANCHES, count, DIGIT, NUMBER, provisionNum } from './numbers.js';
import type { StepRead } from './step-read.js';

const HEADS = '別記様式|別紙様式|付録様式|附録様式|別記算式|附属様式|付属様式|参考様式|添付様式|別記書式|別紙書式|別表|別記|別図|別紙|別添|附表|付表|附録|付録|附図|付図|様式|書式';
const NUMBERED_HEAD = new RegExp(`の?(${HEADS})(?:第?(${NUMBER})(号)?((?:の${NUMBER}(?!${DIGIT})){0,6}))?`, 'y');
/** 第一号様式・別記第２号の３様式・第1表 */
const NUMBER_FIRST = new RegExp(`((?:別記|別紙|付録|附録)?)第(${NUMBER})(号?)(${BRANCHES})(様式|書式|表(?!示|面)|図)((?:の${NUMBER}(?!${DIGIT})){0,6})`, 'y');
/** 別表に続く番号のうち、別表の番号でなく項の名であるもの（別表第三の七の二の項） */
const NAME_FOLLOWS = /^の(?:[項部欄](?!目|分|門))/;

/** 「別表第二欄」「別表第十三条の項」の数は、別表の番号ではない */
const NOT_NUMBER = /^(?:条|項|章|節|類|欄(?!外))/;

const NTH = new RegExp(`の?(${NUMBER})番目の`, 'y');

/** 別表第二・様式第一号・別記第２号様式・二番目の別表第一。 */
export function readAppendix(text: string, at: number): StepRead | undefined {
  NTH.lastIndex = at;
  const nth = NTH.exec(text);
  if (!nth) return readNamed(text, at);
  const read = readNamed(text, at + nth[0].length);
  const [step] = read?.steps ?? [];
  const order = count(nth[1]!);
  return read && step?.kind === 'appendix' && order !== undefined ? { steps: [{ ...step, nth: order }], end: read.end } : undefined;
}

function readNamed(text: string, at: number): StepRead | undefined {
  NUMBER_FIRST.lastIndex = at;
  const first = NUMBER_FIRST.exec(text);
  if (first) {
    const [whole, prefix, head, unit, branches, word, printed] = first;
    const after = branchesOf(text, printed!, at + whole.length, printed!) ?? '';
    const num = provisionNum(head!, branches! + after);
    return num === undefined ? undefined : { steps: [{ kind: 'appendix', head: `${prefix}第＃${unit}${word}`, num }], end: at + whole.length - (printed!.length - after.length) };
  }
  NUMBERED_HEAD.lastIndex = at;
  const m = NUMBERED_HEAD.exec(text);
  if (!m) return undefined;
  const head = m[1]!;
  const start = at + (text[at] === 'の' ? 1 : 0);
  const bare: StepRead = { steps: [{ kind: 'appendix', head }], end: start + head.length };
  // 「別表第三号」は、番号のない別表の号
  if (m[2] === undefined || (m[3] !== undefined && head.endsWith('表')) || NOT_NUMBER.test(text.slice(at + m[0].length, at + m[0].length + 2))) return bare;
  const ordinal = text[start + head.length] === '第';
  // 「別表1の表」の1は、番号のない別表の区分
  if (!ordinal && head.endsWith('表')) return bare;
  const branches = branchesOf(text, head.endsWith('表') ? withoutFirst(m[4]!) : m[4]!, at + m[0].length, m[4]!);
  if (branches === undefined) return bare;
  const num = provisionNum(m[2], branches);
  if (num === undefined) return undefined;
  const step: Step = { kind: 'appendix', head: m[3] === undefined ? (ordinal ? head : `${head}＃`) : `${head}${ordinal ? '第' : ''}＃号`, num };
  return { steps: [step], end: at + m[0].length - (m[4]!.length - branches.length) };
}

/** 枝番号は2から始まるので、「別表第2の1の表」の1は区分。 */
const withoutFirst = (branches: string): string => (branches.split('の').findIndex((b) => count(b) === 1) === 1 ? '' : branches);

/** 枝番号のうち別表のもの。直後が「の項」なら、枝番号と見えた数字は項の名。番号ごと項の名なら undefined。 */
function branchesOf(text: string, branches: string, end: number, printed: string): string | undefined {
  if (branches !== printed) return branches;
  const rest = text.slice(end, end + 3);
  if (!NAME_FOLLOWS.test(rest)) {
    // 「別表第三の七の二級の欄」のように、語の途中で切れる数字も枝番号ではない
    return /^[級人円年月日号条]/.test(rest) ? branches.replace(/の[^の]*$/, '') : branches;
  }
  return branches === '' ? undefined : '';
}
