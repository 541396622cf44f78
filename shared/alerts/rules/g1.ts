import { outcomeInUse } from '../../change/in-use.ts';
import { judgeChange } from '../../change/judge.ts';
import type { MeasuredPoint } from '../../contracts/observation.ts';
import { firstRemission } from '../../trajectory/remission.ts';
import type { EpisodeLine } from '../history/line-history.ts';
import { askedChange } from './asked-change.ts';
import { fromTo } from './change-evidence.ts';
import { clears, fires, type ScoreRule } from './rule.ts';

/**
 * G1, good news: the first reliable improvement since baseline of the episode. Information, said
 * once. Clears when the improvement is no longer reliable, for good news that is over misleads.
 */
export const g1Improvement: ScoreRule<'share'> = (line, rule) => {
  const { measure, baseline, latest, course, before } = line;
  const threshold = askedChange(measure, rule);
  if (threshold === null || course.length < 2) return null;
  const better = (from: MeasuredPoint, to: MeasuredPoint) =>
    judgeChange(from.total, to.total, threshold, measure.direction) === 'reliableImprovement';
  if (!better(baseline, latest)) return clears(rule, measure);
  const [first, ...later] = before().course;
  if (first !== undefined && later.some((score) => better(first, score))) return null;
  return fires(rule, measure, 'info', {
    kind: 'milestone',
    which: 'reliableImprovement',
    ...fromTo(baseline, latest),
    threshold,
  });
};

/**
 * G1, good news: the first score in remission after one in the clinical range, where a definition of
 * remission was published and seen (PHQ-9: below 5). Information, said once.
 */
export const g1Remission: ScoreRule<'share'> = (line, rule) => {
  const { measure, baseline, latest } = line;
  const definition = outcomeInUse(measure.outcome);
  if (definition === null) return null;
  const remissionIn = ({ scores }: EpisodeLine) => firstRemission(scores, measure);
  if (remissionIn(line)?.responseId !== latest.responseId) return null;
  if (remissionIn(line.before()) !== null) return null;
  return fires(rule, measure, 'info', {
    kind: 'milestone',
    which: 'remission',
    ...fromTo(baseline, latest),
    threshold: definition.remissionBelow,
  });
};
