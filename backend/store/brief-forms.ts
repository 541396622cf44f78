import { instant } from './json.ts';

/**
 * The parts of the brief's statement about the practice's own forms. `own` is the client's row. Each
 * part is a bounded walk along an index that begins with practice and client.
 */

/** Responses of each form that the brief holds besides the baseline. */
const NEWEST = 24;

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

/** Of every form the newest, and the first of this episode of care in the version answered last. */
export const OWN_KEPT = `
  select r.*
  from own cross join episode_began began cross join answered_forms f cross join lateral (
    (
      select *
      from care.own_response n
      where n.practice_id = $1 and n.client_id = own.client_id and n.form_id = f.form_id
      order by n.ordinal desc
      limit ${NEWEST}
    )
    union all
    (
      select *
      from care.own_response b
      where b.practice_id = $1 and b.client_id = own.client_id and b.form_id = f.form_id
        and b.ordinal <= f.total - ${NEWEST} and b.form_version = f.version
        and b.answered_on >= began.on_day
      order by b.ordinal
      limit 1
    )
  ) r`;

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

export const OWN_RESPONSES = `
  select coalesce(json_agg(json_build_object(
    'responseId', r.response_id,
    'formId', r.form_id,
    'formVersion', r.form_version,
    'answeredOn', r.answered_on,
    'submittedAt', ${instant('r.submitted_at')},
    'answers', r.answers
  ) order by r.form_id, r.ordinal), '[]'::json)
  from own_kept r`;
