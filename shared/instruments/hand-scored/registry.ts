import type { HandScoredMeasure } from './hand-scored.ts';
import { NEVER_SHIPPED } from './never-shipped.ts';
import { PERMISSION_NEEDED } from './permission-needed.ts';

/** Every measure whose total can be entered by hand but whose questions can't be sent. */
export const HAND_SCORED: readonly HandScoredMeasure[] = [...PERMISSION_NEEDED, ...NEVER_SHIPPED];

/** Looks one up by its id, such as `oq45`; null when it is not known. */
export function handScored(id: string): HandScoredMeasure | null {
  return HAND_SCORED.find((measure) => measure.id === id) ?? null;
}
