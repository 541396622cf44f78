import { INSTRUMENTS } from '#shared/instruments/registry.ts';

/** The items about violence by a partner, in rows of SQL: instrument, item, and from when it is a yes. */
const VIOLENCE_ITEMS = INSTRUMENTS.flatMap(({ id, safetyItems }) =>
  safetyItems
    .filter(({ kind }) => kind === 'partnerViolence')
    .map(({ item, positiveFrom }) => `('${id}', ${item}, ${positiveFrom})`),
).join(', ');

/**
 * Whether each partner of a couple ever told of violence: on a form that was sent (also one that was
 * corrected since, and to whatever version), by an alert, or by any answer that was ever saved, also one
 * that was changed before the form was sent. Both are looked at in the same way whatever is found. $1 practice, $2 couple.
 */
export const TOLD_OF_VIOLENCE = `
  select p.client_id as "clientId", (
    exists (
      select from care.response r
      where r.practice_id = $1 and r.client_id = p.client_id
        and jsonb_path_exists(r.score,
          '$.safety[*] ? (@.kind == "partnerViolence" && @.positive == true)'))
    or exists (
      select from care.alert a
      where a.practice_id = $1 and a.client_id = p.client_id and a.rule = 'P2')
    or exists (
      select from care.administration a
      cross join (values ${VIOLENCE_ITEMS}) asked (instrument_id, item, positive_from)
      join care.answer s
        on s.practice_id = $1 and s.administration_id = a.administration_id
          and s.item = asked.item and s.value >= asked.positive_from
      where a.practice_id = $1 and a.client_id = p.client_id
        and a.instrument_id = asked.instrument_id)
  ) as "toldOfViolence"
  from care.couple_partner p
  where p.practice_id = $1 and p.couple_id = $2
  order by p.client_id`;
