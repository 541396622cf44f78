import { NEWEST_AT_HAND } from '#shared/contracts/brief.ts';
import { instant } from './json.ts';

/**
 * The parts of the brief's statement about the practice's own forms. `own` is the client's row. Each
 * part is a bounded walk along an index that begins with practice and client.
 */

/** Responses from the beginning of the episode among which a question's first answer is looked for. */
const FIRST = 24;

/**
 * Every version of a form that was sent to the client, also where nothing came back: check-ins and
 * alerts are named by it. Steps from one version to the next along the index, as with measures.
 */
export const SENT_FORMS = `
  (
    select last.form_id, last.version
    from own cross join lateral (
      select a.form_id, a.instrument_version as version
      from care.administration a
      where a.practice_id = $1 and a.client_id = own.client_id and a.form_id is not null
      order by a.form_id desc, a.instrument_version desc
      limit 1
    ) last
  )
  union all
  select next.form_id, next.version
  from sent_forms f cross join own cross join lateral (
    select a.form_id, a.instrument_version as version
    from care.administration a
    where a.practice_id = $1 and a.client_id = own.client_id and a.form_id is not null
      and (a.form_id, a.instrument_version) < (f.form_id, f.version)
    order by a.form_id desc, a.instrument_version desc
    limit 1
  ) next`;

/** The forms that the client has answered: how often, and in which version last. */
export const ANSWERED_FORMS = `
  select last.form_id, last.ordinal as total, last.form_version as version
  from own
  cross join (select distinct form_id from sent_forms) f
  cross join lateral (
    select r.form_id, r.ordinal, r.form_version
    from care.own_response r
    where r.practice_id = $1 and r.client_id = own.client_id and r.form_id = f.form_id
    order by r.ordinal desc
    limit 1
  ) last`;

/** Whether a response counts: nothing has taken its place. */
const counts = (response: string): string => `not exists (
  select from care.own_response anew
  where anew.practice_id = $1 and anew.supersedes = ${response}.response_id)`;

/**
 * Of every form the newest that count, whatever a clinician chose as a baseline, and of this episode
 * of care in the version answered last the first with an answer to each question: where each line has
 * its baseline. That is looked for in the first responses alone, so that a question which is always
 * skipped costs no more.
 */
export const OWN_KEPT = `
  select n.response_id
  from own cross join answered_forms f cross join lateral (
    select r.response_id
    from care.own_response r
    where r.practice_id = $1 and r.client_id = own.client_id and r.form_id = f.form_id
      and ${counts('r')}
    order by r.answered_on desc, r.ordinal desc
    limit ${NEWEST_AT_HAND}
  ) n
  union
  select first.response_id
  from own cross join episode_began began cross join answered_forms f cross join lateral (
    select distinct on (given.place) b.response_id
    from (
      select r.response_id, r.answered_on, r.ordinal, r.answers
      from care.own_response r
      where r.practice_id = $1 and r.client_id = own.client_id and r.form_id = f.form_id
        and r.form_version = f.version and r.answered_on >= began.on_day and ${counts('r')}
      order by r.answered_on, r.ordinal
      limit ${FIRST}
    ) b cross join lateral jsonb_array_elements(b.answers) with ordinality given (answer, place)
    where given.answer <> 'null'::jsonb
    order by given.place, b.answered_on, b.ordinal desc
  ) first
  union
  select response_id from chosen
  union
  select anew.response_id
  from own_kept k cross join lateral (
    select r.response_id from care.own_response r
    where r.practice_id = $1 and r.supersedes = k.response_id
    limit 1
  ) anew`;

/** What is held, and whatever it took the place of: both remain. */
export const OWN_KEPT_WITH_FORMER = `
  select response_id from own_kept
  union
  select former.supersedes
  from own_kept_with_former k cross join lateral (
    select r.supersedes from care.own_response r
    where r.practice_id = $1 and r.response_id = k.response_id and r.supersedes is not null
    limit 1
  ) former`;

/** What the counts of responses know a form by is its key. */
export const FORM_COUNTS = `
  select 'form:' || form_id::text as instrument_id, total from answered_forms`;

export const OWN_FORMS = `
  select coalesce(json_agg(v.form order by f.form_id, f.version), '[]'::json)
  from sent_forms f cross join lateral (
    select w.form from care.own_form_version w
    where w.practice_id = $1 and w.form_id = f.form_id and w.version = f.version
    limit 1
  ) v`;

const FIELDS = `
  'responseId', r.response_id,
  'formId', r.form_id,
  'formVersion', r.form_version,
  'answeredOn', r.answered_on,
  'submittedAt', ${instant('r.submitted_at')},
  'answers', r.answers`;

export const OWN_RESPONSES = `
  select coalesce(json_agg(
    case when r.supersedes is null then json_build_object(${FIELDS})
      else json_build_object(${FIELDS},
        'supersedes', r.supersedes,
        'correction', json_build_object('by', s.display_name, 'reason', r.correction_reason)
      ) end
    order by r.form_id, r.answered_on, r.ordinal
  ), '[]'::json)
  from own_kept_with_former k
  cross join lateral (
    select o.* from care.own_response o
    where o.practice_id = $1 and o.response_id = k.response_id and o.client_id = own.client_id
    limit 1
  ) r
  left join care.staff s on s.practice_id = $1 and s.staff_id = r.corrected_by`;
