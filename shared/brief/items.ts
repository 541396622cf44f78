import type { CalendarDate } from '../contracts/calendar.ts';
import type { AnsweredForm, DatedForm, ItemAnswer, ItemCourse } from '../contracts/measure-line.ts';
import { printedNumber } from '../instruments/choices.ts';
import { answerLabel } from '../scoring/labels.ts';

/**
 * Item by item what was answered first, the time before, and now; empty where the wording is not at
 * hand, or what was answered. `since` is the first day of the present episode of care: earlier answers are not the first.
 */
export function itemCourses(
  { instrument, answered }: AnsweredForm,
  since: CalendarDate | null,
): ItemCourse[] {
  const now = answered.at(-1);
  if (instrument === null || now === undefined || now.answers === null) return [];
  const present = answered.filter(({ on }) => since === null || on >= since);
  const first = present.find(({ answers }) => answers !== null);
  const previous = present.at(-2);
  const answerOn = (form: DatedForm | undefined, item: number): ItemAnswer | null => {
    if (form === undefined || form.answers === null) return null;
    const value = form.answers[item - 1] ?? null;
    return { on: form.on, value, label: answerLabel(instrument, item, value) };
  };
  return instrument.items.flatMap((item) => {
    const { number, text } = item;
    const latest = answerOn(now, number);
    if (latest === null) return [];
    return [
      {
        item: number,
        printed: printedNumber(item),
        text,
        first: first === now ? null : answerOn(first, number),
        previous: previous === first ? null : answerOn(previous, number),
        now: latest,
      },
    ];
  });
}
