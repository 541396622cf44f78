import { type Context, Hono } from 'hono';
import type { Caller } from '#backend/access/caller.ts';
import { mayOnPage } from '#backend/access/pages.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { AppError } from '#shared/contracts/errors.ts';
import { formBody } from '../../http/body.ts';
import type { RequestEnv } from '../../http/env.ts';
import { admit } from '../admit.ts';
import type { Problems } from '../field.ts';
import { staffPage } from '../frame.ts';
import type { ActionPagesDeps } from './action-routes.ts';
import { ladderProblems } from './fault-words.ts';
import { LadderForm, type TypedLadder, typedLadder, wantedLadder } from './ladder-form.ts';
import { ladderScreen } from './ladder-screen.ts';
import { refusedForm } from './refused-form.ts';

/** What the page of the ladder is built from. */
export interface LadderPagesDeps extends ActionPagesDeps {
  readonly now: () => Instant;
}

const SIGN_IN = '/sign-in?to=escalation';

/** Who is told of alerts that nobody has answered, and setting it. */
export function ladderRoutes(deps: LadderPagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.get('/escalation', async (c) => {
    const caller = await admit(deps, c, 'escalation.read');
    if (caller === null) return c.redirect(SIGN_IN, 303);
    return show(deps, c, caller, { saved: c.req.query('saved') !== undefined });
  });
  routes.post('/escalation', async (c) => {
    const typed: TypedLadder = await formBody(c, LadderForm);
    const caller = await admit(deps, c, 'escalation.decide');
    if (caller === null) return c.redirect(SIGN_IN, 303);
    const wanted = { ladder: wantedLadder(typed), seenVersion: Number(typed['version']) };
    const done = await deps.practice.setLadder(caller, wanted);
    if (done.ok) return c.redirect('/escalation?saved', 303);
    const again = await refusedForm(c, typed, {
      reason: done.refusal.reason,
      versionNow: async () => (await deps.practice.ladder(caller)).ladder.version,
    });
    const problems = ladderProblems(done.refusal, typed);
    return show(deps, c, caller, { typed: again.typed, problems }, again.status);
  });
  return routes;
}

async function show(
  { practice, care, now }: LadderPagesDeps,
  c: Context<RequestEnv>,
  caller: Caller,
  of: { readonly typed?: TypedLadder; readonly problems?: Problems; readonly saved?: boolean },
  status: 200 | 409 | 422 = 200,
) {
  const { ladder, standing, people } = await practice.ladder(caller);
  const who = await care.whoAmI(caller);
  if (!who.ok) throw new AppError('signedOut');
  const screen = ladderScreen({
    problems: new Map(),
    saved: false,
    ...of,
    typed: of.typed ?? typedLadder(ladder),
    ladder,
    standing,
    people,
    decides: mayOnPage(caller.role, 'escalation.decide'),
    now: now(),
    timeZone: who.value.timeZone,
  });
  return c.html(staffPage(c, { title: 'Who is told', screen, here: 'escalation' }), status);
}
