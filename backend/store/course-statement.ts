import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { ResponseId } from '#shared/contracts/ids.ts';
import { instant } from './json.ts';

/** One thing that was stated of a client's course, while it stood. */
export interface CourseRow {
  /** `contact`: a day on which the client answered something else than a measure of this build. */
  readonly what: 'began' | 'ended' | 'baseline' | 'contact';
  /** Null for a baseline. */
  readonly on: CalendarDate | null;
  /** The chosen response; null for a day. */
  readonly responseId: ResponseId | null;
  readonly from: Instant;
  /** When it was taken back, a total by hand: corrected; null while it stands. */
  readonly until: Instant | null;
}

/**
 * Everything that was ever stated of a client's course, in the order of stating. A correction of an
 * own form is about the day of what it corrects and says nothing new. $1 practice, $2 client.
 */
export const COURSE = `
  select what, day::text as "on", response_id as "responseId",
    ${instant('added_at')} as "from", ${instant('removed_at')} as "until"
  from (
    select m.kind as what, m.marked_on as day, null::uuid as response_id,
      m.added_at, m.removed_at, m.mark_id as id
    from care.episode_mark m
    where m.practice_id = $1 and m.client_id = $2
    union all
    select 'baseline', null, b.response_id, b.added_at, b.removed_at, b.choice_id
    from care.baseline_choice b
    where b.practice_id = $1 and b.client_id = $2
    union all
    select 'contact', t.answered_on, null, t.entered_at, anew.entered_at, t.response_id
    from care.hand_total t
    left join care.hand_total anew
      on anew.practice_id = $1 and anew.supersedes = t.response_id
    where t.practice_id = $1 and t.client_id = $2
    union all
    select 'contact', o.answered_on, null, o.submitted_at, null, o.response_id
    from care.own_response o
    where o.practice_id = $1 and o.client_id = $2 and o.supersedes is null
  ) stated
  order by added_at, id`;

/** Whether a response is a client's. $1 practice, $2 client, $3 response. */
export const IS_RESPONSE_OF = `
  select exists (
    select from care.response r
    where r.practice_id = $1 and r.response_id = $3 and r.client_id = $2
  ) or exists (
    select from care.hand_total t
    where t.practice_id = $1 and t.response_id = $3 and t.client_id = $2
  ) or exists (
    select from care.own_response o
    where o.practice_id = $1 and o.response_id = $3 and o.client_id = $2
  ) as known`;
