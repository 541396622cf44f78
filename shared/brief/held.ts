import { type BriefFacts, NEWEST_AT_HAND } from '../contracts/brief.ts';
import type { CalendarDate } from '../contracts/calendar.ts';
import { formKey } from '../contracts/custom-form.ts';
import { INSTRUMENTS } from '../instruments/registry.ts';
import { standing } from './standing.ts';

/** Facts that tell which answers are at hand. */
type HeldFacts = Pick<BriefFacts, 'responses' | 'responseCounts' | 'own'>;

/**
 * The day from which on every answer to a form is at hand, by the form's id; a form of which all
 * answers are is not among them. Before that day there are the baseline and others that something
 * refers to, with any number left out between them. A sum of two forms is at hand where both are.
 */
export function heldSince(facts: HeldFacts): ReadonlyMap<string, CalendarDate> {
  const days = new Map([...instrumentsHeld(facts), ...ownFormsHeld(facts)]);
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

function instrumentsHeld({ responses, responseCounts }: HeldFacts): [string, CalendarDate][] {
  const counting = Map.groupBy(standing(responses).current, ({ instrumentId }) => instrumentId);
  const atHand = Map.groupBy(responses, ({ instrumentId }) => instrumentId);
  return [...counting].flatMap(([id, current]) => {
    const days = current.map(({ answeredOn }) => answeredOn);
    return oldestOfNewest(id, days, (responseCounts[id] ?? 0) > (atHand.get(id)?.length ?? 0));
  });
}

function ownFormsHeld({ own, responseCounts }: HeldFacts): [string, CalendarDate][] {
  const byForm = Map.groupBy(own?.responses ?? [], ({ formId }) => formKey(formId));
  return [...byForm].flatMap(([key, some]) => {
    const days = some.map(({ answeredOn }) => answeredOn);
    return oldestOfNewest(key, days, (responseCounts[key] ?? 0) > some.length);
  });
}

function oldestOfNewest(
  id: string,
  days: readonly CalendarDate[],
  isCut: boolean,
): [string, CalendarDate][] {
  const [oldest] = days.toSorted().slice(-NEWEST_AT_HAND);
  return isCut && oldest !== undefined ? [[id, oldest]] : [];
}
