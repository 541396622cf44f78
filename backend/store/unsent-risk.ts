import { INSTRUMENTS } from '#shared/instruments/registry.ts';

/**
 * The suicidality items of the measures in rows of SQL: instrument, version, item, and the value
 * from which an answer is positive. Constants of this build, so they are part of the text.
 */
const RISK_ITEMS = INSTRUMENTS.flatMap(({ id, version, safetyItems }) =>
  safetyItems
    .filter(({ kind }) => kind === 'suicidality')
    .map(({ item, positiveFrom }) => `('${id}', ${version}, ${item}, ${positiveFrom})`),
).join(', ');

/**
 * An expression over an administration `a`: the newest positive answer to a suicidality item that
 * was saved on it while it is not sent, as the contract writes it; null when there is none.
 */
export const unsentRiskAnswer = (instant: (column: string) => string): string => `
  case when a.completed_at is null and a.answered_items > 0 then (
    select json_build_object(
      'item', given.item, 'value', given.value, 'answeredAt', ${instant('given.saved_at')}
    )
    from (values ${RISK_ITEMS}) risk (instrument_id, instrument_version, item, positive_from)
    cross join lateral (
      select s.item, s.value, s.saved_at
      from care.answer s
      where s.practice_id = $1 and s.administration_id = a.administration_id
        and s.item = risk.item
      order by s.revision desc
      limit 1
    ) given
    where risk.instrument_id = a.instrument_id
      and risk.instrument_version = a.instrument_version
      and given.value >= risk.positive_from
    order by given.saved_at desc
    limit 1
  ) end`;
