import type { RuleCode } from '../../contracts/alert.ts';
import type { AlertEvidence } from '../../contracts/alert-evidence.ts';
import type { RuleStanding } from '../../contracts/rule-settings.ts';
import { C1, C2, C3, C4 } from './change.ts';
import { P1 } from './couple.ts';
import { G1, R1, T1, T2 } from './course.ts';
import type { RuleDefinition } from './definition.ts';
import { M1, M2 } from './participation.ts';
import { N1, N2, PUBLISHED_POINTS } from './progress.ts';
import { P2, S1, S2, S3, S4 } from './safety.ts';
import { V1, V2, V3 } from './validity.ts';

/** Every rule there is, by code. */
export const RULES: Readonly<Record<RuleCode, RuleDefinition>> = {
  S1,
  S2,
  S3,
  S4,
  C1,
  C2,
  C3,
  C4,
  T1,
  T2,
  N1,
  N2,
  R1,
  M1,
  M2,
  V1,
  V2,
  V3,
  P1,
  P2,
  G1,
};

/**
 * Whether what a rule saw rests on a publication. A rule of ours (N1) may have fired by a published
 * point; then that publication is named.
 */
export function standingOf(code: RuleCode, evidence: AlertEvidence): RuleStanding {
  if (evidence.kind === 'notOnTrack' && evidence.published !== null) {
    return { provenance: 'published', source: PUBLISHED_POINTS };
  }
  return RULES[code].standing;
}
