import { Hono } from 'hono';
import type { StaffCare } from '#backend/care/care.ts';
import { CASELOAD_FILTERS, type CaseloadFilter } from '#shared/caseload/filter.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import { AppError } from '#shared/contracts/errors.ts';
import type { RequestEnv } from '../../http/env.ts';
import { admit, type Door } from '../admit.ts';
import { staffPage } from '../frame.ts';
import { caseloadScreen } from './screen.ts';

/** What the page of a caseload is built from. */
export interface CaseloadPagesDeps extends Door {
  readonly care: Door['care'] & Pick<StaffCare, 'caseload' | 'standIn'>;
  readonly now: () => Instant;
}

/**
 * A clinician's own caseload. Each time it is opened it is a look at everybody in the caseload, and
 * recorded as one, whatever the filter leaves out. What a message has told them of others' clients stands
 * above it: whoever was told of something is not to read that nothing is urgent.
 */
export function caseloadRoutes(deps: CaseloadPagesDeps) {
  const routes = new Hono<RequestEnv>();
  routes.get('/caseload', async (c) => {
    const caller = await admit(deps, c, 'caseload.read');
    if (caller === null) return c.redirect('/sign-in?to=caseload', 303);
    const who = await deps.care.whoAmI(caller);
    if (!who.ok) throw new AppError('signedOut');
    const screen = caseloadScreen({
      rows: await deps.care.caseload(caller),
      others: await deps.care.standIn(caller),
      filter: filterFrom(c.req.query('show')),
      asOf: deps.now(),
      who: who.value,
    });
    return c.html(staffPage(c, { title: 'Caseload', screen, here: 'caseload' }));
  });
  return routes;
}

/** Anything else than a filter's name shows everybody: nobody is left out by a mistyped address. */
function filterFrom(asked: string | undefined): CaseloadFilter {
  return CASELOAD_FILTERS.find(({ value }) => value === asked)?.value ?? 'all';
}
