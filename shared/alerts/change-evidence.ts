import type { AlertEvidence, ScorePoint } from '../contracts/alert-evidence.ts';

/** The evidence of a rule about a reliable change, with points signed as scored. */
export function changeEvidence(
  against: 'previous' | 'baseline',
  from: ScorePoint,
  to: ScorePoint,
  threshold: number,
): AlertEvidence {
  return { kind: 'change', against, from, to, points: to.total - from.total, threshold };
}
