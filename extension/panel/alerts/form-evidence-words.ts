import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { listInWords } from '#shared/words/measures.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';

const CONCERN_WORDS = {
  safetyAnswer: 'The last answer to a risk question was positive.',
  clinicalScore: 'The last score was in the clinical range.',
} as const;

/** Which check-ins were missed, and what makes it urgent. */
export function missedInWords(
  { missed, completed, due, concern, asOf }: Extract<AlertEvidence, { kind: 'missed' }>,
  today: CalendarDate,
): string {
  const days = listInWords(missed.map(({ dueOn }) => dateSeenFrom(dueOn, today)));
  const share = `${completed} of ${due} lately completed, as of ${dateSeenFrom(asOf, today)}.`;
  const why = concern === null ? '' : ` ${CONCERN_WORDS[concern]}`;
  return `Missed: due ${days}. ${share}${why}`;
}

/** How a form was filled in. It says nothing about what is true of the client. */
export function validityInWords(
  { on, answered, longestRun, seconds }: Extract<AlertEvidence, { kind: 'validity' }>,
  today: CalendarDate,
): string {
  const how =
    longestRun === null
      ? `${answered} answers within ${Number(seconds?.toFixed(1))} seconds`
      : `one answer to ${longestRun} of ${answered} questions in a row`;
  return `Form of ${dateSeenFrom(on, today)}: ${how}. The score stands; check the answers with the client.`;
}
