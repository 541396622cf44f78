import { dayOf } from '../alerts/evidence.ts';
import type { Alert } from '../contracts/alert.ts';
import type { BriefFacts, CheckIn } from '../contracts/brief.ts';
import { type CalendarDate, dateInZone, type Instant } from '../contracts/calendar.ts';
import { formKey } from '../contracts/custom-form.ts';

/** Facts divided at the end of a day. */
export interface DividedFacts {
  /** As they stood then. `asOf` stays the moment at which they were read. */
  readonly until: BriefFacts;
  /** What came later, undivided facts left out. */
  readonly after: Pick<BriefFacts, 'responses' | 'alerts' | 'checkIns' | 'own'>;
}

/**
 * Divides facts at the end of the session's day, in the practice's zone. Answers go by the day they
 * describe; a correction goes with what it corrects. A look on that day or later was taken after the
 * session, so it does not say what was new then. An acknowledgement keeps its later date, because it
 * judges nothing that came later.
 */
export function divideAt(facts: BriefFacts, sessionOn: CalendarDate): DividedFacts {
  const { timeZone, lastLookedAt, responses, responseCounts, own } = facts;
  const isLater = (at: Instant | null) => at !== null && dateInZone(at, timeZone) > sessionOn;
  const later = responses.filter(({ answeredOn }) => answeredOn > sessionOn);
  const ownLater = ownWhere(own, (day) => day > sessionOn);
  const looked = lastLookedAt !== null && dateInZone(lastLookedAt, timeZone) < sessionOn;
  return {
    until: {
      ...facts,
      lastLookedAt: looked ? lastLookedAt : null,
      responses: responses.filter(({ answeredOn }) => answeredOn <= sessionOn),
      responseCounts: countsWithout(responseCounts, [
        ...later.map(({ instrumentId }) => instrumentId),
        ...(ownLater?.responses ?? []).map(({ formId }) => formKey(formId)),
      ]),
      alerts: facts.alerts
        .filter(({ openedAt }) => !isLater(openedAt))
        .map((alert) => alertAsOf(alert, sessionOn, isLater)),
      checkIns: facts.checkIns
        .filter(({ sentOn }) => sentOn <= sessionOn)
        .map((checkIn) => checkInAsOf(checkIn, isLater)),
      contactOn: (facts.contactOn ?? []).filter((day) => day <= sessionOn),
      events: (facts.events ?? []).filter(({ on }) => on <= sessionOn),
      episodes: episodesAsOf(facts.episodes, sessionOn),
      externalPoints: (facts.externalPoints ?? []).filter(({ on }) => on <= sessionOn),
      own: ownWhere(own, (day) => day <= sessionOn),
    },
    after: {
      responses: later,
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
    handTotals: own.handTotals.filter(({ on }) => fits(on)),
  };
}
