import { Hono } from 'hono';
import type { Caller } from '#backend/access/caller.ts';
import { mayOnPage } from '#backend/access/pages.ts';
import type { StaffCare } from '#backend/care/care.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { AppError } from '#shared/contracts/errors.ts';
import { formBody } from '../../http/body.ts';
import type { RequestEnv } from '../../http/env.ts';
import { admit } from '../admit.ts';
import type { Problems } from '../field.ts';
import { staffPage } from '../frame.ts';
import { type ActionPagesDeps, actionRoutes } from './action-routes.ts';
import { ContactForm, contactScreen, typedContact, wantedContact } from './contact-page.ts';
import { ladderRoutes } from './ladder-routes.ts';
import { waitingScreen } from './waiting-screen.ts';

/** What the pages about alerts are built from. */
export interface AlertingPagesDeps extends ActionPagesDeps {
  readonly care: ActionPagesDeps['care'] &
    Pick<StaffCare, 'unacknowledged' | 'putAside' | 'unsentRisk' | 'standIn'>;
  readonly now: () => Instant;
}

/** Alerts that wait, what can be done about them, and who is told. */
export function alertingRoutes(deps: AlertingPagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.route('/', waitingRoute(deps));
  routes.route('/', actionRoutes(deps));
  routes.route('/', ladderRoutes(deps));
  routes.route('/', contactRoutes(deps));
  return routes;
}

/**
 * A clinician's own, and what a message has told anybody of others' clients; each time it is opened it is
 * a look at those who stand on it.
 */
function waitingRoute(deps: AlertingPagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.get('/alerts', async (c) => {
    const caller = await admit(deps, c, 'alerts.standIn');
    if (caller === null) return c.redirect('/sign-in?to=alerts', 303);
    const who = await deps.care.whoAmI(caller);
    if (!who.ok) throw new AppError('signedOut');
    const { timeZone } = who.value;
    const own = mayOnPage(caller.role, 'alerts.read') ? await ownAlerts(deps, caller) : null;
    const others = await deps.care.standIn(caller);
    const screen = waitingScreen({ own, others, asOf: deps.now(), timeZone });
    return c.html(staffPage(c, { title: 'Alerts', screen, here: 'alerts' }));
  });
  return routes;
}

async function ownAlerts({ care }: AlertingPagesDeps, caller: Caller) {
  return {
    alerts: await care.unacknowledged(caller),
    putAside: await care.putAside(caller),
    unsentRisk: await care.unsentRisk(caller),
  };
}

/** Where whoever is signed in is told themselves. */
function contactRoutes(deps: AlertingPagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.get('/my-contact', async (c) => {
    const caller = await admit(deps, c, 'ownContact.set');
    if (caller === null) return c.redirect('/sign-in?to=my-contact', 303);
    const typed = typedContact(await deps.practice.ownContact(caller));
    const saved = c.req.query('saved') !== undefined;
    return c.html(staffPage(c, contactPage({ typed, saved })));
  });
  routes.post('/my-contact', async (c) => {
    const typed = await formBody(c, ContactForm);
    const caller = await admit(deps, c, 'ownContact.set');
    if (caller === null) return c.redirect('/sign-in?to=my-contact', 303);
    const wanted = wantedContact(typed);
    if (wanted.ok) {
      await deps.practice.setOwnContact(caller, wanted.value);
      return c.redirect('/my-contact?saved', 303);
    }
    c.set('failure', 'formRefused');
    return c.html(staffPage(c, contactPage({ typed, problems: wanted.refusal })), 422);
  });
  return routes;
}

function contactPage(of: {
  readonly typed: ContactForm;
  readonly problems?: Problems;
  readonly saved?: boolean;
}) {
  const screen = contactScreen({ problems: new Map(), saved: false, ...of });
  return { title: 'How you are told', screen, here: 'my-contact' as const };
}
