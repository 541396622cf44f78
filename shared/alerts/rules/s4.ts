import type { ScreenPoint } from '../../contracts/alert-evidence.ts';
import type { ScoredResponse } from '../../contracts/response.ts';
import { isWithinLookBack } from '../history/safety-points.ts';
import { type FormRule, fires } from './rule.ts';

/**
 * S4, finding of a screen (C-SSRS, ASQ), as urgent as its owner's triage says. It speaks for all of
 * the screen's risk questions, so S1 and S2 are silent beside it. Like them it never clears: a screen
 * that finds nothing is no evidence of safety.
 */
export const s4: FormRule = ({ instrument, newest, earlier }, rule) => {
  const now = screenPoint(newest);
  const tier = newest.score.status === 'screened' ? newest.score.tier : null;
  if (now === null || tier === null) return null;
  const before =
    earlier
      .filter((response) => isWithinLookBack(response, newest))
      .map(screenPoint)
      .findLast((point) => point !== null) ?? null;
  return fires(rule, instrument, tier, { kind: 'screen', now, before });
};

function screenPoint({ responseId, answeredOn, score }: ScoredResponse): ScreenPoint | null {
  if (score.status !== 'screened') return null;
  const { finding, label } = score;
  return { responseId, on: answeredOn, finding, label };
}
