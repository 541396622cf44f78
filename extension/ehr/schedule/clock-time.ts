/** A time with what tells morning from afternoon; `9:00a`, `9:00 a.m.`, `9 AM`. */
const TWELVE_HOURS = /\b(1[0-2]|0?[1-9])(?::([0-5]\d))?\s?([ap])(?:\.?m\b\.?|\b)/i;
/** A time that can only be of a clock of 24 hours: from midnight to one, and after noon. */
const TWENTY_FOUR_HOURS = /\b(00|1[3-9]|2[0-3]):([0-5]\d)\b/;
const ANY_TIME = /\b\d{1,2}(?::\d{2})?\s?(?:[ap]\.?m?\b|(?<=:\d{2}))/i;

/**
 * The first time of day that a text states, as `HH:MM`. Null when there is none, or when it could be
 * of the morning as well as of the afternoon: `9:00` alone is never guessed at.
 */
export function clockTime(text: string): string | null {
  const [first] = ANY_TIME.exec(text) ?? [];
  if (first === undefined) return null;
  const [, hour, minute = '00', half = ''] = TWELVE_HOURS.exec(first) ?? [];
  if (hour !== undefined) {
    const afternoon = half.toLowerCase() === 'p' ? 12 : 0;
    return `${String((Number(hour) % 12) + afternoon).padStart(2, '0')}:${minute}`;
  }
  const [certain] = TWENTY_FOUR_HOURS.exec(first) ?? [];
  return certain ?? null;
}
