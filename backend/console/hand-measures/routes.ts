import { type Context, Hono } from 'hono';
import { mayOnPage } from '#backend/access/pages.ts';
import type { HandMeasureCare } from '#backend/care/hand-measure-care.ts';
import { AppError, ERRORS } from '#shared/contracts/errors.ts';
import { formBody } from '../../http/body.ts';
import type { RequestEnv } from '../../http/env.ts';
import { isStorable } from '../../http/storable.ts';
import { admit, type Door } from '../admit.ts';
import type { Problems } from '../field.ts';
import { WithdrawForm } from '../forms.ts';
import { staffPage } from '../frame.ts';
import { measureEditor } from './editor-screen.ts';
import { handMeasuresScreen } from './list-screen.ts';
import { refusalInWords } from './refusal-words.ts';
import { MeasureForm, NOTHING_TYPED, typedOf, wantedOf } from './typed.ts';

type HandContext = Context<RequestEnv>;

/** What the pages about totals by hand are built from. */
export interface HandMeasurePagesDeps extends Door {
  readonly practice: HandMeasureCare;
}

const SIGN_IN = '/sign-in?to=hand-measures';

/** The list of measures that totals are entered of by hand, and stating one of them. */
export function handMeasureRoutes(deps: HandMeasurePagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.get('/hand-measures', async (c) => {
    const caller = await admit(deps, c, 'handMeasures.read');
    if (caller === null) return c.redirect(SIGN_IN, 303);
    const decides = mayOnPage(caller.role, 'handMeasures.decide');
    const saved = c.req.query('saved') !== undefined;
    const stated = await deps.practice.statedMeasures(caller);
    const screen = handMeasuresScreen(stated, { decides, saved });
    return c.html(staffPage(c, { title: 'Totals by hand', screen, here: 'hand-measures' }));
  });
  routes.get('/hand-measures/edit', (c) => change(deps, c));
  routes.post('/hand-measures/edit', (c) => save(deps, c));
  routes.post('/hand-measures/:measure/retire', (c) => use(deps, c, c.req.param('measure'), false));
  routes.post('/hand-measures/:measure/restore', (c) => use(deps, c, c.req.param('measure'), true));
  return routes;
}

async function change(deps: HandMeasurePagesDeps, c: HandContext) {
  const caller = await admit(deps, c, 'handMeasures.decide');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const id = c.req.query('measure');
  if (id === undefined) return editor(c, NOTHING_TYPED);
  const stated = isStorable(id) ? await deps.practice.statedMeasure(caller, id) : null;
  if (stated === null) throw new AppError('notFound');
  if (stated.retired !== null) return c.redirect(`/hand-measures#${id}`, 303);
  return editor(c, typedOf(stated.measure, stated.edition));
}

async function save(deps: HandMeasurePagesDeps, c: HandContext) {
  const typed = await formBody(c, MeasureForm);
  const caller = await admit(deps, c, 'handMeasures.decide');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const wanted = wantedOf(typed);
  if (!wanted.ok) return refused(c, typed, wanted.refusal);
  const done = await deps.practice.stateMeasure(caller, wanted.value);
  if (done.ok) return c.redirect(`/hand-measures?saved#${done.value.id}`, 303);
  const code = done.refusal === 'outdated' ? 'outdated' : 'formRefused';
  return refused(c, typed, refusalInWords(done.refusal), code);
}

async function use(deps: HandMeasurePagesDeps, c: HandContext, id: string, inUse: boolean) {
  await formBody(c, WithdrawForm);
  const caller = await admit(deps, c, 'handMeasures.decide');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  if (!isStorable(id)) throw new AppError('notFound');
  const done = await deps.practice.useMeasure(caller, id, inUse);
  if (!done.ok) throw new AppError(done.refusal);
  return c.redirect(`/hand-measures#${id}`, 303);
}

function refused(
  c: HandContext,
  typed: MeasureForm,
  problems: Problems,
  code: 'outdated' | 'formRefused' = 'formRefused',
) {
  c.set('failure', code);
  return editor(c, typed, problems, ERRORS[code].status);
}

function editor(
  c: HandContext,
  typed: MeasureForm,
  problems: Problems = new Map(),
  status: 200 | 409 | 422 = 200,
) {
  const screen = measureEditor({ typed, problems });
  return c.html(staffPage(c, { title: 'Totals by hand', screen, here: 'hand-measures' }), status);
}
