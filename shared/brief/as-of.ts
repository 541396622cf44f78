import { dayOf } from '../alerts/evidence.ts';
import type { Alert } from '../contracts/alert.ts';
import type { BriefFacts, CheckIn } from '../contracts/brief.ts';
import { type CalendarDate, dateInZone, type Instant } from '../contracts/calendar.ts';
import { formKey } from '../contracts/custom-form.ts';
import type { HandTotal } from '../contracts/own-answers.ts';
import { goalsAsOf } from '../goals/as-of.ts';
import { handKey } from '../measures/by-hand.ts';
import { responsesAtHand } from './at-hand.ts';

/** Facts divided at the end of a day. */
export interface DividedFacts {
  /** As they stood then. `asOf` stays the moment at which they were read. */
  readonly until: BriefFacts;
  /** What came later, undivided facts left out. */
  readonly after: Pick<BriefFacts, 'responses' | 'earlier' | 'alerts' | 'checkIns' | 'own'>;
}

/**
 * Divides facts at the end of the session's day, in the practice's zone. Answers go by the day they
 * describe; a correction goes with what it corrects. A look on that day or later was taken after the
 * session, so it does not say what was new then. An acknowledgement keeps its later date, because it
 * judges nothing that came later.
 */
export function divideAt(facts: BriefFacts, sessionOn: CalendarDate): DividedFacts {
  const { timeZone, lastLookedAt, responses, earlier = [], responseCounts, own } = facts;
  const isLater = (at: Instant | null) => at !== null && dateInZone(at, timeZone) > sessionOn;
  const isDone = (day: CalendarDate) => day <= sessionOn;
  const after = {
    responses: responses.filter(({ answeredOn }) => !isDone(answeredOn)),
    earlier: earlier.filter(({ answeredOn }) => !isDone(answeredOn)),
  };
  const ownLater = ownWhere(own, (day) => !isDone(day));
  const looked = lastLookedAt !== null && dateInZone(lastLookedAt, timeZone) < sessionOn;
  return {
    until: {
      ...facts,
      lastLookedAt: looked ? lastLookedAt : null,
      responses: responses.filter(({ answeredOn }) => isDone(answeredOn)),
      earlier: earlier.filter(({ answeredOn }) => isDone(answeredOn)),
      responseCounts: countsWithout(responseCounts, [
        ...responsesAtHand(after).map(({ instrumentId }) => instrumentId),
        ...(ownLater?.responses ?? []).map(({ formId }) => formKey(formId)),
        ...(ownLater?.handTotals ?? []).map(({ handMeasureId }) => handKey(handMeasureId)),
      ]),
      alerts: facts.alerts
        .filter(({ openedAt }) => !isLater(openedAt))
        .map((alert) => alertAsOf(alert, sessionOn, isLater)),
      checkIns: facts.checkIns
        .filter(({ sentOn }) => isDone(sentOn))
        .map((checkIn) => checkInAsOf(checkIn, isLater)),
      contactOn: (facts.contactOn ?? []).filter(isDone),
      events: (facts.events ?? []).filter(({ on }) => isDone(on)),
      episodes: episodesAsOf(facts.episodes, sessionOn),
      externalPoints: (facts.externalPoints ?? []).filter(({ on }) => isDone(on)),
      own: ownWhere(own, isDone),
      goals: goalsAsOf(facts.goals ?? [], sessionOn),
    },
    after: {
      ...after,
      alerts: facts.alerts.filter(({ openedAt }) => isLater(openedAt)),
      checkIns: facts.checkIns.filter(({ unsentRiskAnswer }) =>
        isLater(unsentRiskAnswer?.answeredAt ?? null),
      ),
      own: ownLater,
    },
  };
}

function countsWithout(
  counts: BriefFacts['responseCounts'],
  later: readonly string[],
): BriefFacts['responseCounts'] {
  const byInstrument = Map.groupBy(later, (id) => id);
  return Object.fromEntries(
    Object.entries(counts).map(([id, count]) => [id, count - (byInstrument.get(id)?.length ?? 0)]),
  );
}

/** Evidence that joined later is left out, and so is an ending that a later answer brought. */
function alertAsOf(
  alert: Alert,
  sessionOn: CalendarDate,
  isLater: (at: Instant | null) => boolean,
): Alert {
  const evidence = alert.evidence.filter((seen) => dayOf(seen) <= sessionOn);
  const known = evidence.length === 0 ? alert.evidence.slice(0, 1) : evidence;
  if (!isLater(alert.resolvedAt)) return { ...alert, evidence: known };
  return { ...alert, evidence: known, status: 'open', resolvedAt: null };
}

function checkInAsOf(checkIn: CheckIn, isLater: (at: Instant | null) => boolean): CheckIn {
  const { openedAt, completedAt, unsentRiskAnswer } = checkIn;
  const notYetOpened = isLater(openedAt);
  return {
    ...checkIn,
    openedAt: notYetOpened ? null : openedAt,
    completedAt: isLater(completedAt) ? null : completedAt,
    answeredItems: notYetOpened ? 0 : checkIn.answeredItems,
    unsentRiskAnswer: isLater(unsentRiskAnswer?.answeredAt ?? null) ? null : unsentRiskAnswer,
  };
}

function episodesAsOf(
  episodes: BriefFacts['episodes'],
  sessionOn: CalendarDate,
): BriefFacts['episodes'] {
  if (episodes === undefined) return undefined;
  const { startedOn, endedOn, chosenBaselines } = episodes;
  const isPast = (day: CalendarDate) => day <= sessionOn;
  return {
    startedOn: startedOn.filter(isPast),
    endedOn: endedOn.filter(isPast),
    chosenBaselines,
  };
}

function ownWhere(own: BriefFacts['own'], fits: (day: CalendarDate) => boolean): BriefFacts['own'] {
  if (own === undefined) return undefined;
  return {
    ...own,
    responses: own.responses.filter(({ answeredOn }) => fits(answeredOn)),
    handTotals: own.handTotals.filter((total) => fits(dayOfTotal(total, own.handTotals))),
  };
}

/** The day that an entry describes as it stands now: a correction may have moved it. */
function dayOfTotal(entry: HandTotal, all: readonly HandTotal[]): CalendarDate {
  const anew = all.find(({ supersedes }) => supersedes === entry.responseId);
  return anew === undefined ? entry.on : dayOfTotal(anew, all);
}
