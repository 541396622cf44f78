import { type CalendarDate, dateInWords } from '../contracts/calendar.ts';
import type { MeasureTrend } from '../contracts/measure-line.ts';
import type { Candidate } from './candidates.ts';
import type { ChartContext } from './context.ts';
import type { At, Mark } from './instructions.ts';
import { thinned } from './lay/thin.ts';
import { scoreSaid, totalInWords } from './said/score-said.ts';

/** Where answers stand. */
export interface Places {
  readonly x: (on: CalendarDate) => number;
  readonly y: (candidate: Candidate) => number;
}

/** An answer with its place. */
export interface PlacedCandidate extends At {
  readonly candidate: Candidate;
}

/** What is drawn of the answers. */
export interface Marks {
  /** Oldest first. */
  readonly marks: readonly Mark[];
  /** Of those, the ones that a line joins. */
  readonly counted: readonly PlacedCandidate[];
}

/**
 * Places the answers and leaves out what could not be told apart, each kind by itself. The baseline,
 * the newest answer, the score before it and what an alert rests on always stay.
 */
export function marksDrawn(
  candidates: readonly Candidate[],
  trend: MeasureTrend,
  { named }: Pick<ChartContext, 'named'>,
  { x, y }: Places,
): Marks {
  const places = candidates.map((candidate) => ({
    candidate,
    x: x(candidate.on),
    y: y(candidate),
  }));
  const known = [trend.baseline, trend.previous, trend.latest, trend.scores[0]];
  const needed = new Set<string>([...named, ...known.flatMap((score) => score?.responseId ?? [])]);
  const kinds = Map.groupBy(places, ({ candidate }) => candidate.shape);
  const staying = new Set(
    [...kinds.values()].flatMap((kind) =>
      thinned(kind, ({ candidate }) => needed.has(candidate.key)),
    ),
  );
  const drawn = places.filter((place) => staying.has(place));
  return {
    marks: drawn.map((place) => markOf(place, trend)),
    counted: drawn.filter(({ candidate }) => candidate.shape === 'score'),
  };
}

function markOf({ candidate, x, y }: PlacedCandidate, trend: MeasureTrend): Mark {
  const { key, shape, on, displayed, score, isAfterSession } = candidate;
  return {
    key,
    shape,
    on,
    displayed,
    x,
    y,
    said: saidOf(candidate, trend),
    isLatest: score !== null && score.responseId === newestScored(trend),
    isBaseline: score !== null && score.responseId === trend.baseline?.responseId,
    isProrated: score?.prorated ?? false,
    isAfterSession,
  };
}

function saidOf(candidate: Candidate, trend: MeasureTrend): string {
  const { on, displayed, score, shape, remark, isAfterSession } = candidate;
  if (score === null) {
    const total = displayed === null ? '' : `${totalInWords(trend, displayed)}, `;
    return `${dateInWords(on, { year: true })}: ${total}${remark}`;
  }
  const said = scoreSaid(score, trend, shape);
  return isAfterSession ? `${said}; after the session` : said;
}

/** The newest answer with a result, which is the one that is filled. */
function newestScored({ latest, trajectory, role }: MeasureTrend): string | undefined {
  return role === 'screen' ? latest.responseId : trajectory.latest?.responseId;
}
