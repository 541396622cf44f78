import type { WaitingByRule } from '../contracts/caseload.ts';

/** What a caseload is sorted by: a member of {@link WaitingByRule}. */
export type CaseloadRuleName = keyof WaitingByRule;

/**
 * How soon a rule asks for a look. `first`: it can't wait. `later`: something that nobody has dealt
 * with or seen. `none`: it waits for somebody else, such as the client.
 */
export type Urgency = 'first' | 'later' | 'none';

/** One rule by which a caseload is sorted. */
export interface CaseloadRule {
  readonly name: CaseloadRuleName;
  /** Its place in the order, from 1; it stands beside every reason. */
  readonly number: number;
  readonly urgency: Urgency;
  /** What it is about, for the list of rules. */
  readonly title: string;
  /** What is counted: one of it, and several. */
  readonly counted: readonly [string, string];
  /** What its day says, before a date. */
  readonly since: string;
}

type Told = Omit<CaseloadRule, 'number'>;

const told = (
  name: CaseloadRuleName,
  urgency: Urgency,
  words: Pick<Told, 'title' | 'counted' | 'since'>,
): Told => ({ name, urgency, ...words });

const openAlerts = (
  name: 'emergency' | 'urgent' | 'review' | 'info',
  urgency: Urgency,
  [one, several]: readonly [string, string],
): Told =>
  told(name, urgency, {
    title: `${several.charAt(0).toUpperCase()}${several.slice(1)} that nobody has answered`,
    counted: [`${one} nobody has answered`, `${several} nobody has answered`],
    since: 'since',
  });

const IN_ORDER: readonly Told[] = [
  told('unsentRisk', 'first', {
    title: 'A risk answer on a form that was not sent: no rule has judged it',
    counted: ['risk answer on a form not sent', 'risk answers on forms not sent'],
    since: 'since',
  }),
  openAlerts('emergency', 'first', ['emergency alert', 'emergency alerts']),
  openAlerts('urgent', 'first', ['urgent alert', 'urgent alerts']),
  openAlerts('review', 'later', ['alert for review', 'alerts for review']),
  openAlerts('info', 'later', ['alert for information', 'alerts for information']),
  told('unseen', 'later', {
    title: 'Results that you have not seen',
    counted: ['result you have not seen', 'results you have not seen'],
    since: 'since',
  }),
  told('overdue', 'none', {
    title: 'Check-ins past their day that can still be answered',
    counted: ['check-in past its day', 'check-ins past their day'],
    since: 'since',
  }),
  told('putAside', 'none', {
    title: 'Alerts put aside until their measure is answered again',
    counted: ['alert put aside', 'alerts put aside'],
    since: 'since',
  }),
  told('outstanding', 'none', {
    title: 'Check-ins sent and not yet due',
    counted: ['check-in not answered yet', 'check-ins not answered yet'],
    since: 'sent',
  }),
];

/**
 * The rules by which a caseload is sorted, in their order; there is no score behind it. Danger comes
 * first, then what nobody has dealt with, then what nobody has seen (our own order; a risk answer that
 * no rule has judged stands above the alerts that one has).
 */
export const CASELOAD_RULES: readonly CaseloadRule[] = IN_ORDER.map((rule, place) => ({
  ...rule,
  number: place + 1,
}));

/** How those are sorted for whom the same rule applies first, in words. */
export const TIE_WORDS =
  'Where the same rule applies first: who waits longest, then whose appointment is next, then by name.';
