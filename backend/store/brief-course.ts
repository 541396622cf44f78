import { INTAKE_DAYS } from '#shared/change/episode.ts';
import { STATED_LIMITS } from '#shared/trajectory/limits.ts';

/**
 * The parts of the brief's statement about the course of care: where the present episode began, by
 * the rule of `episodesOfCare`, and what a clinician marked. `own` is the client's row.
 */

/** Most marks and chosen baselines that a brief holds, the newest: more than are ever made. */
const MOST = 100;

/** Most events that a brief holds, the newest: one a week for nine years. */
const MOST_EVENTS = 500;

const GAP = STATED_LIMITS.episodeGapDays.value;

/** Marks of beginnings and endings that stand, and `in_care_since` as the first of them. */
export const MARKED = `
  select 'began' as kind, own.in_care_since as marked_on from own
  union
  select standing.kind, standing.marked_on
  from own cross join lateral (
    select m.kind, m.marked_on
    from care.episode_mark m
    where m.practice_id = $1 and m.client_id = own.client_id and m.removed_at is null
    order by m.marked_on desc
    limit ${MOST}
  ) standing`;

/**
 * The first day on which an answer may belong to the present episode, pauses apart: intake before
 * care last began, though not before what was earlier had begun or ended.
 */
export const PRESENT = `
  select greatest(
    begins.last_on - ${INTAKE_DAYS},
    (select max(b.marked_on) + 1 from marked b
      where b.kind = 'began' and b.marked_on < begins.last_on),
    (select max(e.marked_on) + 1 from marked e
      where e.kind = 'ended' and e.marked_on not in
        (select b.marked_on from marked b where b.kind = 'began'))
  ) as since
  from (select max(marked_on) as last_on from marked where kind = 'began') begins`;

/** An entry by hand that was corrected, to another day perhaps, tells of no contact any more. */
const contactsBetween = (from: string, until: string, order: 'asc' | 'desc'): string => `
  (
    select r.answered_on as on_day from care.response r
    where r.practice_id = $1 and r.client_id = own.client_id
      and r.answered_on >= ${from} and r.answered_on < ${until}
    order by r.answered_on ${order} limit 1
  ) union all (
    select t.answered_on from care.hand_total t
    where t.practice_id = $1 and t.client_id = own.client_id
      and t.answered_on >= ${from} and t.answered_on < ${until}
      and not exists (select from care.hand_total anew
        where anew.practice_id = $1 and anew.supersedes = t.response_id)
    order by t.answered_on ${order} limit 1
  ) union all (
    select o.answered_on from care.own_response o
    where o.practice_id = $1 and o.client_id = own.client_id
      and o.answered_on >= ${from} and o.answered_on < ${until}
    order by o.answered_on ${order} limit 1
  )`;

/**
 * Days on which the client answered anything, from the newest back to where the episode began or was
 * interrupted: of the days that are no more than a gap before one, only the first. So there are as
 * many steps as there are gaps in the length of the episode, however much was answered.
 */
export const CONTACTS = `
  (
    select newest.on_day
    from own cross join present cross join lateral (
      ${contactsBetween('present.since', `($3::timestamptz + interval '2 days')::date`, 'desc')}
    ) newest
    order by newest.on_day desc
    limit 1
  )
  union all
  select before.on_day
  from contacts c cross join own cross join present cross join lateral (
    select earlier.on_day from (
      ${contactsBetween(`greatest(present.since, c.on_day - ${GAP})`, 'c.on_day', 'asc')}
    ) earlier
    order by earlier.on_day
    limit 1
  ) before`;

/** The day from which on scores belong to the present episode. */
export const EPISODE_BEGAN = `
  select coalesce((select min(on_day) from contacts), present.since) as on_day from present`;

/** Baselines that the clinician chose and that stand, the last chosen ones. */
export const CHOSEN = `
  select standing.response_id, standing.added_at, standing.choice_id
  from own cross join lateral (
    select b.response_id, b.added_at, b.choice_id
    from care.baseline_choice b
    where b.practice_id = $1 and b.client_id = own.client_id and b.removed_at is null
    order by b.added_at desc, b.choice_id desc
    limit ${MOST}
  ) standing`;

/** The contract's `CareEpisodes`; `in_care_since` stands apart. */
export const EPISODE_FACTS = `
  select json_build_object(
    'startedOn', (select coalesce(json_agg(m.marked_on order by m.marked_on), '[]'::json)
      from marked m where m.kind = 'began' and m.marked_on <> own.in_care_since),
    'endedOn', (select coalesce(json_agg(m.marked_on order by m.marked_on), '[]'::json)
      from marked m where m.kind = 'ended'),
    'chosenBaselines', (select coalesce(
      json_agg(c.response_id order by c.added_at, c.choice_id), '[]'::json) from chosen c)
  )`;

export const CONTACT_DAYS = `
  select coalesce(json_agg(on_day order by on_day), '[]'::json) from contacts`;

export const EVENTS = `
  select coalesce(json_agg(json_build_object(
    'eventId', e.event_id,
    'on', e.happened_on,
    'kind', e.kind,
    'label', e.label
  ) order by e.happened_on, e.event_id), '[]'::json)
  from (
    select * from care.care_event standing
    where standing.practice_id = $1 and standing.client_id = own.client_id
      and standing.removed_at is null
    order by standing.happened_on desc
    limit ${MOST_EVENTS}
  ) e`;
