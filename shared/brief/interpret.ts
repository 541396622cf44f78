import type { Brief, BriefFacts, LaterResults } from '../contracts/brief.ts';
import { type CalendarDate, dateInZone } from '../contracts/calendar.ts';
import type { MeasureTrend } from '../contracts/measure-line.ts';
import { ratingsAfter } from '../goals/as-of.ts';
import { goalCourses } from '../goals/course.ts';
import { episodesOfCare } from '../trajectory/episodes.ts';
import { STATED_LIMITS } from '../trajectory/limits.ts';
import { alertsSince, openAlerts } from './alert-lists.ts';
import { type DividedFacts, divideAt } from './as-of.ts';
import { responsesAtHand } from './at-hand.ts';
import { careFacts } from './care.ts';
import { completionOn } from './completion.ts';
import { compositeLines } from './composite-lines.ts';
import { answeredForms } from './forms.ts';
import { heldSince } from './held.ts';
import { instrumentLines } from './instrument-lines.ts';
import { laterResults } from './later.ts';
import { type LineContext, measureLine } from './line.ts';
import { sentOwnForms } from './own-forms.ts';
import { ownLines } from './own-lines.ts';
import { standing } from './standing.ts';

/**
 * Works out what the facts of one client mean as of now: every line with its trajectory, alerts in
 * order of urgency, completion. Pure, and the only place where it is done: panel, backend and
 * Clinical Update read the same object.
 */
export function interpret(facts: BriefFacts): Brief {
  return { ...briefOf(facts, heldSince(facts), null), sessionOn: null, later: null };
}

/**
 * The brief as it stood at the end of the day of a session, for a note that is written late. What
 * came afterwards is listed in `later` and judged nowhere.
 */
export function briefAsOf(facts: BriefFacts, sessionOn: CalendarDate): Brief {
  const { until, after } = divideAt(facts, sessionOn);
  const told = briefOf(until, heldSince(facts), sessionOn);
  return { ...told, sessionOn, later: laterOf(facts, after, sessionOn) };
}

/** The brief that an Update is composed from, by its `UpdateRequest.sessionOn`. */
export function briefFor(facts: BriefFacts, sessionOn: CalendarDate | null): Brief {
  return sessionOn === null ? interpret(facts) : briefAsOf(facts, sessionOn);
}

function briefOf(
  facts: BriefFacts,
  held: LineContext['held'],
  sessionOn: CalendarDate | null,
): Omit<Brief, 'sessionOn' | 'later'> {
  const { asOf, timeZone, client, lastLookedAt } = facts;
  const asOfDate = dateInZone(asOf, timeZone);
  const care = careFacts(facts);
  const contacts = care.contactOn ?? [];
  return {
    asOf,
    asOfDate,
    timeZone,
    client,
    lastLookedAt,
    measures: linesOf(facts, held),
    forms: answeredForms(facts),
    ownForms: sentOwnForms(facts),
    openAlerts: openAlerts(facts.alerts),
    alertsSinceLook: alertsSince(facts.alerts, lastLookedAt),
    completion: completionOn(facts.checkIns, sessionOn ?? asOfDate, asOfDate),
    goals: goalCourses(facts.goals ?? [], lastLookedAt),
    topics: facts.topics ?? [],
    events: (facts.events ?? []).toSorted((one, other) => inOrder(one.on, other.on)),
    episodes: episodesOfCare(contacts, care, STATED_LIMITS.episodeGapDays.value),
    superseded: standing(responsesAtHand(facts)).superseded,
  };
}

function linesOf(facts: BriefFacts, held: LineContext['held']): MeasureTrend[] {
  const context: LineContext = {
    held,
    care: careFacts(facts),
    lastLookedAt: facts.lastLookedAt,
    external: (facts.externalPoints ?? []).toSorted((one, other) => inOrder(one.on, other.on)),
  };
  const sources = { ...facts, responses: responsesAtHand(facts) };
  return [...instrumentLines(sources), ...compositeLines(sources), ...ownLines(sources)]
    .flatMap((source) => measureLine(source, context) ?? [])
    .toSorted(
      (one, other) => Date.parse(other.latest.submittedAt) - Date.parse(one.latest.submittedAt),
    );
}

function laterOf(
  facts: BriefFacts,
  after: DividedFacts['after'],
  sessionOn: CalendarDate,
): LaterResults {
  const alone = { ...facts, ...after, responseCounts: {} };
  return {
    ...laterResults(after, linesOf(alone, new Map()), answeredForms(alone)),
    goalRatings: ratingsAfter(facts.goals ?? [], sessionOn),
  };
}

function inOrder(one: CalendarDate, other: CalendarDate): number {
  return one < other ? -1 : Number(one > other);
}
