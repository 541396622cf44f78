import type { BriefFacts } from '#shared/contracts/brief.ts';
import { dateInWords } from '#shared/contracts/calendar.ts';
import type { HandTotal } from '#shared/contracts/own-answers.ts';
import type { RecordChange } from './changes.ts';
import type { TotalValues } from './forms.ts';
import { correctionsIn, newestFirst, standingTotals } from './standing.ts';
import { eventInWords, handMeasureOf, markInWords, totalInWords } from './words.ts';

/** Something that a clinician has added, and how it can be changed. */
export interface AddedRow {
  readonly key: string;
  readonly on: string;
  readonly words: string;
  /** What it read before it was corrected; null when it never was. */
  readonly before: string | null;
  /** Null for what is never removed. */
  readonly remove: RecordChange | null;
  /** What the form for another entry in its place begins with; null where there is none. */
  readonly again: TotalValues | null;
}

/** Events, days of care and totals by hand as they stand, the newest first. */
export function addedRows(facts: BriefFacts): AddedRow[] {
  return [...eventRows(facts), ...markRows(facts), ...totalRows(facts)].toSorted((one, other) =>
    newestFirst(one.on, other.on),
  );
}

function eventRows({ events = [] }: BriefFacts): AddedRow[] {
  return events.map((event) => ({
    key: event.eventId,
    on: event.on,
    words: eventInWords(event),
    before: null,
    remove: { what: 'removeEvent', eventId: event.eventId },
    again: null,
  }));
}

function markRows({ episodes }: BriefFacts): AddedRow[] {
  const marks = [
    ...(episodes?.startedOn ?? []).map((on) => ({ kind: 'began', on }) as const),
    ...(episodes?.endedOn ?? []).map((on) => ({ kind: 'ended', on }) as const),
  ];
  return marks.map((mark) => ({
    key: `${mark.kind} ${mark.on}`,
    on: mark.on,
    words: markInWords(mark),
    before: null,
    remove: { what: 'unmark', ...mark },
    again: null,
  }));
}

function totalRows(facts: BriefFacts): AddedRow[] {
  const before = new Map(
    correctionsIn(facts.own?.handTotals ?? []).map(({ after, before: first }) => [
      after.responseId,
      first,
    ]),
  );
  return standingTotals(facts).map((total) => {
    const first = before.get(total.responseId) ?? null;
    const words = totalInWords(total, handMeasureOf(total, facts));
    return {
      key: total.responseId,
      on: total.on,
      words,
      before: first === null ? null : earlierInWords(first, total),
      remove: null,
      again: againOf(total, facts),
    };
  });
}

/** `87`, or `87 on 6 Jul 2026` where the day was corrected as well. */
function earlierInWords(first: HandTotal, total: HandTotal): string {
  return first.on === total.on
    ? String(first.total)
    : `${first.total} on ${dateInWords(first.on, { year: true })}`;
}

/** The form for a correction; null where the practice's measure is not held. */
function againOf(total: HandTotal, { own }: BriefFacts): TotalValues | null {
  const versions = own?.handMeasures.filter(({ id }) => id === total.handMeasureId) ?? [];
  const newest = versions.toSorted((one, other) => other.version - one.version)[0];
  if (newest === undefined) return null;
  const { on, responseId: supersedes } = total;
  return { measure: newest, on, total: String(total.total), supersedes };
}
