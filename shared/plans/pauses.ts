import { dateInZone, type Instant, type TimeZone } from '../contracts/calendar.ts';
import type { Pause } from '../contracts/plan.ts';

/** A pause as it was set, and whether somebody ended it. */
export interface SetPause extends Pick<Pause, 'reason' | 'until' | 'at'> {
  /** Null while nobody has. */
  readonly endedAt: Instant | null;
}

/** The pause that a moment lies in; null for none. A crisis goes before any other. */
export function pauseAt<Kept extends SetPause>(
  pauses: readonly Kept[],
  moment: Instant,
  timeZone: TimeZone,
): Kept | null {
  const day = dateInZone(moment, timeZone);
  const holding = pauses.filter(
    ({ at, endedAt, until }) =>
      at <= moment && (endedAt === null || moment < endedAt) && (until === null || day <= until),
  );
  return holding.find(({ reason }) => reason === 'crisis') ?? holding[0] ?? null;
}

/**
 * Whether a clinician may send by hand during a pause. In a crisis nobody is asked to fill in a form,
 * by no way; the other pauses stop what would go out by itself, and leave a person free to decide.
 */
export function mayHandOut(pause: Pick<Pause, 'reason'> | null): boolean {
  return pause?.reason !== 'crisis';
}
