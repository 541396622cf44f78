import type { CalendarDate } from '../contracts/calendar.ts';
import type { CaseloadRow, WaitingByRule } from '../contracts/caseload.ts';
import { dateSeenFrom } from '../words/moments.ts';
import { CASELOAD_RULES, type CaseloadRule, type Urgency } from './rules.ts';

/** Why somebody stands where they stand. */
export interface Reason {
  readonly rule: CaseloadRule;
  /** Such as `1 urgent alert nobody has answered, since 3 Nov`. */
  readonly words: string;
}

/** The rules that apply, in their order. */
export function rulesFor(waiting: WaitingByRule): readonly CaseloadRule[] {
  return CASELOAD_RULES.filter(({ name }) => waiting[name].count > 0);
}

/** Every reason in words as seen from a day, first the one that decides; empty where nothing waits. */
export function reasonsFor(waiting: WaitingByRule, today: CalendarDate): readonly Reason[] {
  return rulesFor(waiting).map((rule) => {
    const { count, since } = waiting[rule.name];
    const [one, several] = rule.counted;
    const counted = `${count} ${count === 1 ? one : several}`;
    const day = since === null ? '' : `, ${rule.since} ${dateSeenFrom(since, today)}`;
    return { rule, words: `${counted}${day}` };
  });
}

/** How soon, by the first rule that applies. */
export function urgencyOf(waiting: WaitingByRule): Urgency {
  return rulesFor(waiting)[0]?.urgency ?? 'none';
}

/** What may be said where nobody has to look, and only of an answer of just now. */
export function calmInWords({ putAside }: WaitingByRule): string {
  return putAside.count > 0
    ? 'none open but what was put aside, nothing new'
    : 'none open, nothing new';
}

/**
 * What may be said of a caseload where nobody is to be looked at first, and only of an answer of just now.
 * Of the own clients alone: whoever reads it may have been told of somebody else's. An urgent alert that
 * was put aside is open still, so whether any was is said with it.
 */
export function noneUrgentInWords(rows: readonly Pick<CaseloadRow, 'waiting'>[]): string {
  const isAnyPutAside = rows.some(({ waiting }) => waiting.putAside.count > 0);
  return `None of your own clients has an urgent alert open${isAnyPutAside ? ' that was not put aside' : ''}`;
}
