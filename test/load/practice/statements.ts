/**
 * Inserts that fill a practice, in order. All parameters there are:
 *   practice, staff member, end of the history, number of clients, number of weeks, samples of
 *   answers and scores (jsonb), evidence of an alert (jsonb); `uses` names those that a statement
 *   takes, counted from 1.
 */
export interface Fill {
  readonly text: string;
  readonly uses: readonly number[];
}

/** The number at the end of a client's id. */
const clientId = (number: string) =>
  `('0197a000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

const CLIENTS = `
  insert into care.client
    (practice_id, client_id, display_name, other_names, birth_date, in_care_since, active, created_at)
  select $1, ${clientId('n')}, 'Invented Person ' || n, '{}', date '1990-06-15',
    ($2::timestamptz - interval '7 days' * ($4::int + 1))::date, true,
    $2::timestamptz - interval '7 days' * ($4::int + 1)
  from generate_series(1, $3::int) n`;

const CASELOAD = `
  insert into care.assignment (practice_id, staff_id, client_id, assigned_at)
  select $1, $2, client_id, created_at from care.client where practice_id = $1`;

const LINKS = `
  insert into care.ehr_link
    (practice_id, link_id, ehr, record_id, client_id, confirmed_name, linked_by, linked_at)
  select $1, uuidv7(), 'simplepractice', 'record-' || substring(display_name from '[0-9]+$'),
    client_id, display_name, $2, created_at
  from care.client where practice_id = $1`;

const LOOKS = `
  insert into care.look (practice_id, staff_id, client_id, current_at, previous_at)
  select $1, $2, client_id, $3::timestamptz - interval '6 days', $3::timestamptz - interval '13 days'
  from care.client where practice_id = $1`;

/** Each measure is sent once a week, the oldest first, and finished the day after. */
const ADMINISTRATIONS = `
  insert into care.administration
    (practice_id, administration_id, client_id, instrument_id, instrument_version, sent_at, due_on,
     expires_at, opened_at, completed_at, answered_items)
  select $1, uuidv7(), c.client_id, m ->> 'instrumentId', (m ->> 'version')::int, sent.at,
    (sent.at + interval '3 days')::date, sent.at + interval '7 days', sent.at + interval '1 day',
    sent.at + interval '1 day', (m ->> 'items')::int
  from generate_series($3::int, 1, -1) week
  cross join lateral (select $2::timestamptz - interval '7 days' * week + interval '2 days' as at) sent
  cross join care.client c
  cross join jsonb_array_elements($4::jsonb) m
  where c.practice_id = $1
  order by week desc, c.client_id`;

const RESPONSES = `
  insert into care.response
    (practice_id, response_id, administration_id, client_id, instrument_id, instrument_version,
     ordinal, answered_on, submitted_at, answers, score)
  select a.practice_id, uuidv7(), a.administration_id, a.client_id, a.instrument_id,
    a.instrument_version, a.ordinal, a.completed_at::date, a.completed_at,
    sample.response -> 'answers', sample.response -> 'score'
  from (
    select *, row_number() over (partition by client_id, instrument_id order by sent_at) as ordinal
    from care.administration where practice_id = $1
  ) a
  join lateral (
    select m -> 'responses' -> (((a.ordinal + hashtext(a.client_id::text)) & 7)::int) as response
    from jsonb_array_elements($2::jsonb) m where m ->> 'instrumentId' = a.instrument_id
  ) sample on true
  order by a.sent_at, a.client_id`;

/** One alert is open; one of every eighth week was dealt with. */
const ALERTS = `
  insert into care.alert
    (practice_id, alert_id, client_id, rule, rule_version, instrument_id, tier, status, opened_at,
     latest_at, evidence, parameters, settings_version, acknowledged_by, acknowledged_at,
     acknowledged_action, acknowledged_words, closed_at)
  select $1, uuidv7(), c.client_id, 'S1', 1, 'phq9', 'emergency',
    case when open then 'open' else 'acknowledged' end, at, at, $5::jsonb, '{}', 0,
    case when open then null else $2::uuid end, case when open then null else at end,
    case when open then null else 'discussedInSession' end,
    case when open then null else 'Discussed in session' end, case when open then null else at end
  from generate_series($4::int, 1, -1) week
  cross join lateral (
    select week = 1 as open, $3::timestamptz - interval '7 days' * week + interval '3 days' as at
  ) moment
  cross join care.client c
  where c.practice_id = $1 and (week = 1 or week % 8 = 0)
  order by week desc, c.client_id`;

/** Every finished measure was looked at once. */
const AUDIT = `
  insert into care.audit_event
    (practice_id, event_id, at, actor_kind, actor_id, action, client_id, subject, request_id)
  select $1, uuidv7(), completed_at + interval '1 hour', 'staff', $2::uuid::text, 'brief.read',
    client_id, '{"ehr": "simplepractice"}', 'history'
  from care.administration where practice_id = $1
  order by completed_at`;

/** Everything, in an order that the foreign keys allow. */
export const STATEMENTS: readonly Fill[] = [
  { text: CLIENTS, uses: [1, 3, 4, 5] },
  { text: CASELOAD, uses: [1, 2] },
  { text: LINKS, uses: [1, 2] },
  { text: LOOKS, uses: [1, 2, 3] },
  { text: ADMINISTRATIONS, uses: [1, 3, 5, 6] },
  { text: RESPONSES, uses: [1, 6] },
  { text: ALERTS, uses: [1, 2, 3, 5, 7] },
  { text: AUDIT, uses: [1, 2] },
];
