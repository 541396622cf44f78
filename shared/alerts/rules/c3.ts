import { pointsWorse } from '../../change/direction.ts';
import type { Measure } from '../../contracts/measure.ts';
import type { MeasuredPoint } from '../../contracts/observation.ts';
import type { SeverityBand } from '../../contracts/thresholds.ts';
import { bandOf } from '../../scoring/band.ts';
import { atLeast } from '../../scoring/rounding.ts';
import { stretchState } from '../history/stretch.ts';
import { askedChange } from './asked-change.ts';
import { fromTo } from './change-evidence.ts';
import { clears, fires, type ScoreRule } from './rule.ts';

/**
 * C3, severity band rose since the previous score. For review when the change is at least half
 * the reliable-change value; a crossing by less, or on a measure without such a value, is
 * information only. Clears one point (one step, on a scale of means) below the edge of the band that
 * was entered, so that a score which hovers at the edge does not open and close it in turn.
 */
export const c3: ScoreRule<'share' | 'belowEdge'> = (line, rule) => {
  const { measure, latest, previous, scores } = line;
  if (previous === null || measure.bands.length === 0) return null;
  const state = stretchState(scores, {
    opens: (from, to) => enteredEdge(from, to, measure) !== null,
    ends: ({ from, to }, now) => {
      const edge = enteredEdge(from, to, measure);
      const better = edge === null ? 0 : pointsWorse(now.total, edge, measure.direction);
      return better > 0 && atLeast(better, rule.number('belowEdge') * measure.step);
    },
  });
  if (state === 'goesOn') return null;
  if (state === 'over') return clears(rule, measure);
  const threshold = askedChange(measure, rule);
  const change = fromTo(previous, latest);
  const tier =
    threshold !== null && atLeast(Math.abs(change.points), threshold) ? 'review' : 'info';
  return fires(rule, measure, tier, { kind: 'band', ...change, threshold });
};

/** The near edge of the worse band that `to` lies in; null when `from` was in it or a worse one. */
function enteredEdge(from: MeasuredPoint, to: MeasuredPoint, measure: Measure): number | null {
  const left = bandOf(measure, from.displayed);
  const entered = bandOf(measure, to.displayed);
  if (left === null || entered === null) return null;
  const near = (band: SeverityBand) => (measure.direction === 'higherWorse' ? band.min : band.max);
  const worse = pointsWorse(near(left), near(entered), measure.direction) > 0;
  return worse ? near(entered) : null;
}
