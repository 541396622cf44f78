import type { Brief, BriefFacts } from '../contracts/brief.ts';
import { dateInZone } from '../contracts/calendar.ts';
import { alertsSince, openAlerts } from './alert-lists.ts';
import { completionOn } from './completion.ts';
import { measureTrend } from './measure.ts';

/**
 * Works out what the facts of one client mean: change against baseline and previous score, trend,
 * outcome, alerts in order of urgency, completion. Pure, and the only place where it is done:
 * panel, backend and Clinical Update read the same object.
 */
export function interpret(facts: BriefFacts): Brief {
  const { asOf, timeZone, client, lastLookedAt } = facts;
  const asOfDate = dateInZone(asOf, timeZone);
  const byMeasure = Map.groupBy(facts.responses, ({ instrumentId }) => instrumentId);
  const measures = [...byMeasure]
    .map(([instrumentId, responses]) =>
      measureTrend({
        instrumentId,
        responses,
        count: facts.responseCounts[instrumentId] ?? responses.length,
        lastLookedAt,
        inCareSince: client.inCareSince,
      }),
    )
    .filter((measure) => measure !== null)
    .toSorted(
      (one, other) => Date.parse(other.latest.submittedAt) - Date.parse(one.latest.submittedAt),
    );
  return {
    asOf,
    asOfDate,
    timeZone,
    client,
    lastLookedAt,
    measures,
    openAlerts: openAlerts(facts.alerts),
    alertsSinceLook: alertsSince(facts.alerts, lastLookedAt),
    completion: completionOn(facts.checkIns, asOfDate),
  };
}
