import { addDays, CalendarDate } from '#shared/contracts/calendar.ts';
import { type Cadence, MOST_TOGETHER, PlanTerms } from '#shared/contracts/plan.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Problem } from '../record/forms.ts';

/** A plan as it is typed: days and numbers as text, checked when it is saved. */
export interface PlanDraft {
  readonly measures: readonly string[];
  readonly cadence: Cadence['is'];
  /** The day of `once`, and the first of `everyWeeks`. */
  readonly on: string;
  readonly weeks: string;
  /** Days before an appointment. */
  readonly days: string;
  readonly hour: string;
  readonly dueDays: string;
  readonly expiryDays: string;
  /** Days after sending, `2, 5`; empty for none. */
  readonly reminderDays: string;
}

/** What a new plan begins with: every two weeks from tomorrow, which no shipped recall period exceeds. */
export function newDraft(measureId: string | null, today: CalendarDate): PlanDraft {
  return {
    measures: measureId === null ? [] : [measureId],
    cadence: 'everyWeeks',
    on: addDays(today, 1),
    weeks: '2',
    days: '1',
    hour: '9',
    dueDays: '3',
    expiryDays: '7',
    reminderDays: '2',
  };
}

/** Terms that stand, ready to be changed. */
export function draftOf(terms: PlanTerms, today: CalendarDate): PlanDraft {
  const { cadence, hour, dueDays, expiryDays, reminderDays, measures } = terms;
  const usual = newDraft(null, today);
  return {
    measures,
    cadence: cadence.is,
    on: cadence.is === 'once' ? cadence.on : cadence.is === 'everyWeeks' ? cadence.from : usual.on,
    weeks: cadence.is === 'everyWeeks' ? String(cadence.weeks) : usual.weeks,
    days: cadence.is === 'beforeAppointments' ? String(cadence.days) : usual.days,
    hour: String(hour),
    dueDays: String(dueDays),
    expiryDays: String(expiryDays),
    reminderDays: reminderDays.join(', '),
  };
}

/** Another rhythm begins anew: one that goes on as it was may have begun long ago, this one may not. */
export function withWeeks(draft: PlanDraft, weeks: string, today: CalendarDate): PlanDraft {
  return { ...draft, weeks, on: draft.on < today ? addDays(today, 1) : draft.on };
}

/** Terms as they are sent, or the field that has to be looked at first. */
export function termsOf(draft: PlanDraft): Result<PlanTerms, Problem> {
  const wrong = FIELDS.find(({ isRight }) => !isRight(draft));
  if (wrong !== undefined) return refuse({ field: wrong.field, words: wrong.words });
  const terms = PlanTerms.safeParse({
    measures: draft.measures,
    cadence: cadenceOf(draft),
    hour: Number(draft.hour),
    dueDays: Number(draft.dueDays),
    expiryDays: Number(draft.expiryDays),
    reminderDays: remindersOf(draft),
  });
  return terms.success
    ? ok(terms.data)
    : refuse({ field: null, words: 'Something here can’t be read. Look at each line again.' });
}

interface Field {
  readonly field: string;
  readonly isRight: (draft: PlanDraft) => boolean;
  readonly words: string;
}

/** Each field with what it may hold; the bounds are those of {@link PlanTerms}. */
const FIELDS: readonly Field[] = [
  {
    field: 'measures',
    isRight: ({ measures }) => measures.length >= 1 && measures.length <= MOST_TOGETHER,
    words: `Choose one to ${MOST_TOGETHER}: a form that is too long is not finished.`,
  },
  {
    field: 'on',
    isRight: ({ cadence, on }) =>
      cadence === 'beforeAppointments' || CalendarDate.safeParse(on).success,
    words: 'Choose a day.',
  },
  {
    field: 'weeks',
    isRight: ({ cadence, weeks }) => cadence !== 'everyWeeks' || isWhole(weeks, 1, 26),
    words: 'Enter 1 to 26 weeks.',
  },
  {
    field: 'days',
    isRight: ({ cadence, days }) => cadence !== 'beforeAppointments' || isWhole(days, 0, 7),
    words: 'Enter 0 to 7 days.',
  },
  { field: 'hour', isRight: ({ hour }) => isWhole(hour, 7, 20), words: 'Enter 7 to 20.' },
  {
    field: 'dueDays',
    isRight: ({ dueDays }) => isWhole(dueDays, 0, 30),
    words: 'Enter 0 to 30 days.',
  },
  {
    field: 'expiryDays',
    isRight: ({ expiryDays }) => isWhole(expiryDays, 1, 60),
    words: 'Enter 1 to 60 days.',
  },
  {
    field: 'reminderDays',
    isRight: (draft) => {
      const days = remindersOf(draft);
      return (
        days.length <= 3 &&
        days.every((day, place) => isWhole(String(day), 1, 59) && day > (days[place - 1] ?? 0))
      );
    },
    words: 'Enter up to three days, each later than the one before, such as 2, 5.',
  },
];

function cadenceOf({ cadence, on, weeks, days }: PlanDraft) {
  if (cadence === 'once') return { is: cadence, on };
  return cadence === 'everyWeeks'
    ? { is: cadence, weeks: Number(weeks), from: on }
    : { is: cadence, days: Number(days) };
}

function remindersOf({ reminderDays }: Pick<PlanDraft, 'reminderDays'>): readonly number[] {
  const typed = reminderDays.trim();
  return typed === '' ? [] : typed.split(/[\s,;]+/).map(Number);
}

function isWhole(typed: string, least: number, most: number): boolean {
  return /^\d{1,3}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
}
