import { CHECK_IN_DAYS } from '../brief/completion.ts';
import type { Brief, CheckIn } from '../contracts/brief.ts';
import { type CalendarDate, dateInZone, daysBetween } from '../contracts/calendar.ts';
import { instrument } from '../instruments/registry.ts';
import { listInWords, measureName } from '../words/measures.ts';
import { dateSeenFrom } from '../words/moments.ts';
import { type Piece, piece } from './piece.ts';
import { quoted } from './risk-answers.ts';

/** Missed check-ins that are named one by one; older ones are counted. */
const NAMED_MISSED = 3;

/** How the check-ins went, what was missed, and what silence does not mean. */
export function checkIns(brief: Brief): Piece[] {
  const { completion, asOfDate } = brief;
  const { sent, completed, missed, unfinished, outstanding } = completion;
  if (sent === 0) return [];
  const notDue = outstanding.length === 0 ? '' : `, ${outstanding.length} not yet due`;
  const begun = unfinished.filter((checkIn) => outstanding.includes(checkIn));
  return [
    ...piece(
      'objective',
      'completion',
      `Check-ins (last ${CHECK_IN_DAYS} days): ${completed} of ${sent} completed${notDue}.`,
    ),
    ...piece('subjective', 'kept', unsentRiskText(brief)),
    ...piece('objective', 'kept', missedText(missed, asOfDate)),
    ...piece('objective', 'completion', begunText(begun, asOfDate)),
    ...piece('objective', 'kept', isSilent(brief) ? SILENCE : null),
    ...piece('plan', 'completion', nextText(outstanding, asOfDate)),
  ];
}

/**
 * Risk answers on forms that the client never sent, which no alert speaks of:
 * `PHQ-9 opened 12 Nov, not sent; item 9 was answered "several days" on it.` Null without any.
 */
function unsentRiskText({ completion, timeZone, asOfDate }: Brief): string | null {
  const texts = completion.unfinished.flatMap(({ instrumentId, openedAt, unsentRiskAnswer }) => {
    if (unsentRiskAnswer === null) return [];
    const { item, value, answeredAt } = unsentRiskAnswer;
    const label = instrument(instrumentId)?.options.find((option) => option.value === value)?.label;
    const opened = dateSeenFrom(dateInZone(openedAt ?? answeredAt, timeZone), asOfDate);
    const answer = quoted({ label: label ?? null, value });
    const form = `${measureName(instrumentId)} opened ${opened}, not sent`;
    return `${form}; item ${item} was answered ${answer} on it.`;
  });
  return texts.length === 0 ? null : texts.join(' ');
}

const SILENCE = 'Absence of answers is not a sign of improvement.';

/** Whether the newest thing known is that a check-in was not answered. */
function isSilent({ measures, completion }: Brief): boolean {
  const newest = measures[0]?.latest.on;
  return completion.missed.some(
    ({ dueOn }) => newest === undefined || daysBetween(newest, dueOn) > 0,
  );
}

/** `Missed: PHQ-9 due 26 Sep, not opened; ...`; null when none was. */
function missedText(missed: readonly CheckIn[], today: CalendarDate): string | null {
  if (missed.length === 0) return null;
  const named = missed.slice(0, NAMED_MISSED).map((checkIn) => {
    const due = `${measureName(checkIn.instrumentId)} due ${dateSeenFrom(checkIn.dueOn, today)}`;
    return `${due}, ${progressText(checkIn)}`;
  });
  const rest = missed.length - named.length;
  return `Missed: ${named.join('; ')}${rest === 0 ? '' : `; ${rest} earlier`}.`;
}

function begunText(begun: readonly CheckIn[], today: CalendarDate): string | null {
  if (begun.length === 0) return null;
  const named = begun.map(
    (checkIn) =>
      `${measureName(checkIn.instrumentId)} sent ${dateSeenFrom(checkIn.sentOn, today)}, ${progressText(checkIn)}`,
  );
  return `Not finished: ${named.join('; ')}.`;
}

/** `not opened`, `opened, not answered`, or `left with 4 of 9 items answered`. */
function progressText({ instrumentId, openedAt, answeredItems }: CheckIn): string {
  if (openedAt === null) return 'not opened';
  if (answeredItems === 0) return 'opened, not answered';
  const items = instrument(instrumentId)?.items.length;
  const of = items === undefined ? '' : ` of ${items}`;
  return `left with ${answeredItems}${of} items answered`;
}

/** `Next check-in due 10 Nov (PHQ-9 and GAD-7).` */
function nextText(outstanding: readonly CheckIn[], today: CalendarDate): string | null {
  const next = outstanding.at(-1)?.dueOn;
  if (next === undefined) return null;
  const names = new Set(
    outstanding
      .filter(({ dueOn }) => dueOn === next)
      .map(({ instrumentId }) => measureName(instrumentId)),
  );
  return `Next check-in due ${dateSeenFrom(next, today)} (${listInWords([...names])}).`;
}
