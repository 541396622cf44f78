import { type Context, Hono } from 'hono';
import type { Caller } from '#backend/access/caller.ts';
import { mayOnPage } from '#backend/access/pages.ts';
import type { AlertingCare } from '#backend/care/alerts/alerting-care.ts';
import { formBody } from '../../http/body.ts';
import type { RequestEnv } from '../../http/env.ts';
import { admit, type Door } from '../admit.ts';
import type { Problems } from '../field.ts';
import { staffPage } from '../frame.ts';
import { ActionsForm, type TypedActions, typedOf, wantedActions } from './actions-form.ts';
import { actionsScreen } from './actions-screen.ts';
import { actionProblems } from './fault-words.ts';
import { refusedForm } from './refused-form.ts';

/** What the page of the list of actions is built from. */
export interface ActionPagesDeps extends Door {
  readonly practice: AlertingCare;
}

const SIGN_IN = '/sign-in?to=alert-actions';

/** What can be said to be done about an alert, and setting it. */
export function actionRoutes(deps: ActionPagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.get('/alert-actions', async (c) => {
    const caller = await admit(deps, c, 'alertActions.read');
    if (caller === null) return c.redirect(SIGN_IN, 303);
    return show(deps, c, caller, { saved: c.req.query('saved') !== undefined });
  });
  routes.post('/alert-actions', async (c) => {
    const typed: TypedActions = await formBody(c, ActionsForm);
    const caller = await admit(deps, c, 'alertActions.decide');
    if (caller === null) return c.redirect(SIGN_IN, 303);
    const seenVersion = Number(typed['version']);
    const wanted = { actions: wantedActions(typed), seenVersion };
    const done = await deps.practice.setProtocol(caller, wanted);
    if (done.ok) return c.redirect('/alert-actions?saved', 303);
    const again = await refusedForm(c, typed, {
      reason: done.refusal.reason,
      versionNow: async () => (await deps.practice.protocol(caller)).protocol.version,
    });
    const problems = actionProblems(done.refusal, typed);
    return show(deps, c, caller, { typed: again.typed, problems }, again.status);
  });
  return routes;
}

async function show(
  { practice }: ActionPagesDeps,
  c: Context<RequestEnv>,
  caller: Caller,
  of: { readonly typed?: TypedActions; readonly problems?: Problems; readonly saved?: boolean },
  status: 200 | 409 | 422 = 200,
) {
  const { protocol, standing } = await practice.protocol(caller);
  const screen = actionsScreen({
    problems: new Map(),
    saved: false,
    ...of,
    typed: of.typed ?? typedOf(protocol),
    protocol,
    standing,
    decides: mayOnPage(caller.role, 'alertActions.decide'),
  });
  return c.html(staffPage(c, { title: 'Alert actions', screen, here: 'alert-actions' }), status);
}
