import type { CaseloadRow } from '#shared/contracts/procedures.ts';

/** What decides how soon a client needs a look, and what is said of why. */
export type Counts = Pick<
  CaseloadRow,
  'openAlerts' | 'unsentRiskForms' | 'unseenResults' | 'outstanding'
>;

/**
 * `first`: something that can't wait. `later`: something open, or that nobody saw. `nothing`: neither;
 * which is said only of an answer of just now.
 */
export type Urgency = 'first' | 'later' | 'nothing';

/** How soon, by the rules' own order: risk on a form not sent counts as an emergency does. */
export function urgencyOf({ openAlerts, unsentRiskForms, unseenResults }: Counts): Urgency {
  const { emergency, urgent, review, info } = openAlerts;
  if (unsentRiskForms + emergency + urgent > 0) return 'first';
  return review + info + unseenResults > 0 ? 'later' : 'nothing';
}

/** Orders two by the same rule; 0 where neither comes first. */
export function byUrgency(one: Counts, other: Counts): number {
  const [first, second] = [rank(one), rank(other)];
  const place = first.findIndex((count, at) => count !== second[at]);
  return place === -1 ? 0 : Number(second[place]) - Number(first[place]);
}

function rank({ openAlerts, unsentRiskForms, unseenResults }: Counts): boolean[] {
  const { emergency, urgent, review, info } = openAlerts;
  return [emergency + unsentRiskForms > 0, urgent > 0, review > 0, info > 0, unseenResults > 0];
}

/** Why, in words, what can't wait first; empty where there is nothing to say. */
export function whyInWords(counts: Counts): string[] {
  const { emergency, urgent, review, info } = counts.openAlerts;
  const said: readonly (readonly [number, string, string])[] = [
    [counts.unsentRiskForms, 'risk answer on a form not sent', 'risk answers on forms not sent'],
    [emergency, 'emergency alert', 'emergency alerts'],
    [urgent, 'urgent alert', 'urgent alerts'],
    [review, 'alert for review', 'alerts for review'],
    [info, 'alert for information', 'alerts for information'],
    [counts.unseenResults, 'result you have not seen', 'results you have not seen'],
    [counts.outstanding, 'form not answered yet', 'forms not answered yet'],
  ];
  return said
    .filter(([count]) => count > 0)
    .map(([count, one, several]) => `${count} ${count === 1 ? one : several}`);
}
