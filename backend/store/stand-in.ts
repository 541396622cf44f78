import { Tier } from '#shared/contracts/alert.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { AdministrationId, AlertId, ClientId } from '#shared/contracts/ids.ts';
import { instant } from './json.ts';
import { NEWEST_LOOK, notSeenBy, UNSENT_RISK } from './unsent-risk.ts';

/** What somebody was told of though they do not care for the client, and that still waits. */
export interface StandInRow {
  readonly clientId: ClientId;
  /** Null where it is an answer on a form that was not sent. */
  readonly alertId: AlertId | null;
  /** The form; null where it is an alert. */
  readonly administrationId: AdministrationId | null;
  /** Null where no rule has judged it. */
  readonly tier: Tier | null;
  readonly since: Instant;
  /** Names of those in whose caseload the client is now; empty where it is nobody's. */
  readonly clinicians: readonly string[];
}

/** Those who care for a client now. */
const holders = (clientId: string): string => `
  (select coalesce(json_agg(s.display_name order by s.display_name, s.staff_id), '[]'::json)
   from care.assignment h
   join care.staff s on s.practice_id = $1 and s.staff_id = h.staff_id and s.active
   where h.practice_id = $1 and h.client_id = ${clientId} and h.ended_at is null)`;

/** Not a client of the one who was told. */
const notOwn = (clientId: string): string => `
  not exists (
    select from care.assignment own
    where own.practice_id = $1 and own.staff_id = $2 and own.client_id = ${clientId}
      and own.ended_at is null)`;

const ALERTS = `
  select a.client_id, a.alert_id, null::uuid as administration_id, a.tier, a.opened_at as since
  from care.alert a
  where a.practice_id = $1 and a.closed_at is null and a.snoozed_at is null
    and exists (
      select from care.message m
      where m.practice_id = $1 and m.alert_id = a.alert_id and m.staff_id = $2
        and m.sent_at is not null)
    and ${notOwn('a.client_id')}`;

/** A message about an answer names no form: it speaks of all that waited when it was written. */
const ANSWERS = `
  select a.client_id, null::uuid, a.administration_id, null::text, unsent.saved_at
  from care.administration a cross join lateral (${UNSENT_RISK}) unsent
  where a.practice_id = $1 and a.completed_at is null
    and exists (
      select from care.message m
      where m.practice_id = $1 and m.purpose = 'answer' and m.staff_id = $2
        and m.sent_at is not null and m.created_at >= unsent.saved_at)
    and ${notOwn('a.client_id')}
    and ${notSeenBy(NEWEST_LOOK)}`;

/**
 * What a message has told somebody of that is about others' clients and still waits, without a client's
 * name; one JSON object a row, the most urgent first. Of answers, those that no clinician of the client
 * has looked at since. $1 practice, $2 staff member.
 */
export const STAND_IN = `
select json_build_object(
  'clientId', w.client_id,
  'alertId', w.alert_id,
  'administrationId', w.administration_id,
  'tier', w.tier,
  'since', ${instant('w.since')},
  'clinicians', ${holders('w.client_id')}
) as row
from (${ALERTS} union all ${ANSWERS}) w
order by array_position(array[${Tier.options.map((tier) => `'${tier}'`).join(', ')}], w.tier), w.since,
  w.alert_id, w.administration_id`;
