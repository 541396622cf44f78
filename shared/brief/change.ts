import { judgeChange, percentBetter } from '../change/judge.ts';
import type { Change, DatedScore } from '../contracts/brief.ts';
import type { Instrument } from '../contracts/instrument.ts';

/**
 * Judges the change from an earlier score to the latest. `points` are displayed points, as people
 * see both scores; the category comes from the unrounded totals, so with prorated scores the two
 * can differ by a rounding.
 */
export function changeBetween(
  from: DatedScore | null,
  to: DatedScore,
  instrument: Instrument | null,
): Change {
  if (to.total === null || to.displayed === null) {
    return { status: 'notJudged', reason: 'noScore', from, to: null, points: null };
  }
  if (from === null || from.total === null || from.displayed === null) {
    return { status: 'notJudged', reason: 'onlyOneScore', from: null, to, points: null };
  }
  const points = to.displayed - from.displayed;
  const threshold = instrument?.reliableChange ?? null;
  if (instrument === null || threshold === null) {
    return { status: 'notJudged', reason: 'noThreshold', from, to, points };
  }
  const { direction } = instrument;
  return {
    status: 'judged',
    from,
    to,
    points,
    category: judgeChange(from.total, to.total, threshold.value, direction),
    threshold,
    percentBetter: percentBetter(from.total, to.total, direction),
  };
}
