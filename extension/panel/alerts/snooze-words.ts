import type { Alert } from '#shared/contracts/alert.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import { measure } from '#shared/measures/lookup.ts';
import { dateSeenFrom, momentSeenFrom } from '#shared/words/moments.ts';
import { nameOfSent } from '#shared/words/own-names.ts';

type Told = Pick<Brief, 'completion' | 'asOfDate' | 'timeZone' | 'ownForms'>;

/**
 * Until when an alert that is put aside stays so: until its measure is answered again, with the day on
 * which that is due, or that nothing is on its way.
 */
export function untilInWords({ instrumentId }: Pick<Alert, 'instrumentId'>, brief: Told): string {
  const form = measure(instrumentId)?.instrumentId ?? instrumentId;
  const due = brief.completion.outstanding
    .filter((checkIn) => checkIn.instrumentId === form)
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(0);
  const when =
    due === undefined
      ? 'none is waiting for an answer now'
      : `one is due ${dateSeenFrom(due, brief.asOfDate)}`;
  return `until ${nameOfSent(brief.ownForms, instrumentId)} is answered again (${when})`;
}

/** Who put an alert aside, when, and what brings it back. */
export function putAsideInWords(
  alert: Pick<Alert, 'instrumentId'>,
  { by, at }: NonNullable<Alert['snoozed']>,
  brief: Told,
): string {
  const when = momentSeenFrom(at, brief.timeZone, brief.asOfDate);
  return `Put aside by ${by}, ${when}, ${untilInWords(alert, brief)}. New evidence brings it back.`;
}
