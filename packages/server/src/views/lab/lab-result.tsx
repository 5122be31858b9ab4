import { FINDING_MESSAGES, SEVERITY_TERMS, describePlace, type LabAnswer, type LabFile } from '@renkei/app';
import { anchorsOf, type Finding } from '@renkei/core';
import type { VNode } from 'preact';
import { ComparisonView } from '../comparison/comparison-view.js';
import { DocumentView } from '../document/document-view.js';
import type { Page } from '../page.js';
import { AmendingText, type LineLink } from '../parts/amending-text.js';
import { JapaneseRuns } from '../parts/japanese-runs.js';
import { LAB_FORM_ID } from './lab-form.js';

type Drafted = Extract<LabAnswer, { readonly kind: 'drafted' }>;
type Applied = Extract<LabAnswer, { readonly kind: 'applied' }>;

/** 結果の頁に示す報告の数。残りは数だけを言う */
const FINDINGS_SHOWN = 100;

/** 二つの本文から: 改め文と新旧対照表を並べ、ハネと報告を示す。 */
export function LabDraftedView({ page, answer }: { readonly page: Page; readonly answer: Drafted }): VNode {
  const { text, exact, comparison, lines, provisions, operations, consequences, remaining, findings } = answer;
  const settled = consequences.filter((c) => c.settled).length;
  if (operations === 0 && exact) {
    return (
      <>
        <p class="renkei-lead">{page.say('lab.same')}</p>
        <Findings page={page} findings={findings} />
      </>
    );
  }
  return (
    <>
      <p class="renkei-lead">{page.say('lab.drafted', { provisions, operations })}</p>
      <p class={exact ? 'dads-notification-banner' : 'renkei-error-summary'} role={exact ? undefined : 'alert'}>{page.say(exact ? 'lab.proved' : 'lab.not-proved')}</p>
      {settled > 0 ? <p>{page.say('lab.settled', { count: settled })}</p> : null}
      {exact ? <Downloads page={page} files={['amendment.txt', 'comparison.docx', 'comparison.html', 'comparison.txt']} /> : null}
      <Consequences page={page} consequences={consequences} remaining={remaining} />
      <Findings page={page} findings={findings} />
      <div class="renkei-lab__result">
        <section class="renkei-lab__side" aria-labelledby="amending-text">
          <h2 id="amending-text">{page.say('lab.amending-text')}</h2>
          <AmendingText text={text} linkOf={rowLinks(page, comparison, lines)} />
        </section>
        <Compared page={page} comparison={comparison} lines={lines} />
      </div>
    </>
  );
}

/** 本文と改め文から: 溶け込んだ本文と報告。 */
export function LabAppliedView({ page, answer }: { readonly page: Page; readonly answer: Applied }): VNode {
  const { result, document, operations, comparison, lines, findings, texts } = answer;
  const errors = findings.filter((f) => f.severity === 'error');
  return (
    <>
      <p class="renkei-lead">{result === null ? page.say('lab.refused', { count: errors.length }) : page.say('lab.applied', { operations })}</p>
      {result === null ? <p class="renkei-error-summary" role="alert">{page.say('lab.refused-why')}</p> : <Downloads page={page} files={['result.txt', 'result.xml', 'comparison.docx', 'comparison.html', 'comparison.txt']} />}
      <Findings page={page} findings={findings} />
      <div class="renkei-lab__result">
        <section class="renkei-lab__side" aria-labelledby="amending-text">
          <h2 id="amending-text">{page.say('lab.amending-text')}</h2>
          <AmendingText text={texts.other} linkOf={rowLinks(page, comparison, lines)} />
        </section>
        {result === null ? null : <Compared page={page} comparison={comparison} lines={lines} />}
      </div>
      {result === null ? null : (
        <section aria-labelledby="result">
          <h2 id="result">{page.say('lab.result')}</h2>
          {document === null ? <AmendingText text={result} prefix="R" /> : <DocumentView document={document} anchors={anchorsOf(document)} lang={page.lang} headingLevel={3} />}
        </section>
      )}
    </>
  );
}

function Compared({ page, comparison, lines }: { readonly page: Page } & Pick<Drafted, 'comparison' | 'lines'>): VNode | null {
  if (comparison === null) return null;
  return (
    <section class="renkei-lab__side" aria-labelledby="comparison">
      <h2 id="comparison">{page.say('lab.comparison')}</h2>
      <ComparisonView
        page={page}
        comparison={comparison}
        originOf={(operation) => {
          const line = lines[operation];
          return line === undefined ? undefined : { label: page.say('compare.origin-lab', { line }), href: `#L${line}` };
        }}
      />
    </section>
  );
}

/** 改め文の行から、その行が作った新旧対照表の初めの行へ。 */
function rowLinks(page: Page, comparison: Drafted['comparison'], lines: Drafted['lines']): (line: number) => LineLink | undefined {
  const rows = new Map<number, number>();
  comparison?.rows.forEach(({ operations }, i) => {
    for (const operation of operations) {
      const line = lines[operation];
      if (line !== undefined && !rows.has(line)) rows.set(line, i + 1);
    }
  });
  return (line) => {
    const row = rows.get(line);
    return row === undefined ? undefined : { href: `#row${row}`, text: page.say('lab.to-row'), label: page.say('lab.to-row-what', { line }) };
  };
}

/** 受取りのボタン。欄の本文をもう一度送って、ファイルで受け取る（サイトには何も残さない）。 */
function Downloads({ page, files }: { readonly page: Page; readonly files: readonly LabFile[] }): VNode {
  return (
    <div class="renkei-lab__downloads" role="group" aria-label={page.say('lab.downloads')}>
      {files.map((file) => <button class="dads-button" type="submit" form={LAB_FORM_ID} name="file" value={file} data-type="outline"><JapaneseRuns text={page.say(`lab.file-${file}`)} lang={page.lang} /></button>)}
    </div>
  );
}

function Consequences({ page, consequences, remaining }: { readonly page: Page } & Pick<Drafted, 'consequences' | 'remaining'>): VNode {
  const open = consequences.filter((c) => !c.settled).length;
  return (
    <section aria-labelledby="consequences">
      <h2 id="consequences">{open + remaining.length === 0 ? page.say('lab.consequences-none') : page.say('lab.consequences', { count: open })}</h2>
      {consequences.length === 0 ? null : (
        <>
          <p class="renkei-prose"><JapaneseRuns text={page.say('lab.consequences-why')} lang={page.lang} /></p>
          <ol class="renkei-findings">
            {consequences.map(({ finding, sentence, settled }, i) => (
              <li class="renkei-findings__item">
                <p class="renkei-findings__place"><JapaneseRuns text={describePlace(finding.at, page.lang)} lang={page.lang} /></p>
                <p><JapaneseRuns text={FINDING_MESSAGES[finding.code][page.lang](finding)} lang={page.lang} /></p>
                {sentence === null ? <p class="renkei-note">{page.say('lab.settle-by-hand')}</p> : (
                  <label class="dads-checkbox">
                    <input type="checkbox" form={LAB_FORM_ID} name="settle" value={i} checked={settled} />
                    <span>{page.say('lab.settle-one')}: <span lang="ja">{sentence}</span></span>
                  </label>
                )}
              </li>
            ))}
          </ol>
          {consequences.some((c) => c.sentence !== null) ? <button class="dads-button" type="submit" form={LAB_FORM_ID} data-type="solid-fill">{page.say('lab.settle')}</button> : null}
        </>
      )}
      <FindingItems page={page} findings={remaining} />
    </section>
  );
}

function Findings({ page, findings }: { readonly page: Page; readonly findings: readonly Finding[] }): VNode | null {
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{page.say('lab.findings', { count: findings.length })}</h2>
      <FindingItems page={page} findings={findings} />
    </section>
  );
}

/** 報告。改め文の行が分かれば、その行へ。 */
function FindingItems({ page, findings }: { readonly page: Page; readonly findings: readonly Finding[] }): VNode | null {
  if (findings.length === 0) return null;
  return (
    <>
      <ol class="renkei-findings">
        {findings.slice(0, FINDINGS_SHOWN).map((finding) => (
          <li class="renkei-findings__item">
            <p class="renkei-findings__head">
              <span class="dads-chip-label" data-kind={finding.severity}>{SEVERITY_TERMS[finding.severity][page.lang]}</span>{' '}
              <span class="renkei-findings__place"><JapaneseRuns text={describePlace(finding.at, page.lang)} lang={page.lang} /></span>
            </p>
            <p><JapaneseRuns text={FINDING_MESSAGES[finding.code][page.lang](finding)} lang={page.lang} /></p>
          </li>
        ))}
      </ol>
      {findings.length > FINDINGS_SHOWN ? <p>{page.say('change.more', { count: findings.length - FINDINGS_SHOWN })}</p> : null}
    </>
  );
}
