import type { AlertEvidence, ScorePoint } from '../../contracts/alert-evidence.ts';

/** Two scores with their distance in points, signed as scored. */
export function fromTo(
  from: ScorePoint,
  to: ScorePoint,
): { readonly from: ScorePoint; readonly to: ScorePoint; readonly points: number } {
  return { from, to, points: to.total - from.total };
}

/** The evidence of a rule about a reliable change. */
export function changeEvidence(
  against: 'previous' | 'baseline',
  from: ScorePoint,
  to: ScorePoint,
  threshold: number,
): AlertEvidence {
  return { kind: 'change', against, ...fromTo(from, to), threshold };
}
