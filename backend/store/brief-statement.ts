import {
  CHOSEN,
  CONTACT_DAYS,
  CONTACTS,
  EPISODE_BEGAN,
  EPISODE_FACTS,
  EVENTS,
  MARKED,
  PRESENT,
} from './brief-course.ts';
import {
  ANSWERED_FORMS,
  FORM_COUNTS,
  OWN_FORMS,
  OWN_KEPT,
  OWN_KEPT_WITH_FORMER,
  OWN_RESPONSES,
  SENT_FORMS,
} from './brief-forms.ts';
import { GOALS, TOPICS } from './brief-goals.ts';
import {
  HAND_COUNTS,
  HAND_MEASURES,
  HAND_TOTALS,
  PHRASES,
  STATED,
  TOTALS_BY_HAND,
} from './brief-own.ts';
import {
  BASELINES,
  EARLIER_LIST,
  KEPT,
  KEPT_WITH_FORMER,
  MEASURES,
  NAMED,
  NAMED_ANEW,
  NEWEST_RESPONSES,
  RESPONSE_LIST,
} from './brief-responses.ts';
import { LAST_LOOK, WINDOW } from './brief-window.ts';
import { checkInJson, instant } from './json.ts';
import { notSeenBy, UNSENT_RISK } from './unsent-risk.ts';

/**
 * The statement behind the panel: one round trip returns everything that is drawn and appends the
 * audit row, so a look that can't be recorded returns nothing. Its cost doesn't grow with the
 * history: every part is a bounded walk along an index that begins with practice and client.
 *
 * Parameters of both variants:
 *   $1 practice   $2 staff member   $3 now
 *   $4 event id   $5 actor kind   $6 actor id   $7 request id   $8 action   $9 subject (jsonb)
 *   $10 client, or $10 EHR and $11 record id
 *
 * The scores of a long course stand apart: ten times as many bytes, and only new when something was
 * answered, while a brief is asked for every minute.
 */

/**
 * Nothing is sent later than now. A range with two ends tells the planner that few rows lie in it
 * whatever the values; with one end it expects a third of the history, and in a long one it would
 * plan the statement anew for each request, which takes longer than running it.
 */
const NEVER_REACHED = `$3::timestamptz + interval '1 day'`;

/** The client by id, if in the caseload. */
const OWN_BY_CLIENT = `
  select c.*, p.time_zone, $9::jsonb as subject, c.other_names as known_names
  from care.assignment a
  join care.client c on c.practice_id = $1 and c.client_id = a.client_id
  join care.practice p on p.practice_id = $1
  where a.practice_id = $1 and a.staff_id = $2 and a.client_id = $10 and a.ended_at is null`;

/**
 * The client that a record is linked to, if in the caseload. The name that was confirmed for the
 * link is one of the client's names here, and on no other record.
 */
const OWN_BY_RECORD = `
  select c.*, p.time_zone, $9::jsonb || jsonb_build_object('linkId', l.link_id) as subject,
    case when l.confirmed_name = any (c.display_name || c.other_names) then c.other_names
      else c.other_names || l.confirmed_name end as known_names
  from care.ehr_link l
  join care.assignment a
    on a.practice_id = $1 and a.staff_id = $2 and a.client_id = l.client_id
      and a.ended_at is null
  join care.client c on c.practice_id = $1 and c.client_id = l.client_id
  join care.practice p on p.practice_id = $1
  where l.practice_id = $1 and l.ehr = $10 and l.record_id = $11 and l.unlinked_at is null`;

const AUDIT = `
  insert into care.audit_event
    (practice_id, event_id, at, actor_kind, actor_id, action, client_id, subject, request_id)
  select $1, $4, $3, $5, $6, $8, own.client_id, own.subject, $7
  from own`;

const LOOKED = `
  select ${LAST_LOOK} as last_at
  from own join care.look l
    on l.practice_id = $1 and l.staff_id = $2 and l.client_id = own.client_id`;

const LINKS = `
  select coalesce(json_agg(json_build_object(
    'linkId', l.link_id,
    'ehr', l.ehr,
    'recordId', l.record_id,
    'linkedAt', ${instant('l.linked_at')}
  ) order by l.linked_at, l.link_id), '[]'::json)
  from care.ehr_link l
  where l.practice_id = $1 and l.client_id = own.client_id and l.unlinked_at is null`;

/** Who has seen an alert `a`: each person once, by the newest evidence that stood on their screen. */
const SEEN = `
  select coalesce(json_agg(json_build_object(
    'by', who.display_name,
    'at', ${instant('newest.seen_at')},
    'latestAt', ${instant('newest.latest_at')}
  ) order by newest.seen_at, who.staff_id), '[]'::json)
  from (
    select distinct on (e.staff_id) e.staff_id, e.seen_at, e.latest_at
    from care.alert_seen e
    where e.practice_id = $1 and e.alert_id = a.alert_id
    order by e.staff_id, e.latest_at desc
  ) newest
  join care.staff who on who.practice_id = $1 and who.staff_id = newest.staff_id`;

const PROTOCOL = `
  select set.value
  from care.practice_setting set
  where set.practice_id = $1 and set.kind = 'protocol'
  order by set.version desc
  limit 1`;

const ALERTS = `
  select coalesce(json_agg(json_build_object(
    'alertId', a.alert_id,
    'rule', a.rule,
    'ruleVersion', a.rule_version,
    'parameters', a.parameters,
    'instrumentId', a.instrument_id,
    'tier', a.tier,
    'status', a.status,
    'openedAt', ${instant('a.opened_at')},
    'latestAt', ${instant('a.latest_at')},
    'evidence', a.evidence,
    'acknowledgement', case when a.status = 'acknowledged' then json_build_object(
      'by', s.display_name,
      'at', ${instant('a.acknowledged_at')},
      'action', a.acknowledged_action,
      'words', a.acknowledged_words,
      'sentence', a.acknowledged_sentence
    ) end,
    'snoozed', case when a.snoozed_at is not null then json_build_object(
      'by', z.display_name,
      'at', ${instant('a.snoozed_at')}
    ) end,
    'resolvedAt', ${instant('a.resolved_at')},
    'seen', (${SEEN})
  ) order by a.latest_at desc, a.alert_id), '[]'::json)
  from (
    select * from care.alert o
    where o.practice_id = $1 and o.client_id = own.client_id and o.closed_at is null
    union all
    select * from care.alert c
    where c.practice_id = $1 and c.client_id = own.client_id
      and c.closed_at >= least($3::timestamptz - ${WINDOW}, (select last_at from looked))
  ) a
  left join care.staff s on s.practice_id = $1 and s.staff_id = a.acknowledged_by
  left join care.staff z on z.practice_id = $1 and z.staff_id = a.snoozed_by`;

/**
 * Those of the last 90 days, those still outstanding, and older ones that were left with a risk
 * answer which this clinician may not have seen: neither age nor a date due makes it vanish unread.
 */
const CHECK_INS = `
  select coalesce(json_agg(${checkInJson('own.time_zone')}
    order by a.sent_at desc, a.administration_id), '[]'::json)
  from (
    select r.*, true as kept from care.administration r
    where r.practice_id = $1 and r.client_id = own.client_id
      and r.sent_at between $3::timestamptz - ${WINDOW} and ${NEVER_REACHED}
    union all
    select o.*, true from care.administration o
    where o.practice_id = $1 and o.client_id = own.client_id
      and o.completed_at is null
      and o.due_on >= ($3::timestamptz at time zone own.time_zone)::date
      and o.sent_at < $3::timestamptz - ${WINDOW}
    union all
    select m.*, false from care.administration m
    where m.practice_id = $1 and m.client_id = own.client_id
      and m.completed_at is null and m.answered_items > 0
      and m.due_on < ($3::timestamptz at time zone own.time_zone)::date
      and m.sent_at < $3::timestamptz - ${WINDOW}
  ) a
  left join lateral (${UNSENT_RISK}) unsent on true
  where a.kept or ${notSeenBy('(select last_at from looked)')}`;

/** `more`: further members of the facts, each with a comma behind it. */
const statement = (own: string, more = '') => `
with recursive
own as (${own}),
recorded as (${AUDIT}),
marked as (${MARKED}),
present as (${PRESENT}),
contacts as (${CONTACTS}),
episode_began as (${EPISODE_BEGAN}),
chosen as (${CHOSEN}),
measures as (${MEASURES}),
newest as (${NEWEST_RESPONSES}),
baselines as (${BASELINES}),
named as (${NAMED}),
named_anew as (${NAMED_ANEW}),
kept as (${KEPT}),
kept_with_former as (${KEPT_WITH_FORMER}),
stated as (${STATED}),
totals as (${TOTALS_BY_HAND}),
sent_forms as (${SENT_FORMS}),
answered_forms as (${ANSWERED_FORMS}),
own_kept as (${OWN_KEPT}),
own_kept_with_former as (${OWN_KEPT_WITH_FORMER}),
looked as (${LOOKED})
select json_build_object(
  'practiceId', own.practice_id,
  'asOf', ${instant('$3::timestamptz')},
  'timeZone', own.time_zone,
  'client', json_build_object(
    'clientId', own.client_id,
    'displayName', own.display_name,
    'otherNames', own.known_names,
    'birthDate', own.birth_date,
    'inCareSince', own.in_care_since
  ),
  'links', (${LINKS}),
  'lastLookedAt', (select ${instant('last_at')} from looked),
  'responses', (${RESPONSE_LIST}),
  ${more}
  'responseCounts',
    (select coalesce(json_object_agg(instrument_id, total), '{}'::json)
    from (select instrument_id, total from measures
      union all ${FORM_COUNTS} union all ${HAND_COUNTS}) counted),
  'alerts', (${ALERTS}),
  'checkIns', (${CHECK_INS}),
  'contactOn', (${CONTACT_DAYS}),
  'events', (${EVENTS}),
  'episodes', (${EPISODE_FACTS}),
  'goals', (${GOALS}),
  'topics', (${TOPICS}),
  'own', json_build_object(
    'forms', (${OWN_FORMS}),
    'responses', (${OWN_RESPONSES}),
    'handMeasures', (${HAND_MEASURES}),
    'handTotals', (${HAND_TOTALS})
  ),
  'phrases', (${PHRASES}),
  'protocol', (${PROTOCOL})
)::text as facts, own.subject ->> 'linkId' as link_id
from own`;

/**
 * The brief of a client of the own caseload, with earlier scores: a text is composed from one reading.
 * No row: not in it.
 */
export const BRIEF_OF_CLIENT = statement(OWN_BY_CLIENT, `'earlier', (${EARLIER_LIST}),`);

/** The brief of the client that an EHR record is linked to. No row: not linked, or not own. */
export const BRIEF_OF_RECORD = statement(OWN_BY_RECORD);

/**
 * The scores that {@link BRIEF_OF_RECORD} leaves out, by the same parameters as
 * {@link BRIEF_OF_CLIENT}. No row: not in the caseload.
 */
export const EARLIER_OF_CLIENT = `
with recursive
own as (${OWN_BY_CLIENT}),
recorded as (${AUDIT}),
measures as (${MEASURES})
select json_build_object(
  'clientId', own.client_id,
  'asOf', ${instant('$3::timestamptz')},
  'responseCounts',
    (select coalesce(json_object_agg(instrument_id, total), '{}'::json) from measures),
  'earlier', (${EARLIER_LIST})
)::text as scores
from own`;
