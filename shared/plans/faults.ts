import type { CalendarDate } from '../contracts/calendar.ts';
import type { Cadence, PlanFault, PlanTerms } from '../contracts/plan.ts';
import { overlapsEarlier } from './recall.ts';

/** How it stands with a measure or form that a plan names. */
export type MeasureStanding =
  | { readonly is: 'sendable'; readonly recallDays: number | null }
  | { readonly is: 'unknownMeasure' | 'notSendable' | 'practiceMustConfirm' };

/** What terms are judged against. */
export interface TermsJudge {
  /** The practice's day. */
  readonly today: CalendarDate;
  /** The cadence of the version that stands; null for a new plan. */
  readonly standing: Cadence | null;
  /** Days of the client's appointments that are known. */
  readonly appointments: readonly CalendarDate[];
  /** Whether whoever makes the plan has read that it asks often, and means it. */
  readonly oftenMeant: boolean;
  readonly standingOf: (measureId: string) => MeasureStanding;
}

/** Why terms are refused, each reason once; empty when they can be kept. */
export function planFaults(terms: PlanTerms, judge: TermsJudge): readonly PlanFault[] {
  const { measures, cadence, dueDays, expiryDays, reminderDays } = terms;
  const standings = measures.map(judge.standingOf);
  const found: readonly (PlanFault | false)[] = [
    new Set(measures).size < measures.length && 'measureTwice',
    ...standings.map(({ is }) => is !== 'sendable' && is),
    expiryDays < dueDays && 'expiresBeforeDue',
    reminderDays.some((day) => day >= expiryDays) && 'reminderAfterExpiry',
    beginsInThePast(cadence, judge) && 'inThePast',
    !judge.oftenMeant && standings.some((one) => asksTooOften(cadence, one, judge)) && OFTEN,
  ];
  return [...new Set(found.filter((fault) => fault !== false))];
}

const OFTEN = 'moreOftenThanRecall';

/** A rhythm that goes on as it began long ago is not one that begins in the past. */
function beginsInThePast(cadence: Cadence, { today, standing }: TermsJudge): boolean {
  if (cadence.is === 'beforeAppointments') return false;
  if (cadence.is === 'once') return cadence.on < today;
  const goesOn =
    standing?.is === 'everyWeeks' &&
    standing.from === cadence.from &&
    standing.weeks === cadence.weeks;
  return cadence.from < today && !goesOn;
}

/** Appointments that are known later can lie closer: a sending that overlaps is then left out. */
function asksTooOften(
  cadence: Cadence,
  standing: MeasureStanding,
  { appointments }: TermsJudge,
): boolean {
  if (standing.is !== 'sendable' || standing.recallDays === null || cadence.is === 'once') {
    return false;
  }
  const { recallDays } = standing;
  if (cadence.is === 'everyWeeks') return 7 * cadence.weeks < recallDays;
  const days = [...new Set(appointments)].toSorted();
  return days.some((day, index) => overlapsEarlier(day, days.slice(0, index), recallDays));
}
