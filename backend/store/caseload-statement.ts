import { Tier } from '#shared/contracts/alert.ts';
import { COMPLETION_DAYS } from '#shared/contracts/caseload.ts';
import { LAST_LOOK, WINDOW } from './brief-window.ts';
import { REACHED } from './reached.ts';
import { notSeenBy, UNSENT_RISK } from './unsent-risk.ts';

const TIERS = Tier.options;

/** The practice's own day of a moment. */
const day = (moment: string): string => `(${moment} at time zone p.time_zone)::date`;

const TODAY = day('$3::timestamptz');

/**
 * Forms of a client `c` left with a risk answer, as many as the brief shows: no rule has judged
 * them, so they come before every alert. `l` is the clinician's look, if any.
 */
const UNSENT = `
  select count(*)::int as count, ${day('min(unsent.saved_at)')} as since
  from care.administration a cross join lateral (${UNSENT_RISK}) unsent
  where a.practice_id = $1 and a.client_id = c.client_id and a.completed_at is null
    and (
      a.sent_at >= $3::timestamptz - ${WINDOW}
      or a.due_on >= ${TODAY}
      or ${notSeenBy(`(${LAST_LOOK})`)})`;

/** Moments of a client `c`'s answers, to measures or own forms, after the clinician's newest look `l`. */
const unseenIn = (table: 'response' | 'own_response'): string => `
    select r.submitted_at
    from care.${table} r
    where r.practice_id = $1 and r.client_id = c.client_id and r.supersedes is null
      and r.submitted_at > coalesce(l.current_at, '-infinity')`;

/** What of a client `c`'s forms counts as out: sent, not answered, and can be answered still. */
const OUT = 'a.completed_at is null and a.expires_at > $3::timestamptz';

/** What of them was sent so lately that it counts for completion. */
const LATELY = `a.sent_at >= $3::timestamptz - interval '${COMPLETION_DAYS} days'`;

/**
 * The forms of a client `c` that are out or were sent lately, counted in one walk; without those that
 * never reached the client.
 */
const SENT = `
  select
    (count(*) filter (where ${OUT} and a.due_on < ${TODAY}))::int as overdue,
    min(a.due_on) filter (where ${OUT} and a.due_on < ${TODAY}) as overdue_since,
    (count(*) filter (where ${OUT} and a.due_on >= ${TODAY}))::int as outstanding,
    ${day(`min(a.sent_at) filter (where ${OUT} and a.due_on >= ${TODAY})`)} as outstanding_since,
    (count(*) filter (where ${LATELY} and a.completed_at is not null))::int as answered,
    (count(*) filter (
      where ${LATELY} and (a.completed_at is not null or a.due_on < ${TODAY})))::int as expected
  from care.administration a
  where a.practice_id = $1 and a.client_id = c.client_id and (${LATELY} or (${OUT}))
    and ${REACHED}`;

/** The alerts of a client `c` by tier; those put aside stand apart. Walks the index of open alerts. */
const OPEN_ALERTS = `
  select ${TIERS.map(
    (tier) => `
    (count(*) filter (where a.tier = '${tier}' and a.snoozed_at is null))::int as ${tier},
    ${day(`min(a.opened_at) filter (where a.tier = '${tier}' and a.snoozed_at is null)`)}
      as ${tier}_since,`,
  ).join('')}
    (count(*) filter (where a.snoozed_at is not null))::int as put_aside,
    ${day('min(a.snoozed_at)')} as put_aside_since
  from care.alert a
  where a.practice_id = $1 and a.client_id = c.client_id and a.closed_at is null`;

/** Why nothing is sent to a client `c` today; a crisis goes before other reasons. */
const PAUSED = `
  (select s.reason
  from care.pause s
  where s.practice_id = $1 and s.client_id = c.client_id and s.ended_at is null
    and s.from_day <= ${TODAY} and (s.until_day is null or s.until_day >= ${TODAY})
  order by (s.reason = 'crisis') desc, s.pause_id
  limit 1)`;

const NEXT_APPOINTMENT = `
  (select min(d.day)
  from care.appointment_day d
  where d.practice_id = $1 and d.client_id = c.client_id and d.taken_back_at is null
    and d.day >= ${TODAY})`;

const waiting = (count: string, since = `${count}_since`): string =>
  `json_build_object('count', ${count}, 'since', ${since})`;

/** What a caseload says of each client, as the members of a JSON object. */
const ROW = `
    'client', json_build_object(
      'clientId', c.client_id,
      'displayName', c.display_name,
      'otherNames', c.other_names,
      'birthDate', c.birth_date,
      'inCareSince', c.in_care_since
    ),
    'waiting', json_build_object(
      'unsentRisk', ${waiting('unsent.count', 'unsent.since')},
      ${TIERS.map((tier) => `'${tier}', ${waiting(`open.${tier}`)},`).join('\n      ')}
      'unseen', ${waiting('unseen.count', 'unseen.since')},
      'putAside', ${waiting('open.put_aside')},
      'overdue', ${waiting('sent.overdue')},
      'outstanding', ${waiting('sent.outstanding')}
    ),
    'completion', json_build_object('expected', sent.expected, 'answered', sent.answered),
    'sendingPaused', ${PAUSED},
    'nextAppointmentOn', ${NEXT_APPOINTMENT},
    'lastResponseOn', last.answered_on,
    'linkedEhrs', linked.ehrs`;

/** The clients of one clinician in no order, each with a JSON object of the given members. */
const caseloadWith = (members: string): string => `
select
  json_build_object(${members}
  ) as row
from care.assignment own
join care.client c
  on c.practice_id = own.practice_id and c.client_id = own.client_id and c.active
join care.practice p on p.practice_id = own.practice_id
left join care.look l
  on l.practice_id = $1 and l.staff_id = $2 and l.client_id = c.client_id
-- Each of these is always one row, also where there is nothing.
cross join lateral (${OPEN_ALERTS}) open
cross join lateral (${UNSENT}) unsent
cross join lateral (${SENT}) sent
cross join lateral (
  select count(*)::int as count, ${day('min(seen.submitted_at)')} as since
  from (${unseenIn('response')}
    union all ${unseenIn('own_response')}
  ) seen
) unseen
-- A correction is of the day that it corrects: it may be the newest of an old day.
cross join lateral (
  select greatest(
    (
      select r.answered_on
      from care.response r
      where r.practice_id = $1 and r.client_id = c.client_id and r.supersedes is null
      order by r.submitted_at desc
      limit 1
    ),
    (
      select o.answered_on
      from care.own_response o
      where o.practice_id = $1 and o.client_id = c.client_id and o.supersedes is null
      order by o.submitted_at desc
      limit 1
    )
  ) as answered_on
) last
cross join lateral (
  select coalesce(json_agg(distinct l.ehr), '[]'::json) as ehrs
  from care.ehr_link l
  where l.practice_id = $1 and l.client_id = c.client_id and l.unlinked_at is null
) linked
where own.practice_id = $1 and own.staff_id = $2 and own.ended_at is null
`;

/**
 * The caseload of one clinician, one JSON object a row.
 * $1 practice, $2 staff member, $3 now.
 */
export const CASELOAD_STATEMENT = caseloadWith(ROW);

/**
 * The caseload as a calendar of one EHR is compared with it: with the records that each client is
 * linked to there. Parameters as above, and $4 EHR.
 */
export const SCHEDULE_STATEMENT = caseloadWith(`${ROW},
    'records', (
      select coalesce(json_agg(
        json_build_object('recordId', bond.record_id, 'name', bond.confirmed_name)), '[]'::json)
      from care.ehr_link bond
      where bond.practice_id = $1 and bond.client_id = c.client_id and bond.ehr = $4
        and bond.unlinked_at is null
    )`);
