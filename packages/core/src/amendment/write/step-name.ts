import { writeNumeral, NUMERAL_CLASS, type NumeralForm } from '../../kernel/numeral.js';
import type { ProvisionNum } from '../../text/element.js';
import type { GroupTag } from '../../text/tag.js';
import type { Location, Step, Target } from '../location.js';

/** 編・章・節・款・目の語 */
export const GROUP_WORD: Readonly<Record<GroupTag, string>> = { Part: '編', Chapter: '章', Section: '節', Subsection: '款', Division: '目' };

/** 数字の書きぶりと、改正規定とその外側のつなぎ（第二条のうち〇〇法第三条の改正規定中／第二条中〇〇法第三条の改正規定を次のように） */
export interface NameStyle {
  readonly digits: NumeralForm;
  readonly within: 'のうち' | '中';
}

/** 場所の名を作る手だて。改正規定（amendClause）の中に場所の並びが入るので、並びの書き方を受け取る。 */
export interface NameOptions extends NameStyle {
  readonly list: (targets: readonly Target[]) => string;
}

/** 直前の段。same は「同表」のように略して書いたこと。 */
export interface Before {
  readonly step: Step | undefined;
  readonly same: boolean;
}

const NUMERAL_START = new RegExp(`^[${NUMERAL_CLASS}]`);

/** 番号を言う段。head・tail は「第」と「条」、枝番号はその後（第三条の二）。範囲 38:84 は「第三十八条から第八十四条まで」。 */
function numbered(num: ProvisionNum, head: string, tail: string, digits: NumeralForm): string {
  return num.split(':').map((one) => {
    const [first = '', ...branches] = one.split('_');
    const write = (n: string) => (/^[0-9]+$/.test(n) ? writeNumeral(Number(n), digits) : n);
    return head + write(first) + tail + branches.map((b) => `の${write(b)}`).join('');
  }).map((one, i, all) => (all.length === 1 ? one : one + (i === 0 ? 'から' : 'まで'))).join('');
}

/** 別表第一・様式第二号・第五号の二様式。head に ＃ があれば、その位置に番号を、号の後に枝番号を置く。 */
function appendixName(head: string, num: ProvisionNum | undefined, digits: NumeralForm): string {
  if (num === undefined) return head;
  const m = /^(.*?)＃(号?)(.*)$/.exec(head);
  return m ? m[1]! + numbered(num, '', m[2]!, digits) + m[3]! : numbered(num, `${head}第`, '', digits);
}

/** 「二番目の」 */
const order = (nth: number | undefined, digits: NumeralForm): string => (nth === undefined ? '' : `${writeNumeral(nth, digits)}番目の`);

/** 一つの段の印字。前の段との間の「の」「中」を含む。 */
export function stepName(step: Step, before: Before, { digits, within, list }: NameOptions): string {
  switch (step.kind) {
    case 'title': return '題名';
    case 'enactStatement': return '制定文';
    case 'toc': return '目次';
    case 'preamble': return '前文';
    case 'main': return '本則';
    case 'suppl': return `${order(step.nth, digits)}附則`;
    case 'closing': return '締結文';
    case 'group': return numbered(step.num, '第', GROUP_WORD[step.level], digits);
    // 章は条の番号と関わりがないので「第五章中第十五条」と言う
    case 'article': return (before.step?.kind === 'group' ? '中' : '') + numbered(step.num, '第', '条', digits);
    case 'paragraph': return numbered(step.num, '第', '項', digits);
    case 'item': return numbered(step.num, '第', '号', digits);
    case 'subitem': return step.label;
    // 番号のない別表の区分は「別表1の表」、重なると「別表3の(1)の表」。番号のある別表では枝番号と読めるので「別表第2中1の表」
    case 'section': if (before.step?.kind === 'appendix' && before.step.num !== undefined && NUMERAL_START.test(step.label)) return `中${step.label}`;
      return (before.step?.kind === 'appendix' && before.step.num === undefined && !before.same) || before.step === undefined ? step.label : `の${step.label}`;
    case 'caption': return 'の見出し';
    case 'sharedCaption': return 'の前の見出し';
    case 'captionIncluded': return '（見出しを含む。）';
    case 'groupTitle': return `の${before.step?.kind === 'group' ? GROUP_WORD[before.step.level] : ''}名`;
    case 'sentence': return step.part;
    case 'lead': return '各号列記以外の部分';
    case 'eachItem': return '各号';
    case 'appendix': return `${order(step.nth, digits)}${appendixName(step.head, step.num, digits)}${step.related ?? ''}`;
    case 'relatedArticle': return 'の関係条';
    case 'table': return step.nth === undefined ? (before.step === undefined && !before.same ? '表' : 'の表') : `の第${writeNumeral(step.nth, digits)}の表`;
    case 'outsideTable': return 'の表以外の部分';
    case 'outsideRemarks': return before.step === undefined ? '備考以外の部分' : '中備考以外の部分';
    case 'part': return `${step.name}の部`;
    // 数字で始まる項の名は、別表の番号と続いて読めてしまうので「の」で切る（別表第四の四の二の項）
    case 'row': return `${before.step?.kind === 'appendix' && NUMERAL_START.test(step.name) ? 'の' : ''}${step.name}の項`;
    case 'column': return step.name.endsWith('欄') ? step.name : `${step.name}の欄`;
    case 'remarks': return `備考${step.num === undefined ? '' : numbered(step.num, '', '', digits)}`;
    case 'note': return `注${step.num === undefined ? '' : numbered(step.num, '', '', digits)}`;
    case 'amendClause': return `${before.step ? within : ''}${step.law ?? ''}${list(step.of)}${step.acting ?? 'の'}改正規定`;
    case 'named': return step.name;
  }
}

/** 備考2 の「2」だけ。「備考中3を4とし」の形で使う */
export function bareName(step: Step, options: NameOptions): string {
  if ((step.kind === 'remarks' || step.kind === 'note') && step.num !== undefined) return numbered(step.num, '', '', options.digits);
  return stepName(step, { step: undefined, same: false }, options);
}

/** 場所の末尾の段 */
export const lastStep = (location: Location): Step | undefined => location[location.length - 1];
