import { pointsWorse } from '../change/direction.ts';
import type { ScorePoint } from '../contracts/alert-evidence.ts';
import type { Instrument } from '../contracts/instrument.ts';
import type { SeverityBand } from '../contracts/thresholds.ts';
import { bandOf } from '../scoring/band.ts';
import { atLeast } from '../scoring/rounding.ts';
import { clears, fires, type Rule } from './rule.ts';
import { stretchState } from './stretch.ts';

/**
 * C3, severity band rose since the previous score. For review when the change is at least half
 * the reliable-change value; a crossing by less, or on a measure without such a value, is
 * information only. Clears one point below the edge of the band that was entered, so that a score
 * which hovers at the edge does not open and close it in turn.
 */
export const c3: Rule = (history) => {
  const { current, previous, scored, instrument } = history;
  if (current === null || previous === null || instrument.bands.length === 0) return null;
  const state = stretchState(scored, {
    opens: (from, to) => enteredEdge(from, to, instrument) !== null,
    ends: ({ from, to }, now) => {
      const edge = enteredEdge(from, to, instrument);
      return edge !== null && atLeast(pointsWorse(now.total, edge, instrument.direction), 1);
    },
  });
  if (state === 'goesOn') return null;
  if (state === 'over') return clears('C3', history);
  const points = current.total - previous.total;
  const threshold = instrument.reliableChange === null ? null : instrument.reliableChange.value / 2;
  const tier = threshold !== null && atLeast(Math.abs(points), threshold) ? 'review' : 'info';
  return fires('C3', history, tier, {
    kind: 'band',
    from: previous,
    to: current,
    points,
    threshold,
  });
};

/** The near edge of the worse band that `to` lies in; null when `from` was in it or a worse one. */
function enteredEdge(from: ScorePoint, to: ScorePoint, instrument: Instrument): number | null {
  const left = bandOf(instrument, from.displayed);
  const entered = bandOf(instrument, to.displayed);
  if (left === null || entered === null) return null;
  const near = (band: SeverityBand) =>
    instrument.direction === 'higherWorse' ? band.min : band.max;
  const worse = pointsWorse(near(left), near(entered), instrument.direction) > 0;
  return worse ? near(entered) : null;
}
