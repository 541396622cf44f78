import { isSafetyRule } from '#shared/alerts/catalogue/safety-rules.ts';
import { RuleCode, Tier } from '#shared/contracts/alert.ts';
import { instant } from './json.ts';

const quoted = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

const SAFETY = quoted(RuleCode.options.filter(isSafetyRule));

const CAN_NOT_WAIT = `(a.rule in (${SAFETY}) or a.tier in ('emergency', 'urgent'))`;

/**
 * The open alerts of one clinician's clients that are about danger, or urgent, and that nobody has put
 * aside; one JSON object a row. There is no time in it, and clients who left are not left out.
 * $1 practice, $2 staff member.
 */
export const UNACKNOWLEDGED = `
select json_build_object(
  'client', json_build_object(
    'clientId', c.client_id,
    'displayName', c.display_name,
    'birthDate', c.birth_date
  ),
  'alertId', a.alert_id,
  'rule', a.rule,
  'instrumentId', a.instrument_id,
  'tier', a.tier,
  'openedAt', ${instant('a.opened_at')},
  'latestAt', ${instant('a.latest_at')},
  'toldAt', ${instant('told.sent_at')},
  'seen', coalesce(seen.by, '[]'::json)
) as row
from care.assignment own
join care.client c on c.practice_id = $1 and c.client_id = own.client_id
join care.alert a on a.practice_id = $1 and a.client_id = own.client_id
left join lateral (
  select max(m.sent_at) as sent_at
  from care.message m
  where m.practice_id = $1 and m.alert_id = a.alert_id and m.way <> 'browser'
) told on true
left join lateral (
  select json_agg(json_build_object(
    'by', s.display_name,
    'at', ${instant('newest.seen_at')},
    'latestAt', ${instant('newest.latest_at')}
  ) order by newest.seen_at, s.staff_id) as by
  from (
    select distinct on (e.staff_id) e.staff_id, e.seen_at, e.latest_at
    from care.alert_seen e
    where e.practice_id = $1 and e.alert_id = a.alert_id
    order by e.staff_id, e.latest_at desc
  ) newest
  join care.staff s on s.practice_id = $1 and s.staff_id = newest.staff_id
) seen on true
where own.practice_id = $1 and own.staff_id = $2 and own.ended_at is null
  and a.closed_at is null and a.snoozed_at is null
  and ${CAN_NOT_WAIT}
order by array_position(array[${quoted(Tier.options)}], a.tier), a.opened_at, a.alert_id`;

/** How many more such alerts somebody has put aside. $1 practice, $2 staff member. */
export const PUT_ASIDE = `
select count(*)::int as count
from care.assignment own
join care.alert a on a.practice_id = $1 and a.client_id = own.client_id
where own.practice_id = $1 and own.staff_id = $2 and own.ended_at is null
  and a.closed_at is null and a.snoozed_at is not null and ${CAN_NOT_WAIT}`;
