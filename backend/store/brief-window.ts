import { VISIT_MINUTES } from './looks.ts';

/** What the brief and the caseload must agree on: how far back they go, and since when is "since". */

/** How long closed alerts and past check-ins stay in the brief. */
export const WINDOW = `interval '90 days'`;

/**
 * When the clinician last looked, from a row `l` of `care.look`, with now as $3: a look a short
 * while ago belongs to the present visit, and the one before it is the last. Null on the first.
 */
export const LAST_LOOK = `
  case when l.current_at > $3::timestamptz - interval '${VISIT_MINUTES} minutes'
    then l.previous_at else l.current_at end`;
