import { LAST_LOOK, WINDOW } from './brief-window.ts';
import { notSeenBy, UNSENT_RISK } from './unsent-risk.ts';

/**
 * Forms of a client `c` left with a risk answer, as many as the brief shows: no rule has judged
 * them, so they count here as the most urgent alert does. `l` is the clinician's look, if any.
 */
const UNSENT = `
  select count(*)::int as forms
  from care.administration a cross join lateral (${UNSENT_RISK}) unsent
  where a.practice_id = $1 and a.client_id = c.client_id and a.completed_at is null
    and (
      a.sent_at >= $3::timestamptz - ${WINDOW}
      or a.due_on >= ($3::timestamptz at time zone p.time_zone)::date
      or ${notSeenBy(`(${LAST_LOOK})`)})`;

/** Answers of a client `c`, to measures or own forms, after the clinician's newest look `l`. */
const unseenIn = (table: 'response' | 'own_response'): string => `
  (select count(*)::int
  from care.${table} r
  where r.practice_id = $1 and r.client_id = c.client_id and r.supersedes is null
    and r.submitted_at > coalesce(l.current_at, '-infinity'))`;

/** Forms of a client `c` that were sent, are not answered, and still can be. */
const OUTSTANDING = `
  (select count(*)::int
  from care.administration a
  where a.practice_id = $1 and a.client_id = c.client_id and a.completed_at is null
    and a.expires_at > $3::timestamptz)`;

/** What a caseload says of each client, as the members of a JSON object. */
const ROW = `
    'client', json_build_object(
      'clientId', c.client_id,
      'displayName', c.display_name,
      'otherNames', c.other_names,
      'birthDate', c.birth_date,
      'inCareSince', c.in_care_since
    ),
    'openAlerts', json_build_object(
      'emergency', open.emergency,
      'urgent', open.urgent,
      'review', open.review,
      'info', open.info
    ),
    'unsentRiskForms', unsent.forms,
    'unseenResults', ${unseenIn('response')} + ${unseenIn('own_response')},
    'outstanding', ${OUTSTANDING},
    'lastResponseOn', last.answered_on,
    'linkedEhrs', linked.ehrs`;

/** The clients of one clinician, most urgent first, each with a JSON object of the given members. */
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
-- Always one row, also without alerts. Walks the index of open alerts.
cross join lateral (
  select
    (count(*) filter (where a.tier = 'emergency'))::int as emergency,
    (count(*) filter (where a.tier = 'urgent'))::int as urgent,
    (count(*) filter (where a.tier = 'review'))::int as review,
    (count(*) filter (where a.tier = 'info'))::int as info
  from care.alert a
  where a.practice_id = $1 and a.client_id = c.client_id and a.closed_at is null
) open
cross join lateral (${UNSENT}) unsent
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
order by
  (open.emergency > 0 or unsent.forms > 0) desc, (open.urgent > 0) desc, (open.review > 0) desc, (open.info > 0) desc,
  lower(c.display_name), c.client_id
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
