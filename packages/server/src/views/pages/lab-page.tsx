import { describeSourceFailure, type LabAnswer, type LabProblem } from '@renkei/app';
import type { VNode } from 'preact';
import { LAB_LIMITS } from '../../lab/lab-limits.js';
import type { LabFailure } from '../../lab/open-lab-desk.js';
import { LAB_PATH } from '../../portal/paths.js';
import { formatCount } from '../format.js';
import { fieldName, type LabError, type LabForm } from '../lab/lab-fields.js';
import { LabFormView } from '../lab/lab-form.js';
import { LabAppliedView, LabDraftedView } from '../lab/lab-result.js';
import { Layout } from '../layout.js';
import type { Page } from '../page.js';
import { JapaneseRuns } from '../parts/japanese-runs.js';
import { SampleMark } from '../parts/sample-mark.js';

/** 応えられなかった理由 */
export type LabTrouble =
  | { readonly kind: 'body'; readonly found: number | null; readonly limit: number }
  | { readonly kind: 'form' }
  | { readonly kind: 'problems'; readonly problems: readonly LabProblem[] }
  | { readonly kind: 'failure'; readonly failure: LabFailure };

export interface LabPageProps {
  readonly page: Page;
  readonly form: LabForm;
  readonly trouble?: LabTrouble;
  readonly answer?: Extract<LabAnswer, { readonly kind: 'drafted' | 'applied' }>;
}

/** 改め文ラボ。入力の欄、又は結果と、直してもう一度送る欄。 */
export function LabPage({ page, form, trouble, answer }: LabPageProps): VNode {
  const errors = trouble === undefined ? [] : errorsOf(page, form, trouble);
  const fact = trouble !== undefined ? troubleFact(page, trouble, errors.length) : answer === undefined ? null : answerFact(page, answer);
  return (
    <Layout page={page} title={fact === null ? page.say('lab.title') : `${fact} | ${page.say('lab.title')}`} description={page.say('lab.lead')} indexed={answer === undefined && trouble === undefined && page.query === ''}>
      <h1>{page.say('lab.title')}</h1>
      {errors.length === 0 ? null : (
        <div class="renkei-error-summary" role="alert" tabIndex={-1} autofocus>
          <h2>{fact}</h2>
          <ul class="renkei-list">
            {errors.map(({ field, text }) => <li>{field === null ? <JapaneseRuns text={text} lang={page.lang} /> : <a href={`#${field}`}><JapaneseRuns text={text} lang={page.lang} /></a>}</li>)}
          </ul>
        </div>
      )}
      {form.sample ? <p class="dads-notification-banner"><SampleMark page={page} sample /> <JapaneseRuns text={page.say('lab.sample-what')} lang={page.lang} /></p> : null}
      {answer === undefined ? (
        <>
          <p class="renkei-prose"><JapaneseRuns text={page.say('lab.lead')} lang={page.lang} /></p>
          <p class="renkei-prose">{page.say('lab.keeps-nothing')} {page.say('lab.limits', { bytes: megabytes(LAB_LIMITS.bodyBytes, Math.floor), characters: formatCount(LAB_LIMITS.characters) })}</p>
          <nav class="renkei-lab__modes" aria-label={page.say('lab.title')}>
            <ul class="renkei-list">
              {(['draft', 'apply'] as const).map((mode) => (
                <li><a href={page.href(mode === 'draft' ? LAB_PATH : `${LAB_PATH}?mode=apply`)} aria-current={mode === form.mode ? 'page' : undefined}>{page.say(`lab.mode-${mode}`)}</a></li>
              ))}
            </ul>
          </nav>
          <h2>{page.say(`lab.mode-${form.mode}`)}</h2>
          <LabFormView page={page} form={form} errors={errors} />
        </>
      ) : (
        <>
          {answer.kind === 'drafted' ? <LabDraftedView page={page} answer={answer} /> : <LabAppliedView page={page} answer={answer} />}
          <details class="dads-disclosure renkei-lab__again" open={answer.kind === 'applied' && answer.result === null}>
            <summary class="dads-disclosure__summary">{page.say('lab.inputs')}</summary>
            {form.fromFile ? <p class="renkei-note">{page.say('lab.kept-file')}</p> : null}
            <LabFormView page={page} form={form} errors={[]} />
          </details>
          <p class="renkei-links"><a href={page.href(form.mode === 'draft' ? LAB_PATH : `${LAB_PATH}?mode=apply`)}>{page.say('lab.again')}</a></p>
        </>
      )}
    </Layout>
  );
}

/** 結果を一言で。頁の題にも出すので、開いたとたんに分かる。 */
function answerFact(page: Page, answer: NonNullable<LabPageProps['answer']>): string {
  if (answer.kind === 'drafted') return answer.operations === 0 && answer.exact ? page.say('lab.same') : page.say('lab.drafted', { provisions: answer.provisions, operations: answer.operations });
  return answer.result === null ? page.say('lab.refused', { count: answer.findings.filter((f) => f.severity === 'error').length }) : page.say('lab.applied', { operations: answer.operations });
}

/** 直す所があるのか、こちらの都合で作れなかったのかを分けて言う。 */
const troubleFact = (page: Page, trouble: LabTrouble, count: number): string =>
  trouble.kind === 'problems' ? page.say('lab.error-title', { count }) : page.say('lab.error-stopped');

function errorsOf(page: Page, form: LabForm, trouble: LabTrouble): LabError[] {
  if (trouble.kind === 'problems') return trouble.problems.map((problem) => ({ field: problem.field, text: problemText(page, form, problem) }));
  const again = form.fromFile ? ` ${page.say('lab.error-file-again')}` : '';
  return [{ field: null, text: `${troubleText(page, trouble)}${again}` }];
}

function problemText(page: Page, { mode }: LabForm, problem: LabProblem): string {
  const what = fieldName(page, mode, problem.field);
  switch (problem.code) {
    case 'empty':
      return page.say('lab.error-empty', { what });
    case 'no-text':
      return page.say('lab.error-no-text', { what });
    case 'too-long':
      return page.say('lab.error-too-long', { what, found: formatCount(problem.found), limit: formatCount(problem.limit) });
    case 'source':
      return page.say('lab.error-source', { what, why: describeSourceFailure(problem.failure, page.lang) });
  }
}

/** MB で、小数第一位まで。量は切り上げ、上限は切り捨てて、同じ数に見えないようにする。 */
const megabytes = (bytes: number, round: (n: number) => number): string => formatCount(round((bytes / 1024 / 1024) * 10) / 10);

function troubleText(page: Page, trouble: Exclude<LabTrouble, { readonly kind: 'problems' }>): string {
  if (trouble.kind === 'form') return page.say('lab.error-form');
  if (trouble.kind === 'body') {
    const found = trouble.found === null ? page.say('lab.error-body-over') : page.say('lab.error-body-found', { bytes: megabytes(trouble.found, Math.ceil) });
    return page.say('lab.error-body', { found, limit: megabytes(trouble.limit, Math.floor) });
  }
  const { failure } = trouble;
  switch (failure.code) {
    case 'busy':
      return page.say('lab.error-busy', { waiting: failure.waiting, seconds: failure.seconds });
    case 'timeout':
      return page.say('lab.error-timeout', { seconds: failure.seconds });
    case 'memory':
      return page.say('lab.error-memory', { megabytes: failure.megabytes });
    case 'failed':
      return page.say('lab.error-failed');
  }
}
