import type { Brief } from '../../contracts/brief.ts';
import type { CalendarDate } from '../../contracts/calendar.ts';
import type { DatedScore, MeasureTrend } from '../../contracts/measure-line.ts';
import { measureName } from '../../words/measures.ts';
import { titleOf } from '../../words/own-names.ts';
import type { Language } from '../language/language.ts';
import { quotedPlain } from '../plain.ts';

/** What every sentence is written with. */
export interface Teller {
  readonly brief: Brief;
  readonly language: Language;
}

/** A day as it is seen from the day of the brief. */
export function dayOf({ brief, language }: Teller, day: CalendarDate): string {
  return language.days.seen(day, brief.asOfDate);
}

/** The name of a line; one that the practice chose is quoted. */
export function nameOf({
  name,
  role,
  measureId,
}: Pick<MeasureTrend, 'name' | 'role' | 'measureId'>): string {
  if (role === 'own' || role === 'byHand') return quotedPlain(name);
  return isKnown(measureId) ? name : quotedPlain(name);
}

/** The name of anything that alerts and check-ins are kept under. */
export function nameOfId({ brief }: Teller, id: string): string {
  const line = brief.measures.find(({ measureId }) => measureId === id);
  if (line !== undefined) return nameOf(line);
  return isKnown(id) ? measureName(id) : quotedPlain(titleOf(brief.ownForms, id) ?? id);
}

/** A score with its maximum: `11/27`. */
export function numberOf(
  { language }: Teller,
  { measure }: Pick<MeasureTrend, 'measure'>,
  displayed: number,
): string {
  const highest = measure?.range?.max;
  const number = language.number(displayed);
  return highest === undefined ? number : `${number}/${language.number(highest)}`;
}

/** A score that is there. */
export type Shown = DatedScore & { readonly displayed: number };

/** Whether a response gave a number. */
export function isShown(score: DatedScore | null): score is Shown {
  return score !== null && score.displayed !== null;
}

/** An id that nobody knows here is no name that may stand without quotation marks. */
function isKnown(id: string): boolean {
  return measureName(id) !== id;
}
