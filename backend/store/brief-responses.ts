import { NEWEST_AT_HAND, SCORES_AT_HAND } from '#shared/contracts/brief.ts';
import { instant } from './json.ts';

/**
 * The parts of the brief's statement about responses: which of them it holds, and how. `own` is the
 * client's row.
 */

/** Most responses that are held only because an open alert rests on them, the newest. */
const BEHIND_ALERTS = 100;

/**
 * The instruments that the client has answered, with the number of responses to each. Steps from one
 * instrument to the next along the index (backwards, as the index runs) instead of reading every
 * response.
 */
export const MEASURES = `
  (
    select last.instrument_id, last.ordinal as total
    from own cross join lateral (
      select r.instrument_id, r.ordinal
      from care.response r
      where r.practice_id = $1 and r.client_id = own.client_id
      order by r.instrument_id desc, r.ordinal desc
      limit 1
    ) last
  )
  union all
  select next.instrument_id, next.ordinal
  from measures m cross join own cross join lateral (
    select r.instrument_id, r.ordinal
    from care.response r
    where r.practice_id = $1 and r.client_id = own.client_id and r.instrument_id < m.instrument_id
    order by r.instrument_id desc, r.ordinal desc
    limit 1
  ) next`;

/**
 * A response looked up by its id. With a limit of one, in a lateral join: left to itself the planner
 * would rather read all of a client's responses and pick from them, which takes longer each year.
 */
const byId = (id: string): string => `
    select r.* from care.response r
    where r.practice_id = $1 and r.response_id = ${id}`;

/** Whether a response counts: nothing has taken its place. */
const counts = (response: string): string => `not exists (
  select from care.response anew
  where anew.practice_id = $1 and anew.supersedes = ${response}.response_id)`;

/** Of every measure the newest that count, by the days that they describe. */
export const NEWEST_RESPONSES = `
  select m.instrument_id, n.response_id, n.instrument_version, n.answered_on, n.place
  from own cross join measures m cross join lateral (
    select r.response_id, r.instrument_version, r.answered_on,
      row_number() over (order by r.answered_on desc, r.ordinal desc) as place
    from care.response r
    where r.practice_id = $1 and r.client_id = own.client_id
      and r.instrument_id = m.instrument_id and ${counts('r')}
    order by r.answered_on desc, r.ordinal desc
    limit ${NEWEST_AT_HAND}
  ) n`;

/**
 * Of every measure the baseline: of this episode of care the first day with a score, or a profile of
 * scores, on the version that was answered for the newest day, and of that day the last score.
 */
export const BASELINES = `
  select b.response_id
  from own cross join episode_began began cross join newest n cross join lateral (
    select r.response_id
    from care.response r
    where r.practice_id = $1 and r.client_id = own.client_id
      and r.instrument_id = n.instrument_id
      and r.answered_on >= began.on_day and r.answered_on <= n.answered_on
      and r.instrument_version = n.instrument_version
      and r.score ->> 'status' in ('scored', 'profile') and ${counts('r')}
    order by r.answered_on, r.ordinal desc
    limit 1
  ) b
  where n.place = 1`;

/**
 * Responses that somebody or something refers to: chosen baselines, and those that open alerts rest
 * on. Another client's are left out: an alert of a couple names the partner's.
 */
export const NAMED = `
  select found.response_id
  from own cross join (
    select c.response_id from chosen c
    union
    (
      select (id #>> '{}')::uuid as response_id
      from own cross join lateral (
        select a.evidence from care.alert a
        where a.practice_id = $1 and a.client_id = own.client_id and a.closed_at is null
      ) open cross join lateral jsonb_path_query(open.evidence, '$[*].**.responseId') id
      group by 1
      order by 1 desc
      limit ${BEHIND_ALERTS}
    )
  ) named cross join lateral (
    ${byId('named.response_id')} and r.client_id = own.client_id limit 1
  ) found`;

/** Of what is named, that and whatever took its place. */
export const NAMED_ANEW = `
  select response_id from named
  union
  select anew.response_id
  from named_anew n cross join lateral (
    select r.response_id from care.response r
    where r.practice_id = $1 and r.supersedes = n.response_id
    limit 1
  ) anew`;

/** Every response that the brief holds, and those that they took the place of: both remain. */
export const KEPT = `
  select response_id from newest
  union
  select response_id from baselines
  union
  select response_id from named_anew`;

export const KEPT_WITH_FORMER = `
  select response_id from kept
  union
  select former.supersedes
  from kept_with_former k cross join lateral (
    ${byId('k.response_id')} and r.supersedes is not null limit 1
  ) former`;

const SCORE_FIELDS = `
  'responseId', r.response_id,
  'instrumentId', r.instrument_id,
  'instrumentVersion', r.instrument_version,
  'answeredOn', r.answered_on,
  'submittedAt', ${instant('r.submitted_at')},
  'score', r.score`;

/**
 * Of every measure the newest scores behind the very newest, corrected ones too. What counts among
 * the very newest is held with its answers, and so is what it took the place of. Neither put in order
 * nor compared with what is held: both would take longer here than where it is read.
 */
export const EARLIER_LIST = `
  select coalesce(json_agg(
    case when r.supersedes is null then json_build_object(${SCORE_FIELDS})
      else json_build_object(${SCORE_FIELDS}, 'supersedes', r.supersedes) end
  ), '[]'::json)
  from measures m cross join lateral (
    select * from care.response e
    where e.practice_id = $1 and e.client_id = own.client_id
      and e.instrument_id = m.instrument_id
    order by e.answered_on desc, e.ordinal desc
    offset ${NEWEST_AT_HAND} limit ${SCORES_AT_HAND - NEWEST_AT_HAND}
  ) r
  where m.total > ${NEWEST_AT_HAND}`;

const FIELDS = `${SCORE_FIELDS},
  'answers', r.answers`;

const CORRECTED_FIELDS = `${FIELDS},
  'supersedes', r.supersedes,
  'correction', json_build_object('by', s.display_name, 'reason', r.correction_reason)`;

/**
 * Why items were left out, where the client said so. Answers are looked up only where one is missing:
 * PostgreSQL asks that first, once a response.
 */
const SKIPPED = `
  select json_agg(json_build_object('item', a.item, 'reason', a.skip_reason) order by a.item) as list
  from care.answer a
  where r.answers @> '[null]'::jsonb
    and a.practice_id = $1 and a.administration_id = r.administration_id
    and a.skip_reason is not null and r.answers -> (a.item - 1) = 'null'::jsonb
    and not exists (
      select from care.answer anew
      where anew.practice_id = $1 and anew.administration_id = a.administration_id
        and anew.item = a.item and anew.revision > a.revision)`;

const withReasons = (fields: string): string => `
      case when skipped.list is null then json_build_object(${fields})
        else json_build_object(${fields}, 'skipped', skipped.list) end`;

export const RESPONSE_LIST = `
  select coalesce(json_agg(
    case when r.supersedes is null then ${withReasons(FIELDS)}
      else ${withReasons(CORRECTED_FIELDS)} end
    order by r.instrument_id, r.answered_on, r.ordinal
  ), '[]'::json)
  from kept_with_former k
  cross join lateral (${byId('k.response_id')} limit 1) r
  cross join lateral (${SKIPPED}) skipped
  left join care.staff s on s.practice_id = $1 and s.staff_id = r.corrected_by`;
