import { isSafetyRule, maySnooze } from '#shared/alerts/catalogue/safety-rules.ts';
import type { AlertEntry } from '#shared/alerts/entries.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import type { Tone } from '../../ui/controls.tsx';

/** The evidence that joined last. */
export function newestEvidence({ evidence }: Alert): AlertEvidence | null {
  return evidence.at(-1) ?? null;
}

/**
 * The colour of an alert, beside the words that say the same: risk for rules about safety answers,
 * better for good news, unknown for what is about the form and not about the client.
 */
export function toneOf({ rule }: Alert): Tone {
  if (isSafetyRule(rule)) return 'risk';
  if (rule === 'G1') return 'better';
  return NEITHER_BETTER_NOR_WORSE.has(rule) ? 'unknown' : 'worse';
}

/** No reliable change, a form filled in oddly, silence, and two people who differ. */
const NEITHER_BETTER_NOR_WORSE: ReadonlySet<Alert['rule']> = new Set([
  'N1',
  'N2',
  'V1',
  'V2',
  'V3',
  'M2',
  'P1',
]);

/** True for the tiers that can't wait until the session. */
export function isPressing({ tier }: Alert): boolean {
  return tier === 'emergency' || tier === 'urgent';
}

/** Whether all that an entry stands for may be put aside. */
export function allMaySnooze({ alerts }: AlertEntry): boolean {
  return alerts.every(({ rule }) => maySnooze(rule));
}
