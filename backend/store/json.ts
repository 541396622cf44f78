import { REACHED } from './reached.ts';

/** An SQL expression for a moment as the contracts write it. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * An SQL expression for an administration `a`, and its row `unsent` of `UNSENT_RISK` or none, in the
 * shape of the contract's `CheckIn`. `$1` is the
 * practice, `timeZone` an expression for its time zone.
 */
export const checkInJson = (timeZone: string): string => `json_build_object(
    'administrationId', a.administration_id,
    'instrumentId', a.instrument_id,
    'sentOn', (a.sent_at at time zone ${timeZone})::date,
    'dueOn', a.due_on,
    'openedAt', ${instant('a.opened_at')},
    'completedAt', ${instant('a.completed_at')},
    'answeredItems', a.answered_items,
    'reached', ${REACHED},
    'unsentRiskAnswer', case when unsent.saved_at is not null then json_build_object(
      'item', unsent.item, 'value', unsent.value, 'answeredAt', ${instant('unsent.saved_at')}
    ) end
  )`;
