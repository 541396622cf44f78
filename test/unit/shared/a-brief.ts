import { interpret } from '#shared/brief/interpret.ts';
import type { Brief, BriefFacts, CheckIn } from '#shared/contracts/brief.ts';
import { type CalendarDate, type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { AdministrationId, ClientId, PracticeId } from '#shared/contracts/ids.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { Answers, ScoredResponse } from '#shared/contracts/response.ts';
import { answersSumming, aResponse, phq9Answers } from './a-history.ts';

const CHICAGO = 'America/Chicago';

/** A moment in the invented practice's time zone, six hours behind UTC in winter. */
export function inWinter(day: string, hour: string): Instant {
  return instantOf(new Date(`${day}T${hour}:00-06:00`));
}

/** One score of a story: day, measure, and a total or the answers themselves. */
export type Told = readonly [day: string, measure: Instrument, answers: number | Answers];

/** A PHQ-9 score of a story with its answer to item 9. */
export function phq(measure: Instrument, day: string, total: number, item9: number | null): Told {
  return [day, measure, phq9Answers(total, item9)];
}

/** Turns a story into responses, submitted at 8 pm of their day. */
export function responsesOf(story: readonly Told[]): ScoredResponse[] {
  return story.map(([day, measure, answers], index) =>
    aResponse(measure, typeof answers === 'number' ? answersSumming(measure, answers) : answers, {
      number: index + 1,
      on: day as CalendarDate,
    }),
  );
}

/** A check-in that was sent a week before it was due, nothing done about it unless told. */
export function aCheckIn(
  measure: Instrument,
  sentOn: string,
  dueOn: string,
  done: Partial<CheckIn> = {},
): CheckIn {
  return {
    administrationId: '00000000-0000-7000-8000-0000000000c1' as AdministrationId,
    instrumentId: measure.id,
    sentOn: sentOn as CalendarDate,
    dueOn: dueOn as CalendarDate,
    openedAt: null,
    completedAt: null,
    answeredItems: 0,
    reached: true,
    unsentRiskAnswer: null,
    ...done,
  };
}

/** The facts of an invented client at a moment; everything else as told. */
export function factsAt(asOf: Instant, told: Partial<BriefFacts> = {}): BriefFacts {
  const responses = told.responses ?? [];
  const counts = Object.entries(Object.groupBy(responses, ({ instrumentId }) => instrumentId)).map(
    ([id, group]) => [id, group?.length ?? 0],
  );
  return {
    practiceId: '00000000-0000-7000-8000-0000000000f1' as PracticeId,
    asOf,
    timeZone: CHICAGO,
    client: {
      clientId: '00000000-0000-7000-8000-0000000000f2' as ClientId,
      displayName: 'Jordan Avery',
      otherNames: [],
      birthDate: '1991-03-14' as CalendarDate,
      inCareSince: '2026-01-07' as CalendarDate,
    },
    links: [],
    lastLookedAt: null,
    responses,
    responseCounts: Object.fromEntries(counts),
    alerts: [],
    checkIns: [],
    ...told,
  };
}

/** The brief of an invented client at a moment. */
export function briefAt(asOf: Instant, told: Partial<BriefFacts> = {}): Brief {
  return interpret(factsAt(asOf, told));
}
