import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { Caller } from '#backend/access/caller.ts';
import { mayOnPage } from '#backend/access/pages.ts';
import type { FleetCare } from '#backend/care/fleet/fleet-care.ts';
import { EhrId } from '#shared/contracts/ehr.ts';
import { AppError, ERRORS } from '#shared/contracts/errors.ts';
import { AdapterMode } from '#shared/contracts/fleet.ts';
import { formBody } from '../../http/body.ts';
import type { RequestEnv } from '../../http/env.ts';
import { isStorable } from '../../http/storable.ts';
import { admit, type Door } from '../admit.ts';
import { staffPage } from '../frame.ts';
import type { RefusedSwitch } from './adapter-screen.ts';
import { type FleetScreen, fleetScreen } from './screen.ts';
import { REFUSAL_WORDS, type SwitchRefusal } from './words.ts';

type FleetContext = Context<RequestEnv>;

/** What the page of browsers is built from. */
export interface FleetPagesDeps extends Door {
  readonly fleet: FleetCare;
}

/** A switch as it is sent. */
const SwitchForm = z.strictObject({
  version: z.string().check(z.regex(/^\d{1,9}$/)),
  mode: AdapterMode,
  reason: z.string().check(z.maxLength(2000)),
});

const SIGN_IN = '/sign-in?to=fleet';

/** The page of browsers, and switching what an adapter may do in them. */
export function fleetRoutes(deps: FleetPagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.get('/fleet', async (c) => {
    const caller = await admit(deps, c, 'fleet.read');
    if (caller === null) return c.redirect(SIGN_IN, 303);
    const switched = EhrId.safeParse(c.req.query('switched')).data ?? null;
    return show(deps, c, caller, { switched, refused: null });
  });
  // What a reload after a refusal, or a kept address, asks for.
  routes.get('/fleet/:ehr', (c) => c.redirect(`/fleet#${ehrNamed(c.req.param('ehr'))}`, 303));
  routes.post('/fleet/:ehr', (c) => set(deps, c, ehrNamed(c.req.param('ehr'))));
  return routes;
}

function ehrNamed(text: string): EhrId {
  const ehr = EhrId.safeParse(text);
  if (!ehr.success) throw new AppError('notFound');
  return ehr.data;
}

async function show(
  { fleet }: FleetPagesDeps,
  c: FleetContext,
  caller: Caller,
  outcome: Pick<FleetScreen, 'switched' | 'refused'>,
  status: 200 | 409 | 422 = 200,
) {
  const decides = mayOnPage(caller.role, 'fleet.decide');
  const screen = fleetScreen({ fleet: await fleet.fleet(caller), decides, ...outcome });
  return c.html(staffPage(c, { title: 'Browsers', screen, here: 'fleet' }), status);
}

async function set(deps: FleetPagesDeps, c: FleetContext, ehr: EhrId) {
  const { version, mode, reason } = await formBody(c, SwitchForm);
  const caller = await admit(deps, c, 'fleet.decide');
  if (caller === null) return c.redirect(SIGN_IN, 303);
  if (!isStorable(reason)) throw new AppError('malformedInput');
  const wanted = { ehr, mode, reason };
  const done = await deps.fleet.switchAdapter(caller, { ...wanted, seenVersion: Number(version) });
  if (done.ok) return c.redirect(`/fleet?switched=${ehr}#${ehr}`, 303);
  const { code, problem } = refusalOf(done.refusal);
  c.set('failure', code);
  const refused: RefusedSwitch = { ...wanted, problem, isReason: done.refusal === 'noReason' };
  return show(deps, c, caller, { switched: null, refused }, ERRORS[code].status);
}

function refusalOf(refusal: SwitchRefusal) {
  return refusal === 'outdated'
    ? ({ code: 'outdated', problem: ERRORS.outdated.message } as const)
    : ({ code: 'formRefused', problem: REFUSAL_WORDS[refusal] } as const);
}
