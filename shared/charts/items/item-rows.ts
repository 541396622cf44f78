import { type CalendarDate, dateInWords } from '../../contracts/calendar.ts';
import type { Instrument } from '../../contracts/instrument.ts';
import type { ItemAnswer, ItemCourse } from '../../contracts/measure-line.ts';
import { choicesOf } from '../../instruments/choices.ts';

/** Does not apply: an answer without a place among the others (`AnswerOption.value`). */
const DOES_NOT_APPLY = -1;

/** One item as a tiny chart: what was answered first, before and now, on the item's choices. */
export interface ItemRow {
  readonly item: number;
  /** `9. Thoughts that ...`. */
  readonly question: string;
  /** Safety items come first. */
  readonly isSafety: boolean;
  /** Number of choices. */
  readonly steps: number;
  /** The words of the lowest and the highest choice by value. */
  readonly ends: { readonly low: string; readonly high: string };
  /** In the order first, previous, now; those that there are. */
  readonly dots: readonly ItemDot[];
  /** What the dots show, in words; no judgement, because single items have no norms. */
  readonly said: string;
}

/** An answer on the item's range. */
export interface ItemDot {
  readonly when: 'first' | 'previous' | 'now';
  readonly on: CalendarDate;
  /** 0 is the lowest choice, 1 the highest; null for a blank, which has no place. */
  readonly share: number | null;
  /** `Several days`, `not answered`. */
  readonly answer: string;
}

/** The items of a form, safety items first, then as printed. */
export function itemRows(courses: readonly ItemCourse[], instrument: Instrument): ItemRow[] {
  const safety = new Set(instrument.safetyItems.map(({ item }) => item));
  const rows = courses.map((course) => itemRow(course, instrument, safety.has(course.item)));
  return [...rows.filter(({ isSafety }) => isSafety), ...rows.filter(({ isSafety }) => !isSafety)];
}

function itemRow(course: ItemCourse, instrument: Instrument, isSafety: boolean): ItemRow {
  const item = instrument.items[course.item - 1];
  const choices = (item === undefined ? instrument.options : choicesOf(instrument, item))
    .filter(({ value }) => value !== DOES_NOT_APPLY)
    .toSorted((one, other) => one.value - other.value);
  const values = choices.map(({ value }) => value);
  const dots = (['first', 'previous', 'now'] as const).flatMap((when) => {
    const answer = course[when];
    return answer === null ? [] : [dotOf(when, answer, values)];
  });
  return {
    item: course.item,
    question: course.printed === '' ? course.text : `${course.printed}. ${course.text}`,
    isSafety,
    steps: values.length,
    ends: { low: choices.at(0)?.label ?? '', high: choices.at(-1)?.label ?? '' },
    dots,
    said: itemSaid(course, values),
  };
}

function dotOf(when: ItemDot['when'], answer: ItemAnswer, values: readonly number[]): ItemDot {
  const place = answer.value === null ? -1 : values.indexOf(answer.value);
  return {
    when,
    on: answer.on,
    share: place === -1 ? null : place / Math.max(1, values.length - 1),
    answer: answerSaid(answer),
  };
}

function answerSaid({ value, label }: ItemAnswer): string {
  return value === null ? 'not answered' : (label ?? String(value));
}

/** `Several days now, not answered on 5 Nov 2026, Not at all at first (7 Jan 2026): 1 step up.` */
function itemSaid({ first, previous, now }: ItemCourse, values: readonly number[]): string {
  const parts = [
    `Now “${answerSaid(now)}”`,
    ...(previous === null
      ? []
      : [`before “${answerSaid(previous)}” (${day(previous)})${stepsSaid(previous, now, values)}`]),
    ...(first === null
      ? []
      : [`first “${answerSaid(first)}” (${day(first)})${stepsSaid(first, now, values)}`]),
  ];
  return `${parts.join('; ')}.`;
}

function day({ on }: ItemAnswer): string {
  return dateInWords(on, { year: true });
}

/** How far the answer of now lies from an earlier one, in steps of the choices; never "no change". */
function stepsSaid(then: ItemAnswer, now: ItemAnswer, values: readonly number[]): string {
  const places = [then, now].map(({ value }) => (value === null ? -1 : values.indexOf(value)));
  const [from = -1, to = -1] = places;
  if (from === -1 || to === -1) return '';
  const steps = Math.abs(to - from);
  if (steps === 0) return ', the same answer';
  return `, ${steps} ${steps === 1 ? 'step' : 'steps'} ${to > from ? 'up' : 'down'} since`;
}
