import type { CalendarDate } from '../contracts/calendar.ts';
import { type CaseloadRow, COMPLETION_DAYS } from '../contracts/caseload.ts';
import type { PauseReason } from '../contracts/plan.ts';
import { dateSeenFrom } from '../words/moments.ts';

const PAUSED: Readonly<Record<PauseReason, string>> = {
  crisis: 'Nothing is sent: crisis pause',
  away: 'Nothing is sent: away',
  clientAsked: 'Nothing is sent: the client asked',
  other: 'Nothing is sent: paused',
};

/** How many of the check-ins of the last weeks were answered. Few are many: no percentage is said. */
export function completionInWords({ expected, answered }: CaseloadRow['completion']): string {
  return expected === 0
    ? `No check-in was due in the last ${COMPLETION_DAYS / 7} weeks`
    : `${answered} of ${expected} check-ins answered in the last ${COMPLETION_DAYS / 7} weeks`;
}

/** What stands beside the reasons and decides nothing but the next appointment: as seen from a day. */
export function caseloadFacts(row: CaseloadRow, today: CalendarDate): readonly string[] {
  const { nextAppointmentOn, sendingPaused, lastResponseOn } = row;
  return [
    completionInWords(row.completion),
    lastResponseOn === null
      ? 'Nothing answered yet'
      : `Last answered ${dateSeenFrom(lastResponseOn, today)}`,
    nextAppointmentOn === null
      ? 'No next appointment known'
      : nextAppointmentOn === today
        ? 'Appointment today'
        : `Next appointment ${dateSeenFrom(nextAppointmentOn, today)}`,
    ...(sendingPaused === null ? [] : [PAUSED[sendingPaused]]),
  ];
}
