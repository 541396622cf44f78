import { MOST_OPEN_TOPICS } from '#shared/contracts/client-page.ts';
import { MOST_OPEN_GOALS, RATINGS_AT_HAND } from '#shared/contracts/goal.ts';
import { instant } from './json.ts';

/**
 * The parts of the brief's statement about what client and clinician agreed on and want to talk
 * about. `own` is the client's row. Each walks an index from its end and stops after so many rows.
 */

/** Closed goals are told for so many days, as check-ins are. */
const CLOSED_FOR_DAYS = 90;

/** The newest ratings of goal `g` by rater `w`, of each day the last, and the one of the first day. */
const RATINGS = `
  select * from (
    select distinct on (r.day) r.rater, r.day, r.value, r.rated_at
    from care.goal_rating r
    where r.practice_id = $1 and r.goal_id = g.goal_id and r.rater = w.rater
    order by r.day desc, r.revision desc
    limit ${RATINGS_AT_HAND}
  ) newest
  union
  select * from (
    select r.rater, r.day, r.value, r.rated_at
    from care.goal_rating r
    where r.practice_id = $1 and r.goal_id = g.goal_id and r.rater = w.rater
    order by r.day, r.revision desc
    limit 1
  ) first`;

const GOAL_RATINGS = `
  select coalesce(json_agg(json_build_object(
    'by', n.rater,
    'on', n.day,
    'at', ${instant('n.rated_at')},
    'value', n.value
  ) order by n.day, n.rater), '[]'::json)
  from (values ('client'), ('clinician')) w(rater)
  cross join lateral (${RATINGS}) n`;

export const GOALS = `
  select coalesce(json_agg(json_build_object(
    'goalId', g.goal_id,
    'words', g.words,
    'scale', g.scale,
    'agreedOn', g.agreed_on,
    'targetOn', g.target_on,
    'status', g.status,
    'closedOn', g.closed_on,
    'ratings', (${GOAL_RATINGS})
  ) order by g.agreed_on, g.goal_id), '[]'::json)
  from (
    select * from care.goal kept
    where kept.practice_id = $1 and kept.client_id = own.client_id
      and (kept.status = 'open'
        or kept.closed_on >= ($3::timestamptz at time zone own.time_zone)::date - ${CLOSED_FOR_DAYS})
    order by kept.status <> 'open', kept.closed_on desc, kept.agreed_on desc
    limit ${2 * MOST_OPEN_GOALS}
  ) g`;

export const TOPICS = `
  select coalesce(json_agg(json_build_object(
    'topicId', t.topic_id,
    'words', t.words,
    'saidAt', ${instant('t.said_at')}
  ) order by t.said_at desc, t.topic_id desc), '[]'::json)
  from (
    select * from care.client_topic said
    where said.practice_id = $1 and said.client_id = own.client_id and said.closed_at is null
    order by said.said_at desc
    limit ${MOST_OPEN_TOPICS}
  ) t`;
