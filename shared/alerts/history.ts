import { isInEpisode } from '../change/episode.ts';
import type { ScorePoint } from '../contracts/alert-evidence.ts';
import type { CalendarDate } from '../contracts/calendar.ts';
import type { Instrument } from '../contracts/instrument.ts';
import type { ScoredResponse } from '../contracts/response.ts';

/** One client's answers to one measure, seen from the newest response. */
export interface MeasureHistory {
  readonly instrument: Instrument;
  /** The response being judged, scored or not. */
  readonly newest: ScoredResponse;
  /** All before the newest, oldest first. */
  readonly earlier: readonly ScoredResponse[];
  /** Every score of the episode of care, oldest first, the newest included when it has one. */
  readonly scored: readonly ScorePoint[];
  /** The newest response's score; null when it can't be scored or precedes the episode. */
  readonly current: ScorePoint | null;
  /** The last score of the episode before the newest response. */
  readonly previous: ScorePoint | null;
  /** The first score of the episode; null when the newest is the first. */
  readonly baseline: ScorePoint | null;
}

/**
 * Puts responses in order of submission. Responses to another measure or another version are left
 * out: their scores and items are not comparable. Null when none is left. Scores from before the
 * episode of care that began on `inCareSince` stay among `earlier`, where risk answers are looked
 * for, and are compared with nothing.
 */
export function measureHistory(
  responses: readonly ScoredResponse[],
  instrument: Instrument,
  inCareSince: CalendarDate,
): MeasureHistory | null {
  const ordered = responses
    .filter(
      ({ instrumentId, instrumentVersion }) =>
        instrumentId === instrument.id && instrumentVersion === instrument.version,
    )
    .toSorted(bySubmission);
  const newest = ordered.at(-1);
  if (newest === undefined) return null;
  const earlier = ordered.slice(0, -1);
  const scoresOf = (some: readonly ScoredResponse[]) =>
    some.filter(({ answeredOn }) => isInEpisode(answeredOn, inCareSince)).flatMap(scorePoint);
  const earlierScored = scoresOf(earlier);
  const [current] = scoresOf([newest]);
  return {
    instrument,
    newest,
    earlier,
    scored: current === undefined ? earlierScored : [...earlierScored, current],
    current: current ?? null,
    previous: earlierScored.at(-1) ?? null,
    baseline: earlierScored[0] ?? null,
  };
}

function scorePoint({ responseId, answeredOn, score }: ScoredResponse): ScorePoint[] {
  if (score.status !== 'scored') return [];
  const { total, displayed, band } = score;
  return [{ responseId, on: answeredOn, total, displayed, band }];
}

/** Submission time first; ids of version 7 grow with time and settle a tie. */
function bySubmission(one: ScoredResponse, other: ScoredResponse): number {
  return (
    Date.parse(one.submittedAt) - Date.parse(other.submittedAt) ||
    (one.responseId < other.responseId ? -1 : 1)
  );
}
