import { fillMessage, portalMessages, type Lang } from '@renkei/app';
import { Hono, type Context } from 'hono';
import { contentDisposition } from '../portal/content-disposition.js';
import type { Services } from '../services.js';
import type { Page } from '../views/page.js';
import type { LabForm } from '../views/lab/lab-fields.js';
import { LabPage, type LabTrouble } from '../views/pages/lab-page.js';
import { renderPage } from '../views/render-page.js';
import { LAB_LIMITS } from './lab-limits.js';
import { readLabRequest, type LabRequest } from './lab-request.js';
import type { LabFailure } from './open-lab-desk.js';
import { readBody } from './read-body.js';
import { readForm } from './read-form.js';

const NO_STORE = { 'Cache-Control': 'no-store' } as const;
const EMPTY = { base: '', other: '' } as const;

const FAILURE_STATUS: Readonly<Record<LabFailure['code'], 422 | 500 | 503>> = { busy: 503, timeout: 422, memory: 422, failed: 500 };

const MEDIA: Readonly<Record<string, string>> = {
  txt: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** 改め文ラボ。GET は欄だけの頁、POST は結果。送られたものは何も残さない。 */
export function labRoutes(services: Services, lang: Lang, pageOf: (c: Context) => Page, report: (c: Context, detail: string) => void): Hono {
  const app = new Hono();

  app.get('/lab', async (c) => {
    const mode = c.req.query('mode') === 'apply' ? 'apply' : 'draft';
    const sample = c.req.query('sample') === undefined ? null : await services.labSample();
    const texts = sample === null ? EMPTY : { base: sample.base, other: mode === 'apply' ? sample.amendment : sample.next };
    return c.html(renderPage(<LabPage page={pageOf(c)} form={{ mode, texts, profile: 'auto', sample: sample !== null, fromFile: false }} />));
  });

  app.post('/lab', async (c) => {
    const page = pageOf(c);
    const show = (form: LabForm, trouble: LabTrouble, status: 400 | 413 | 422 | 500 | 503, headers: Record<string, string> = {}) =>
      c.html(renderPage(<LabPage page={page} form={form} trouble={trouble} />), status, { ...NO_STORE, ...headers });
    const blank: LabForm = { mode: 'draft', texts: EMPTY, profile: 'auto', sample: false, fromFile: false };

    const body = await readBody(c.req.raw, LAB_LIMITS.bodyBytes);
    if (!body.ok) return show(blank, { kind: 'body', ...body.error }, 413);
    const fields = readForm(c.req.header('Content-Type') ?? null, body.value);
    if (fields === null) return show(blank, { kind: 'form' }, 400);

    const request = readLabRequest(fields);
    const form: LabForm = { mode: request.mode, texts: request.pasted, profile: request.profile, sample: request.sample, fromFile: request.base.fileName !== null || request.other.fileName !== null };
    const result = await services.lab.run(jobOf(request, lang));
    if (!result.ok) {
      if (result.error.code === 'failed') report(c, result.error.detail);
      return show(form, { kind: 'failure', failure: result.error }, FAILURE_STATUS[result.error.code], result.error.code === 'busy' ? { 'Retry-After': String(result.error.seconds) } : {});
    }
    const answer = result.value;
    if (answer.kind === 'problems') return show({ ...form, texts: { ...form.texts, ...answer.texts } }, { kind: 'problems', problems: answer.problems }, 422);
    if (answer.kind === 'file') return sendFile(c, request, answer.bytes);
    return c.html(renderPage(<LabPage page={page} form={{ ...form, texts: answer.texts }} answer={answer} />), 200, NO_STORE);
  });

  return app;
}

const jobOf = ({ mode, base, other, profile, settle, file, sample }: LabRequest, lang: Lang) => ({
  mode, base, other, profile, settle, file, lang, sample,
  heading: fillMessage(portalMessages['compare.table'], lang),
  maxCharacters: LAB_LIMITS.characters,
});

function sendFile(c: Context, { file, sample }: LabRequest, bytes: Uint8Array): Response {
  const name = file ?? 'result.txt';
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    ...NO_STORE,
    'Content-Type': MEDIA[name.split('.')[1]!]!,
    'Content-Disposition': contentDisposition('attachment', sample ? `sample-${name}` : name),
  });
}
