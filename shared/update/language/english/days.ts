import { dateInWords } from '../../../contracts/calendar.ts';
import { dateSeenFrom, momentInWords, momentSeenFrom } from '../../../words/moments.ts';
import type { DayWords } from '../language.ts';

/** `19 Nov 2026, 6:58 pm`. */
export const DAYS: DayWords = {
  seen: dateSeenFrom,
  full: (day) => dateInWords(day, { year: true }),
  moment: momentInWords,
  momentSeen: momentSeenFrom,
};
