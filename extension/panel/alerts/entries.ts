import { isSafetyRule } from '#shared/alerts/catalogue/catalogue.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';

/** The evidence that joined last. */
export function newestEvidence({ evidence }: Alert): AlertEvidence | null {
  return evidence.at(-1) ?? null;
}

/** True for rules about safety answers; they are shown in the colour of risk, and first. */
export function isRisk({ rule }: Alert): boolean {
  return isSafetyRule(rule);
}

/** True for the tiers that can't wait until the session. */
export function isPressing({ tier }: Alert): boolean {
  return tier === 'emergency' || tier === 'urgent';
}
