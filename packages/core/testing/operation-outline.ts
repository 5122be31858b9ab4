import type { Action, Amendment, Location, Operation, Quote, Step, Target } from '../src/index.js';

/**
 * 操作を一行に書いたもの。試験の期待値に使う。
 * 例: 「article:9>item:4 移 article:9>item:5」「appendix:別表:2>row:市長 「A」→「B」」
 */
export const outlineAmendment = (amendment: Amendment): string[] => amendment.flatMap(({ operations }) => operations.map(outlineOperation));

const outlineOperation = ({ targets, action }: Operation): string => `${targets.map(outlineTarget).join(' & ')} ${outlineAction(action)}`;

const outlineTarget = ({ from, through }: Target): string => outlineLocation(from) + (through ? `～${outlineLocation(through)}` : '');
const outlineLocation = (location: Location): string => location.map(outlineStep).join('>');

function outlineStep(step: Step): string {
  switch (step.kind) {
    case 'group': return `${step.level}:${step.num}`;
    case 'subitem':
    case 'section': return `${step.kind}:${step.label}`;
    case 'sentence': return step.part;
    case 'appendix': return `${step.head}${step.num === undefined ? '' : `:${step.num}`}`;
    case 'table': return step.nth === undefined ? 'table' : `table:${step.nth}`;
    case 'part':
    case 'row':
    case 'column':
    case 'named': return `${step.kind}:${step.name}`;
    case 'amendClause': return `改正規定{${[step.law ?? '', step.of.map(outlineTarget).join(' & '), step.acting ?? ''].join('|')}}`;
    default: return 'num' in step && step.num !== undefined ? `${step.kind}:${step.num}` : step.kind;
  }
}

const outlineQuotes = (words: readonly Quote[]): string => words.map(({ text, until }) => `「${text}」${until === undefined ? '' : `～「${until}」`}`).join('');

function outlineAction(action: Action): string {
  switch (action.kind) {
    case 'replaceWords': return `${outlineQuotes(action.words)}→「${action.to}」`;
    case 'insertWords': return `${outlineQuotes(action.after)}＋「${action.text}」`;
    case 'deleteWords': return `${outlineQuotes(action.words)}→`;
    case 'replaceWhole': return `改 ${action.block.lines.length}行`;
    case 'replaceText': return `改「${action.text}」`;
    case 'attachCaption': return `付「${action.text}」`;
    case 'add': {
      const what = action.what.units.map(({ unit, count }) => `${count ?? ''}${unit}`).join('・') || 'ように';
      return `加 ${action.where} ${action.what.as === undefined ? '' : `${action.what.as}として`}${what} ${action.block.lines.length}行`;
    }
    case 'delete': return '削';
    case 'move': return `移 ${outlineLocation(action.to)}`;
    case 'shift': return `ずらす ${action.by}`;
  }
}
