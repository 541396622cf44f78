import { type Context, Hono } from 'hono';
import type { Caller } from '#backend/access/caller.ts';
import { mayOnPage } from '#backend/access/pages.ts';
import type { FormCare } from '#backend/care/form-care.ts';
import { FormId } from '#shared/contracts/custom-form.ts';
import { AppError, ERRORS } from '#shared/contracts/errors.ts';
import { formFaults } from '#shared/forms/check-form.ts';
import { DIARY_CARD } from '#shared/forms/diary-card.ts';
import { formBody } from '../../http/body.ts';
import type { RequestEnv } from '../../http/env.ts';
import { admit, type Door } from '../admit.ts';
import { WithdrawForm } from '../forms.ts';
import { staffPage } from '../frame.ts';
import { candidateOf } from './candidate.ts';
import { type Draft, DraftForm, draftIn, draftOf } from './draft.ts';
import { type EditorScreen, editorScreen } from './editor-screen.ts';
import { TITLE_TAKEN } from './fault-words.ts';
import { problemsIn } from './faults.ts';
import { formScreen } from './form-screen.ts';
import { formsScreen } from './list-screen.ts';
import { press } from './presses.ts';

export type FormContext = Context<RequestEnv>;

/** What the pages about own forms are built from. */
export interface FormPagesDeps extends Door {
  readonly forms: FormCare;
  /** Makes a UUID version 7. */
  readonly newId: () => string;
}

/** Where somebody who is signed out goes first. */
export const SIGN_IN = '/sign-in?to=forms';

const NOTHING_SAVED =
  'Nothing was saved yet. What is missing or has to change is said beside each field.';

const TITLE_TAKEN_MEANWHILE =
  'It stays out of use: another form in use has this title by now. Take that one out of use, or change its title, first.';

/** The list of own forms, one form, and composing one. */
export function ownFormRoutes(deps: FormPagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.get('/forms', async (c) => {
    const caller = await admit(deps, c, 'ownForms.read');
    if (caller === null) return c.redirect(SIGN_IN, 303);
    const composes = mayOnPage(caller.role, 'ownForms.compose');
    const screen = formsScreen(await deps.forms.list(caller), composes);
    return c.html(staffPage(c, { title: 'Own forms', screen, here: 'forms' }));
  });
  routes.get('/forms/new', (c) => begin(deps, c));
  routes.get('/forms/:form', (c) => show(deps, c, formIn(c.req.param('form'))));
  routes.get('/forms/:form/edit', (c) => change(deps, c, formIn(c.req.param('form'))));
  routes.post('/forms/:form/edit', (c) => edit(deps, c, formIn(c.req.param('form'))));
  routes.post('/forms/:form/retire', (c) => use(deps, c, formIn(c.req.param('form')), false));
  routes.post('/forms/:form/restore', (c) => use(deps, c, formIn(c.req.param('form')), true));
  return routes;
}

/**
 * The form in an address; what can't be one is answered as absent. In small letters, as the database
 * gives it back: a form is looked up by what its answers are stored under.
 */
export function formIn(segment: string): FormId {
  const formId = FormId.safeParse(segment.toLowerCase());
  if (!formId.success) throw new AppError('notFound');
  return formId.data;
}

async function begin(deps: FormPagesDeps, c: FormContext) {
  const caller = await admit(deps, c, 'ownForms.compose');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const content = c.req.query('from') === 'diary-card' ? DIARY_CARD : { title: '', items: [] };
  const formId = FormId.parse(deps.newId());
  return editor(c, { formId, draft: draftOf(content, 0), focus: 'title' });
}

async function show(
  { forms, ...deps }: FormPagesDeps,
  c: FormContext,
  formId: FormId,
  problem: string | null = null,
) {
  const caller = await admit(deps, c, 'ownForms.read');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const of = await forms.find(caller, formId);
  if (of === null) throw new AppError('notFound');
  const screen = formScreen({
    of,
    versions: await forms.versions(caller, formId),
    composes: mayOnPage(caller.role, 'ownForms.compose'),
    saved: c.req.query('saved') !== undefined,
    problem,
  });
  const status = problem === null ? 200 : ERRORS.formRefused.status;
  return c.html(staffPage(c, { title: 'Own form', screen, here: 'forms' }), status);
}

async function change(deps: FormPagesDeps, c: FormContext, formId: FormId) {
  const caller = await admit(deps, c, 'ownForms.compose');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const of = await deps.forms.find(caller, formId);
  if (of === null) throw new AppError('notFound');
  return editor(c, { formId, draft: draftOf(of.form, of.form.version) });
}

async function edit(deps: FormPagesDeps, c: FormContext, formId: FormId) {
  const fields = await formBody(c, DraftForm);
  const caller = await admit(deps, c, 'ownForms.compose');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const draft = draftIn(fields);
  const button = fields['do'] ?? 'check';
  if (button === 'save') return save(deps, c, { caller, formId, draft });
  if (button !== 'check') return editor(c, { formId, ...press(draft, button) });
  const candidate = { formId, version: draft.seenVersion + 1, ...candidateOf(draft) };
  return editor(c, { formId, draft, problems: problemsIn(formFaults(candidate)) });
}

async function save(
  { forms }: FormPagesDeps,
  c: FormContext,
  { caller, formId, draft }: { caller: Caller; formId: FormId; draft: Draft },
) {
  const { seenVersion } = draft;
  const saved = await forms.save(caller, { formId, seenVersion, ...candidateOf(draft) });
  if (saved.ok) return c.redirect(`/forms/${formId}?saved`, 303);
  const { refusal } = saved;
  if (refusal.reason === 'notFound') throw new AppError('notFound');
  if (refusal.reason === 'outdated') {
    c.set('failure', refusal.reason);
    return editor(c, { formId, draft, refusal: ERRORS.outdated.message }, ERRORS.outdated.status);
  }
  c.set('failure', 'formRefused');
  const problems =
    refusal.reason === 'titleTaken'
      ? new Map([['title', TITLE_TAKEN]])
      : problemsIn(refusal.faults);
  const [focus = null] = problems.keys();
  const shown = { formId, draft, problems, focus, refusal: NOTHING_SAVED };
  return editor(c, shown, ERRORS.formRefused.status);
}

async function use(deps: FormPagesDeps, c: FormContext, formId: FormId, inUse: boolean) {
  await formBody(c, WithdrawForm);
  const caller = await admit(deps, c, 'ownForms.compose');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const done = await deps.forms.use(caller, formId, inUse);
  if (done.ok) return c.redirect(`/forms/${formId}`, 303);
  if (done.refusal === 'notFound') throw new AppError('notFound');
  c.set('failure', 'formRefused');
  return show(deps, c, formId, TITLE_TAKEN_MEANWHILE);
}

function editor(
  c: FormContext,
  of: Pick<EditorScreen, 'formId' | 'draft'> & Partial<EditorScreen>,
  status: 200 | 409 | 422 = 200,
) {
  const screen = editorScreen({ problems: new Map(), refusal: null, focus: null, ...of });
  return c.html(staffPage(c, { title: 'Own form', screen, here: 'forms' }), status);
}
