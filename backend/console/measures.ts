import { type Context, Hono } from 'hono';
import { mayOnPage } from '#backend/access/pages.ts';
import type { PracticeCare } from '#backend/care/practice-care.ts';
import { AppError, ERRORS } from '#shared/contracts/errors.ts';
import { formBody } from '../http/body.ts';
import type { RequestEnv } from '../http/env.ts';
import { admit, type Door } from './admit.ts';
import { ConfirmForm, WithdrawForm } from './forms.ts';
import { staffPage } from './frame.ts';
import { licenceScreen } from './screens/licence.ts';
import { measuresScreen } from './screens/measures.ts';

type MeasureContext = Context<RequestEnv>;

/** What the pages about measures are built from. */
export interface MeasurePagesDeps extends Door {
  readonly practice: PracticeCare;
}

const SIGN_IN = '/sign-in?to=measures';

/** The list of measures, and of each its licence with what the practice decides about it. */
export function measureRoutes(deps: MeasurePagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.get('/measures', async (c) => {
    const caller = await admit(deps, c, 'measures.read');
    if (caller === null) return c.redirect(SIGN_IN, 303);
    const screen = measuresScreen(await deps.practice.measures(caller));
    return c.html(staffPage(c, { title: 'Measures', screen, here: 'measures' }));
  });
  routes.get('/measures/:measure', (c) => showLicence(deps, c, c.req.param('measure')));
  routes.post('/measures/:measure/confirm', (c) => confirm(deps, c, c.req.param('measure')));
  routes.post('/measures/:measure/withdraw', (c) => withdraw(deps, c, c.req.param('measure')));
  return routes;
}

async function showLicence(
  deps: MeasurePagesDeps,
  c: MeasureContext,
  instrumentId: string,
  problem: string | null = null,
) {
  const caller = await admit(deps, c, 'measures.read');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const of = await deps.practice.measure(caller, instrumentId);
  if (of === null) throw new AppError('notFound');
  const decides = mayOnPage(caller.role, 'measures.decide');
  const screen = licenceScreen({ of, decides, problem });
  const status = problem === null ? 200 : ERRORS.outdated.status;
  return c.html(staffPage(c, { title: 'Licence', screen, here: 'measures' }), status);
}

async function confirm(deps: MeasurePagesDeps, c: MeasureContext, instrumentId: string) {
  const { terms: termsHash } = await formBody(c, ConfirmForm);
  const caller = await admit(deps, c, 'measures.decide');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const confirmed = await deps.practice.confirmLicence(caller, { instrumentId, termsHash });
  if (confirmed.ok) return c.redirect(`/measures/${instrumentId}`, 303);
  if (confirmed.refusal === 'notFound') throw new AppError('notFound');
  c.set('failure', 'outdated');
  return showLicence(deps, c, instrumentId, ERRORS.outdated.message);
}

async function withdraw(deps: MeasurePagesDeps, c: MeasureContext, instrumentId: string) {
  await formBody(c, WithdrawForm);
  const caller = await admit(deps, c, 'measures.decide');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  const withdrawn = await deps.practice.withdrawLicence(caller, instrumentId);
  if (!withdrawn.ok) throw new AppError(withdrawn.refusal);
  return c.redirect(`/measures/${instrumentId}`, 303);
}
