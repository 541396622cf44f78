import * as fc from 'fast-check';
import { briefFor } from '#shared/brief/interpret.ts';
import type { Alert } from '#shared/contracts/alert.ts';
import type { Brief, BriefFacts, CheckIn } from '#shared/contracts/brief.ts';
import { addDays, type CalendarDate, type Instant, instantOf } from '#shared/contracts/calendar.ts';
import type { AdministrationId } from '#shared/contracts/ids.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { alertsOf } from '#test/support/brief-facts.ts';
import { factsAt } from '#test/unit/shared/a-brief.ts';
import { aResponse, responseId } from '#test/unit/shared/a-history.ts';
import { ANSWERABLE, answersTo, anyInstrument } from './answers.ts';
import { eventsOn, externalPointsOn, ownAnswersOn } from './own-answers.ts';
import { anyGoal } from './own-goals.ts';

const ZONES = ['America/Chicago', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'];
const TODAY = '2026-11-20' as CalendarDate;
const PAST_DAYS = 500;

/** A moment of a day, any minute. */
function momentOn(day: CalendarDate): fc.Arbitrary<Instant> {
  return fc
    .nat({ max: 1439 })
    .map((minute) => instantOf(new Date(Date.parse(`${day}T00:00:00.000Z`) + minute * 60_000)));
}

const pastDay = fc.nat({ max: PAST_DAYS }).map((ago) => addDays(TODAY, -ago));
const pastMoment = pastDay.chain(momentOn);

/** Responses to one measure on different days; now and then one of another version. */
function responsesTo(instrument: Instrument): fc.Arbitrary<ScoredResponse[]> {
  const response = fc
    .record({
      day: pastDay,
      answers: answersTo(instrument, 15),
      version: fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 99),
    })
    .map(({ day, answers, version }) => ({
      ...aResponse(instrument, answers, { number: 0, on: day }),
      instrumentVersion: version,
    }));
  return fc.uniqueArray(response, { maxLength: 10, selector: ({ answeredOn }) => answeredOn });
}

const someResponses = fc
  .subarray([...ANSWERABLE], { maxLength: 5 })
  .chain((measures) => fc.tuple(...measures.map(responsesTo)))
  .map((lists) =>
    lists
      .flat()
      .toSorted((one, other) => one.submittedAt.localeCompare(other.submittedAt))
      .map((response, index) => ({ ...response, responseId: responseId(index + 1) })),
  )
  .chain((responses) =>
    fc.option(fc.nat({ max: 40 }), { freq: 3 }).map((place) => withCorrection(responses, place)),
  );

/** Now and then a response corrects an earlier one to the same form, of the same day. */
function withCorrection(responses: ScoredResponse[], place: number | null): ScoredResponse[] {
  const wrong = place === null ? undefined : responses[place % Math.max(1, responses.length)];
  if (wrong === undefined) return responses;
  const submittedAt = instantOf(new Date(Date.parse(wrong.submittedAt) + 60_000));
  const right = { ...wrong, submittedAt, supersedes: wrong.responseId };
  return [...responses, { ...right, responseId: responseId(900) }];
}

const checkIn: fc.Arbitrary<CheckIn> = fc
  .record({
    instrument: anyInstrument,
    ago: fc.integer({ min: -7, max: 80 }),
    window: fc.integer({ min: 1, max: 14 }),
    state: fc.constantFrom('undelivered', 'sent', 'opened', 'begun', 'completed'),
    answered: fc.nat({ max: 20 }),
    at: pastMoment,
  })
  .map(({ instrument, ago, window, state, answered, at }) => ({
    administrationId: responseId(ago + 100) as string as AdministrationId,
    instrumentId: instrument.id,
    sentOn: addDays(TODAY, -ago - window),
    dueOn: addDays(TODAY, -ago),
    openedAt: state === 'sent' || state === 'undelivered' ? null : at,
    completedAt: state === 'completed' ? at : null,
    answeredItems:
      state === 'begun'
        ? Math.min(answered + 1, instrument.items.length - 1)
        : state === 'completed'
          ? instrument.items.length
          : 0,
    reached: state !== 'undelivered',
    unsentRiskAnswer:
      state === 'begun' && instrument.id === 'phq9' && answered > 9
        ? { item: 9, value: 2, answeredAt: at }
        : null,
  }));

/** The alerts of a course, some of them acknowledged at a moment. */
function acknowledgedSome(
  alerts: readonly Alert[],
  picks: readonly boolean[],
  at: Instant,
): Alert[] {
  return alerts.map((alert, index) =>
    alert.status === 'open' && picks[index % picks.length] === true
      ? {
          ...alert,
          status: 'acknowledged',
          acknowledgement: {
            by: 'Dr. Example',
            at,
            action: 'discussedInSession',
            words: 'Discussed in session',
            sentence: 'Discussed with the client in session.',
          },
        }
      : alert,
  );
}

/** Facts of an invented client: any answers, alerts that follow from them, any check-ins. */
export const anyFacts: fc.Arbitrary<BriefFacts> = fc
  .record({
    asOf: momentOn(TODAY),
    timeZone: fc.constantFrom(...ZONES),
    lastLookedAt: fc.option(pastMoment, { nil: null }),
    responses: someResponses,
    checkIns: fc.array(checkIn, { maxLength: 8 }),
    picks: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
    events: eventsOn(pastDay),
    externalPoints: externalPointsOn(pastDay),
    own: ownAnswersOn(pastDay),
    goals: fc.array(anyGoal(pastDay), { maxLength: 3 }),
    episodes: fc.record({
      startedOn: fc.array(pastDay, { maxLength: 1 }),
      endedOn: fc.array(pastDay, { maxLength: 1 }),
      chosenBaselines: fc.array(fc.nat({ max: 30 }).map(responseId), { maxLength: 1 }),
    }),
    acknowledgedAt: pastMoment,
  })
  .map(({ picks, acknowledgedAt, responses, ...told }) => {
    const alerts = acknowledgedSome(alertsOf(responses), picks, acknowledgedAt);
    return factsAt(told.asOf, { ...told, responses, alerts });
  });

/** Facts with a day of a session, or none: what an Update is asked for. */
export const anySession: fc.Arbitrary<CalendarDate | null> = fc.option(pastDay, { freq: 2 });

/** The brief of an invented client, as of now or as of a session. */
export const anyBrief: fc.Arbitrary<Brief> = fc
  .tuple(anyFacts, anySession)
  .map(([facts, sessionOn]) => briefFor(facts, sessionOn));
