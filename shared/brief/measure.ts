import { isInEpisode } from '../change/episode.ts';
import { judgeOutcome } from '../change/outcome.ts';
import type { DatedScore, MeasureTrend, Outcome } from '../contracts/brief.ts';
import type { CalendarDate, Instant } from '../contracts/calendar.ts';
import type { Instrument } from '../contracts/instrument.ts';
import type { ScoredResponse } from '../contracts/response.ts';
import { instrument } from '../instruments/registry.ts';
import { changeBetween } from './change.ts';
import { datedScores } from './dated-scores.ts';
import { trendOf } from './trend.ts';

/** What the backend returned of one measure. */
export interface MeasureFacts {
  readonly instrumentId: string;
  /** At least one; any order. */
  readonly responses: readonly ScoredResponse[];
  /** Responses there are in all. */
  readonly count: number;
  readonly lastLookedAt: Instant | null;
  /** When the present episode of care began. */
  readonly inCareSince: CalendarDate;
}

/**
 * Interprets one client's responses to one measure, null when there are none. Only responses to
 * the version that was answered last stand on one line; the others are counted, not compared. Scores
 * from before the episode of care stand on the line, too, but nothing is compared with them.
 * A measure that this build does not know keeps its scores and gets no judgement.
 */
export function measureTrend(facts: MeasureFacts): MeasureTrend | null {
  const newest = newestOf(facts.responses);
  if (newest === null) return null;
  const comparable = facts.responses.filter(
    ({ instrumentVersion }) => instrumentVersion === newest.instrumentVersion,
  );
  const known = instrument(facts.instrumentId, newest.instrumentVersion);
  const scores = datedScores(comparable, {
    lastLookedAt: facts.lastLookedAt,
    recallDays: known?.recall.days ?? null,
  });
  const latest = scores.at(-1);
  if (latest === undefined) return null;
  const ofEpisode = scores.filter(({ on }) => isInEpisode(on, facts.inCareSince));
  const baseline = ofEpisode.find(isScored) ?? null;
  const previous = ofEpisode.filter((one) => one !== latest).findLast(isScored) ?? null;
  return {
    instrumentId: facts.instrumentId,
    scores,
    totalCount: facts.count,
    otherVersionCount: facts.responses.length - comparable.length,
    baseline,
    previous,
    latest,
    sinceBaseline: changeBetween(baseline === latest ? null : baseline, latest, known),
    sincePrevious: changeBetween(previous, latest, known),
    trend: trendOf(ofEpisode, known),
    outcome: outcomeOf(baseline, latest, known),
  };
}

function isScored({ total }: DatedScore): boolean {
  return total !== null;
}

function outcomeOf(
  baseline: DatedScore | null,
  latest: DatedScore,
  known: Instrument | null,
): Outcome | null {
  const from = scoredPoint(baseline);
  const to = scoredPoint(latest);
  if (known === null || from === null || to === null || baseline === latest) return null;
  return judgeOutcome(from, to, known);
}

function scoredPoint(score: DatedScore | null): { total: number; displayed: number } | null {
  if (score === null || score.total === null || score.displayed === null) return null;
  return { total: score.total, displayed: score.displayed };
}

function newestOf(responses: readonly ScoredResponse[]): ScoredResponse | null {
  return responses.reduce<ScoredResponse | null>(
    (newest, response) =>
      newest === null || Date.parse(response.submittedAt) >= Date.parse(newest.submittedAt)
        ? response
        : newest,
    null,
  );
}
