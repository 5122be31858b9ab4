import type { VNode } from 'preact';
import { LAB_PROFILES } from '../../lab/lab-request.js';
import { LAB_PATH } from '../../portal/paths.js';
import type { Page } from '../page.js';
import { JapaneseRuns } from '../parts/japanese-runs.js';
import { fieldName, type LabError, type LabForm } from './lab-fields.js';

/** 結果の頁のボタン（ハネ・受取り）は、この形の欄と一緒に送られる */
export const LAB_FORM_ID = 'lab-form';

export interface LabFormViewProps {
  readonly page: Page;
  readonly form: LabForm;
  readonly errors: readonly LabError[];
}

/** 二つの欄と書きぶり。JavaScript がなくても、貼り付けるかファイルを選んで送れる。 */
export function LabFormView({ page, form, errors }: LabFormViewProps): VNode {
  const { mode } = form;
  return (
    <form class="renkei-lab__form" id={LAB_FORM_ID} action={page.href(LAB_PATH)} method="post" encType="multipart/form-data">
      <input type="hidden" name="mode" value={mode} />
      {form.sample ? <input type="hidden" name="sample" value="1" /> : null}
      <p class="renkei-links">
        <a href={page.href(`${LAB_PATH}?${mode === 'apply' ? 'mode=apply&' : ''}sample=1`)}>{page.say('lab.sample')}</a>
      </p>
      <div class="renkei-lab__pair">
        {(['base', 'other'] as const).map((field) => <Field page={page} form={form} field={field} error={errors.find((e) => e.field === field)} />)}
      </div>
      <div class="renkei-form__row">
        <div class="renkei-form__field">
          <label class="dads-form-control-label" for="profile">{page.say('lab.profile')}</label>
          <select class="dads-select" id="profile" name="profile">
            {LAB_PROFILES.map((profile) => <option value={profile} selected={profile === form.profile}>{page.say(`lab.profile-${profile}`)}</option>)}
          </select>
        </div>
        <button class="dads-button" type="submit" data-type="solid-fill">{page.say(`lab.submit-${mode}`)}</button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly page: Page;
  readonly form: LabForm;
  readonly field: 'base' | 'other';
  readonly error: LabError | undefined;
}

function Field({ page, form, field, error }: FieldProps): VNode {
  const name = fieldName(page, form.mode, field);
  const described = [error === undefined ? '' : `${field}-error`].join(' ').trim();
  return (
    <div class="renkei-lab__field">
      <label class="dads-form-control-label" for={field}>{name}</label>
      {error === undefined ? null : <p class="dads-error-text" id={`${field}-error`}><JapaneseRuns text={error.text} lang={page.lang} /></p>}
      {/* 初めの改行は HTML の決まりで捨てられるので、一つ足しておく */}
      <textarea class="dads-textarea" id={field} name={field} rows={14} lang="ja" spellcheck={false} aria-invalid={error === undefined ? undefined : 'true'} aria-describedby={described === '' ? undefined : described} dangerouslySetInnerHTML={{ __html: `\n${escapeText(form.texts[field])}` }} />
      <label class="dads-form-control-label renkei-lab__file" for={`${field}-file`}>{page.say('lab.file', { what: name })}</label>
      <input class="dads-file" id={`${field}-file`} name={`${field}-file`} type="file" aria-describedby={`${field}-support`} />
      <p class="dads-support-text" id={`${field}-support`}><JapaneseRuns text={page.say('lab.file-support')} lang={page.lang} /></p>
    </div>
  );
}

/** 制御文字は HTML に書けないので除く。 */
const escapeText = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '').replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
