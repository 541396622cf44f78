import type { Instant } from '#shared/contracts/calendar.ts';
import { secondsSince } from '../state/freshness.ts';

const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3600;

/** An age as people say it: `4 s`, `17 min`, `2 h`. */
export function ageInWords(seconds: number): string {
  if (seconds < SECONDS_PER_MINUTE) return `${seconds} s`;
  if (seconds < SECONDS_PER_HOUR) return `${Math.floor(seconds / SECONDS_PER_MINUTE)} min`;
  return `${Math.floor(seconds / SECONDS_PER_HOUR)} h`;
}

/** How long ago a moment was: `4 s ago`. */
export function agoInWords(moment: Instant, now: Date): string {
  return `${ageInWords(secondsSince(moment, now))} ago`;
}
