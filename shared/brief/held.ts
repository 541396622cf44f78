import { type BriefFacts, NEWEST_AT_HAND, SCORES_AT_HAND } from '../contracts/brief.ts';
import type { CalendarDate } from '../contracts/calendar.ts';
import { formKey } from '../contracts/custom-form.ts';
import type { LineResponse } from '../contracts/response.ts';
import { INSTRUMENTS } from '../instruments/registry.ts';
import { handKey } from '../measures/by-hand.ts';
import { responsesAtHand } from './at-hand.ts';
import { standing, uncorrected } from './standing.ts';

/** Facts that tell which responses are at hand. */
type HeldFacts = Pick<BriefFacts, 'responses' | 'earlier' | 'responseCounts' | 'own'>;

/**
 * The day from which on every response to a form is at hand, with its answers or without, by the
 * form's id; a form of which all are is not among them. Before that day there are the baseline and
 * others that something refers to, with any number left out between them. A sum of two forms is at
 * hand where both are.
 */
export function heldSince(facts: HeldFacts): ReadonlyMap<string, CalendarDate> {
  const days = new Map([...instrumentsHeld(facts), ...ownFormsHeld(facts), ...totalsHeld(facts)]);
  for (const { id, scoring } of INSTRUMENTS) {
    if (scoring.method !== 'composite') continue;
    const [last] = scoring.of
      .flatMap((part) => days.get(part) ?? [])
      .toSorted()
      .toReversed();
    if (last !== undefined) days.set(id, last);
  }
  return days;
}

function instrumentsHeld(facts: HeldFacts): [string, CalendarDate][] {
  const { earlier, responseCounts } = facts;
  const atHand = Map.groupBy(responsesAtHand(facts), ({ instrumentId }) => instrumentId);
  return [...atHand].flatMap(([id, all]) => {
    if ((responseCounts[id] ?? 0) <= all.length) return [];
    return earlier === undefined
      ? oldestOf(NEWEST_AT_HAND, id, standing(all).current)
      : oldestOf(SCORES_AT_HAND, id, all);
  });
}

function ownFormsHeld({ own, responseCounts }: HeldFacts): [string, CalendarDate][] {
  const byForm = Map.groupBy(own?.responses ?? [], ({ formId }) => formKey(formId));
  return [...byForm].flatMap(([key, some]) =>
    (responseCounts[key] ?? 0) <= some.length
      ? []
      : oldestOf(NEWEST_AT_HAND, key, uncorrected(some)),
  );
}

function totalsHeld({ own, responseCounts }: HeldFacts): [string, CalendarDate][] {
  const byMeasure = Map.groupBy(own?.handTotals ?? [], (total) => handKey(total.handMeasureId));
  return [...byMeasure].flatMap(([key, some]) => {
    if ((responseCounts[key] ?? 0) <= some.length) return [];
    const entered = uncorrected(some).map(({ on: answeredOn }) => ({ answeredOn }));
    return oldestOf(SCORES_AT_HAND, key, entered);
  });
}

/** The oldest day of so many of the newest. */
function oldestOf(
  newest: number,
  id: string,
  responses: readonly Pick<LineResponse, 'answeredOn'>[],
): [string, CalendarDate][] {
  const days = responses.map(({ answeredOn }) => answeredOn).toSorted();
  const [oldest] = days.slice(-newest);
  return oldest === undefined ? [] : [[id, oldest]];
}
