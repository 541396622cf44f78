import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { VISIT_MINUTES } from './looks.ts';

/**
 * The suicidality items of the measures in rows of SQL: instrument, version, item, and the value
 * from which an answer is positive. Constants of this build, so they are part of the text.
 */
const RISK_ITEMS = INSTRUMENTS.flatMap(({ id, version, safetyItems }) =>
  safetyItems
    .filter(({ kind }) => kind === 'suicidality')
    .map(({ item, positiveFrom }) => `('${id}', ${version}, ${item}, ${positiveFrom})`),
).join(', ');

/**
 * The newest positive answer to a suicidality item that was saved on an administration `a` while
 * that is not sent: item, value and saved_at, or no row. An item that was answered anew counts by
 * its newest answer.
 */
export const UNSENT_RISK = `
  select given.item, given.value, given.saved_at
  from (values ${RISK_ITEMS}) risk (instrument_id, instrument_version, item, positive_from)
  cross join lateral (
    select s.item, s.value, s.saved_at
    from care.answer s
    where s.practice_id = $1 and s.administration_id = a.administration_id
      and s.item = risk.item
    order by s.revision desc
    limit 1
  ) given
  where a.completed_at is null and a.answered_items > 0
    and risk.instrument_id = a.instrument_id
    and risk.instrument_version = a.instrument_version
    and given.value >= risk.positive_from
  order by given.saved_at desc
  limit 1`;

/**
 * Whether the clinician, who last looked at `lookedAt`, may not have seen a row `unsent` of
 * {@link UNSENT_RISK}. An answer gets its time before it is committed, so a look soon after it
 * proves nothing: only one in a later visit does.
 */
export const notSeenBy = (lookedAt: string): string => `
  unsent.saved_at > coalesce(${lookedAt} - interval '${VISIT_MINUTES} minutes', '-infinity')`;

/** The newest look of anybody who cares for the client of an administration `a` now. */
export const NEWEST_LOOK = `
  (select max(l.current_at)
   from care.look l
   join care.assignment h on h.practice_id = $1 and h.client_id = l.client_id
     and h.staff_id = l.staff_id and h.ended_at is null
   where l.practice_id = $1 and l.client_id = a.client_id)`;

/**
 * Forms of a client that hold a risk answer, were not sent, and that no clinician of the client has
 * looked at since. $1 practice, $2 client.
 */
export const UNSEEN_RISK_OF_CLIENT = `
  select from care.administration a cross join lateral (${UNSENT_RISK}) unsent
  where a.practice_id = $1 and a.client_id = $2 and a.completed_at is null
    and ${notSeenBy(NEWEST_LOOK)}`;

/**
 * How long nothing may have been saved on a form before it counts as left, in minutes. A measure
 * takes two; whoever pauses longer than this hardly comes back in the same sitting. Our choice.
 */
const LEFT_AFTER_MINUTES = 15;

/**
 * Forms that were left with a risk answer, longest first, and that nobody was told of since: the entry
 * of telling has the id of its form, and is done when somebody was. A form that was told of before it
 * counted as left with its newest risk answer waits to be told of again.
 * $1 practice, $2 now, $3 how many at most, $4 which form alone, or null.
 */
export const LEFT_WITH_RISK = `
  select a.administration_id as "administrationId", a.client_id as "clientId", left_with.at as "leftAt"
  from care.administration a
  cross join lateral (${UNSENT_RISK}) unsent
  cross join lateral (
    select unsent.saved_at + interval '${LEFT_AFTER_MINUTES} minutes' as at) left_with
  where a.practice_id = $1 and a.completed_at is null
    and ($4::uuid is null or a.administration_id = $4)
    and not exists (
      select from care.answer later
      where later.practice_id = $1 and later.administration_id = a.administration_id
        and later.saved_at > $2::timestamptz - interval '${LEFT_AFTER_MINUTES} minutes')
    and not exists (
      select from care.outbox told
      where told.practice_id = $1 and told.entry_id = a.administration_id
        and told.done_at >= left_with.at)
  order by unsent.saved_at, a.administration_id
  limit $3`;
