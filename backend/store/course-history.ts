import type { DatedCare } from '#shared/alerts/replay/record.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { CourseRow } from './course-statement.ts';

/** What a clinician stated of a client's course. */
export interface StatedCourse {
  /** What stands now, as the rules take it. */
  readonly care: DatedCare['care'];
  /** When it was last changed; null when nothing was ever stated. */
  readonly changedAt: Instant | null;
  /** What stood from each change on, oldest first: for working a former judgement out again. */
  readonly history: readonly DatedCare[];
}

/** Puts everything that was ever stated, in the order of stating, in its time. */
export function statedCourse(rows: readonly CourseRow[]): StatedCourse {
  const moments = new Set(rows.flatMap(({ from, until }) => [from, until ?? from]));
  const history = [...moments].toSorted().map((from) => ({
    from,
    care: careIn(
      rows.filter((row) => row.from <= from && (row.until === null || row.until > from)),
    ),
  }));
  const newest = history.at(-1);
  return { care: newest?.care ?? careIn([]), changedAt: newest?.from ?? null, history };
}

function careIn(rows: readonly CourseRow[]): DatedCare['care'] {
  const days = (what: CourseRow['what']) =>
    rows.flatMap((row) => (row.what === what && row.on !== null ? [row.on] : []));
  return {
    startedOn: days('began'),
    endedOn: days('ended'),
    contactOn: days('contact'),
    chosenBaselines: rows.flatMap(({ responseId }) => responseId ?? []),
  };
}
