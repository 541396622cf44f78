import type { MeasuredPoint } from '../../contracts/observation.ts';

/** How a rule about score changes opens and ends. */
export interface StretchRule {
  /** Whether the condition newly holds at `to`, given the score before it. */
  readonly opens: (from: MeasuredPoint, to: MeasuredPoint) => boolean;
  /** Whether `now` ends what the change from `opening.from` to `opening.to` began. */
  readonly ends: (opening: Opening, now: MeasuredPoint) => boolean;
}

/** The two neighbouring scores between which a stretch began. */
export interface Opening {
  readonly from: MeasuredPoint;
  readonly to: MeasuredPoint;
}

/** What the newest score does to a stretch. */
export type StretchState = 'opens' | 'goesOn' | 'over';

/**
 * Replays scores, oldest first, and tells where the newest stands. While a stretch lasts its first
 * opening is kept: later openings start from worse scores, so the first is the strictest to end.
 */
export function stretchState(scores: readonly MeasuredPoint[], rule: StretchRule): StretchState {
  let opening: Opening | null = null;
  let state: StretchState = 'over';
  scores.forEach((now, index) => {
    const before = scores[index - 1];
    if (before === undefined) return;
    if (opening !== null && rule.ends(opening, now)) opening = null;
    if (rule.opens(before, now)) {
      opening ??= { from: before, to: now };
      state = 'opens';
    } else {
      state = opening === null ? 'over' : 'goesOn';
    }
  });
  return state;
}
