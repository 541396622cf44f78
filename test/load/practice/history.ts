import { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { PracticeId, ResponseId, StaffId } from '#shared/contracts/ids.ts';
import type { BriefQuery } from '#shared/contracts/procedures.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { score } from '#shared/scoring/score.ts';
import { answersFor } from '#test/demo/answers.ts';
import { STATEMENTS } from './statements.ts';

/** How much a practice holds. */
export interface Extent {
  readonly clients: number;
  /** Every client answers both measures once in each of these weeks, up to now. */
  readonly weeks: number;
}

/** In whose name the history is made. */
export interface Owner {
  readonly practiceId: PracticeId;
  /** Has every client in the caseload. */
  readonly staffId: StaffId;
  /** The end of the history. */
  readonly now: Instant;
}

/** Runs a statement past row security. */
export type Run = (text: string, values: readonly unknown[]) => Promise<unknown>;

/** Both measures have 9 and 7 items that are trended weekly in real practices. */
const MEASURES = [phq9, gad7];

/** Totals that take turns, so that scores differ between clients and weeks. */
const TOTALS = [4, 7, 9, 10, 12, 13, 15, 18];

/**
 * Fills a practice with invented people and their history by set-based inserts, week by week as it
 * would have come in, so that one client's rows lie as far apart on disk as they do in real life.
 * Answers, scores and alerts have the contracts' shape; single saved answers, which the brief does
 * not read, are left out.
 */
export async function fillPractice(run: Run, owner: Owner, extent: Extent): Promise<void> {
  const parameters = [
    owner.practiceId,
    owner.staffId,
    owner.now,
    extent.clients,
    extent.weeks,
    JSON.stringify(samples()),
    JSON.stringify([EVIDENCE]),
  ];
  for (const { text, uses } of STATEMENTS) {
    await run(
      text,
      uses.map((index) => parameters[index - 1]),
    );
  }
}

/** What the pages of the practice's clients show, in the order of their numbers. */
export function questions({ clients }: Pick<Extent, 'clients'>): readonly BriefQuery[] {
  return Array.from({ length: clients }, (_, index) => ({
    ehr: 'simplepractice',
    subject: {
      recordId: `record-${index + 1}`,
      name: `Invented Person ${index + 1}`,
      birthDate: '1990-06-15' as CalendarDate,
    },
  }));
}

function samples() {
  return MEASURES.map((measure) => ({
    instrumentId: measure.id,
    version: measure.version,
    items: measure.items.length,
    responses: TOTALS.map((total) => {
      const answers = answersFor(measure, { daysAgo: 0, total });
      return { answers, score: score(measure, answers) };
    }),
  }));
}

const POINT = {
  responseId: '0197a000-0000-7000-8000-000000000001' as ResponseId,
  on: '2026-01-05' as CalendarDate,
  value: 1,
  label: 'Several days',
};

/** Evidence of a newly endorsed safety item. */
const EVIDENCE = AlertEvidence.parse({ kind: 'safetyAnswer', item: 9, now: POINT, before: null });
