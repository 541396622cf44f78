/**
 * Slack for clocks that differ between servers: a message is never written long before what it is
 * about. With both ends known PostgreSQL expects few rows, whatever the history.
 */
const WHILE_OUT = `between a.sent_at - interval '1 day' and a.expires_at`;

/**
 * Whether a message about an administration `a`, or one that took its place, has gone out. Null where
 * there is none, as of what was handed over. Walks the client's messages of the days in which it was out.
 */
const WENT_OUT = `
  select bool_or(m.sent_at is not null)
  from care.sending s
  join care.message m on m.practice_id = $1 and m.client_id = s.client_id
    and m.created_at ${WHILE_OUT} and s.message_id in (m.message_id, m.about_message_id)
  where s.practice_id = $1 and s.administration_id = a.administration_id`;

/**
 * Whether somebody was given a link to an administration `a` in hand although a message tells of it.
 * The record of who did what is the only place that says so: no link in store tells who has it.
 */
const HANDED_OVER = `
  select from care.audit_event e
  where e.practice_id = $1 and e.client_id = a.client_id and e.at ${WHILE_OUT}
    and e.subject ->> 'administrationId' = a.administration_id::text
    and (e.action = 'administration.linkRenewed'
      or (e.action = 'administration.handedOut' and e.subject ->> 'by' <> 'message'))`;

/**
 * An SQL condition: an administration `a` has reached the client, who may then be said to have left it
 * unanswered. It has when it was opened, when a message about it has left, or when its link was
 * handed over. A relay that refused, or a pause, is not the client's silence. `$1` is the practice.
 */
export const REACHED = `
  (coalesce(a.opened_at, a.completed_at) is not null
    or coalesce((${WENT_OUT}), true) or exists (${HANDED_OVER}))`;
