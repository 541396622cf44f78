import { addDays, type CalendarDate, dateInZone } from '../contracts/calendar.ts';
import { type LeftOut, MOST_LEFT_OUT } from '../contracts/plan.ts';
import { planDays } from './days.ts';
import { dueDay, type PlanMoment, type StandingPlan } from './due.ts';
import { type PlannedMeasure, whyLeftOut } from './left-out.ts';
import { atHour } from './local-hour.ts';
import { nightEnds } from './night.ts';
import { pauseAt } from './pauses.ts';

/** How many days ahead are told: further ones say nothing that these don't. */
const AHEAD = 3;

/** Far enough for the rarest cadence, which is half a year. */
const HORIZON_DAYS = AHEAD * 26 * 7;

/** What a plan does next. */
export interface DaysAhead {
  /** The days on which it sends something, three at most, ascending; one that is due counts as today, at night as the morning. */
  readonly next: CalendarDate[];
  /** What it leaves out of these days, of those between them and of the one that is due; by day. */
  readonly leftOut: LeftOut[];
}

/**
 * What a plan does next, as far as that is known today: each day is judged as if what is sent before it
 * were answered. `measures` are those of it that can be sent.
 */
export function daysAhead(
  plan: StandingPlan & { readonly oftenMeant: boolean },
  moment: PlanMoment,
  measures: readonly PlannedMeasure[],
): DaysAhead {
  const { asOf, timeZone } = moment;
  const { terms, oftenMeant } = plan;
  const next: CalendarDate[] = [];
  const leftOut: LeftOut[] = [];
  let known = measures;
  for (const { day, shownOn } of candidates(plan, moment)) {
    if (next.length === AHEAD) break;
    const about = { day, hour: terms.hour, timeZone, asOf, oftenMeant };
    const judged = known.map((measure) => ({ measure, out: whyLeftOut(measure, about) }));
    for (const { measure, out } of judged) {
      if (out !== null) leftOut.push({ measureId: measure.measureId, on: day, ...out });
    }
    if (judged.some(({ out }) => out === null)) next.push(shownOn);
    known = judged.map(({ measure, out }) => (out === null ? answeredOn(measure, about) : measure));
  }
  return { next, leftOut: leftOut.slice(0, MOST_LEFT_OUT) };
}

/**
 * The days that can be next, ascending, with the one that is due. Days whose hour lies in a pause are
 * left out: a pause without an end leaves none.
 */
function candidates(
  plan: StandingPlan,
  moment: PlanMoment,
): readonly { readonly day: CalendarDate; readonly shownOn: CalendarDate }[] {
  const { asOf, timeZone, appointments, pauses } = moment;
  const today = dateInZone(asOf, timeZone);
  const { cadence, hour } = plan.terms;
  if (pauseAt(pauses, asOf, timeZone)?.until === null) return [];
  const next = nightEnds(asOf, timeZone) ?? asOf;
  const due = dueDay(plan, { ...moment, asOf: next });
  const ahead = planDays(cadence, { from: today, to: addDays(today, HORIZON_DAYS), appointments })
    .filter((day) => {
      const planned = atHour(day, hour, timeZone);
      return planned > asOf && pauseAt(pauses, planned, timeZone) === null;
    })
    .filter((day) => day !== due && !plan.sentFor.includes(day));
  return [
    ...(due === null ? [] : [{ day: due, shownOn: dateInZone(next, timeZone) }]),
    ...ahead.map((day) => ({ day, shownOn: day })),
  ];
}

/** A measure as if it were sent on a day and answered at once. */
function answeredOn(
  measure: PlannedMeasure,
  { day: on, hour, timeZone }: Parameters<typeof whyLeftOut>[1],
): PlannedMeasure {
  const at = atHour(on, hour, timeZone);
  const sent = { on, sentAt: at, expiresAt: at, completedAt: at };
  return { ...measure, earlier: [...measure.earlier, sent] };
}
