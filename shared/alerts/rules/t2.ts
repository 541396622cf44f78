import { lineTrend } from '../../trajectory/line-trend.ts';
import { askedChange } from './asked-change.ts';
import { clears, fires, type ScoreRule } from './rule.ts';

/**
 * T2, slope worsening: the line through the newest scores, four at least, worsens by half the
 * reliable-change value from end to end, and by more than twice its standard error. Information.
 * Clears when the line no longer does.
 */
export const t2: ScoreRule<'share' | 'window'> = ({ measure, scores }, rule) => {
  const { direction } = measure;
  const threshold = askedChange(measure, rule);
  if (threshold === null) return null;
  const window = rule.number('window');
  // The line is held against half of what is handed over.
  const trend = lineTrend(scores, { direction, threshold: 2 * threshold, window });
  if (trend.status !== 'fitted') return null;
  if (trend.verdict !== 'worsening') return clears(rule, measure);
  const { run, perWeek, standardError } = trend;
  return fires(rule, measure, 'info', {
    kind: 'slope',
    run: [...run],
    perWeek,
    standardError,
    threshold,
  });
};
