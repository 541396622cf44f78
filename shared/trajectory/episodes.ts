import { INTAKE_DAYS } from '../change/episode.ts';
import { addDays, type CalendarDate, daysBetween } from '../contracts/calendar.ts';
import type { CareFacts, EpisodeOfCare } from '../contracts/episode.ts';
import { inOrder } from './order.ts';

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Something that divides or feeds episodes, on the day from which it works. */
interface CareEvent {
  readonly on: CalendarDate;
  readonly kind: 'ended' | 'began' | 'contact';
}

/** On one day what ended comes before what began, and both before the contact. */
const ORDER = { ended: 0, began: 1, contact: 2 } as const;

/**
 * Divides the days on which a client was measured into episodes of care, oldest first; the last is
 * the present one, with or without a score. An episode begins
 *
 * - {@link INTAKE_DAYS} before care began or a new episode was declared, though never before the
 *   former care had ended,
 * - with the first contact after care had ended,
 * - with the first contact after more than `gapDays` without any.
 */
export function episodesOfCare(
  measuredOn: readonly CalendarDate[],
  care: CareFacts,
  gapDays: number,
): readonly EpisodeOfCare[] {
  const episodes: Writable<EpisodeOfCare>[] = [];
  let lastContact: CalendarDate | null = null;
  const begin = (beginsOn: CalendarDate, because: EpisodeOfCare['because']) => {
    const former = episodes.at(-1);
    if (former !== undefined) former.endsOn ??= addDays(beginsOn, -1);
    episodes.push({ beginsOn, endsOn: null, because });
  };
  for (const { on, kind } of careEvents(measuredOn, care)) {
    const present = episodes.at(-1);
    if (kind === 'began') {
      begin(on, 'care');
      lastContact = null;
    } else if (kind === 'ended') {
      if (present !== undefined) present.endsOn ??= addDays(on, -1);
    } else {
      if (present === undefined) begin(on, 'earlier');
      else if (present.endsOn !== null) begin(on, 'afterEnd');
      else if (lastContact !== null && daysBetween(lastContact, on) > gapDays) begin(on, 'gap');
      lastContact = on;
    }
  }
  return episodes;
}

/**
 * The first day of the care that is the present one on a day: when it last began, or the day after it
 * ended, if it ended since. Intake before it is not part of it.
 */
export function careSince(
  { inCareSince, startedOn = [], endedOn = [] }: CareFacts,
  asOf: CalendarDate,
): CalendarDate {
  const starts = [inCareSince, ...startedOn].filter((day) => day <= asOf).toSorted();
  const began = starts.at(-1) ?? inCareSince;
  // Ended and begun on one day is a handing over.
  const ended = endedOn
    .filter((day) => day <= asOf && day > began)
    .toSorted()
    .at(-1);
  return ended === undefined ? began : addDays(ended, 1);
}

function careEvents(measuredOn: readonly CalendarDate[], care: CareFacts): CareEvent[] {
  const starts = [...new Set([care.inCareSince, ...(care.startedOn ?? [])])].toSorted();
  // Ended and begun on one day is a handing over: the beginning says it all.
  const ends = (care.endedOn ?? []).filter((day) => !starts.includes(day)).toSorted();
  const contacts = new Set([...measuredOn, ...(care.contactOn ?? [])]);
  const events: CareEvent[] = [
    ...starts.map((day, index) => ({
      on: intakeBefore(day, [starts[index - 1], ends.findLast((end) => end < day)]),
      kind: 'began' as const,
    })),
    ...ends.map((day) => ({ on: addDays(day, 1), kind: 'ended' as const })),
    ...[...contacts].map((on) => ({ on, kind: 'contact' as const })),
  ];
  return events.toSorted(
    (one, other) => inOrder(one.on, other.on) || ORDER[one.kind] - ORDER[other.kind],
  );
}

/** The first day of intake for care that began on `day`, after each of the days that came before. */
function intakeBefore(
  day: CalendarDate,
  former: readonly (CalendarDate | undefined)[],
): CalendarDate {
  return former.reduce<CalendarDate>(
    (first, before) => {
      if (before === undefined) return first;
      const next = addDays(before, 1);
      return next > first ? next : first;
    },
    addDays(day, -INTAKE_DAYS),
  );
}
